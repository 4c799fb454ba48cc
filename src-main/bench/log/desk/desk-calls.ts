import type {
  CallError,
  FoundRow,
  LogCount,
  LogPage,
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
import type { WholeFile, Writing } from '../export'
import type { Heading } from '../log-book'
import type { Wanted } from '../log-walk'
import type { KnownValue, Places } from '../masking'

/** The steps of a log that somebody else read. */
export interface TakenSteps extends Pick<LogSteps, 'startMs'> {
  readonly steps: ReturnType<LogSteps['end']>
}

/** What is done with opened logs: what is asked and what is answered. All of it can be copied from thread to thread. */
export interface DeskCalls {
  /** `id`: what it will be called. */
  open: [{ id: string; name: string; bytes: number }, void]
  feed: [{ id: string; base64: string; last: boolean }, OpenedLog | null]
  /** `as`: what the log is called that was learned. */
  learn: [{ id: string; as: string; sent: number; received: number }, OpenedLog]
  page: [{ id: string; filter: RowFilter; wanted: Wanted; search: string | undefined }, LogPage]
  find: [
    {
      id: string
      filter: RowFilter
      goal: SearchGoal
      heading: Heading
      search: string | undefined
    },
    FoundRow,
  ]
  count: [
    { id: string; filter: RowFilter; of: RowPlace | undefined; search: string | undefined },
    LogCount,
  ]
  /** Ends the search of a name. */
  stop: [{ search: string }, void]
  drop: [{ id: string }, void]
  /** How many logs are open. */
  size: [Record<string, never>, number]
  file: [{ id: string } & Writing, WholeFile]
  stories: [{ id: string } & Telling, readonly ToldStory[]]
  /** Reads a log for what must be masked wherever it stands. */
  look: [{ id: string; places: Places }, void]
  compare: [{ good: string | TakenSteps; bad: string | TakenSteps } & Telling, ToldComparison]
  /** What the report of a soak run shows of its journals. */
  runLog: [RunLogInput, RunLog]
  replay: [{ id: string; slot: SlotName | undefined }, PackedReplay]
}
export type DeskCall = keyof DeskCalls
export type DeskInput<N extends DeskCall> = DeskCalls[N][0]
export type DeskOutput<N extends DeskCall> = DeskCalls[N][1]

export type Desk = {
  readonly [N in DeskCall]: (input: DeskInput<N>) => Promise<DeskOutput<N>>
}

export type Telling = Pick<Parsed<'log.story'>, 'language' | 'redact'>

/** What a thread of opened logs begins with. */
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

export type FromDesk =
  | { readonly kind: 'answer'; readonly number: number; readonly value: unknown }
  | { readonly kind: 'refused'; readonly number: number; readonly error: CallError }
  | { readonly kind: 'known'; readonly values: readonly KnownValue[] }
