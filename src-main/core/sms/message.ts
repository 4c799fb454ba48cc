import { hexOf } from '../bytes'
import type { Words } from '../words'
import type { PhoneNumber } from './address'
import { contentOf, headerOf, joined } from './body'
import { classOf, codingOf, type Coding } from './coding'
import type { Concatenation } from './header'
import { readPdu } from './pdu'
import { momentOf, type Moment } from './timestamp'
import type { StatusReport, Tpdu } from './tpdu'
import { reportState, reportWords, type ReportState } from './words'

/** Where a message or a part of one lies: `SM` 3. */
export interface Place {
  readonly storage: string
  readonly index: number
}

/** A message as a modem lists it in PDU mode (27.005, 3.4.2). */
export interface StoredPdu extends Place {
  /** Received unread, received read, stored unsent, stored sent. */
  readonly status: number
  readonly length: number
  readonly hex: string
}

/** What became of a message that was sent. */
export interface ReportTold {
  readonly state: ReportState
  readonly words: Words
  readonly at?: Moment
}

/** A message as a person reads it: its parts joined. */
export interface ShortMessage {
  /** The same as long as its first part lies where it lies. */
  readonly id: string
  readonly kind: 'received' | 'sent' | 'draft' | 'report'
  readonly unread: boolean
  /** Of the other side; empty where nobody knows. */
  readonly number: PhoneNumber
  /** Absent where it is no text; then `hex`, and `why` where it should have been one. */
  readonly text?: string
  readonly hex?: string
  readonly why?: Words
  readonly coding: Coding
  readonly messageClass?: number
  /** For a program behind this port and not for a person. */
  readonly port?: number
  /** How many parts it has, and which of them are not there, counted from 1. */
  readonly parts: number
  readonly missing: readonly number[]
  /** When its service centre had it. */
  readonly at?: Moment
  readonly serviceCentre?: PhoneNumber
  /** Where it lies; empty where the modem does not keep it. */
  readonly places: readonly Place[]
  /** As they came. */
  readonly pdus: readonly string[]
  /** Of a message that was sent with one asked for; a report that lies alone has its own. */
  readonly report?: ReportTold | 'awaited'
}

export const placeText = ({ storage, index }: Place): string => `${storage}:${index}`

interface Part {
  readonly stored: StoredPdu
  readonly serviceCentre: PhoneNumber
  readonly tpdu: Tpdu
  readonly concatenation: Concatenation | undefined
}

/** Messages from what lies in the memories, in the order of their first parts. */
export function messagesIn(all: readonly StoredPdu[]): readonly ShortMessage[] {
  const groups: Part[][] = []
  const alone: ShortMessage[] = []
  for (const stored of all) {
    const { serviceCentre, parsed } = readPdu(stored.hex, stored.length)
    switch (parsed.kind) {
      case 'damaged':
        alone.push(damagedMessage(stored, parsed.said))
        break
      case 'report':
        alone.push(reportMessage(stored, parsed))
        break
      default: {
        const concatenation = headerOf(parsed)?.concatenation
        addPart(groups, { stored, serviceCentre, tpdu: parsed, concatenation })
      }
    }
  }
  const order = new Map(all.map((stored, i) => [placeText(stored), i]))
  const at = ({ places: [first] }: ShortMessage) => (first && order.get(placeText(first))) ?? 0
  return [...alone, ...groups.map(messageOf)].sort((a, b) => at(a) - at(b))
}

/** A place that is taken means another message: references come again after 256. */
function addPart(groups: Part[][], part: Part): void {
  const group = groups.find(
    (one) => belongs(one, part) && !one.some((other) => placeOf(other) === placeOf(part)),
  )
  if (group) group.push(part)
  else groups.push([part])
}

const placeOf = ({ concatenation }: Part): number => concatenation?.place ?? 1

function belongs([first]: readonly Part[], part: Part): boolean {
  const [a, b] = [first?.concatenation, part.concatenation]
  if (!first || !a || !b) return false
  return (
    a.reference === b.reference &&
    a.wide === b.wide &&
    a.total === b.total &&
    first.tpdu.kind === part.tpdu.kind &&
    first.tpdu.number === part.tpdu.number
  )
}

