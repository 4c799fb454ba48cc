import { bytesOf } from '../../bytes'
import type { RowDraft } from '../draft'
import { frameRow } from '../ppp-rows'
import { slotNames } from '../../modem/slot-names'
import { lineBytes } from './at-lines'
import { frameInWords } from './frame-in-words'
import type { ImportEvent, Stamp } from './format'
import { takeStamp } from './stamps'

/** A row as this program's own exports show it. */
export interface OwnRow {
  readonly kind: string
  readonly dir: string
  readonly text: string
  readonly time?: string
  readonly slot?: string
  readonly channel?: string
  readonly hex?: string
}

/** How a frame's summary begins; no modem's line does. */
const frame =
  /^(?:(?:LCP|PAP|CHAP|IPCP|IPV6CP|CCP) [A-Z][A-Za-z0-9]+ id=\d+|IP(?:V6)? (?:ICMP(?:v6)?|TCP|UDP|protocol \d+) \S+ > \S+, \d+ octets)/

/** What kind a line is, where an export does not name it: a frame in words, a prompt, or a line. */
export function kindOf(text: string): string {
  return frame.test(text) ? 'ppp' : /^> ?$/.test(text) ? 'prompt' : 'line'
}

/** The exchange a row was made from: its octets again, or the frame in words, where only those were written. */
export function ownEvent(row: OwnRow): ImportEvent {
  const { dir, kind, slot = '', channel = '' } = row
  const stamp = stampOf(row.time)
  const side = slotNames.find((name) => name === slot.toLowerCase())
  const place = {
    port: `${slot.toLowerCase()}${channel}`,
    ...(side ? { slot: side } : {}),
    ...(stamp ? { stamp } : {}),
  }
  if (dir === 'note' && kind === 'divider')
    return { kind: 'row', row: { dir, kind, text: row.text }, ...place }
  if (dir !== 'rx' && dir !== 'tx') return { kind: 'text', text: row.text, ...place }
  if (kind === 'ppp' || kind === 'cmux' || kind === 'noise') {
    const hex = row.hex === undefined ? {} : { hex: row.hex }
    const told = kind === 'ppp' ? frameInWords(row.text) : undefined
    const read: RowDraft = told ? frameRow(told, dir, row.text) : { dir, kind, text: row.text }
    return { kind: 'row', row: { ...read, ...hex }, ...place }
  }
  if (kind === 'prompt') return { kind: 'bytes', dir, bytes: bytesOf('> '), ...place }
  const end = kind === 'payload' ? '' : dir === 'tx' ? '\r' : '\r\n'
  return { kind: 'bytes', dir, bytes: lineBytes(unescaped(row.text) + end), ...place }
}

function stampOf(time: string | undefined): Stamp | undefined {
  if (time === undefined || time === '') return undefined
  // `+12.345` counts from the start of the log.
  const seconds = /^\+(\d+\.\d{1,6})$/.exec(time)?.[1]
  if (seconds !== undefined) return { ms: Math.round(Number(seconds) * 1000), timed: 'elapsed' }
  const { stamp } = takeStamp(`${time.replace(/^\+/, '')} `)
  return stamp && time.startsWith('+') ? { ...stamp, timed: 'elapsed' } : stamp
}

/** Octets that are no letters were written as `\x1a`. */
function unescaped(text: string): string {
  return text.replace(/\\x([01][0-9a-f]|7f|[89a-f][0-9a-f])/g, (_all, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  )
}
