import { knowledge } from '@catalog/decoders'
import { modemProfiles } from '@catalog/modems'
import { bytesOf, latin1 } from '@core/bytes'
import type { ConnectTarget } from '@core/connect/connect-state'
import { StepFailure, type Findings, type Step, type StepContext } from '@core/connect/step'
import type { ConnectPower } from '@core/connect/connect-power'
import { finalLine } from '@core/at/final'
import { Fault } from '@core/fault'
import { ModemSession } from '@core/modem/session'
import { seededChance } from '@core/ports/chance'
import { quoted, type SeenLine } from '@core/words'
import { soracom } from './connect-bench'
import { ManualClock } from './manual-clock'
import { MemoryPort } from './memory-port'

/** What is answered to a command; of a list one a time, the last one again and again. */
export type Answers = { readonly [command: string]: string | readonly string[] }

export interface StepBenchOptions {
  readonly target?: Partial<ConnectTarget>
  readonly found?: Findings
  /** The family the modem is known as; unknown when absent. */
  readonly profile?: string
  readonly power?: ConnectPower
}

/** A session in command mode on a port whose other end answers from a table, and ERROR to everything else. */
export class StepBench {
  readonly clock = new ManualClock()
  readonly asked: string[] = []
  readonly seen: SeenLine[] = []
  readonly progress: string[] = []
  readonly found: Findings
  readonly session: ModemSession
  readonly #options: StepBenchOptions
  readonly #answers: Answers
  readonly #counts = new Map<string, number>()

  constructor(answers: Answers, options: StepBenchOptions = {}) {
    this.#answers = answers
    this.#options = options
    this.found = options.found ?? {}
    const [near, far] = MemoryPort.pair()
    let line = ''
    far.onBytes((bytes) => {
      line += latin1(bytes)
      for (let end = line.indexOf('\r'); end >= 0; end = line.indexOf('\r')) {
        const command = line.slice(0, end)
        line = line.slice(end + 1)
        this.asked.push(command)
        void far.write(bytesOf(`\r\n${this.#answerTo(command)}\r\n`))
      }
    })
    this.session = new ModemSession({
      port: near,
      clock: this.clock,
      chance: seededChance(1),
      tap: () => undefined,
    })
    this.session.confirmCommandMode()
    const profile = modemProfiles.find(({ id }) => id === options.profile)
    if (profile) this.session.memory.profile = profile
  }

  #answerTo(command: string): string {
    const known = this.#answers[command]
    if (known === undefined || typeof known === 'string') return known ?? 'ERROR'
    const count = this.#counts.get(command) ?? 0
    this.#counts.set(command, count + 1)
    return known[Math.min(count, known.length - 1)] ?? 'ERROR'
  }

  /** Carries out one step; what it came to, in short. */
  async run(step: Step): Promise<Ended> {
    const startMs = this.clock.nowMs()
    const ended = step.run(this.#context()).then(
      ({ state, words, facts = {} }): Ended => ({ state, en: words.en, ja: words.ja, facts }),
      (error: unknown): Ended => {
        if (!(error instanceof Fault)) throw error
        const { en, ja } = error.said
        const tries = error instanceof StepFailure ? error.tries.map((one) => one.en) : []
        return { state: error.code, en, ja, facts: { tries } }
      },
    )
    const found = await this.clock.until(ended)
    this.seconds = Math.round((this.clock.nowMs() - startMs) / 1000)
    return found
  }

  /** How long the last step took. */
  seconds = 0

  #context(): StepContext {
    const { session, clock, seen } = this
    const { signal } = new AbortController()
    const { target, power } = this.#options
    return {
      session,
      clock,
      knowledge,
      signal,
      seen,
      target: { ...soracom, ...target },
      profiles: modemProfiles,
      found: this.found,
      ...(power ? { power } : {}),
      async ask(command, more = {}) {
        const reply = await session.at.send(command, { priority: 'wizard', signal, ...more })
        seen.push(quoted(command), ...reply.lines.map(quoted), quoted(finalLine(reply.final)))
        return reply
      },
      read: (reply) => knowledge.answer(reply.command, reply.lines),
      progress: (words) => this.progress.push(words.en),
      profile: () => session.memory.profile ?? generic,
    }
  }
}

/** The same step where some of what it is given is made by hand: a session of which only what it needs is there. */
export const given = (step: Step, parts: object): Step => ({
  ...step,
  run: (context) => step.run({ ...context, ...parts }),
})

/** The state of the outcome, or the code of the failure, and its words. */
export interface Ended {
  readonly state: string
  readonly en: string
  readonly ja: string
  readonly facts: object
}

const generic = (() => {
  const last = modemProfiles.at(-1)
  if (!last) throw new Error('The catalogue of modems is empty.')
  return last
})()
