/** Octets as base64, as the contract carries them. */
export function base64Of(octets: Uint8Array): string {
  let text = ''
  // In bites: a call takes only so many arguments.
  for (let at = 0; at < octets.length; at += 32_768)
    text += String.fromCharCode(...octets.subarray(at, at + 32_768))
  return btoa(text)
}
