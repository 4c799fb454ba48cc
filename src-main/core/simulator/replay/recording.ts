import { Fault } from '../../fault'
import type { LogRow } from '../../log/row'
import { spelled } from '../../log/summary-parts'
import type { SlotName } from '../../modem/slot-names'
import { callIn, type RecordedCall } from './recorded-call'
import { quoted } from '../../words'
import { slotNotRecorded } from './words'

/** What the modem said, and how long after the command it did. */
export interface Said {
  readonly afterMs: number
  /** One character an octet, without line end. */
  readonly text: string
  /** `final` ends the answer; `prompt` waits for content (`octets` of it, or up to Ctrl-Z); `unasked` is no part of it. */
  readonly kind: 'line' | 'final' | 'prompt' | 'payload' | 'unasked'
  readonly octets?: number
}

/** A command and all that followed it up to the next one. */
export interface Exchange {
  readonly command: string
  readonly says: readonly Said[]
  /** Behind CONNECT. */
  readonly call?: RecordedCall
}

/** A log as a modem can act it again. */
export interface Recording {
  /** The file, as people call it. */
  readonly name: string
  /** In the order they were recorded. */
  readonly exchanges: readonly Exchange[]
  /** What the modem said before the first command, from the first line of the log on. */
  readonly opening: readonly Said[]
  /** False: the log has no times, so answers come after a usual one. */
  readonly timed: boolean
  /** Nothing came back at all, not even an echo. */
  readonly silent: boolean
  /** The slots of the log with an exchange; the recording is of the first, or of the one that was asked for. */
  readonly slots: readonly SlotName[]
  readonly slot: SlotName
}

export interface RecordingOptions {
  readonly name: string
  readonly slot?: SlotName
}

const rowsAtOnce = 500
/** Where the log has no times: an answer, and one that came after a later command. */
const USUAL_MS = 20
const LATE_MS = 3_000

interface Open {
  readonly command: string
  readonly atUs: number
  readonly timed: boolean
  readonly says: Said[]
  /** Rows behind its CONNECT. */
  readonly behind: LogRow[]
  ended: boolean
  connected: boolean
  /** How many commands had been sent when its result came. */
  sentByThen: number
}

/**
 * The exchange of one slot of a log. Frames are not kept: what was negotiated once cannot be said again.
 * Throws Fault('replay-empty') for a log without a command.
 */
