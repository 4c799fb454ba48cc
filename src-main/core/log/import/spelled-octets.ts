/** `CT\r\n~<FF>}#<C0>!`: the octets that no letter shows. */
export function spelledOctets(text: string): string {
  return text.replace(/<([0-9A-F]{2})>/g, (_all, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  )
}
