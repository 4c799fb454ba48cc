import { everyNth, type AnyEvent, type EventName, type Events } from '@contract'
import type { LogRow } from '@core/log/row'
import type { SlotName } from '@core/modem/slot-names'
import type { SlotState } from '@contract'
import type { Cancel, Clock } from '@core/ports/clock'
import type { Whole, Windows } from './windows'

type Chunk = Events['bytes'][number]

// At most 60 messages a second and 64 KiB of octets in one: drawing may fall behind, data never does.
const intervalMs = 17
// What each line changes (if only its age) is shown ten times a second.
const calmMs = 100
// Rows come so often while more come than are sent: nobody reads then, and each message costs as much as a second of the port.
const floodedMs = 200
// What was asked by itself is drawn once, at the end of the round, unless that takes longer than this.
const heldMs = 500
// What nobody waits for goes with the next message, or comes by itself after so long.
const unhurriedMs = 5_000
const unhurried: ReadonlySet<string> = new Set(['journal', 'net'] satisfies (keyof SlotState)[])
const mostRows = 400
// While more come than are sent, only those that a window can show: it reads the others when it wants them.
const mostFlooded = 60
const mostChars = 65_536
const mostSamples = 400
// Lists, not states: of these each is told.
const listed: ReadonlySet<EventName> = new Set([
  'net',
  'body',
  'macro',
  'probed',
  'told',
  'upkeep',
  'decision',
  'alert',
])

/**
 * The windows' picture of the bench: what changes is gathered and handed over in few, bounded messages, each a list of events.
 * Of what is told whole the last value wins. Rows beyond the bound are counted, not sent: a window pages them from the
 * journal. Nothing inside the bench listens here: for that there are BenchEvents.
 */
export class Outbox implements Windows {
  readonly #clock: Clock
  readonly #listeners = new Set<(events: readonly AnyEvent[]) => void>()
  #rows: LogRow[] = []
  #most = mostRows
  #lately = 0
  #behind = { a: 0, b: 0 }
  #chunks: Chunk[] = []
  #chars = 0
  readonly #patches = new Map<SlotName, Events['patch']>()
  #samples: Events['signal'][number][] = []
  #marks: Events['marks'] | undefined
  readonly #whole = new Map<EventName, AnyEvent>()
  #progress: AnyEvent[] = []
  #planned: Cancel | undefined
  #later: Cancel | undefined
  #holds = 0
  /** What has just been told and waits a while before it is told again. */
  readonly #resting = new Set<'rows' | 'state'>()
  readonly #queue: (readonly AnyEvent[])[] = []
  #emitting = false

  readonly #waiting = new Set<Cancel>()
  #ended = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** What is there goes out, and nothing is waited for any more: a program would live on for it. */
  end(): void {
    this.flush()
    this.#ended = true
    for (const cancel of [...this.#waiting]) cancel()
    this.#waiting.clear()
  }
  #after(ms: number, run: () => void): Cancel {
    if (this.#ended) return () => undefined
    const cancel = this.#clock.schedule(ms, () => {
      this.#waiting.delete(cancel)
      run()
    })
    this.#waiting.add(cancel)
    return () => {
      this.#waiting.delete(cancel)
      cancel()
    }
  }

