import type { FaultCode } from '../fault'
import type { SlotSummary } from '../log/slot-summary'
import type { Timed } from '../log/row'
import type { RungId } from '../modem/rungs'
import type { Words } from '../words'

/** When something was; undefined in a log that has no times. */
export interface Moment {
  readonly atMs: number
  readonly timed?: Timed
}

/** A line of the log that bears something out. */
export interface ToldLine {
  readonly id: number
  readonly moment?: Moment
  readonly dir: 'rx' | 'tx' | 'note'
  readonly text: string
  readonly words?: Words
}

/** One try to get a connection, by whichever command. */
export interface Attempt {
  readonly number: number
  readonly line: ToldLine
  /** The highest rung it came to. */
  readonly reached: RungId
  readonly state: 'fine' | 'failure' | 'open'
  /** This side ended it. */
  readonly hungUp?: true
  /** What ended it. */
  readonly end?: ToldLine
  readonly tookMs?: number
}

/** Why it may have failed; the likeliest first. */
export interface Cause {
  readonly code: FaultCode
  readonly words: Words
  readonly evidence: readonly ToldLine[]
  readonly tries: readonly Words[]
}

/** Something that the log does not hold, or cannot tell apart. */
export interface Missing {
  readonly words: Words
  readonly line?: ToldLine
}

/** Odd, but not what stopped it. */
export interface Oddity {
  readonly kind:
    | 'late'
    | 'restart'
    | 'brown-out'
    | 'bit-errors'
    | 'storm'
    | 'flapping'
    | 'attach-storm'
    | 'out-of-step'
  readonly count: number
  readonly first: ToldLine
  readonly words: Words
}

/** How long it took from the first line, or the restart before, until a rung was up. */
export interface Phase {
  readonly rung: RungId
  readonly tookMs: number
}

/** One message of the picture between host, modem and network. */
export interface StoryArrow {
  readonly from: Party
  readonly to: Party
  readonly text: string
  readonly state: 'fine' | 'failure' | 'notice'
  readonly moment?: Moment
  readonly times: number
}
export type Party = 'host' | 'modem' | 'network'

/** A line that tells of a failure. */
export interface ToldFailure {
  readonly line: ToldLine
  /** The command that it answers. */
  readonly command?: string
  readonly count: number
  /** It came through later. */
  readonly overcome: boolean
}

/** What happened in a log of one modem. */
export interface Story {
  readonly summary: SlotSummary
  readonly attempts: readonly Attempt[]
  /** Tries that are not listed, since there were too many. */
  readonly moreAttempts: number
  readonly failure?: {
    readonly lines: readonly ToldLine[]
    readonly rung?: RungId
    /** Others failed before it. */
    readonly later?: true
    /** A later attempt came through. */
    readonly overcome?: true
  }
  /** All that failed, in order of time; the same answer to the same command once. */
  readonly failures: readonly ToldFailure[]
  readonly causes: readonly Cause[]
  /** What the log does not hold, or cannot tell apart. */
  readonly missing: readonly Missing[]
  readonly oddities: readonly Oddity[]
  readonly phases: readonly Phase[]
  readonly arrows: readonly StoryArrow[]
  readonly moreArrows: number
  readonly startMs?: number
}
