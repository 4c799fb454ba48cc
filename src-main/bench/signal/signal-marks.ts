import type { CellStay, SignalEvent, SignalMarks, SignalSample } from '@contract'
import { parseFinal, unknownCommand } from '@core/at/final'
import { lineName } from '@core/at/line-name'
import type { Decision } from '@core/failover/decision'
import type { LogRow } from '@core/log/row'
import type { SlotName } from '@core/modem/slot-names'
import type { Clock } from '@core/ports/clock'
import type { Words } from '@core/words'
import { Attention } from '@bench/slot/attention'
import { CellHistory } from './cell-history'
import type { BenchEvent, BenchEventOf } from '@bench/events'
import { PingLoss } from '@bench/slot/ping-loss'
import { portEvent, type Told } from './signal-words'
import { anotherCell, connectedAs, connectionEnded, registrationIs } from './words'

interface Options {
  readonly clock: Clock
  readonly onMarks: (marks: SignalMarks) => void
  readonly onSample: (sample: SignalSample) => void
}

const mostEvents = 5000
/** The same fault again within this time is one mark: a poll that fails would draw a fence. */
const sameFaultMs = 60_000
const saidByModem: ReadonlySet<LogRow['kind']> = new Set(['answer', 'unsolicited', 'unknown'])

/** Watches what happens on the bench, and notes what explains a change in a chart. */
export class SignalMarkers {
  readonly #o: Options
  readonly #cells = new CellHistory()
  readonly #loss = new PingLoss()
  #events: SignalEvent[] = []
  readonly #lastRowUs: { [slot in SlotName]: number } = { a: 0, b: 0 }
  readonly #faults = new Map<string, number>()
  readonly #attention = { a: new Attention(), b: new Attention() }

  constructor(options: Options) {
    this.#o = options
  }