function messageOf(group: readonly Part[]): ShortMessage {
  const parts = [...group].sort((a, b) => placeOf(a) - placeOf(b))
  const total = parts[0]?.concatenation?.total ?? 1
  const places = parts.map(({ stored: { storage, index } }) => ({ storage, index }))
  // In the order they lie in: the first stays the first when a part comes later.
  const [first] = [...places].sort((a, b) => a.index - b.index)
  const [one] = parts
  const at = parts.flatMap(({ tpdu }) => momentOf(tpdu.timestamp) ?? [])[0]
  const have = new Set(parts.map(placeOf))
  const tpdu = one?.tpdu
  const messageClass = tpdu && classOf(tpdu.dataCoding)
  const port = tpdu && headerOf(tpdu)?.port
  return {
    id: first ? placeText(first) : '',
    kind: kindOf(one),
    unread: parts.some(({ stored }) => stored.status === 0),
    number: tpdu?.number ?? '',
    ...bodyOf(parts),
    coding: codingOf(tpdu?.dataCoding ?? 0),
    ...(messageClass === undefined ? {} : { messageClass }),
    ...(port === undefined ? {} : { port }),
    parts: total,
    missing: Array.from({ length: total }, (_, i) => i + 1).filter((place) => !have.has(place)),
    ...(at ? { at } : {}),
    ...(one?.serviceCentre ? { serviceCentre: one.serviceCentre } : {}),
    places,
    pdus: parts.map(({ stored }) => stored.hex),
  }
}

function kindOf(part: Part | undefined): ShortMessage['kind'] {
  if (part?.tpdu.kind !== 'submit') return 'received'
  return part.stored.status === 2 ? 'draft' : 'sent'
}

const gap = '…'

/** A text with what is missing shown as a gap; neighbours are joined before they become characters. */
function bodyOf(parts: readonly Part[]): Pick<ShortMessage, 'text' | 'hex' | 'why'> {
  const runs: Part[][] = []
  for (const part of parts) {
    const last = runs.at(-1)?.at(-1)
    if (last && placeOf(part) === placeOf(last) + 1) runs.at(-1)?.push(part)
    else runs.push([part])
  }
  const bodies = runs.map((run) => joined(run.map(({ tpdu }) => contentOf(tpdu))))
  if (bodies.every((body) => body.kind === 'text')) {
    const [first] = parts
    const before = first && placeOf(first) > 1 ? gap : ''
    const total = first?.concatenation?.total ?? 1
    const last = parts.at(-1)
    const after = last && placeOf(last) < total ? gap : ''
    return { text: before + bodies.map(({ text }) => text).join(gap) + after }
  }
  const whole = joined(parts.map(({ tpdu }) => contentOf(tpdu)))
  if (whole.kind === 'text') return { text: whole.text }
  return { hex: hexOf(whole.octets).toUpperCase(), ...(whole.why ? { why: whole.why } : {}) }
}

function damagedMessage(stored: StoredPdu, why: Words): ShortMessage {
  const { storage, index, status, hex } = stored
  return {
    id: placeText(stored),
    kind: status === 2 ? 'draft' : status === 3 ? 'sent' : 'received',
    unread: status === 0,
    number: '',
    hex,
    why,
    coding: 'octets',
    parts: 1,
    missing: [],
    places: [{ storage, index }],
    pdus: [hex],
  }
}

function reportMessage(stored: StoredPdu, report: StatusReport): ShortMessage {
  const { storage, index, status, hex } = stored
  const at = momentOf(report.timestamp)
  return {
    id: placeText(stored),
    kind: 'report',
    unread: status === 0,
    number: report.number,
    coding: 'gsm',
    parts: 1,
    missing: [],
    ...(at ? { at } : {}),
    places: [{ storage, index }],
    pdus: [hex],
    report: toldBy(report),
  }
}

export function toldBy({ status, discharge }: StatusReport): ReportTold {
  const at = momentOf(discharge)
  return { state: reportState(status), words: reportWords(status), ...(at ? { at } : {}) }
}
