import type { FaultCode } from '../fault'
import type { LogRow } from '../log/row'
import { HangUps } from '../log/hang-ups'
import { httpStatus } from '../log/http-status'
import { isToldGarbled } from '../log/listener-words'
import { isBoot, isBrownOut } from '../log/restarts'
import { ofModems, SummaryReader } from '../log/summary'
import { spelled, whose } from '../log/summary-parts'
import { rungIds, type RungId } from '../modem/rungs'
import { ArrowReader } from './arrows'
import { AttemptReader } from './attempts'
import { CauseReader, restartCause } from './causes'
import { MissingReader } from './missing'
import { OddityReader } from './oddities'
import type { Oddity, Phase, Story, ToldFailure, ToldLine } from './story'
import { toldLine } from './told-line'

const linesBefore = 4
/** Between an error of a program and the reason that it gives behind it. */
const linesApart = 6
const mostFailures = 20

/** Tells what happened while rows pass by, each once; what it holds does not grow with the log. */
export class StoryReader {
  readonly #slots = new Map<string, SlotStory>()

  take(row: LogRow): void {
    const one = whose(row)
    let slot = this.#slots.get(one)
    if (!slot) this.#slots.set(one, (slot = new SlotStory()))
    slot.take(spelled(row))
  }

  get stories(): readonly Story[] {
    const all = [...this.#slots.values()].flatMap((slot) => slot.story ?? [])
    return ofModems(all, ({ summary }) => summary)
  }
}

interface Failure {
  readonly told: ToldLine
  readonly asked: string | undefined
  readonly lines: readonly ToldLine[]
  readonly rung: RungId | undefined
  readonly command: string | undefined
  /** The rung and the cause that a program names. */
  readonly says: string | undefined
  /** A server refused a request. */
  readonly unserved: boolean
  /** What was refused had lost letters. */
  readonly garbled: boolean
  overcome: boolean
}

class SlotStory {
  readonly #summary = new SummaryReader()
  readonly #attempts = new AttemptReader()
  readonly #causes = new CauseReader()
  readonly #oddities = new OddityReader()
  readonly #missing = new MissingReader()
  readonly #arrows = new ArrowReader()
  readonly #hangUps = new HangUps()
  readonly #states = new Map<RungId, string>()
  readonly #phases = new Map<RungId, Phase>()
  readonly #failures: Failure[] = []
  #recent: LogRow[] = []
  /** A command is in the log. */
  #asked = false
  #startMs: number | undefined
  #firstMs: number | undefined

  take(said: LogRow): void {
    const row = this.#hangUps.take(said)
    this.#asked ||= row.kind === 'command'
    this.#summary.take(row)
    this.#attempts.take(row, this.#summary.stagesNow)
    this.#causes.take(row)
    this.#oddities.take(row)
    this.#missing.take(row)
    this.#arrows.take(row)
    if (row.timed !== 'none') {
      this.#firstMs ??= row.atMs
      if (isBoot(row)) this.#startMs = row.atMs
      this.#startMs ??= row.atMs
    }
    this.#watch(row)
  }

  get story(): Story | undefined {
    const [summary] = this.#summary.summary
    if (!summary) return undefined
    const stopped = summary.stopped?.id
    const { standstill } = summary
    const failure = standstill ? undefined : this.#failureOf(stopped)
    const { oddities } = this.#oddities
    const causes = summary.restarting
      ? [restartCause(oddities)]
      : this.#causes.causes(
          standstill,
          summary.unserved
            ? 'internet'
            : (stopped ?? (summary.asleep || failure?.garbled ? 'port' : undefined)),
        )
    // What is the reason is not only odd.
    const isReason = new Set<Oddity['kind']>(causes.flatMap(({ code }) => oddityOf[code] ?? []))
    return {
      summary,
      attempts: this.#attempts.attempts,
      moreAttempts: this.#attempts.more,
      ...(failure
        ? {
            failure: {
              lines: this.#withoutCommands(failure) ?? failure.lines,
              ...(failure.rung ? { rung: failure.rung } : {}),
              ...(failure === this.#failures[0] ? {} : ({ later: true } as const)),
              ...(failure.overcome ? ({ overcome: true } as const) : {}),
            },
          }
        : {}),
      ...(standstill
        ? { failure: { lines: [toldLine(standstill.row)], rung: standstill.id } }
        : {}),
      failures: inOrder(this.#failures),
      causes,
      missing: this.#missing.missing,
      oddities: oddities.filter(({ kind }) => !isReason.has(kind)),
      phases: rungIds.flatMap((rung) => this.#phases.get(rung) ?? []),
      arrows: this.#arrows.arrows,
      moreArrows: this.#arrows.more,
      ...(this.#firstMs === undefined ? {} : { startMs: this.#firstMs }),
    }
  }

  /** Where the log holds results alone, which of them stopped it is not known: each was one that nothing made good. */
  #withoutCommands(failure: Failure): readonly ToldLine[] | undefined {
    // The first of all is told alone.
    if (this.#asked || failure === this.#failures[0]) return undefined
    if (this.#failures.some(({ told, overcome }) => overcome || told.dir !== 'rx')) return undefined
    return inOrder(this.#failures).map(({ line }) => line)
  }

  /** What stopped it, else what was never made good, else what was. */
  #failureOf(stopped: RungId | undefined): Failure | undefined {
    const lasting = this.#failures.filter(({ overcome }) => !overcome)
    return (
      lasting.find(({ rung }) => rung !== undefined && rung === stopped) ??
      lasting[0] ??
      this.#failures[0]
    )
  }

  #overcome(holds: (failure: Failure) => boolean): void {
    for (const failure of this.#failures) failure.overcome ||= holds(failure)
  }

  /** Rungs that change with this row, and the first lines that failed. */
  #watch(row: LogRow): void {
    if (row.kind !== 'text' && row.kind !== 'echo')
      this.#recent = [...this.#recent.slice(-linesBefore), row]
    const changed = this.#changes()
    for (const [rung, state] of changed) if (state === 'fine') this.#up(rung, row)
    const { command } = row
    if (row.kind === 'final' && row.text === 'OK' && command !== undefined)
      this.#overcome((failure) => failure.command === command)
    const failed = changed.find(([, state]) => state === 'failure')?.[0]
    // Told apart, as what is odd.
    if (isBrownOut(row)) return
    const status = httpStatus(row)
    if (status !== undefined && status < 400) this.#served(row)
    // The server answers, but not with what was asked for (RFC 9110, 15.5 and 15.6).
    const unserved = status !== undefined && status >= 400
    const fails = row.explanation?.severity === 'failure' || failed !== undefined || unserved
    if (row.kind === 'text' || !fails) return
    if (this.#failures.length >= mostFailures || this.#saidAgain(row)) return
    const lines = linesOf(this.#recent, row)
    // The OK behind an answer that tells of a failure makes nothing good.
    const refused = row.kind === 'final' ? command : undefined
    this.#failures.push({
      told: toldLine(row),
      asked: row.kind === 'command' ? undefined : command,
      lines,
      rung: failed ?? this.#sameFailure(row)?.rung,
      command: refused,
      overcome: false,
      says: saysOf(row),
      unserved,
      garbled: this.#recent.some(
        (sent) => sent.kind === 'command' && sent.text === refused && isToldGarbled(sent),
      ),
    })
  }

  /** Said again while it still fails, it is made good with it. */
  #sameFailure(row: LogRow): Failure | undefined {
    const { text } = toldLine(row)
    return this.#failures.findLast(({ told, asked }) => told.text === text && asked === row.command)
  }

  /** A program's next line says the same of the same failure: the error, then its reason. */
  #saidAgain(row: LogRow): boolean {
    const last = this.#failures.at(-1)
    const near = last !== undefined && row.id - last.told.id <= linesApart
    if (!near || row.kind !== 'note' || row.explanation?.name !== 'manager') return false
    return row.explanation.words.en === last.told.words?.en || saysOf(row) === last.says
  }

