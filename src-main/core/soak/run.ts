import { errorWords, Fault } from '../fault'
import { type Decision } from '../failover/decision'
import { triggerWords } from '../failover/words'
import type { SlotFacts } from '../failover/slots'
import type { SlotName } from '../modem/slot-names'
import type { Cancel, Clock } from '../ports/clock'
import { quoted, seenIn, twoSentences, type SeenLine, type Words, wordsOf } from '../words'
import { FaultSchedule } from './fault-schedule'
import type { PlannedFault, SoakPlan } from './plan'
import type { GapCause, SoakRow } from './rows'
import { Samples } from './samples'
import type { SoakState } from './soak-state'
import { Tally } from './tally'
import type { Uploaded } from './upload'
import { nobodyHasTraffic } from './words'

/** What a run needs of the bench. */
export interface SoakBench {
  readonly clock: Clock
  /** Sends over a slot; rejects with a Fault. */
  upload(slot: SlotName, value: string, signal: AbortSignal): Promise<Uploaded>
  facts(slot: SlotName): SlotFacts
  inject(fault: PlannedFault): Promise<void>
  /** The journal that holds the octets of this run. */
  journal(): string | null
  /** Resolves when the row is kept for good. */
  keep(row: SoakRow): Promise<void>
  onChange(): void
  /** How often `onChange` comes by itself, and the stop rules are looked at; a second when absent. */
  readonly lookMs?: number
  /** The run is over: nothing of it goes on. */
  onEnd(): void
  report(error: unknown): void
}

/** After a failed attempt, so long until the next. */
const againMs = 3_000
/** After the time is up, what waits may still be sent for so long. */
const drainMs = 120_000
const lookMs = 1_000

interface Held {
  readonly n: number
  readonly ms: number
  readonly value: string
}

/** A run: uploads at an even pace, whatever waits in order, faults at their time, and a row for everything. */
export class SoakRun {
  readonly id: string
  readonly plan: SoakPlan
  readonly tally = new Tally()
  readonly #o: SoakBench
  #queue: Held[] = []
  #active: SlotName | null = null
  #logSinceMs = 0
  #journalTold: string | null = null
  #sending: AbortController | undefined
  #state: SoakState['state'] = 'running'
  readonly #timers = new Map<string, Cancel>()
  readonly #samples: Samples
  readonly #faults: FaultSchedule
  #lastDecision: Decision | undefined

