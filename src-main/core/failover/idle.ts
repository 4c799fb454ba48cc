import type { FaultCode } from '../fault'
import { seenIn, type SeenLine, type Words } from '../words'
import type { Moment } from './moment'
import { msBetween } from './moment'
import {
  cutAfter,
  cutUnsaid,
  cutWhenAsked,
  neverSilent,
  notCutWithin,
  stoppedAfter,
  waitingForCut,
} from './words'

/** Networks end a silent session after about an hour; a person is warned a little before. */
export const usualIdleMs = 60 * 60_000
export const warnIdleMs = 55 * 60_000

/** The countdown to the idle cut, from the last octet of IP in either direction. Epoch ms. */
export interface IdleCountdown {
  readonly lastTrafficMs: number
  readonly warnsAtMs: number
  /** When networks usually hang up. */
  readonly cutAtMs: number
}

export const idleCountdown = (lastTrafficMs: number): IdleCountdown => ({
  lastTrafficMs,
  warnsAtMs: lastTrafficMs + warnIdleMs,
  cutAtMs: lastTrafficMs + usualIdleMs,
})

/**
 * How the end of a silent session was told: `no-carrier` and `pppd` by a line of the modem, `terminate` by PPP's own
 * Terminate-Request, `carrier` by DCD or DV, `echo` by echoes nobody answers, `port` by a port that ended, `event` by +CGEV.
 * `silence`: nobody said anything; a question was not answered any more.
 */
export const idleSigns = [
  'no-carrier',
  'pppd',
  'terminate',
  'event',
  'carrier',
  'echo',
  'port',
  'silence',
  'other',
] as const
export type IdleSign = (typeof idleSigns)[number]

/** What the end of a link says about who ended it. */
export function idleSignOf(code: FaultCode, told: SeenLine): IdleSign {
  const seen = seenIn(told, 'en')
  if (/NO CARRIER/.test(seen)) return 'no-carrier'
  if (/\+PPPD|DISCONNECTED/.test(seen)) return 'pppd'
  if (/\+CGEV/.test(seen)) return 'event'
  if (/\b(DCD|DV)\b/.test(seen)) return 'carrier'
  if (code === 'link-terminated-by-peer' || /Terminate-Request/.test(seen)) return 'terminate'
  if (code === 'link-echo-timeout') return 'echo'
  return code === 'port-gone' || code === 'port-failed' ? 'port' : 'other'
}

/**
 * The measurement of the limit itself: stay silent and wait. `asking`: the time is up, nobody hung up, and one question
 * shows whether the link still carries anything. `quiet-cut`: it does not, and nobody said so. `spoilt`: something passed
 * again and again.
 */
export interface IdleMeasurement {
  readonly state: 'silent' | 'asking' | 'cut' | 'quiet-cut' | 'not-cut' | 'spoilt' | 'stopped'
  readonly startedMs: number
  /** Since when nothing passes. */
  readonly since: Moment
  /** So long it is waited for the network, from `since`. */
  readonly upToMs: number
  /** How long it was silent in the end; null while it still is. */
  readonly silentMs: number | null
  readonly sign: IdleSign | null
  /** The line or the packet that told, or the traffic that spoilt it last. */
  readonly seen: SeenLine | null
  /** How often something passed, and the count began anew. */
  readonly restarts: number
  readonly words: Words
}

export type IdleInput =
  | { readonly kind: 'traffic'; readonly at: Moment; readonly seen: SeenLine }
  | {
      readonly kind: 'down'
      readonly at: Moment
      readonly code: FaultCode
      readonly seen: SeenLine
    }
  | { readonly kind: 'tick'; readonly at: Moment }
  | { readonly kind: 'asked'; readonly at: Moment; readonly ok: boolean; readonly seen: SeenLine }
  | { readonly kind: 'stop'; readonly at: Moment; readonly seen: SeenLine }

/** A link on which something passes so often is not silent, whoever it is. */
const mostRestarts = 100

export function newIdleMeasurement(at: Moment, upToMs: number): IdleMeasurement {
  const upTo = minutes(upToMs)
  return {
    state: 'silent',
    startedMs: at.ms,
    since: at,
    upToMs,
    silentMs: null,
    sign: null,
    seen: null,
    restarts: 0,
    words: waitingForCut(upTo),
  }
}

/** Decides what a measurement of the idle limit has found. A result stays what it is. */
export function measureIdle(state: IdleMeasurement, input: IdleInput): IdleMeasurement {
  if (state.state !== 'silent' && state.state !== 'asking') return state
  switch (input.kind) {
    case 'traffic':
      return state.state === 'asking' ? state : disturbed(state, input.at, input.seen)
    case 'down':
      return cut(state, input.at, idleSignOf(input.code, input.seen), input.seen)
    case 'tick':
      return msBetween(state.since, input.at) >= state.upToMs && state.state === 'silent'
        ? { ...state, state: 'asking', silentMs: msBetween(state.since, input.at) }
        : state
    case 'asked':
      return input.ok ? notCut(state, input.seen) : quietCut(state, input.seen)
    case 'stop':
      return stopped(state, input.at, input.seen)
  }
}

/** The count begins anew, as the network's own does. */
function disturbed(state: IdleMeasurement, at: Moment, seen: SeenLine): IdleMeasurement {
  const restarts = state.restarts + 1
  if (restarts > mostRestarts)
    return ended({ ...state, restarts }, 'spoilt', at, seen, neverSilent(seen))
  const again = newIdleMeasurement(at, state.upToMs)
  return { ...again, startedMs: state.startedMs, restarts, seen }
}

function cut(state: IdleMeasurement, at: Moment, sign: IdleSign, seen: SeenLine): IdleMeasurement {
  const asked = state.state === 'asking'
  const silentMs = state.silentMs ?? msBetween(state.since, at)
  const long = minutes(silentMs)
  const words: Words = asked ? cutWhenAsked(long, seen) : cutAfter(long, seen)
  return { ...state, state: 'cut', silentMs, sign, seen, words }
}

function quietCut(state: IdleMeasurement, seen: SeenLine): IdleMeasurement {
  const long = minutes(state.silentMs ?? 0)
  const words: Words = cutUnsaid(long, seen)
  return { ...state, state: 'quiet-cut', sign: 'silence', seen, words }
}

function notCut(state: IdleMeasurement, seen: SeenLine): IdleMeasurement {
  const long = minutes(state.silentMs ?? 0)
  const words: Words = notCutWithin(long, seen)
  return { ...state, state: 'not-cut', seen, words }
}

function stopped(state: IdleMeasurement, at: Moment, seen: SeenLine): IdleMeasurement {
  const words = stoppedAfter(minutes(msBetween(state.since, at)), seen)
  return ended(state, 'stopped', at, seen, words)
}

function ended(
  state: IdleMeasurement,
  result: 'spoilt' | 'stopped',
  at: Moment,
  seen: SeenLine,
  words: Words,
): IdleMeasurement {
  return { ...state, state: result, silentMs: msBetween(state.since, at), seen, words }
}

const minutes = (ms: number) => (ms / 60_000).toFixed(1)
