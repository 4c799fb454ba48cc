const tab = 0x09
const lf = 0x0a
const cr = 0x0d

/** Whether an octet can be part of a line of modem text. */
export function isTextOctet(octet: number): boolean {
  return (octet >= 0x20 && octet < 0x7f) || octet === cr || octet === lf || octet === tab
}

export function isText(bytes: Uint8Array): boolean {
  return bytes.every(isTextOctet)
}

/** Whether there is more to read in it than white space. */
export function hasWords(bytes: Uint8Array): boolean {
  return bytes.some((octet) => octet > 0x20)
}

/**
 * Where modem text begins at the end of octets that are not text as a whole: `…<garbage>\r\nNO CARRIER\r\n`.
 * A modem that drops out of a frame writes its line right behind. Undefined when the octets do not end in such lines.
 */
export function trailingText(bytes: Uint8Array): number | undefined {
  if (bytes[bytes.length - 1] !== lf) return undefined
  let start = bytes.length
  while (start > 0 && isTextOctet(bytes[start - 1] ?? 0)) start--
  while (start < bytes.length && !(bytes[start] === cr && bytes[start + 1] === lf)) start++
  return bytes.length - start >= 6 && hasWords(bytes.subarray(start)) ? start : undefined
}
