import type { AtReply, SendOptions } from '../at/engine'
import { Fault, faultCode } from '../fault'
import type { ModemLine } from './line'
import { firstListenMs, type PortMode } from './port-mode'
import type { SessionView } from './session-view'

const echoWaitMs = 500

interface Options {
  readonly session: SessionView
  readonly mode: PortMode
  /** The call was ended by a command (ATH). */
  readonly onHungUp: () => void
}

/** Commands that a person types or a poll sends: each goes where AT is spoken now, or is refused. */
export class TypedCommands {
  readonly #options: Options
  #closedDown = false

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
    const line = await this.line(options.signal)
    try {
      const reply = await line.send(command, options)
      if (line === session.at) mode.confirmCommand()
      if (/^ATH0?$/i.test(command.trim()) && reply.ok) onHungUp()
      return reply
    } catch (error) {
      if (faultCode(error) !== 'at-timeout' || mode.now !== 'unknown') throw error
      // Silence to AT may be data mode: PPP is asked before the silence is believed.
      await mode.askInPpp(echoWaitMs, options.signal)
      if (mode.way.through === null) throw new Fault('at-not-command-mode', mode.whyNot)
      if (line !== session.at || !(await this.#outOfCmux(options.signal))) throw error
      // Nobody has read it: it went into a multiplexer as noise.
      return line.send(command, options)
    }
  }

  /** A modem that was left in the multiplexer is silent, too. Tried once while nobody knows who speaks. */
  async #outOfCmux(signal: AbortSignal | undefined): Promise<boolean> {
    const { session, mode } = this.#options
    if (this.#closedDown) return false
    this.#closedDown = true
    const found = await mode.closeDownUnheard('gentle', signal)
    // Without an answer to it the command may still be under way in a modem that is only slow.
    if (found !== 'cmux') return false
    const reply = await session.at
      .send('AT', { priority: 'user', timeoutMs: 1000, force: true, ...(signal ? { signal } : {}) })
      .catch(() => undefined)
    if (!reply?.ok) return false
    mode.confirmCommand()
    return true
  }
}
