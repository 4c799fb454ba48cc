import type { Decision } from '../failover/decision'
import { slotNames, type SlotName } from '../modem/slot-names'
import { distributionOf, type Distribution } from './distribution'
import { quoted, type SeenLine } from '../words'
import type { SoakGoal, SoakPlan } from './plan'
import type { GapCause, SoakRow } from './rows'
import { consoleNotRunning, runStarts } from './words'

/** A stretch of time with one answer to "who served". */
export interface Stretch {
  readonly fromMs: number
  readonly toMs: number
  /** Null: nobody. */
  readonly slot: SlotName | null
  readonly cause: GapCause | null
  readonly seen: SeenLine
  readonly us: number
}

export interface SlotTally {
  readonly servedMs: number
  readonly uploads: number
  readonly rxBytes: number
  readonly txBytes: number
  readonly attaches: number
  readonly probes: number
  readonly lost: number
  readonly rtt: Distribution | null
  readonly dbm: Distribution | null
  readonly cells: readonly {
    readonly cell: string
    readonly operator: string
    readonly ms: number
  }[]
}

export interface SoakSummary {
  readonly elapsedMs: number
  readonly upMs: number
  readonly downMs: number
  readonly availabilityPct: number
  readonly gaps: readonly Stretch[]
  readonly longestGapMs: number
  /** Traffic went to the other slot. */
  readonly switches: number
  readonly uploads: {
    readonly due: number
    readonly sent: number
    /** Waiting still. */
    readonly left: number
    readonly failedTries: number
    /** Sent later than measured by more than one interval. */
    readonly late: number
    readonly latency: Distribution | null
    readonly longestDelayMs: number
  }
  readonly clients: readonly { readonly address: string; readonly uploads: number }[]
  readonly slots: { readonly [slot in SlotName]: SlotTally }
  readonly rxBytes: number
  readonly txBytes: number
  readonly restarts: number
  readonly goal: SoakGoal & { readonly met: boolean }
}

export interface Anomaly {
  readonly ms: number
  readonly us: number
  readonly seen: SeenLine
}

export interface Sample {
  readonly ms: number
  readonly slot: SlotName
  readonly dbm: number | null
  readonly cell: string | null
}

/** The checks of one hour. */
export interface HourLoss {
  /** Of the run, from 0. */
  readonly hour: number
  readonly slot: SlotName
  readonly probes: number
  readonly lost: number
}

const hourMs = 3_600_000

interface Counts {
  uploads: number
  rx: number
  tx: number
  attaches: number
  probes: number
  rtt: number[]
  dbm: number[]
  cells: Map<string, { cell: string; operator: string; ms: number }>
  lastSampleMs: number
}

const newCounts = (ms: number): Counts => ({
  uploads: 0,
  rx: 0,
  tx: 0,
  attaches: 0,
  probes: 0,
  rtt: [],
  dbm: [],
  cells: new Map(),
  lastSampleMs: ms,
})

const emptyGoal: SoakGoal = { availabilityPct: 0, longestGapMs: Infinity }

/** Adds up the rows of a run, one after the other; the same rows give the same sums. */
export class Tally {
  plan: SoakPlan | undefined
  startedMs = 0
  lastMs = 0
  ended: Extract<SoakRow, { k: 'end' }>['why'] | undefined
  /** Each time the program ran: since when, and the journal it kept. */
  readonly #lives: { readonly fromMs: number; file: string | null }[] = []
  restarts = 0
  readonly decisions = new Map<number, Decision>()
  readonly anomalies: Anomaly[] = []
  readonly samples: Sample[] = []
  /** Checks of each slot by the hour of the run they fell into: `0 a`, `0 b`, `1 a` … */
  readonly hours = new Map<string, HourLoss>()
  readonly faults: Extract<SoakRow, { k: 'fault' }>[] = []
  readonly due = new Map<number, { ms: number; value: string }>()
  readonly sent: (Extract<SoakRow, { k: 'sent' }> & { dueMs: number; value: string })[] = []
  dueCount = 0
  failedTries = 0
  switches = 0
  #stretches: Stretch[] = []
  #open: Omit<Stretch, 'toMs'> | undefined
  #traffic: SlotName | null = null
  #lastTraffic: SlotName | null = null
  #counts = { a: newCounts(0), b: newCounts(0) }
  #decisionBase = 0