  get marks(): SignalMarks {
    return { events: this.#events, cells: this.#cells.stays }
  }

  hear(event: BenchEvent): void {
    switch (event.kind) {
      case 'row':
        this.#row(event.row)
        break
      case 'port':
        this.#port(event)
        break
      case 'link':
        this.#link(event)
        break
      case 'registration':
        this.#registration(event)
        break
      case 'facts':
        this.#facts(event)
        break
      case 'echo':
        this.#echo(event)
        break
      // The charts show these as values of their own, or not at all.
      case 'mode':
      case 'carrier':
      case 'signal':
      case 'sim':
      case 'traffic':
      case 'answering':
      case 'alert':
      case 'verdict':
        break
    }
  }

  /** A decision of the failover; its result later is no event of its own. */
  decided({ kind, trigger, result, to, from, atMs, monoUs, words }: Decision): void {
    if (result !== 'open' && kind !== 'stay' && kind !== 'stop') return
    const wanted = ['start', 'manual', 'return'].includes(trigger)
    const severity = kind === 'stop' ? 'failure' : wanted ? 'fine' : 'warning'
    const slot = to ?? from ?? 'a'
    this.#add([{ slot, atMs, monoUs, kind: 'failover', severity, words }])
  }

  /** What the platform of the SIM told; it happened before it was told. */
  platform(told: readonly Pick<SignalEvent, 'slot' | 'atMs' | 'severity' | 'words'>[]): void {
    if (told.length === 0) return
    const { clock } = this.#o
    const nowMs = clock.nowMs()
    const nowUs = clock.monotonicUs()
    const us = (atMs: number) => Math.max(0, Math.round(nowUs - (nowMs - atMs) * 1000))
    this.#add(told.map((one) => ({ ...one, kind: 'platform', monoUs: us(one.atMs) })))
  }

  /** The computer slept: values are missing, not lost by the modem. */
  slept(slot: SlotName, words: Words): void {
    this.#tellOf(slot, { kind: 'sleep', severity: 'notice', words })
  }

  #row(row: LogRow): void {
    this.#lastRowUs[row.slot] = row.monoUs
    // A flood of lines would be a fence of marks; what ends a command, and what the program says, always counts.
    const { name } = lineName(row.text)
    if (saidByModem.has(row.kind) && !this.#attention[row.slot].take(row.monoUs, name)) return
    if (row.explanation?.severity !== 'failure' || isNotKnown(row)) return
    const key = `${row.slot} ${row.text}`
    const last = this.#faults.get(key)
    if (last !== undefined && row.atMs - last < sameFaultMs) return
    if (this.#faults.size > 500) this.#faults.clear()
    this.#faults.set(key, row.atMs)
    const { words, severity } = row.explanation
    const { slot, atMs, monoUs } = row
    this.#add([{ slot, atMs, monoUs, kind: 'fault', severity, words }])
  }

  #port({ slot, before, now }: BenchEventOf<'port'>): void {
    if (now?.state !== 'open') this.#changeCells(() => this.#cells.end(slot, this.#o.clock.nowMs()))
    const told = portEvent(before, now)
    if (told) this.#tellOf(slot, told)
  }
  #link({ slot, before, now }: BenchEventOf<'link'>): void {
    if (now && now.upMs !== before?.upMs) {
      this.#loss.clear(slot)
      const words = connectedAs(now.address)
      this.#tellOf(slot, { kind: 'connected', severity: 'fine', words })
    } else if (before && !now) {
      const words = connectionEnded
      this.#tellOf(slot, { kind: 'disconnected', severity: 'warning', words })
    }
  }
  /** A registration that nobody knows any more is no event: the radio went off, or the modem did. */
  #registration({ slot, stat, registered, words }: BenchEventOf<'registration'>): void {
    if (stat === null) return
    this.#tellOf(slot, {
      kind: 'registration',
      severity: registered ? 'fine' : 'warning',
      words: registrationIs(words),
    })
  }
  #facts({ slot, facts }: BenchEventOf<'facts'>): void {
    const stay = this.#changeCells(() => this.#cells.take(slot, facts, this.#at(slot)))
    if (stay) this.#tellOf(slot, { kind: 'cell', severity: 'fine', words: cellWords(stay) })
  }
  #echo({ slot, ms }: BenchEventOf<'echo'>): void {
    const { clock } = this.#o
    this.#o.onSample({
      slot,
      atMs: clock.nowMs(),
      monoUs: clock.monotonicUs(),
      lossPercent: this.#loss.add(slot, ms === null),
      ...(ms === null ? {} : { latencyMs: ms }),
    })
  }

  #changeCells<T>(change: () => T): T {
    const before = this.#cells.stays
    const result = change()
    if (this.#cells.stays !== before) this.#tell([])
    return result
  }
  #tellOf(slot: SlotName, told: Told): void {
    this.#add([{ ...this.#at(slot), ...told }])
  }

  /** Now, and the row that told it: a row comes before the state it changed. */
  #at(slot: SlotName) {
    const { clock } = this.#o
    return { slot, atMs: clock.nowMs(), monoUs: this.#lastRowUs[slot] || clock.monotonicUs() }
  }

  #add(events: readonly SignalEvent[]): void {
    this.#events = [...this.#events, ...events].slice(-mostEvents)
    this.#tell(events)
  }
  #tell(events: readonly SignalEvent[]): void {
    this.#o.onMarks({ events, cells: this.#cells.stays })
  }
}

/** What the console itself asks of every modem, so as to see what it knows; none of it changes anything. */
const askedOfAll = /^AT\+(?:(?:CGREG|CEREG|C5GREG|CPSMS|CEDRXS|CPSI)\?|CESQ|CSQ|CBC|CPMUTEMP)$/i

/**
 * That a modem does not know such a question (a 3G modem none of LTE) is no event of its signal, whoever asked: the log has it, and the polling
 * says that it is asked no more.
 */
function isNotKnown({ kind, command = '', text }: LogRow): boolean {
  if (kind !== 'final' || !askedOfAll.test(command.trim())) return false
  const final = parseFinal(text.trim())
  return final !== undefined && (final.kind === 'error' || unknownCommand(final))
}

/** Without the cell's number, which tells where the modem stands: views mask that by themselves. */
function cellWords({ access, band }: CellStay) {
  const radio = [access, band].filter((part) => part !== null).join(' ')
  return anotherCell(radio)
}
