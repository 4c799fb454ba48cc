import type { Token } from '@core/at/token'
import { splitFields } from '@core/at/fields'
import { readPdu } from '@core/sms/pdu'
import { messagesIn, toldBy, type ReportTold, type ShortMessage } from '@core/sms/message'
import { momentIn } from '@core/sms/timestamp'
import { reportState, reportWords } from '@core/sms/words'
import { isUcs2Number, numberText, ucs2In } from './message-values'

/** What a modem says of messages by itself. */
export type Arrival =
  /** Something lies in a memory that was not there: read it. */
  | { readonly kind: 'stored' }
  /** A message that goes to the computer alone (+CMT). */
  | { readonly kind: 'message'; readonly message: ShortMessage }
  /** What became of one that was sent (+CDS). */
  | { readonly kind: 'report'; readonly report: HeardReport }

export interface HeardReport {
  readonly reference: number
  readonly number: string
  readonly told: ReportTold
}

/** Undefined for every other line. A header alone says nothing yet: its body follows (27.005, 3.4.1). */
export function arrivalIn(token: Token): Arrival | undefined {
  if (token.kind !== 'unsolicited') return undefined
  const { header, text } = token
  if (header === undefined) {
    if (/^\+(CMTI|CDSI):/.test(text)) return { kind: 'stored' }
    return /^\+CDS: *\d+,/.test(text) ? reportOfText(text) : undefined
  }
  if (header.startsWith('+CMT:')) return { kind: 'message', message: messageUnder(header, text) }
  return header.startsWith('+CDS:') ? reportOfPdu(text) : undefined
}

const tailOf = (line: string) =>
  splitFields(line.slice(line.indexOf(':') + 1), 0).map(({ text }) => text.trim())

/** `+CMT: ,24` and a PDU, or `+CMT: "number",,"time"` and a text. */
function messageUnder(header: string, body: string): ShortMessage {
  const fields = tailOf(header)
  const length = fields.length <= 2 ? Number(fields.at(-1)) : NaN
  if (Number.isInteger(length)) {
    const stored = { storage: '', index: 0, status: 0, length, hex: body.trim() }
    const [message] = messagesIn([stored])
    if (message) return { ...message, places: [] }
  }
  const at = momentIn(fields[2] ?? '')
  return {
    id: '',
    kind: 'received',
    unread: true,
    number: numberText(fields[0]),
    text: isUcs2Number(fields[0] ?? '') ? ucs2In(body.trim()) : body,
    coding: 'gsm',
    parts: 1,
    missing: [],
    ...(at ? { at } : {}),
    places: [],
    pdus: [],
  }
}

function reportOfPdu(hex: string): Arrival | undefined {
  const { parsed } = readPdu(hex.trim())
  if (parsed.kind !== 'report') return undefined
  const { reference, number } = parsed
  return { kind: 'report', report: { reference, number, told: toldBy(parsed) } }
}

/** <fo>,<mr>,[<ra>],[<tora>],<scts>,<dt>,<st> of text mode. */
function reportOfText(line: string): Arrival | undefined {
  const [, reference, number = '', , , done = '', status] = tailOf(line)
  const [mr, st] = [Number(reference), Number(status)]
  if (!Number.isInteger(mr) || !Number.isInteger(st)) return undefined
  const at = momentIn(done)
  const told = { state: reportState(st), words: reportWords(st), ...(at ? { at } : {}) }
  return { kind: 'report', report: { reference: mr, number: numberText(number), told } }
}
