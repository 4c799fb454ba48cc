/** What a data coding scheme of cell broadcast says of a text (3GPP TS 23.038, 5). */
export type UssdCoding = 'gsm' | 'octets' | 'ucs2'

export function codingOf(dcs: number): UssdCoding {
  // UCS2 with the language in front.
  if (dcs === 0x11) return 'ucs2'
  const group = dcs >> 4
  // General data coding, also behind a user data header.
  if ((group >= 4 && group <= 7) || group === 9) return coded[(dcs >> 2) & 3] ?? 'gsm'
  if (group === 15) return (dcs & 4) === 0 ? 'gsm' : 'octets'
  return 'gsm'
}
const coded: readonly UssdCoding[] = ['gsm', 'octets', 'ucs2']

/** The language in front of the text takes two octets there. */
export const hasLanguage = (dcs: number): boolean => dcs === 0x11