  add(row: SoakRow): void {
    this.lastMs = Math.max(this.lastMs, row.ms)
    switch (row.k) {
      case 'start':
        this.plan = row.plan
        this.startedMs = row.ms
        this.#counts = { a: newCounts(row.ms), b: newCounts(row.ms) }
        this.#lives.push({ fromMs: row.ms, file: row.journal })
        return this.#turn(row.ms, {
          slot: null,
          cause: 'start',
          seen: runStarts,
          us: row.us,
        })
      case 'resume':
        return this.#resumed(row)
      case 'journal': {
        const life = this.#lives.at(-1)
        // A file that was taken away while it was written is followed by another one.
        if (life?.file != null) this.#lives.push({ fromMs: row.ms, file: row.file })
        else if (life) life.file = row.file
        return
      }
      case 'due':
        this.dueCount++
        this.due.set(row.n, { ms: row.ms, value: row.value })
        return
      case 'sent':
        return this.#sent(row)
      case 'unsent':
        this.failedTries++
        return
      case 'traffic':
        return this.#moved(row.ms, row.slot)
      case 'down':
        if (this.#open?.slot === null) return
        return this.#turn(row.fromMs, { slot: null, cause: row.cause, seen: row.seen, us: row.us })
      case 'back':
        return this.#turn(row.ms, { slot: row.slot, cause: null, seen: quoted(''), us: 0 })
      case 'decision':
        this.decisions.set(this.#decisionBase + row.row.id, row.row)
        return
      case 'sample':
        return this.#sampled(row)
      case 'fault':
        this.faults.push(row)
        return
      case 'anomaly':
        this.anomalies.push({ ms: row.ms, us: row.us, seen: row.seen })
        return
      case 'end':
        this.ended = row.why
    }
  }

