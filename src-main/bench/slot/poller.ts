import { finalLine, unknownCommand, type Final } from '@core/at/final'
import { Fault } from '@core/fault'
import type { ModemProfile } from '@core/modem/profile'
import type { ModemSession } from '@core/modem/session'
import type { PollState } from '@contract'
import type { Cancel, Clock } from '@core/ports/clock'
import type { Beat } from './beat'

interface Options {
  readonly clock: Clock
  readonly beat: Beat
  readonly session: () => ModemSession | undefined
  /** True while something else drives the modem. */
  readonly busy: () => boolean
  /** What is known of the modem's kind by now. */
  readonly profile: () => ModemProfile | undefined
  /** The modem said which model it is. */
  readonly isNamed: () => boolean
  /** The SIM was seen to be ready; until then it is asked for, too, so that a locked one is told before anybody connects. */
  readonly simReady: () => boolean
  /** A round begins; what comes back is called at its end. */
  readonly onRound: () => () => void
  readonly onChange: (state: PollState) => void
}

/** A bare ERROR may be a modem that is busy just then; the second one in a row is not. */
const errorsEnough = 2

/**
 * Asks for signal and registration now and then, read-only, behind everything else. Starts only once the modem has
 * answered somebody, pauses while a connection is being made, and stops when the port no longer answers. What a modem does
 * not know it is not asked again until it restarts, the port is opened anew, or a person says so.
 */
export class Poller {
  readonly #options: Options
  #on = true
  #intervalMs = 10_000
  #cancel: Cancel | undefined
  readonly #refused = new Map<string, string>()
  readonly #errors = new Map<string, number>()
  #told = ''

  constructor(options: Options) {
    this.#options = options
  }
  get state(): PollState {
    return {
      on: this.#on,
      intervalMs: this.#intervalMs,
      commands: this.#commands(),
      refused: [...this.#refused].map(([command, answer]) => ({ command, answer })),
    }
  }
  set(on: boolean, intervalMs?: number): void {
    this.#on = on
    this.#intervalMs = intervalMs ?? this.#intervalMs
    this.tell()
    if (this.#cancel) this.start()
  }
  start(): void {
    this.stop()
    const { beat, clock } = this.#options
    this.#cancel = clock.schedule(beat.untilNextMs(this.#intervalMs), () => this.#tick())
  }
  /** The first round at once: the modem was just reached, and nobody is to look at empty fields until the next beat. */
  begin(): void {
    if (!this.#cancel) return
    this.#cancel()
    this.#tick()
  }
  stop(): void {
    this.#cancel?.()
    this.#cancel = undefined
  }
  /** Everything is asked again, or one command: another modem, one that restarted, or somebody wants to know. */
  again(command?: string): void {
    if (command === undefined) this.#refused.clear()
    else this.#refused.delete(command)
    this.#errors.clear()
    this.tell()
  }
  /** Says what is asked, if that is not what was said last: a modem that is recognised is asked its own commands. */
  tell(): void {
    const { state } = this
    const text = JSON.stringify(state)
    if (text === this.#told) return
    this.#told = text
    this.#options.onChange(state)
  }
  /** One command now, or all of them; the answers go the way all lines go. */
  async ask(command?: string): Promise<void> {
    const session = this.#options.session()
    if (!session) throw new Fault('port-closed')
    for (const each of command ? [command] : this.#commands())
      await session.ask(each, { priority: 'user' })
  }
  /** Which model it is and the SIM until they are known, the first registration command that the modem knows, its signal, its supply. */
  #commands(): readonly string[] {
    const profile = this.#options.profile()
    if (!profile) return []
    const known = (command: string) => !this.#refused.has(command)
    const registration = profile.registration.map((name) => `AT${name}?`).filter(known)
    const { isNamed, simReady } = this.#options
    const first = [...(isNamed() ? [] : ['AT+CGMM']), ...(simReady() ? [] : ['AT+CPIN?'])]
    return [
      ...first.filter(known),
      ...registration.slice(0, 1),
      ...[...profile.signal, ...profile.supply].filter(known),
    ]
  }
  #tick(): void {
    this.tell()
    // A round catches what its questions meet.
    void this.#round().finally(() => {
      if (this.#cancel) this.start()
    })
  }
  async #round(): Promise<void> {
    const session = this.#options.session()
    if (!this.#on || !session || this.#options.busy() || !ready(session)) return
    const end = this.#options.onRound()
    try {
      await this.#askAll(session)
    } finally {
      end()
    }
  }
  async #askAll(session: ModemSession): Promise<void> {
    const asked = new Set<string>()
    for (;;) {
      // What is answered may say that it is another modem, with other commands.
      const command = this.#commands().find((one) => !asked.has(one))
      if (command === undefined) return
      asked.add(command)
      // A poll that fails is a row in the log like any other; the engine counts its time-outs.
      const reply = await session.ask(command, { priority: 'poll' }).catch(() => undefined)
      if (!reply || session !== this.#options.session()) return
      this.#judge(command, reply.final)
      if (this.#options.busy()) return
    }
  }
  #judge(command: string, final: Final): void {
    const errors = final.kind === 'error' ? (this.#errors.get(command) ?? 0) + 1 : 0
    this.#errors.set(command, errors)
    if (!unknownCommand(final) && errors < errorsEnough) return
    this.#refused.set(command, finalLine(final))
    this.tell()
  }
}

function ready(session: ModemSession): boolean {
  const known = session.mode !== 'unknown' && session.way.through !== null
  return known && session.at.engine.state !== 'unresponsive'
}
