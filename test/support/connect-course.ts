import { knowledge } from '@catalog/decoders'
import { modemProfiles } from '@catalog/modems'
import type { ConnectPower } from '@core/connect/connect-power'
import type { ConnectState, ConnectTarget, StepId } from '@core/connect/connect-state'
import { runConnect } from '@core/connect/run'
import { soracom } from './connect-bench'
import { ManualClock } from './manual-clock'

export interface Course {
  readonly target?: Partial<ConnectTarget>
  readonly until?: StepId | undefined
  /** What powering on comes to. */
  readonly on?: (clock: ManualClock, signal: AbortSignal) => Promise<unknown>
  readonly session?: object
  readonly signal?: AbortSignal
  readonly profiles?: typeof modemProfiles
}

/** What powering on comes to where it worked. */
export const pressed = { outcome: 'done', presses: 1, ms: 2000 }

/** A connection over a session of which only what is given is there. */
export async function ran(course: Course) {
  const clock = new ManualClock()
  const states: ConnectState[] = []
  const did: unknown[] = []
  const { on, until, target, signal = new AbortController().signal } = course
  const session = {
    mode: 'command',
    memory: {},
    end: undefined,
    upLink: undefined,
    on: () => () => undefined,
    endCmux: async () => did.push('no multiplexer'),
    ...course.session,
  }
  const power = {
    name: '3GPI',
    bootMs: 1000,
    insist: false,
    look: async () => ({ by: 'status', power: 'off' }),
    on: (by: AbortSignal, tell: (entry: object) => void) => {
      tell({ words: { en: 'The key.', ja: 'キー。' } })
      return on?.(clock, by)
    },
  } as unknown as ConnectPower
  await clock.advance(5000)
  const end = await clock.until(
    runConnect({
      session: session as never,
      target: { ...soracom, pingHost: '', ...target },
      clock,
      knowledge,
      profiles: course.profiles ?? modemProfiles,
      signal,
      ...(until ? { until } : {}),
      ...(on ? { power } : {}),
      onState: (state) => states.push(state),
    }),
    900_000,
    500,
  )
  return { end, states, did, clock, startMs: clock.startMs + 5000 }
}

/** `port ok`, step by step. */
export const shortOf = ({ steps }: ConnectState) => steps.map(({ id, state }) => `${id} ${state}`)
