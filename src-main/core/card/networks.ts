const empty = /^f{6}$/i

/** An operator as a card writes it, `44020` or `310410`; undefined for an empty place or no digits (3GPP TS 24.008, 10.5.1.13). */
export function networkIn(hex: string): string | undefined {
  const [b = '', a = '', f = '', c = '', e = '', d = ''] = hex
  const code = `${a}${b}${c}${d}${e}${/f/i.test(f) ? '' : f}`
  return /^\d{5,6}$/.test(code) ? code : undefined
}

/** `440 20`: the country apart from the network. */
export const networkText = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`

/** The places of a list, each of so many octets; an empty one is left out. */
export function placesIn(hex: string, octets: number): readonly string[] {
  const digits = octets * 2
  const count = Math.floor(hex.length / digits)
  const places = Array.from({ length: count }, (_, at) => hex.slice(at * digits, (at + 1) * digits))
  return places.filter((place) => !empty.test(place.slice(0, 6)))
}

/** The networks of EF FPLMN or EF EHPLMN (31.102, 4.2.16 and 4.2.84). */
export function networksIn(hex: string): readonly string[] {
  return placesIn(hex, 3).flatMap((place) => networkIn(place) ?? [])
}
