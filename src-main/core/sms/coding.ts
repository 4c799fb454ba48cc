/** How the characters of a message are coded. */
export type Coding = 'gsm' | 'octets' | 'ucs2'

/** Bit 5 of the general groups: the text is compressed (3GPP TS 23.042). */
const COMPRESSED = 0x20
const HAS_CLASS = 0x10

/** TP-DCS (3GPP TS 23.038, 4). Groups and alphabets that are reserved count as the default alphabet, as it says there. */
export function codingOf(dataCoding: number): Coding {
  const group = dataCoding >> 4
  if (group <= 7) return (['gsm', 'octets', 'ucs2', 'gsm'] as const)[(dataCoding >> 2) & 3] ?? 'gsm'
  if (group === 0xe) return 'ucs2'
  return group === 0xf && dataCoding & 4 ? 'octets' : 'gsm'
}

export const isCompressed = (dataCoding: number): boolean =>
  dataCoding >> 4 <= 7 && (dataCoding & COMPRESSED) !== 0

/** 0 is shown at once and kept nowhere, 1 for the modem, 2 for the card, 3 for the computer; undefined: no class. */
export function classOf(dataCoding: number): number | undefined {
  const group = dataCoding >> 4
  const told = group <= 7 ? (dataCoding & HAS_CLASS) !== 0 : group === 0xf
  return told ? dataCoding & 3 : undefined
}
