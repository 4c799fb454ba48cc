import { errorWords, Fault } from '../fault'
import type { SlotName } from '../modem/slot-names'
import { slotNames } from '../modem/slot-names'
import type { Cancel, Clock } from '../ports/clock'
import type { Words } from '../words'
import { bring } from './bring'
import type { Decision } from './decision'
import { viewOf, type AroundFailover, type FailoverState } from './failover-state'
import { next } from './machine'
import { momentOf } from './moment'
import type { Policy } from './policy'
import type { Done, SlotEvent, TwoSlots } from './slots'
import { newFailover, type Effect, type Input, type State } from './state'
import { notOpen, limitOf } from './words'

export interface FailoverOptions {
  readonly slots: TwoSlots
  readonly policy: Policy
  readonly clock: Clock
  /** The traffic goes over this slot from now on; null: over none. */
  readonly onMove?: (to: SlotName | null) => void
  /** A decision was taken, or has its result: the same id again. */
  readonly onDecision?: (decision: Decision) => void
  readonly onChange?: () => void
  /** Given up. */
  readonly onCall?: (words: Words) => void
  /** A check of a link, for the statistics. */
  readonly onProbe?: (slot: SlotName, ms: number | null) => void
  /** A defect of ours: nothing a modem does. */
  readonly report: (error: unknown) => void
}

type Untimed<I> = I extends unknown ? Omit<I, 'at'> : never

const timed = ({ en, ja }: Words, ms: number): Words => ({
  en: `${en} (${ms} ms)`,
  ja: `${ja}（${ms} ms）`,
})

/** Drives two slots as the machine decides. `start` and `stop` may be called again and again. */
export class Failover {
  readonly #o: FailoverOptions
  #machine: State
  #queue: Input[] = []
  #taking = false
  #decisions: Decision[] = []
  #wake: Cancel | undefined
  readonly #jobs = new Map<SlotName, { abort: AbortController; ended: Promise<void> }>()
  #unlisten: (() => void)[] = []
  readonly #rounds = new Map<SlotName, Cancel>()
  #rest = new AbortController()
  #active: SlotName | null = null

  constructor(options: FailoverOptions) {
    this.#o = options
    this.#machine = newFailover(options.policy)
  }