export function recordingOf(rows: readonly LogRow[], options: RecordingOptions): Recording {
  const steps = making(rows, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same of a long log: `breathe` gives others their turn. */
export async function recordingInTurns(
  rows: readonly LogRow[],
  options: RecordingOptions,
  breathe: () => Promise<void>,
): Promise<Recording> {
  const steps = making(rows, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await breathe()
  }
}

/** Pauses now and then. */
function* making(
  rows: readonly LogRow[],
  { name, slot: wanted }: RecordingOptions,
): Generator<void, Recording> {
  const found = new Set<SlotName>()
  for (const [at, row] of rows.entries()) {
    if (isSentCommand(row)) found.add(row.slot)
    if (at % rowsAtOnce === 0) yield
  }
  const slots = [...found].sort()
  const slot = wanted ?? slots[0]
  if (slot === undefined || !slots.includes(slot)) throw noSuchSlot(name, slots, wanted)
  const writer = new Writer()
  let silent = true
  for (const [at, row] of rows.entries()) {
    if (at % rowsAtOnce === 0) yield
    if (row.slot !== slot) continue
    writer.take(row)
    if (row.dir === 'rx') silent = false
  }
  return { name, slot, slots, silent, timed: writer.timed, ...writer.end() }
}

export const isSentCommand = ({ kind, dir }: LogRow): boolean => kind === 'command' && dir === 'tx'

/** Nothing can be replayed of a log, or of this slot of it. */
export function noSuchSlot(
  name: string,
  slots: readonly SlotName[],
  slot: SlotName | undefined,
): Fault {
  if (slot === undefined || slots.length === 0) return new Fault('replay-empty', quoted(name))
  return new Fault('replay-empty', slotNotRecorded(name, slot, slots))
}

class Writer {
  readonly #opening: Said[] = []
  readonly #exchanges: Open[] = []
  /** The commands without a result, by their text, oldest first. */
  readonly #open = new Map<string, { readonly list: Open[]; next: number }>()
  #firstUs: number | undefined
  timed = false

  take(row: LogRow): void {
    this.#firstUs ??= row.monoUs
    const last = this.#exchanges.at(-1)
    if (last?.connected) last.behind.push(row)
    switch (row.kind) {
      case 'command':
        if (row.text !== '+++') this.#command(row)
        return
      case 'answer':
      case 'final':
      case 'prompt':
        return this.#answer(row)
      case 'payload':
        return row.dir === 'tx' ? this.#given(row) : this.#answer(row)
      case 'unsolicited':
      case 'unknown':
        return this.#unasked(row)
      case 'echo':
      case 'ppp':
      case 'cmux':
      case 'note':
      case 'divider':
      case 'noise':
      case 'text':
        return
    }
  }
  end(): Pick<Recording, 'exchanges' | 'opening'> {
    const heard = this.#heard()
    const exchanges = heard.map(({ command, says, behind, connected, atUs }) => {
      if (!connected) return { command, says }
      const connectMs = says.find(isConnect)?.afterMs ?? 0
      return { command, says, call: callIn(behind, { atUs: atUs + connectMs * 1000 }) }
    })
    return { exchanges, opening: this.#opening }
  }

  /** Without those sent while the modem was busy with an earlier one and never taken in: a host that waits meets no silence. */
  #heard(): readonly Open[] {
    let busyUntil = 0
    return this.#exchanges.filter((open, place) => {
      const lost = open.says.length === 0 && busyUntil > place
      busyUntil = Math.max(busyUntil, open.sentByThen)
      return !lost
    })
  }
  #command(row: LogRow): void {
    const timed = row.timed !== 'none'
    this.timed ||= timed
    const { text: command, monoUs: atUs } = row
    const state = { ended: false, connected: false, sentByThen: 0 }
    const open: Open = { command, atUs, timed, says: [], behind: [], ...state }
    this.#exchanges.push(open)
    const same = this.#open.get(command)
    if (same) same.list.push(open)
    else this.#open.set(command, { list: [open], next: 0 })
  }
  #answer(row: LogRow): void {
    const open = this.#ownerOf(row)
    // In data mode the end of the call comes as a result of its own.
    if (!open || open.ended) return this.#unasked(row)
    const kind = row.kind === 'answer' || row.kind === 'unknown' ? 'line' : row.kind
    if (kind !== 'final' && kind !== 'prompt' && kind !== 'payload' && kind !== 'line') return
    const late = this.#exchanges.at(-1) !== open
    // A program's own word for the result: the modem says what it stands for.
    const { text } = row.dir === 'note' ? spelled(row) : row
    open.says.push({ afterMs: this.#after(open, row, late), text, kind })
    open.ended = kind === 'final'
    open.sentByThen = this.#exchanges.length
    open.connected = kind === 'final' && row.text.startsWith('CONNECT')
  }
  /** The command a line answers: the oldest of that text without a result, for what came late. */
  #ownerOf(row: LogRow): Open | undefined {
    const last = this.#exchanges.at(-1)
    if (row.command === undefined || last?.command === row.command) return last
    const same = this.#open.get(row.command)
    if (!same) return undefined
    while (same.list[same.next]?.ended) same.next++
    return same.list[same.next]
  }
  #given(row: LogRow): void {
    const says = this.#exchanges.at(-1)?.says
    const prompt = says?.at(-1)
    if (!says || prompt?.kind !== 'prompt' || /[\x1a\x1b]$/.test(row.text)) return
    says[says.length - 1] = { ...prompt, octets: (prompt.octets ?? 0) + row.text.length }
  }
  #unasked(row: LogRow): void {
    const last = this.#exchanges.at(-1)
    // What ends a call belongs to the call.
    if (last?.connected) return
    if (last) {
      const said = {
        afterMs: this.#after(last, row, false),
        text: row.text,
        kind: 'unasked',
      } as const
      last.says.push(said)
      return
    }
    const afterMs = row.timed === 'none' ? USUAL_MS : (row.monoUs - (this.#firstUs ?? 0)) / 1000
    this.#opening.push({ afterMs, text: row.text, kind: 'unasked' })
  }
  #after(open: Open, row: LogRow, late: boolean): number {
    const known = open.timed && row.timed !== 'none'
    const ms = known ? Math.max(0, (row.monoUs - open.atUs) / 1000) : late ? LATE_MS : USUAL_MS
    // Lines that came in one reading stay in their order.
    return Math.max(ms, open.says.at(-1)?.afterMs ?? 0)
  }
}

function isConnect(said: Said): boolean {
  return said.kind === 'final' && said.text.startsWith('CONNECT')
}