  /** Returns the way to stop listening. */
  on(listener: (events: readonly AnyEvent[]) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Something that is told whole each time. */
  send<N extends Whole>(name: N, value: Events[N]): void {
    const event = { name, value } as AnyEvent
    if (listed.has(name)) this.#progress.push(event)
    else this.#whole.set(name, event)
    this.#soon()
  }
  /** `seq` numbers the changes of both slots in their order. */
  patch(slot: SlotName, seq: number, patch: Partial<SlotState>): void {
    const before = this.#patches.get(slot)
    // Taken out first, so that the slots stay in the order of their last change: a window drops lower numbers.
    this.#patches.delete(slot)
    this.#patches.set(slot, { slot, seq, patch: { ...before?.patch, ...patch } })
    if (Object.keys(patch).some((field) => !unhurried.has(field))) this.#soon()
    else this.#later ??= this.#after(unhurriedMs, () => this.#soon())
  }
  signal(samples: Events['signal']): void {
    this.#samples.push(...samples)
    this.#soon()
  }
  marks({ events, cells }: Events['marks']): void {
    this.#marks = { events: [...(this.#marks?.events ?? []), ...events], cells }
    this.#soon()
  }
  rows(rows: readonly LogRow[]): void {
    if (rows.length === 0) return
    for (const row of rows) this.#rows.push(row)
    // Trimmed in large bites, since cutting the front of an array costs its length.
    if (this.#rows.length > mostRows * 4) this.#trim(mostRows)
    this.#soon()
  }
  #trim(most: number): void {
    const over = this.#rows.length - most
    if (over <= 0) return
    for (const row of this.#rows.slice(0, over)) this.#behind[row.slot]++
    this.#rows = this.#rows.slice(over)
  }
  bytes(chunk: Chunk): void {
    if (this.#chars > mostChars) return
    this.#chunks.push(chunk)
    this.#chars += chunk.text.length
    this.#soon()
  }

  /**
   * What happens from now on waits until what comes back is called, `heldMs` at most: each message costs a window a frame,
   * whatever is in it. A call's answer waits for nobody.
   */
  hold(): () => void {
    this.#holds++
    let over = false
    const end = () => {
      if (over) return
      over = true
      late()
      this.#holds--
      if (this.#holds === 0 && this.#hasAny) this.#soon()
    }
    const late = this.#after(heldMs, end)
    return end
  }

  /**
   * Hands over what is there now: a call's answer comes after what the call changed. While more rows come than are sent they
   * wait for their own time, so that no answer waits for them.
   */
  flush(): void {
    this.#planned?.()
    const flooded = this.#resting.has('rows')
    this.#hand([...(flooded ? [] : this.#stream()), ...this.#state(), ...this.#told()])
  }
  #tick(): void {
    const state = !this.#resting.has('state')
    // Rows come before the state that they changed, but for a flood's: those wait for their own time.
    const rows = !this.#resting.has('rows')
    this.#hand([...(rows ? this.#stream() : []), ...(state ? this.#state() : []), ...this.#told()])
  }
  #hand(events: readonly AnyEvent[]): void {
    this.#planned = undefined
    if (this.#patches.size === 0) {
      this.#later?.()
      this.#later = undefined
    }
    if (events.length === 0) return
    this.#queue.push(events)
    this.#emit()
  }

  /** What was said, one after the other. */
  #stream(): readonly AnyEvent[] {
    const events: AnyEvent[] = []
    // Many small pieces are a flood as well as a large one.
    const flooded = this.#rows.length >= Math.min(this.#most, mostRows - this.#lately)
    this.#trim(this.#most)
    this.#most = flooded ? mostFlooded : mostRows
    if (flooded) this.#rest('rows')
    else this.#count(this.#rows.length)
    if (this.#rows.length > 0) {
      events.push({ name: 'rows', value: { rows: this.#rows, behind: this.#behind } })
      this.#rows = []
      this.#behind = { a: 0, b: 0 }
    }
    if (this.#chunks.length > 0) {
      events.push({ name: 'bytes', value: this.#chunks })
      this.#chunks = []
      this.#chars = 0
    }
    return events
  }
  /** How many rows went out a moment ago. */
  #count(rows: number): void {
    if (rows > 0 && this.#lately === 0)
      this.#after(floodedMs, () => {
        this.#lately = 0
      })
    this.#lately += rows
  }
  #told(): readonly AnyEvent[] {
    const events = [...this.#whole.values(), ...this.#progress]
    this.#whole.clear()
    this.#progress = []
    return events
  }
  #state(): readonly AnyEvent[] {
    const events: AnyEvent[] = []
    for (const value of this.#patches.values()) events.push({ name: 'patch', value })
    this.#patches.clear()
    if (this.#samples.length > 0) {
      const value = everyNth(this.#samples, Math.ceil(this.#samples.length / mostSamples))
      events.push({ name: 'signal', value })
      this.#samples = []
    }
    if (this.#marks) events.push({ name: 'marks', value: this.#marks })
    this.#marks = undefined
    if (events.length > 0) this.#rest('state')
    return events
  }
  get #hasState(): boolean {
    return this.#patches.size > 0 || this.#samples.length > 0 || this.#marks !== undefined
  }
  get #hasAny(): boolean {
    const told = this.#whole.size > 0 || this.#progress.length > 0
    return told || this.#hasState || this.#rows.length > 0 || this.#chunks.length > 0
  }
  #soon(): void {
    if (this.#holds > 0) return
    this.#planned ??= this.#after(intervalMs, () => this.#tick())
  }
  #rest(what: 'rows' | 'state'): void {
    if (this.#resting.has(what)) return
    this.#resting.add(what)
    this.#after(what === 'rows' ? floodedMs : calmMs, () => {
      this.#resting.delete(what)
      if (this.#rows.length === 0) this.#most = mostRows
      if (this.#rows.length > 0 || this.#hasState) this.#soon()
    })
  }
  /**
   * One message after the other. Electron's webContents.send lets pending promises run before it returns, so a listener may
   * cause the next message in the middle of this one.
   */
  #emit(): void {
    if (this.#emitting) return
    this.#emitting = true
    try {
      for (let events = this.#queue.shift(); events; events = this.#queue.shift())
        for (const listener of [...this.#listeners]) listener(events)
    } finally {
      this.#emitting = false
    }
  }
}
