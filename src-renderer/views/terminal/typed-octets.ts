/** How a text for a prompt is typed. */
export type Typing = 'text' | 'hex'

/**
 * The octets of what was typed: text as UTF-8 with CR at the end of its lines, which is how a modem takes lines; or pairs of hex
 * digits. Undefined where it is no hex.
 */
export function typedOctets(typed: string, typing: Typing): Uint8Array | undefined {
  if (typing === 'text') return new TextEncoder().encode(typed.replaceAll(/\r?\n/g, '\r'))
  const digits = typed.replaceAll(/[\s:,]/g, '').replaceAll(/0x/gi, '')
  if (!/^(?:[0-9a-f]{2})*$/i.test(digits)) return undefined
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16))
}