  #served(row: LogRow): void {
    this.#causes.served()
    const service = serviceOf(row.text)
    this.#overcome(({ unserved, told }) => unserved && serviceOf(told.text) === service)
  }

  #changes(): [RungId, string][] {
    const stages = this.#summary.stagesNow
    const changed: [RungId, string][] = []
    for (const id of rungIds) {
      const state = stages.get(id)?.state ?? 'idle'
      if (this.#states.get(id) === state) continue
      this.#states.set(id, state)
      changed.push([id, state])
    }
    return changed
  }

  #up(rung: RungId, row: LogRow): void {
    this.#causes.fine(rung, row)
    // One service that comes through does not make good that another failed.
    const service = rung === 'internet' ? serviceOf(row.command ?? row.text) : undefined
    this.#overcome(
      ({ rung: failed, asked, told }) =>
        failed === rung && (service === undefined || service === serviceOf(asked ?? told.text)),
    )
    if (this.#startMs === undefined || row.timed === 'none') return
    this.#phases.set(rung, { rung, tookMs: Math.max(0, row.atMs - this.#startMs) })
  }
}

const oddityOf: { readonly [code in FaultCode]?: readonly Oddity['kind'][] } = {
  'at-restarts': ['restart'],
  'at-reset': ['restart'],
  'supply-low': ['brown-out', 'restart'],
  'at-garbled': ['bit-errors'],
}

function saysOf({ explanation }: LogRow): string | undefined {
  const { rung, cause } = explanation?.facts ?? {}
  return typeof rung === 'string' && typeof cause === 'string' ? `${rung}/${cause}` : undefined
}

/** `AT+CIPOPEN=0,…` and `+CIPOPEN: 0,0` are of one; the words of a program are of none. */
const serviceOf = (text: string) => /^(?:AT)?([+^%$#*!][A-Z]+)/i.exec(text)?.[1]?.toUpperCase()

/** The same answer to the same command is told once, as often as it came. */
function inOrder(failures: readonly Failure[]): ToldFailure[] {
  const told = new Map<string, ToldFailure>()
  for (const { told: line, asked, overcome } of failures) {
    const key = `${asked ?? ''}\n${line.text}`
    const before = told.get(key)
    told.set(key, {
      line: before?.line ?? line,
      ...(asked === undefined ? {} : { command: asked }),
      count: (before?.count ?? 0) + 1,
      overcome: (before?.overcome ?? true) && overcome,
    })
  }
  return [...told.values()]
}

/** What another question was answered, or what came by itself. */
const isApart = new Set<LogRow['kind']>(['final', 'answer', 'unsolicited', 'unknown'])

/** The failing line with the question it belongs to. */
function linesOf(recent: readonly LogRow[], row: LogRow): ToldLine[] {
  const from =
    row.command === undefined
      ? -1
      : recent.findLastIndex(({ kind, text }) => kind === 'command' && text === row.command)
  if (from >= 0) return recent.slice(from).map(toldLine)
  // What was settled before has nothing to do with it.
  const [before, own] = recent.slice(-2)
  const settled = own !== undefined && before !== undefined && isApart.has(before.kind)
  return (settled ? [own] : recent.slice(-2)).map(toldLine)
}
