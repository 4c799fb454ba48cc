import type { Clock } from '../ports/clock'
import type { Severity, Words, SeenLine } from '../words'
import type { CmuxFrame, FrameContent, FrameOption } from './frame'
import type { CmuxTimers } from './timers'

export type CmuxState = 'idle' | 'starting' | 'open' | 'closing' | 'ended'

/** `closed` by us, `peer-closed` by the other side, `lost`: it left or fell silent, `failed`: our port, `no-answer`: it never began. */
export type CmuxEndReason = 'closed' | 'peer-closed' | 'lost' | 'failed' | 'no-answer'

export interface CmuxEnd {
  readonly reason: CmuxEndReason
  readonly words: Words
  /** What was seen, such as the line that showed it. */
  readonly detail?: SeenLine
}

export interface CmuxNote {
  readonly severity: Severity
  readonly words: Words
}

export interface CmuxCounts {
  framesIn: number
  framesOut: number
  /** Frames dropped for a wrong check or length. */
  rejected: number
  /** Octets that belonged to no frame. */
  outsideOctets: number
  /** Our own frames that came back. */
  echoes: number
  /** Line errors the other side told (RLS). */
  lineErrors: number
}

export interface CmuxOptions {
  /** `initiator` is the computer, `responder` the modem. */
  readonly role: 'initiator' | 'responder'
  readonly clock: Clock
  /** How frames look; `basic` when absent. */
  readonly option?: FrameOption
  /** Hands octets to the real port; resolves when it has taken them, which is what holds fast senders back. */
  write(bytes: Uint8Array): Promise<void>
  /** N1 to send: 31, or 64 in the advanced option, unless AT+CMUX set another. Up to 1540 is always received. */
  readonly maxInfo?: number
  /** Asks the other side for `maxInfo` with PN before each channel is opened. */
  readonly negotiate?: boolean
  readonly timers?: Partial<CmuxTimers>
  /** Whether the other side may open this channel; a responder accepts 1..61 unless told otherwise, an initiator none. */
  acceptDlci?(dlci: number): boolean
  trace?(direction: 'in' | 'out', frame: CmuxFrame | FrameContent, words: Words): void
  /** What happens beside the frames: retries, text outside frames, a paused channel. */
  note?(note: CmuxNote): void
}
