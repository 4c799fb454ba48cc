import { concat, fromHex, sameBytes } from '../bytes'
import { addressField, serviceCentreField } from '../sms/address'
import { septetsOf } from '../sms/alphabet'
import type { CardData } from './persona'
import type { Provider } from './providers'

/** An elementary file of the card (ETSI TS 102 221, 8.2.2). `open`: read without the PIN; `own`: written with it. */
export interface CardFile {
  readonly id: number
  readonly open?: true
  readonly own?: true
  data: Uint8Array
  /** A linear fixed file: its records are this long, one after the other. */
  readonly recordLength?: number
}

export const PREFERRED_PLMNS = 0x6f60
export const FORBIDDEN_PLMNS = 0x6f7b
export const SERVICE_PROVIDER_NAME = 0x6f46
const AID = 'A0000000871002FFFFFFFF8901010000'
const PLMN_ENTRY = 5
const PREFERRED_PLACES = 8
const FORBIDDEN_PLACES = 4
const E_UTRAN_AND_UTRAN = [0xc0, 0x00]

const hex = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array(0)
const filled = (start: Uint8Array, length: number): Uint8Array => {
  const whole = new Uint8Array(length).fill(0xff)
  whole.set(start.subarray(0, length))
  return whole
}
/** Digits with their nibbles changed over, F behind an odd one. */
const swapped = (digits: string): Uint8Array =>
  hex((digits.length % 2 ? `${digits}F` : digits).replace(/(.)(.)/g, '$2$1'))

/** An operator as a card writes it: MCC2 MCC1, MNC3 MCC3, MNC2 MNC1 (24.008, 10.5.1.13). */
export function plmnOctets(plmn: string): Uint8Array {
  const [a, b, c, d, e, f = 'F'] = plmn
  return hex(`${b}${a}${f}${c}${e}${d}`)
}
export function plmnOf(octets: Uint8Array): string | undefined {
  if (octets[0] === 0xff) return undefined
  const digits = [...octets.subarray(0, 3)].map((one) => one.toString(16).padStart(2, '0'))
  const [[b, a] = '', [f, c] = '', [e, d] = ''] = digits
  return `${a}${b}${c}${d}${e}${f === 'f' ? '' : f}`
}

/** What a card of this provider holds of the files that hosts read (31.102, 4.2). */
export function filesOf(card: CardData, provider: Provider | undefined): readonly CardFile[] {
  const text = (words: string) => Uint8Array.from(septetsOf(words))
  const networks = concat(
    (provider?.allowed ?? []).map((plmn) =>
      concat([plmnOctets(plmn), Uint8Array.from(E_UTRAN_AND_UTRAN)]),
    ),
  )
  const home = provider?.home.map((plmn) => concat([plmnOctets(plmn), hex('C000')])) ?? []
  const nothing = new Uint8Array(0)
  const [firstHome] = provider?.home ?? []
  const homeOctets = firstHome === undefined ? filled(nothing, 3) : plmnOctets(firstHome)
  const name = text(provider?.shortName ?? '')
  const emergency = ['110', '118', '119'].map((number) => filled(filled(swapped(number), 3), 4))
  const msisdn = addressField(card.number ?? '').subarray(1)
  const centre = serviceCentreField(provider?.serviceCentre ?? '')
  const number = concat([
    new Uint8Array(14).fill(0xff),
    Uint8Array.of(card.number ? msisdn.length : 0xff),
    filled(card.number ? msisdn : new Uint8Array(0), 13),
  ])
  const directory = filled(concat([hex(`61184F10${AID}5004`), text('USIM')]), 38)
  return [
    { id: 0x2fe2, open: true, data: filled(swapped(card.iccid), 10) },
    { id: 0x2f00, open: true, data: directory, recordLength: 38 },
    { id: 0x2f05, open: true, own: true, data: text('jaen') },
    { id: 0x6f05, open: true, own: true, data: text('jaen') },
    // The first digit stands beside the parity, the rest in pairs (31.102, 4.2.2).
    { id: 0x6f07, data: filled(concat([Uint8Array.of(8), swapped(`9${card.imsi}`)]), 9) },
    { id: 0x6fad, open: true, data: hex('00000002') },
    { id: SERVICE_PROVIDER_NAME, open: true, data: concat([Uint8Array.of(1), filled(name, 16)]) },
    { id: 0x6f3e, data: filled(new Uint8Array(0), 4) },
    { id: 0x6f3f, data: filled(new Uint8Array(0), 4) },
    { id: 0x6f31, data: hex('05') },
    { id: 0x6f38, data: hex('9E7F9D81E33E') },
    { id: 0x6f78, data: hex('0001') },
    { id: PREFERRED_PLMNS, own: true, data: filled(networks, PREFERRED_PLACES * PLMN_ENTRY) },
    { id: 0x6f61, data: filled(networks, PREFERRED_PLACES * PLMN_ENTRY) },
    { id: 0x6f62, data: filled(concat(home), 2 * PLMN_ENTRY) },
    { id: FORBIDDEN_PLMNS, own: true, data: filled(new Uint8Array(0), FORBIDDEN_PLACES * 3) },
    // As they come from the maker (31.102, annex E): no place yet, not updated.
    { id: 0x6f7e, own: true, data: concat([hex('FFFFFFFF'), homeOctets, hex('0000FF01')]) },
    { id: 0x6fe3, own: true, data: concat([filled(nothing, 12), homeOctets, hex('000001')]) },
    { id: 0x6fb7, open: true, data: concat(emergency), recordLength: 4 },
    { id: 0x6f40, own: true, data: number, recordLength: number.length },
    { id: 0x6f42, own: true, data: serviceCentreRecord(centre), recordLength: 28 },
  ]
}

