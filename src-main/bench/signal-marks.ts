import type { AnyEvent, CellStay, SignalEvent, SignalMarks, SignalSample } from '@contract'
import type { Decision } from '@core/failover/decision'
import type { LogRow } from '@core/log/row'
import type { KnownFact, SlotName, SlotState } from '@core/modem/slot-state'
import type { Clock } from '@core/ports/clock'
import { CellHistory, current } from './cell-history'
import { PingLoss } from './ping-loss'
import { portEvent, type Told } from './signal-words'

interface Options {
  readonly clock: Clock
  readonly onMarks: (marks: SignalMarks) => void
  readonly onSample: (sample: SignalSample) => void
}

const mostEvents = 5000
/** The same fault again within this time is one mark: a poll that fails would draw a fence. */
const sameFaultMs = 60_000

/** Watches what the bench tells its windows, and notes what explains a change in a chart. */
export class SignalMarkers {
  readonly #o: Options
  readonly #cells = new CellHistory()
  readonly #loss = new PingLoss()
  #events: SignalEvent[] = []
  readonly #before: { [slot in SlotName]: Partial<SlotState> } = { a: {}, b: {} }
  readonly #lastRowUs: { [slot in SlotName]: number } = { a: 0, b: 0 }
  readonly #faults = new Map<string, number>()

  constructor(options: Options) {
    this.#o = options
  }

  get marks(): SignalMarks {
    return { events: this.#events, cells: this.#cells.stays }
  }

  hear(event: AnyEvent): void {
    switch (event.name) {
      case 'rows':
        for (const row of event.value.rows) this.#row(row)
        break
      case 'patch':
        this.#patch(event.value.slot, event.value.patch)
        break
      case 'net':
        if (event.value.tool === 'ping') this.#echo(event.value.slot, event.value.progress.value)
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

  #row(row: LogRow): void {
    this.#lastRowUs[row.slot] = row.monoUs
    if (row.explanation?.severity !== 'failure') return
    const key = `${row.slot} ${row.text}`
    const last = this.#faults.get(key)
    if (last !== undefined && row.atMs - last < sameFaultMs) return
    if (this.#faults.size > 500) this.#faults.clear()
    this.#faults.set(key, row.atMs)
    const { words, severity } = row.explanation
    const { slot, atMs, monoUs } = row
    this.#add([{ slot, atMs, monoUs, kind: 'fault', severity, words }])
  }

  #patch(slot: SlotName, patch: Partial<SlotState>): void {
    const before = this.#before[slot]
    this.#before[slot] = { ...before, ...patch }
    const cellsBefore = this.#cells.stays
    const told: Told[] = []
    const port = patch.port === undefined ? undefined : portEvent(before.port, patch.port)
    if (port) told.push(port)
    if (patch.port !== undefined && patch.port?.state !== 'open')
      this.#cells.end(slot, this.#o.clock.nowMs())
    if (patch.ip !== undefined) told.push(...this.#ip(slot, before.ip ?? null, patch.ip))
    if (patch.facts) told.push(...this.#facts(slot, before.facts ?? [], patch.facts))
    if (told.length > 0) this.#add(told.map((one) => ({ ...this.#at(slot), ...one })))
    else if (this.#cells.stays !== cellsBefore) this.#tell([])
  }

  #ip(slot: SlotName, before: SlotState['ip'], now: SlotState['ip']): Told[] {
    if (now && now.upMs !== before?.upMs) {
      this.#loss.clear(slot)
      const words = { en: `Connected: ${now.address}`, ja: `接続: ${now.address}` }
      return [{ kind: 'connected', severity: 'fine', words }]
    }
    if (now || !before) return []
    const words = { en: 'Connection ended', ja: '接続終了' }
    return [{ kind: 'disconnected', severity: 'warning', words }]
  }

  #facts(slot: SlotName, before: readonly KnownFact[], now: readonly KnownFact[]): Told[] {
    const told: Told[] = []
    const registration = current(now, 'registration')
    if (registration && registration.value !== current(before, 'registration')?.value) {
      const state = registration.text ?? { en: registration.value, ja: registration.value }
      const known = ['1', '5'].includes(registration.value)
      told.push({
        kind: 'registration',
        severity: known ? 'fine' : 'warning',
        words: { en: `Registration: ${state.en}`, ja: `登録: ${state.ja}` },
      })
    }
    const stay = this.#cells.take(slot, now, this.#at(slot))
    if (stay) told.push({ kind: 'cell', severity: 'fine', words: cellWords(stay) })
    return told
  }

  #echo(slot: SlotName, ms: number | null): void {
    const { clock } = this.#o
    this.#o.onSample({
      slot,
      atMs: clock.nowMs(),
      monoUs: clock.monotonicUs(),
      lossPercent: this.#loss.add(slot, ms === null),
      ...(ms === null ? {} : { latencyMs: ms }),
    })
  }

  /** Now, and the row that told it: rows reach the windows before the state they changed. */
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

/** Without the cell's number, which tells where the modem stands: views mask that by themselves. */
function cellWords({ access, band }: CellStay) {
  const radio = [access, band].filter((part) => part !== null).join(' ')
  return { en: `Another cell ${radio}`.trim(), ja: `セルの切り替わり ${radio}`.trim() }
}