  get active(): SlotName | null {
    return this.#active
  }
  get machine(): State {
    return this.#machine
  }
  get decisions(): readonly Decision[] {
    return this.#decisions
  }
  get running(): boolean {
    return this.#machine.phase.kind !== 'off'
  }
  view(more: AroundFailover = {}): FailoverState {
    return viewOf(this.#machine, momentOf(this.#o.clock), this.#decisions, more)
  }

  start(): void {
    if (this.#machine.phase.kind !== 'off' && this.#machine.phase.kind !== 'stopped') return
    if (this.#unlisten.length === 0) this.#listen()
    this.#take({ kind: 'start' })
  }
  manual(to: SlotName): void {
    this.#take({ kind: 'manual', to })
  }
  /** Ends what is under way; links stay as they are. Resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.#take({ kind: 'stop' })
    for (const stop of this.#unlisten.splice(0)) stop()
    for (const cancel of this.#rounds.values()) cancel()
    this.#rounds.clear()
    this.#wake?.()
    this.#rest.abort(new Fault('at-cancelled'))
    this.#rest = new AbortController()
    for (const { abort } of this.#jobs.values()) abort.abort(new Fault('connect-cancelled'))
    await Promise.all([...this.#jobs.values()].map(({ ended }) => ended))
  }

  #listen(): void {
    for (const slot of slotNames) {
      const { facts } = this.#o.slots[slot]
      if (!facts.port) this.#take({ kind: 'port', slot, there: false, seen: notOpen })
      if (facts.link) this.#take({ kind: 'link', slot, up: true })
      this.#unlisten.push(this.#o.slots[slot].on((event) => this.#onSlot(slot, event)))
      this.#planCheck(slot)
    }
  }
  #onSlot(slot: SlotName, event: SlotEvent): void {
    this.#take({ ...event, slot })
  }

  #take(input: Untimed<Input>): void {
    this.#queue.push({ ...input, at: momentOf(this.#o.clock) })
    if (this.#taking) return
    this.#taking = true
    try {
      for (let each = this.#queue.shift(); each; each = this.#queue.shift()) this.#step(each)
    } finally {
      this.#taking = false
    }
    this.#o.onChange?.()
  }
  #step(input: Input): void {
    const step = next(this.#machine, input)
    this.#machine = step.state
    for (const row of step.rows) this.#keep(row)
    for (const effect of step.effects) this.#do(effect)
  }
  #keep(row: Decision): void {
    this.#decisions = [...this.#decisions.filter(({ id }) => id !== row.id), row].slice(-5000)
    this.#o.onDecision?.(row)
  }

  #do(effect: Effect): void {
    switch (effect.do) {
      case 'bring':
        return this.#bring(effect)
      case 'prepare':
        return this.#prepare(effect)
      case 'release':
        return this.#run(effect.slot, async (signal) => this.#o.slots[effect.slot].hangUp(signal))
      case 'move':
        this.#active = effect.to
        this.#o.onMove?.(effect.to)
        return
      case 'wake':
        return this.#sleepUntil(effect.atUs)
      case 'call':
        this.#o.onCall?.(effect.words)
        return
      case 'rest':
        this.#wake?.()
        return
    }
  }

  #sleepUntil(atUs: number): void {
    this.#wake?.()
    const ms = Math.max(0, (atUs - this.#o.clock.monotonicUs()) / 1000)
    // A whole millisecond more, so that the moment has surely passed on a coarse clock.
    this.#wake = this.#o.clock.schedule(Math.ceil(ms) + 1, () => this.#take({ kind: 'tick' }))
  }

  #bring({ job, to, from, fresh }: Extract<Effect, { do: 'bring' }>): void {
    const { policy, slots, clock } = this.#o
    const { mode, triggers, limits } = policy
    if (from !== null) this.#jobs.get(from)?.abort.abort(new Fault('connect-cancelled'))
    let answered = false
    const answer = (ok: boolean, { phases, seen }: Done) => {
      if (answered) return
      answered = true
      this.#take({ kind: 'brought', job, ok, phases, seen })
    }
    this.#run(to, async (signal) => {
      const late = new AbortController()
      const limit = clock.schedule(limits.bringMs, () =>
        late.abort(new Fault('step-too-long', limitOf(limits.bringMs))),
      )
      const both = AbortSignal.any([signal, late.signal])
      const left = from === null ? null : slots[from]
      try {
        const options = { clock, mode, check: triggers.health, fresh, signal: both }
        answer(true, await bring({ ...options, to: slots[to], from: left }))
      } catch (error) {
        answer(false, { phases: [], seen: [this.#seenIn(error)] })
      } finally {
        limit()
      }
    })
  }

  #prepare({ slot, fresh }: Extract<Effect, { do: 'prepare' }>): void {
    const { policy, slots } = this.#o
    this.#run(slot, async (signal) => {
      try {
        if (fresh) await slots[slot].hangUp(signal)
        const done = await (policy.mode === 'hot'
          ? slots[slot].connect(signal)
          : slots[slot].attach(signal))
        if (!signal.aborted) this.#take({ kind: 'prepared', slot, ok: true, seen: done.seen })
      } catch (error) {
        // A switch has taken the slot over; it will say how that went.
        if (signal.aborted) return
        this.#take({ kind: 'prepared', slot, ok: false, seen: [this.#seenIn(error)] })
      }
    })
  }

  /** One thing at a time on a slot: the one before is ended first. */
  #run(slot: SlotName, act: (signal: AbortSignal) => Promise<void>): void {
    const before = this.#jobs.get(slot)
    before?.abort.abort(new Fault('connect-cancelled'))
    const abort = new AbortController()
    const ended = (before?.ended ?? Promise.resolve())
      .then(() => act(abort.signal))
      .catch((error: unknown) => {
        if (!abort.signal.aborted) this.#seenIn(error)
      })
      .finally(() => {
        if (this.#jobs.get(slot)?.abort === abort) this.#jobs.delete(slot)
      })
    this.#jobs.set(slot, { abort, ended })
  }

  #seenIn(error: unknown): Words {
    if (!(error instanceof Fault)) this.#o.report(error)
    return errorWords(error)
  }

  #planCheck(slot: SlotName): void {
    const { health } = this.#o.policy.triggers
    if (!health.on) return
    this.#rounds.set(
      slot,
      this.#o.clock.schedule(health.everyMs, () => {
        this.#planCheck(slot)
        void this.#check(slot, this.#rest.signal)
      }),
    )
  }

  /** Checks what has traffic, and a hot standby. */
  async #check(slot: SlotName, signal: AbortSignal): Promise<void> {
    const { slots, policy, clock } = this.#o
    const watched = policy.mode === 'hot' || this.#active === slot
    if (!watched || !slots[slot].facts.link || this.#jobs.has(slot)) return
    const startUs = clock.monotonicUs()
    try {
      const found = await slots[slot].probe(policy.triggers.health, signal)
      this.#o.onProbe?.(slot, found.ms)
      this.#take({ kind: 'health', slot, ok: true, seen: found.seen })
    } catch (error) {
      if (signal.aborted) return
      const ms = Math.round((clock.monotonicUs() - startUs) / 1000)
      this.#o.onProbe?.(slot, null)
      this.#take({ kind: 'health', slot, ok: false, seen: timed(this.#seenIn(error), ms) })
    }
  }
}
