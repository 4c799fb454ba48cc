import type { SendOptions } from '../at/engine'
import { finalLine } from '../at/final'
import type { Facts, Knowledge } from '../at/knowledge'
import { Fault, faultCode } from '../fault'
import { portFault } from '../modem/port-fault'
import type { ModemProfile } from '../modem/profile'
import type { ModemSession } from '../modem/session'
import type { Clock } from '../ports/clock'
import type { RadioFamily } from '../radio/item'
import { cancelled } from '../wait'
import { quoted, type SeenLine, type Words } from '../words'
import type { ConnectState, ConnectTarget, StepId, StepState, Verdict } from './connect-state'
import { BrokenLines } from './broken-lines'
import { planFor } from './plan'
import {
  LinkEnded,
  StepFailure,
  type Findings,
  type Step,
  type StepContext,
  type StepOutcome,
} from './step'
import type { ConnectPower } from './connect-power'
import { connectedVerdict, failedVerdict } from './verdict'
import { linkEnded, noModemProfiles, tookTooLong } from './words'

export interface RunOptions {
  readonly session: ModemSession
  readonly target: ConnectTarget
  readonly clock: Clock
  readonly knowledge: Knowledge
  /** In the order they are tried; the last one takes every modem. */
  readonly profiles: readonly ModemProfile[]
  readonly signal: AbortSignal
  /** The last step to carry out: a standby is attached and not called. All of them when absent. */
  readonly until?: StepId
  readonly radioFamilies?: readonly RadioFamily[]
  /** Switches the modem on when it is off; absent where no board is set up. */
  readonly power?: ConnectPower
  /** Called with the whole state after every change. */
  readonly onState: (state: ConnectState) => void
}

/** Carries out a connection step by step and ends with a verdict; never rejects for what a modem does. */
export async function runConnect(options: RunOptions): Promise<ConnectState> {
  const run = new Run(options)
  return run.toEnd()
}

class Run {
  readonly #options: RunOptions
  readonly #plan: readonly Step[]
  readonly #found: Findings = {}
  readonly #startUs: number
  #state: ConnectState