  constructor(id: string, plan: SoakPlan, bench: SoakBench) {
    this.id = id
    this.plan = plan
    this.#o = bench
    this.#samples = new Samples((slot) => bench.facts(slot))
    this.#faults = new FaultSchedule(plan, {
      clock: bench.clock,
      startedMs: () => this.tally.startedMs,
      at: (name, ms, run) => this.#timer(name, ms, run),
      inject: (fault) => bench.inject(fault),
      row: (row) => this.#row(row),
      report: (error) => bench.report(error),
    })
  }

  /** Begins; rows of an interrupted run make it go on with that one. */
  start(before: readonly SoakRow[] = []): void {
    const { clock } = this.#o
    for (const row of before) this.tally.add(row)
    this.#logSinceMs = clock.nowMs()
    const journal = this.#o.journal()
    const now = { ms: clock.nowMs(), us: clock.monotonicUs(), journal }
    if (this.tally.started) {
      this.#row({ k: 'resume', ...now, lastMs: this.tally.lastMs })
      this.#queue = [...this.tally.due].map(([n, held]) => ({ n, ...held }))
    } else this.#row({ k: 'start', ...now, plan: this.plan })
    this.#samples.begin()
    this.#planUploads()
    this.#planSamples()
    this.#faults.begin()
    this.#look()
    const leftMs = Math.max(0, this.#endsMs - clock.nowMs())
    this.#timer('end', leftMs, () => this.#timeIsUp())
  }

  get #endsMs(): number {
    return this.tally.startedMs + this.plan.durationMs
  }
  get ended(): boolean {
    return this.#state === 'ended'
  }

  get state(): SoakState {
    const nowMs = this.ended ? this.tally.lastMs : this.#o.clock.nowMs()
    const { startedMs } = this.tally
    const passed = Math.max(0, nowMs - startedMs)
    return {
      id: this.id,
      name: this.plan.name,
      state: this.#state,
      plan: this.plan,
      startedMs,
      logSinceMs: this.#logSinceMs,
      endsMs: this.#endsMs,
      nowMs,
      progress: Math.min(1, passed / this.plan.durationMs),
      leftMs: Math.max(0, this.#endsMs - nowMs),
      ended: this.tally.ended ?? null,
      next: this.ended ? null : this.#faults.next(nowMs),
      downSinceMs: this.tally.downSinceMs,
      waiting: this.#queue.length,
      summary: this.tally.summary(nowMs),
      anomalies: this.tally.anomalies.slice(-50),
    }
  }

  /** The traffic goes over this slot from now on. */
  moved(to: SlotName | null): void {
    if (this.ended || to === this.#active) return
    this.#active = to
    const ms = this.#o.clock.nowMs()
    this.#row({ k: 'traffic', ms, slot: to })
    if (to === null) {
      // What is on its way goes with the link; it stays in the queue.
      this.#sending?.abort(new Fault('ip-closed'))
      this.#down('link', this.#sinceMs(ms), this.#why())
    } else {
      if (this.tally.down) this.#row({ k: 'back', ms, slot: to })
      this.#pump()
    }
    this.#checkStop()
  }

  /** A decision of the failover, or its result. */
  decided(row: Decision): void {
    if (this.ended) return
    this.#lastDecision = row
    this.#row({ k: 'decision', ms: this.#o.clock.nowMs(), row })
    if (row.result === 'open') return
    if (row.result === 'failed' || row.kind === 'stop' || row.kind === 'stay')
      this.anomaly(twoSentences(row.words, wordsOf(row.seen.at(-1) ?? quoted(''))))
  }
  probed(slot: SlotName, ms: number | null): void {
    this.#samples.probed(slot, ms)
  }
  anomaly(seen: SeenLine): void {
    const { clock } = this.#o
    this.#row({ k: 'anomaly', ms: clock.nowMs(), us: clock.monotonicUs(), seen })
  }
  gaveUp(): void {
    this.#end('gave-up')
  }
  stop(): void {
    this.#end('by-hand')
  }
  /** The program ends; the run goes on with its next start. */
  suspend(): void {
    for (const cancel of this.#timers.values()) cancel()
    this.#timers.clear()
    this.#sending?.abort(new Fault('at-cancelled'))
    this.#state = 'ended'
  }

  #why(): SeenLine {
    const { trigger, evidence } = this.#lastDecision ?? {}
    if (!trigger) return nobodyHasTraffic
    return toldBy(triggerWords[trigger], (evidence ?? []).at(-1))
  }
  #sinceMs(ms: number): number {
    const row = this.#lastDecision
    if (row?.result !== 'open') return ms
    const detect = row.phases.find(({ phase }) => phase === 'detect')?.ms ?? 0
    return Math.min(ms, Math.round(row.atMs - detect))
  }
  #down(cause: GapCause, fromMs: number, seen: SeenLine): void {
    if (this.tally.down) return
    const { clock } = this.#o
    this.#row({ k: 'down', ms: clock.nowMs(), us: clock.monotonicUs(), fromMs, cause, seen })
  }

  #planUploads(): void {
    const { clock } = this.#o
    const { everyMs } = this.plan.upload
    const passed = clock.nowMs() - this.tally.startedMs
    const n = Math.max(0, Math.ceil(passed / everyMs))
    const again = (index: number) => {
      const atMs = this.tally.startedMs + index * everyMs
      if (atMs >= this.#endsMs) return
      this.#timer('upload', Math.max(0, atMs - clock.nowMs()), () => {
        this.#measure(index)
        // Where the clock jumped, as after sleep, nothing was measured meanwhile.
        const late = Math.floor((clock.nowMs() - this.tally.startedMs) / everyMs)
        again(Math.max(index, late) + 1)
      })
    }
    again(n)
  }

  #measure(n: number): void {
    const ms = this.#o.clock.nowMs()
    const value = this.#value(n, ms)
    this.#row({ k: 'due', n, ms, value })
    this.#queue.push({ n, ms, value })
    this.#pump()
  }
  /** What the thermometer was in the seed: the moment of the measurement, and what the bench knows then. */
  #value(n: number, ms: number): string {
    const slot = this.#active
    const facts = slot === null ? null : this.#o.facts(slot)
    const parts = [`n=${n}`, `at=${new Date(ms).toISOString()}`]
    if (slot !== null) parts.push(`slot=${slot}`)
    if (facts?.dbm !== null && facts?.dbm !== undefined) parts.push(`dbm=${facts.dbm}`)
    return parts.join('&')
  }

  #pump(): void {
    const slot = this.#active
    const first = this.#queue[0]
    if (this.ended || this.#sending || slot === null || !first) return
    const abort = new AbortController()
    this.#sending = abort
    this.#send(slot, first, abort.signal)
      .catch((error: unknown) => this.#unsent(slot, first, error))
      .finally(() => {
        this.#sending = undefined
        if (this.#queue[0] !== first || this.#active !== slot) this.#pump()
        else this.#timer('again', againMs, () => this.#pump())
        if (this.#state === 'draining' && this.#queue.length === 0) this.#end('done')
      })
      .catch((error: unknown) => this.#o.report(error))
  }
  async #send(slot: SlotName, held: Held, signal: AbortSignal): Promise<void> {
    const done = await this.#o.upload(slot, held.value, signal)
    if (this.ended) return
    const ms = this.#o.clock.nowMs()
    this.#queue = this.#queue.filter(({ n }) => n !== held.n)
    this.#row({ k: 'sent', n: held.n, ms, slot, ...done })
    if (this.tally.down && this.#active === slot) this.#row({ k: 'back', ms, slot })
  }
  #unsent(slot: SlotName, { n }: Held, error: unknown): void {
    if (this.ended) return
    if (!(error instanceof Fault)) this.#o.report(error)
    const seen = errorWords(error)
    const ms = this.#o.clock.nowMs()
    this.#row({ k: 'unsent', n, ms, slot, seen: seen.en })
    if (this.#active !== slot) return
    this.#down('upload', ms, seen)
  }

  #planSamples(): void {
    this.#timer('sample', this.plan.sampleMs, () => {
      this.#sample()
      this.#planSamples()
    })
  }
  #sample(): void {
    for (const row of this.#samples.take(this.#o.clock.nowMs())) this.#row(row)
  }

  #look(): void {
    this.#timer('look', this.#o.lookMs ?? lookMs, () => {
      this.#look()
      this.#checkStop()
      this.#o.onChange()
    })
  }
  #checkStop(): void {
    if (this.#state !== 'running') return
    const { gapMs, switches } = this.plan.stop
    const since = this.tally.downSinceMs
    if (gapMs !== null && since !== null && this.#o.clock.nowMs() - since >= gapMs) this.#end('gap')
    else if (switches !== null && this.tally.switches >= switches) this.#end('switches')
  }
  #timeIsUp(): void {
    if (this.#state !== 'running') return
    this.#timers.get('upload')?.()
    if (this.#queue.length === 0) return this.#end('done')
    this.#state = 'draining'
    this.#timer('drain', drainMs, () => this.#end('done'))
    this.#pump()
  }

  #end(why: Extract<SoakRow, { k: 'end' }>['why']): void {
    if (this.ended) return
    this.#sample()
    this.#row({ k: 'end', ms: this.#o.clock.nowMs(), why })
    this.suspend()
    this.#o.onEnd()
    this.#o.onChange()
  }

  #timer(name: string, ms: number, run: () => void): void {
    this.#timers.get(name)?.()
    if (this.ended) return
    this.#timers.set(name, this.#o.clock.schedule(ms, run))
  }
  /** A run may begin before its ports are open, and the journal with them; one that was deleted is followed by another. */
  #noteJournal(row: SoakRow): void {
    if (row.k === 'journal') return
    const begins = row.k === 'start' || row.k === 'resume'
    const file = begins ? row.journal : this.#o.journal()
    if (file === null || file === this.#journalTold) return
    this.#journalTold = file
    if (!begins) this.#row({ k: 'journal', ms: row.ms, file })
  }
  #row(row: SoakRow): void {
    if (this.ended) return
    this.#noteJournal(row)
    this.tally.add(row)
    this.#o.keep(row).catch((error: unknown) => this.#o.report(error))
  }
}

/** What happened, and the line that told. */
function toldBy({ en, ja }: Words, line: SeenLine | undefined): Words {
  if (line === undefined) return { en, ja }
  return { en: `${en}: ${seenIn(line, 'en')}`, ja: `${ja}：${seenIn(line, 'ja')}` }
}
