import type {
  CallError,
  FoundRow,
  LogCount,
  LogPage,
  LogRow,
  OpenedLog,
  Parsed,
  RowFilter,
  SearchGoal,
  SlotName,
  ToldComparison,
  ToldStory,
} from '@contract'
import type { LogSteps } from '@core/compare/log-steps'
import type { RowPlace } from '@core/log/row-order'
import type { PackedReplay } from '@core/simulator/replay/packed-replay'
import type { RunLog, RunLogInput } from '@bench/soak/soak-log'
import type { Reported, Reporting, WholeFile, Writing } from '../export'
import type { LiveNaming } from '../export-source'
import type { Heading, SharedLog } from '../log-book'
import type { Wanted } from '../log-walk'
import type { KnownValue, Places } from '../masking'

/** The steps of a log that somebody else read. */
export interface TakenSteps extends Pick<LogSteps, 'startMs'> {
  readonly steps: ReturnType<LogSteps['end']>
}

/** What is done with logs: what is asked and what is answered. All of it can be copied from thread to thread. */
export interface DeskCalls {
  /** `id`: what it will be called. */
  open: [{ id: string; name: string; bytes: number }, void]
  feed: [{ id: string; base64: string; last: boolean }, OpenedLog | null]
  /** `as`: what the log is called that was learned. */
  learn: [{ id: string; as: string; sent: number; received: number }, OpenedLog]
  page: [Asked & { wanted: Wanted }, LogPage]
  find: [Asked & { goal: SearchGoal; heading: Heading }, FoundRow]
  count: [Asked & { of: RowPlace | undefined }, LogCount]
  /** Ends the search of a name. */
  stop: [{ search: string }, void]
  /** The row of the live log that has a number. */
  row: [{ slot: SlotName; rowId: number }, LogRow | undefined]
  drop: [{ id: string }, void]
  /** How many logs are open. */
  size: [Record<string, never>, number]
  file: [{ of: string | LiveNaming } & Writing, WholeFile]
  report: [Reporting, Reported]
  stories: [{ opened: LogName } & Telling, readonly ToldStory[]]
  /** Reads a log for what must be masked wherever it stands. */
  look: [{ opened: LogName; places: Places }, void]
  steps: [{ opened: LogName } & Pick<Telling, 'redact'>, TakenSteps]
  compare: [{ good: LogName | TakenSteps; bad: LogName | TakenSteps } & Telling, ToldComparison]
  /** What the report of a soak run shows of its journals. */
  runLog: [RunLogInput, RunLog]
  replay: [{ id: string; slot: SlotName | undefined }, PackedReplay]
}

/** An opened log; undefined: the live one. */
export type LogName = string | undefined

/** What is looked for, and in which log. */
export interface Asked {
  readonly opened: LogName
  readonly filter: RowFilter
  readonly search: string | undefined
}

export type DeskCall = keyof DeskCalls
export type DeskInput<N extends DeskCall> = DeskCalls[N][0]
export type DeskOutput<N extends DeskCall> = DeskCalls[N][1]

export type Desk = {
  readonly [N in DeskCall]: (input: DeskInput<N>) => Promise<DeskOutput<N>>
}

export type Telling = Pick<Parsed<'log.story'>, 'language' | 'redact'>

/** What a thread of logs begins with. */
export interface DeskStart {
  /** The names that all threads of the run give. */
  readonly names: SharedArrayBuffer
}

export type ToDesk =
  | {
      readonly kind: 'call'
      readonly number: number
      readonly name: DeskCall
      readonly input: unknown
    }
  | { readonly kind: 'known'; readonly values: readonly KnownValue[] }
  /** How far the live log is. */
  | { readonly kind: 'live'; readonly log: SharedLog }

export type FromDesk =
  | { readonly kind: 'answer'; readonly number: number; readonly value: unknown }
  | { readonly kind: 'refused'; readonly number: number; readonly error: CallError }
  | { readonly kind: 'known'; readonly values: readonly KnownValue[] }
