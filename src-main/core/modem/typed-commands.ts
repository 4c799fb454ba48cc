import { isUnanswered } from '../at/unanswered'
import type { AtReply, SendOptions } from '../at/engine'
import { Fault, faultCode } from '../fault'
import type { Clock } from '../ports/clock'
import type { ModemLine } from './line'
import { firstListenMs, type PortMode } from './port-mode'
import { enoughTries, reachAt, type Reached } from './reach-at'
import type { SessionView } from './session-view'

const echoWaitMs = 500
const askMs = 1000

interface Options {
  readonly session: SessionView
  readonly mode: PortMode
  readonly clock: Clock
  /** The call was ended by a command (ATH). */
  readonly onHungUp: () => void
}

/** Commands that a person types or a poll sends: each goes where AT is spoken now, or is refused. */
export class TypedCommands {
  readonly #options: Options
  #reaching: Promise<Reached['found']> | undefined
  /** AT was looked for in vain, and nobody has answered since. */
  #silent = false

  constructor(options: Options) {
    this.#options = options
  }

  /** The line they go to; waits for a modem that speaks first. Rejects with `at-not-command-mode`. */
  async line(signal?: AbortSignal): Promise<ModemLine> {
    const { session, mode } = this.#options
    if (mode.now === 'unknown' && !session.leaving) await mode.listenFirst(firstListenMs, signal)
    const { through } = mode.way
    if (through === null) throw new Fault('at-not-command-mode', mode.whyNot)
    return through === 'second' ? (session.second ?? session.at) : session.at
  }

  /** Sends one, and learns from its answer, or from its silence, who speaks on the port. */
  async ask(command: string, options: SendOptions): Promise<AtReply> {
    const { session, mode, onHungUp } = this.#options
    const { signal, force } = options
    if (!force) await this.reach(signal)
    const line = await this.line(signal)
    try {
      // A port that was found silent is asked all the same: the modem may have come up since.
      const forced = this.#silent && options.priority !== 'poll'
      const reply = await line.send(command, forced ? { ...options, force: true } : options)
      this.#silent = false
      if (line === session.at) mode.confirmCommand()
      if (/^ATH0?$/i.test(command.trim()) && reply.ok) onHungUp()
      return reply
    } catch (error) {
      if (!isUnanswered(faultCode(error)) || mode.now !== 'unknown') throw error
      // Silence to AT may be data mode: PPP is asked before the silence is believed.
      await mode.askInPpp(echoWaitMs, signal)
      if (mode.way.through === null) throw new Fault('at-not-command-mode', mode.whyNot)
      throw error
    }
  }

  /**
   * AT before the first command, once, while nobody knows who speaks: a modem that was left in the multiplexer takes all it is
   * told for noise, and the command would be waited for in vain, maybe for minutes. Says whether AT is answered.
   */
  async reach(signal?: AbortSignal): Promise<boolean> {
    const { session, mode } = this.#options
    await this.line(signal)
    if (mode.now !== 'unknown' || session.leaving) return true
    if (this.#silent) return false
    if (this.#reaching) {
      // Somebody else looks, and may give up before it is found.
      await this.#reaching.catch(() => undefined)
      return this.reach(signal)
    }
    this.#reaching = this.#reach(signal)
    const found = await this.#reaching.finally(() => (this.#reaching = undefined))
    this.#silent = found === 'nothing'
    if (found === 'command') mode.confirmCommand()
    if (mode.way.through === null) throw new Fault('at-not-command-mode', mode.whyNot)
    return found === 'command'
  }

  async #reach(signal: AbortSignal | undefined): Promise<Reached['found']> {
    const { session, mode, clock } = this.#options
    const { found } = await reachAt({
      clock,
      signal,
      ask: () =>
        session.at.send('AT', {
          priority: 'user',
          timeoutMs: askMs,
          force: true,
          ...(signal ? { signal } : {}),
        }),
      escape: () => mode.escape(),
      askInPpp: (ms) => mode.askInPpp(ms, signal),
      closeDownUnheard: (force) => mode.closeDownUnheard(force, signal),
      goesOn: (tries) => tries < enoughTries && mode.now === 'unknown',
    })
    return found
  }
}
