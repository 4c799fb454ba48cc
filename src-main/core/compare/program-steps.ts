import type { RungId } from '../modem/rungs'
import type { FaultCode } from '../fault'
import type { LogRow } from '../log/row'
import type { ToldLine } from '../story/story'
import type { Step } from './step'

/** Named as what the same is called where AT or frames are in the log. */
const keys: { readonly [rung in RungId]?: string } = {
  port: 'port',
  sim: 'sim',
  network: 'registration',
  context: 'data session',
  ip: 'data session',
  internet: 'internet',
}

/** pppd's sentences by the names of its frames; what it says of the end of a call is told elsewhere, too. */
function keyOfPppd(rung: unknown, state: unknown, cause: unknown): string | undefined {
  if (state === 'busy' || (state === 'failure' && typeof cause !== 'string')) return undefined
  if (rung === 'ip') return 'IP address'
  if (rung !== 'ppp') return undefined
  if (state === 'fine' || /auth/.test(String(cause))) return 'authentication'
  return cause === 'link-no-lcp' || cause === 'link-looped' ? 'LCP' : undefined
}

/** What pppd says of the end of a link that was up. */
const ends: ReadonlySet<string> = new Set(['link-terminated-by-peer', 'link-echo-timeout'])

interface Told {
  readonly state: string
  readonly shown: ToldLine
  readonly code: FaultCode | undefined
}

/** What a program that manages the modem says of each rung: that it stands, that it failed, or that it went on waiting. */
export class ProgramSteps {
  readonly #states = new Map<string, Told>()

  take({ explanation }: LogRow, shown: ToldLine): readonly Step[] {
    const { name, facts } = explanation ?? {}
    if (!facts || (name !== 'manager' && name !== 'pppd')) return []
    const { rung, state, cause } = facts
    if (name === 'pppd' && typeof cause === 'string' && ends.has(cause))
      return this.#ended(cause, shown)
    const key =
      name === 'pppd'
        ? keyOfPppd(rung, state, cause)
        : typeof rung === 'string'
          ? keys[rung as RungId]
          : undefined
    if (key === undefined || typeof state !== 'string') return []
    const before = this.#states.get(key)
    // A failure says more than what is tried again behind it.
    if (before?.state === state || (before?.state === 'failure' && state === 'busy')) return []
    const told = {
      state,
      shown,
      code: typeof cause === 'string' ? (cause as FaultCode) : undefined,
    }
    this.#states.set(key, told)
    return state === 'busy' ? [] : [stepOf(key, told)]
  }

  /** The frames of it may stand in the same log: told once. */
  #ended(cause: string, shown: ToldLine): readonly Step[] {
    if (!this.#states.has('IP address') || this.#states.has('call ended')) return []
    const code = cause as FaultCode
    this.#states.set('call ended', { state: 'failure', shown, code })
    return [
      { ...stepOf('call ended', { state: 'failure', shown, code }), kind: 'event', result: '' },
    ]
  }

  /** What it waited for to the end. */
  end(): readonly Step[] {
    return [...this.#states].flatMap(([key, told]) =>
      told.state === 'busy' ? [stepOf(key, told)] : [],
    )
  }
}

function stepOf(key: string, { state, shown, code }: Told): Step {
  const registers = key === 'registration'
  const words = registers ? inRegistration : inOthers
  return {
    key,
    asked: '',
    result: words[state] ?? state,
    failed: state !== 'fine',
    kind: 'state',
    lines: [shown],
    ...(state !== 'fine' && code ? { code } : {}),
  }
}

const inRegistration: { readonly [state: string]: string } = {
  fine: 'registered',
  failure: 'denied',
  busy: 'trying',
}
const inOthers: { readonly [state: string]: string } = {
  fine: 'fine',
  failure: 'failed',
  busy: 'trying',
}
