import type { Words } from '../words'
import type { Moment } from './moment'
import { msBetween } from './moment'

/** Networks end a silent session after about an hour; a person is warned a little before. */
export const usualIdleMs = 60 * 60_000
export const warnIdleMs = 55 * 60_000

/** How long nothing has passed over a link. */
export interface IdleState {
  readonly silentMs: number
  /** Until the usual limit; negative beyond it. */
  readonly leftMs: number
  readonly warns: boolean
  readonly words: Words
}

/** The countdown to the idle cut, from the last octet of IP in either direction. */
export function idleState(lastTraffic: Moment, now: Moment, limitMs = usualIdleMs): IdleState {
  const silentMs = Math.max(0, msBetween(lastTraffic, now))
  const leftMs = limitMs - silentMs
  const minutes = Math.round(Math.abs(leftMs) / 60_000)
  const silent = Math.round(silentMs / 60_000)
  const words: Words =
    leftMs >= 0
      ? {
          en: `Silent for ${silent} min; the network may hang up in ${minutes} min.`,
          ja: `無通信 ${silent} 分。あと約 ${minutes} 分で網側から切断されることがあります。`,
        }
      : {
          en: `Silent for ${silent} min, ${minutes} min beyond the usual limit.`,
          ja: `無通信 ${silent} 分。通常の上限を ${minutes} 分超えています。`,
        }
  return { silentMs, leftMs, warns: silentMs >= limitMs - (usualIdleMs - warnIdleMs), words }
}

/** The measurement of the limit itself: stay silent and wait. */
export type IdleMeasurement =
  | { readonly state: 'silent'; readonly since: Moment; readonly upTo: number }
  | {
      readonly state: 'cut'
      readonly silentMs: number
      /** How the network said it. */
      readonly seen: string
      readonly words: Words
    }
  | { readonly state: 'spoilt'; readonly seen: string }
  | { readonly state: 'not cut'; readonly silentMs: number }

export type IdleInput =
  | { readonly kind: 'traffic'; readonly at: Moment; readonly seen: string }
  | { readonly kind: 'down'; readonly at: Moment; readonly seen: string }
  | { readonly kind: 'tick'; readonly at: Moment }

/** Decides what a measurement of the idle limit has found; traffic of any kind spoils it. */
export function measureIdle(state: IdleMeasurement, input: IdleInput): IdleMeasurement {
  if (state.state !== 'silent') return state
  const silentMs = msBetween(state.since, input.at)
  switch (input.kind) {
    case 'traffic':
      return { state: 'spoilt', seen: input.seen }
    case 'down': {
      const minutes = (silentMs / 60_000).toFixed(1)
      const words = {
        en: `The network hung up after ${minutes} min of silence: ${input.seen}.`,
        ja: `無通信 ${minutes} 分で網側から切断されました（${input.seen}）。`,
      }
      return { state: 'cut', silentMs, seen: input.seen, words }
    }
    case 'tick':
      return silentMs >= state.upTo ? { state: 'not cut', silentMs } : state
  }
}
