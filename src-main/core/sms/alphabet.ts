/** The GSM 7 bit default alphabet (3GPP TS 23.038, 6.2.1), in the order of its codes. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'

/** Reached by an escape before the code (23.038, 6.2.1.1). */
const extension = new Map<number, string>([
  [0x0a, '\f'],
  [0x14, '^'],
  [0x28, '{'],
  [0x29, '}'],
  [0x2f, '\\'],
  [0x3c, '['],
  [0x3d, '~'],
  [0x3e, ']'],
  [0x40, '|'],
  [0x65, '€'],
])
const ESCAPE = 0x1b
const codes = new Map<string, readonly number[]>([
  ...[...basic].map((character, code) => [character, [code]] as const),
  ...[...extension].map(([code, character]) => [character, [ESCAPE, code]] as const),
])
const QUESTION_MARK = [0x3f]

/** Whether the default alphabet has every character of a text. */
export function isGsmText(text: string): boolean {
  return [...text].every((character) => character !== '\u001b' && codes.has(character))
}

/** A text in septets, one a number; what the alphabet lacks becomes `?`. */
export function septetsOf(text: string): readonly number[] {
  return [...text].flatMap((character) => codes.get(character) ?? QUESTION_MARK)
}

export function textOfSeptets(septets: Iterable<number>): string {
  let text = ''
  let escaped = false
  for (const septet of septets) {
    if (septet === ESCAPE && !escaped) escaped = true
    else {
      text += (escaped ? extension.get(septet) : undefined) ?? basic[septet & 0x7f] ?? ''
      escaped = false
    }
  }
  return text
}

/** Septets packed into octets after `fillBits` bits of a header (23.038, 6.1.2.1). */
export function packed(septets: readonly number[], fillBits = 0): Uint8Array {
  const octets = new Uint8Array(Math.ceil((septets.length * 7 + fillBits) / 8))
  septets.forEach((septet, i) => {
    const bit = i * 7 + fillBits
    const at = bit >> 3
    const shifted = (septet & 0x7f) << (bit & 7)
    octets[at] = (octets[at] ?? 0) | (shifted & 0xff)
    if (shifted > 0xff) octets[at + 1] = (octets[at + 1] ?? 0) | (shifted >> 8)
  })
  return octets
}

export function unpacked(octets: Uint8Array, count: number, fillBits = 0): readonly number[] {
  return Array.from({ length: count }, (_, i) => {
    const bit = i * 7 + fillBits
    const both = (octets[bit >> 3] ?? 0) | ((octets[(bit >> 3) + 1] ?? 0) << 8)
    return (both >> (bit & 7)) & 0x7f
  })
}