  get journals(): readonly string[] {
    return [...new Set(this.#lives.flatMap(({ file }) => file ?? []))]
  }
  /** The journal that has an instant; `later`: what began when the program was not running is told by the next one. */
  journalAt(ms: number, later = false): string | null {
    const next = later ? this.#lives.find(({ fromMs }) => fromMs > ms) : undefined
    return (next ?? this.#lives.findLast(({ fromMs }) => fromMs <= ms))?.file ?? null
  }

  get down(): boolean {
    return this.#open?.slot === null
  }
  get downSinceMs(): number | null {
    return this.#open?.slot === null ? this.#open.fromMs : null
  }
  get started(): boolean {
    return this.plan !== undefined
  }

  /** Up to a moment, the last row when absent. */
  stretches(untilMs = this.lastMs): readonly Stretch[] {
    if (!this.#open) return this.#stretches
    return [...this.#stretches, { ...this.#open, toMs: Math.max(untilMs, this.#open.fromMs) }]
  }

  summary(untilMs = this.lastMs): SoakSummary {
    const all = this.stretches(untilMs)
    const gaps = all.filter(({ slot }) => slot === null)
    const downMs = lengthOf(gaps)
    const elapsedMs = lengthOf(all)
    const upMs = elapsedMs - downMs
    const availabilityPct = elapsedMs === 0 ? 100 : (100 * upMs) / elapsedMs
    const longestGapMs = Math.max(0, ...gaps.map((gap) => gap.toMs - gap.fromMs))
    const goal = this.plan?.goal ?? emptyGoal
    const met = availabilityPct >= goal.availabilityPct && longestGapMs <= goal.longestGapMs
    const [a, b] = slotNames.map((slot) => this.#slot(slot, all))
    if (!a || !b) throw new RangeError('two slots')
    return {
      elapsedMs,
      upMs,
      downMs,
      availabilityPct,
      gaps,
      longestGapMs,
      switches: this.switches,
      uploads: this.#uploads(),
      clients: this.#clients(),
      slots: { a, b },
      rxBytes: a.rxBytes + b.rxBytes,
      txBytes: a.txBytes + b.txBytes,
      restarts: this.restarts,
      goal: { ...goal, met },
    }
  }

  #uploads(): SoakSummary['uploads'] {
    const delays = this.sent.map(({ ms, dueMs }) => ms - dueMs)
    const every = this.plan?.upload.everyMs ?? 0
    return {
      due: this.dueCount,
      sent: this.sent.length,
      left: this.due.size,
      failedTries: this.failedTries,
      late: delays.filter((ms) => ms > every).length,
      latency: distributionOf(this.sent.map(({ latencyMs }) => latencyMs)),
      longestDelayMs: delays.reduce((most, ms) => Math.max(most, ms), 0),
    }
  }

  #clients(): SoakSummary['clients'] {
    const found = new Map<string, number>()
    for (const { seenAs, own } of this.sent) {
      const address = seenAs ?? own
      if (address !== null) found.set(address, (found.get(address) ?? 0) + 1)
    }
    return [...found].map(([address, uploads]) => ({ address, uploads }))
  }

  #slot(slot: SlotName, all: readonly Stretch[]): SlotTally {
    const counts = this.#counts[slot]
    return {
      servedMs: lengthOf(all.filter((one) => one.slot === slot)),
      uploads: counts.uploads,
      rxBytes: counts.rx,
      txBytes: counts.tx,
      attaches: counts.attaches,
      probes: counts.probes,
      lost: counts.probes - counts.rtt.length,
      rtt: distributionOf(counts.rtt),
      dbm: distributionOf(counts.dbm),
      cells: [...counts.cells.values()].sort((one, two) => two.ms - one.ms),
    }
  }

  #resumed(row: Extract<SoakRow, { k: 'resume' }>): void {
    this.restarts++
    this.ended = undefined
    // Decisions are numbered anew with each start of the program.
    this.#decisionBase = Math.max(0, ...this.decisions.keys())
    this.#lives.push({ fromMs: row.ms, file: row.journal })
    this.#traffic = null
    const seen = consoleNotRunning
    this.#turn(row.lastMs, { slot: null, cause: 'not-running', seen, us: row.us })
    for (const slot of slotNames) this.#counts[slot].lastSampleMs = row.ms
  }

  #sent(row: Extract<SoakRow, { k: 'sent' }>): void {
    const due = this.due.get(row.n)
    // Sent twice: the program ended between the answer and the note of it.
    if (!due) return
    this.due.delete(row.n)
    this.sent.push({ ...row, dueMs: due.ms, value: due.value })
    this.#counts[row.slot].uploads++
  }

  #moved(ms: number, slot: SlotName | null): void {
    this.#traffic = slot
    if (slot === null) return
    if (this.#lastTraffic !== null && this.#lastTraffic !== slot) this.switches++
    this.#lastTraffic = slot
    if (this.#open?.slot !== null) this.#turn(ms, { slot, cause: null, seen: quoted(''), us: 0 })
  }
  get traffic(): SlotName | null {
    return this.#traffic
  }

  #sampled(row: Extract<SoakRow, { k: 'sample' }>): void {
    const counts = this.#counts[row.slot]
    counts.rx += row.rx
    counts.tx += row.tx
    counts.attaches += row.attaches
    counts.probes += row.probes
    for (const rtt of row.rttMs) counts.rtt.push(rtt)
    this.#hour(row)
    if (row.dbm !== null) counts.dbm.push(row.dbm)
    const lasted = row.ms - counts.lastSampleMs
    counts.lastSampleMs = row.ms
    this.samples.push({ ms: row.ms, slot: row.slot, dbm: row.dbm, cell: row.cell })
    if (row.cell === null) return
    const known = counts.cells.get(row.cell)
    const ms = (known?.ms ?? 0) + lasted
    counts.cells.set(row.cell, { cell: row.cell, operator: row.operator ?? '', ms })
  }

  #hour({ ms, slot, probes, rttMs }: Extract<SoakRow, { k: 'sample' }>): void {
    if (probes === 0) return
    const hour = Math.max(0, Math.ceil((ms - this.startedMs) / hourMs) - 1)
    const key = `${hour} ${slot}`
    const before = this.hours.get(key) ?? { hour, slot, probes: 0, lost: 0 }
    const lost = before.lost + probes - rttMs.length
    this.hours.set(key, { ...before, probes: before.probes + probes, lost })
  }

  /** From here on the answer is another one. A moment in the past cuts what was said since. */
  #turn(ms: number, next: Omit<Stretch, 'fromMs' | 'toMs'>): void {
    const open = this.#open
    if (!open) {
      this.#open = { ...next, fromMs: ms }
      return
    }
    if (open.slot === next.slot && open.cause === next.cause) return
    const at = Math.max(ms, open.fromMs)
    if (at > open.fromMs) this.#stretches.push({ ...open, toMs: at })
    this.#open = { ...next, fromMs: at }
  }
}

const lengthOf = (stretches: readonly Stretch[]) =>
  stretches.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)