/** EF SMSP: only the service centre is set (31.102, 4.2.27). */
function serviceCentreRecord(centre: Uint8Array): Uint8Array {
  const record = new Uint8Array(28).fill(0xff)
  record[0] = 0xfd
  record.set(centre.length > 1 ? centre : [], 13)
  return record
}

export interface PreferredOperator {
  readonly index: number
  readonly plmn: string
  /** GSM, GSM compact, UTRAN, E-UTRAN: 0 or 1 each. */
  readonly technologies: readonly number[]
}

/** The entries of EF PLMNwAcT that are set (31.102, 4.2.5). */
export function preferredOperators(data: Uint8Array): readonly PreferredOperator[] {
  return Array.from({ length: data.length / PLMN_ENTRY }, (_, i) => {
    const entry = data.subarray(i * PLMN_ENTRY, (i + 1) * PLMN_ENTRY)
    const [high = 0, low = 0] = entry.subarray(3)
    const technologies = [low & 0x80, low & 0x40, high & 0x80, high & 0x40].map(Boolean).map(Number)
    const plmn = plmnOf(entry)
    return plmn === undefined ? [] : [{ index: i + 1, plmn, technologies }]
  }).flat()
}

/** Writes one entry of EF PLMNwAcT, or clears it. */
export function preferOperator(
  file: CardFile,
  index: number,
  operator: Omit<PreferredOperator, 'index'> | undefined,
): void {
  const entry = new Uint8Array(PLMN_ENTRY).fill(0xff)
  if (operator) {
    const [gsm = 0, compact = 0, utran = 0, lte = 0] = operator.technologies
    entry.set(plmnOctets(operator.plmn))
    entry.set([(utran << 7) | (lte << 6), (gsm << 7) | (compact << 6)], 3)
  }
  file.data = file.data.slice()
  file.data.set(entry, (index - 1) * PLMN_ENTRY)
}

/** The networks of EF FPLMN (31.102, 4.2.16). */
export function forbiddenOperators({ data }: CardFile): readonly string[] {
  const places = Array.from({ length: Math.floor(data.length / 3) }, (_, at) => at * 3)
  return places.flatMap((at) => plmnOf(data.subarray(at, at + 3)) ?? [])
}
/** Writes it anew. */
export function forbidOperators(file: CardFile, plmns: readonly string[]): void {
  file.data = filled(concat(plmns.map(plmnOctets)), FORBIDDEN_PLACES * 3)
}

/** The USIM application of the card is meant (a name may be given in part). */
export function isUsim(name: Uint8Array): boolean {
  return name.length >= 5 && sameBytes(name, hex(AID).subarray(0, name.length))
}