  constructor(options: RunOptions) {
    this.#options = options
    this.#plan = upTo(planFor(options.target), options.until)
    this.#startUs = options.clock.monotonicUs()
    const { password: _password, pin: _pin, ...target } = options.target
    this.#state = {
      state: 'running',
      target,
      steps: this.#plan.map((step) => ({
        id: step.id,
        title: step.title,
        state: 'waiting',
        limitMs: step.limitMs,
        facts: {},
      })),
      verdict: null,
      startedMs: options.clock.nowMs(),
    }
  }

  async toEnd(): Promise<ConnectState> {
    const { session } = this.#options
    const broken = new BrokenLines(session)
    try {
      return await this.#through(broken)
    } finally {
      broken.stop()
    }
  }

  async #through(broken: BrokenLines): Promise<ConnectState> {
    const { session, signal } = this.#options
    this.#tell()
    for (const step of this.#plan) {
      const seen: SeenLine[] = []
      broken.step()
      try {
        await this.#carryOut(step, seen)
      } catch (error) {
        await this.#closeMux()
        const why = signal.aborted || session.end ? error : broken.failure(error, seen)
        return this.#failed(step.id, why, seen)
      }
    }
    const verdict = connectedVerdict({
      ms: this.#elapsedMs(),
      mode: session.mode,
      ...addressesOf(session),
      ...(this.#found.pinged ? { ping: this.#found.pinged } : {}),
    })
    return this.#end('connected', verdict)
  }

  async #carryOut(step: Step, seen: SeenLine[]): Promise<void> {
    const { clock, signal } = this.#options
    const startedMs = clock.nowMs()
    const startUs = clock.monotonicUs()
    this.#step(step.id, { state: 'running', startedMs })
    const limit = new AbortController()
    const stopLimit = clock.schedule(step.limitMs, () =>
      limit.abort(new Fault('step-too-long', tooLong(step))),
    )
    try {
      const already = cancelled(signal)
      if (already) throw already
      const outcome = await step.run(
        this.#context(step, seen, AbortSignal.any([signal, limit.signal])),
      )
      this.#finish(step, outcome, (clock.monotonicUs() - startUs) / 1000)
    } catch (error) {
      this.#step(step.id, { state: 'failed', ms: (clock.monotonicUs() - startUs) / 1000 })
      // Nobody cancelled the command that was under way: the step's time was over.
      const over = !signal.aborted && limit.signal.aborted && faultCode(error) === 'at-cancelled'
      throw over ? limit.signal.reason : error
    } finally {
      stopLimit()
    }
  }

  #finish(step: Step, outcome: StepOutcome, ms: number): void {
    this.#step(step.id, {
      state: outcome.state,
      ms,
      words: outcome.words,
      ...(outcome.facts ? { facts: outcome.facts } : {}),
    })
  }

  #context(step: Step, seen: SeenLine[], signal: AbortSignal): StepContext {
    const { session, target, clock, knowledge, profiles, power, radioFamilies } = this.#options
    return {
      session,
      target,
      clock,
      knowledge,
      profiles,
      signal,
      radioFamilies,
      ...(power ? { power } : {}),
      found: this.#found,
      seen,
      async ask(command: string, more: SendOptions = {}) {
        const reply = await session.at.send(command, { priority: 'wizard', signal, ...more })
        seen.push(
          quoted(more.secret ? command.replace(/=.*/, '=…') : command),
          ...reply.lines.map(quoted),
          finalLine(reply.final),
        )
        return reply
      },
      read: (reply): Facts => knowledge.answer(reply.command, reply.lines),
      progress: (words, facts) => this.#step(step.id, { words, ...(facts ? { facts } : {}) }),
      profile: () => session.memory.profile ?? lastOf(profiles),
    }
  }

  /** Without a link the multiplexer is of no use, and a modem that is left in it answers nobody. */
  async #closeMux(): Promise<void> {
    const { session } = this.#options
    if (!session.upLink) await session.endCmux()
  }

  #failed(during: StepId, error: unknown, seen: readonly SeenLine[]): ConnectState {
    const { session, signal } = this.#options
    const byPerson = signal.aborted && !(error instanceof StepFailure)
    const fault = byPerson
      ? new Fault('connect-cancelled')
      : session.end
        ? portFault(session.end)
        : error instanceof Fault
          ? error
          : new Fault('internal', quoted(error instanceof Error ? error.message : String(error)), {
              cause: error,
            })
    const stepId = fault instanceof LinkEnded ? 'ppp' : during
    if (stepId !== during) this.#step(during, { state: 'skipped', words: linkEnded })
    const verdict = failedVerdict({
      step: stepId,
      fault,
      seen,
      ms: this.#elapsedMs(),
      mode: session.mode,
      ...addressesOf(session),
      ...(this.#found.pinged ? { ping: this.#found.pinged } : {}),
    })
    this.#step(stepId, { state: 'failed', words: verdict.meaning })
    return this.#end(faultCode(fault) === 'connect-cancelled' ? 'cancelled' : 'failed', verdict)
  }

  #end(state: ConnectState['state'], verdict: Verdict): ConnectState {
    this.#state = { ...this.#state, state, verdict }
    this.#tell()
    return this.#state
  }
  #step(id: StepId, change: Partial<StepState>): void {
    this.#state = {
      ...this.#state,
      steps: this.#state.steps.map((step) => (step.id === id ? { ...step, ...change } : step)),
    }
    this.#tell()
  }
  #tell(): void {
    this.#options.onState(this.#state)
  }
  #elapsedMs(): number {
    return Math.round((this.#options.clock.monotonicUs() - this.#startUs) / 1000)
  }
}

function upTo(plan: readonly Step[], last: StepId | undefined): readonly Step[] {
  const index = plan.findIndex(({ id }) => id === last)
  return index < 0 ? plan : plan.slice(0, index + 1)
}

const tooLong = ({ title, limitMs }: Step): Words => tookTooLong(title, limitMs)

function lastOf(profiles: readonly ModemProfile[]): ModemProfile {
  const last = profiles.at(-1)
  if (!last) throw new Fault('internal', noModemProfiles)
  return last
}

/** What a verdict tells of the link: its IPv4 address, and that of IPv6. */
function addressesOf({ upLink }: ModemSession): Pick<Verdict, 'ip' | 'ipv6' | 'dns'> {
  if (!upLink) return { dns: [] }
  const { address, ipv6, dns } = upLink.host
  return {
    dns,
    ...(address === null ? {} : { ip: address }),
    ...(ipv6?.address ? { ipv6: ipv6.address } : {}),
  }
}
