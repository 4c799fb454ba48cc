import { Fault } from '@core/fault'
import type { ModemProfile } from '@core/modem/profile'
import type { ModemSession } from '@core/modem/session'
import type { PollState } from '@core/modem/slot-state'
import type { Cancel, Clock } from '@core/ports/clock'

interface Options {
  readonly clock: Clock
  readonly session: () => ModemSession | undefined
  /** True while something else drives the modem. */
  readonly busy: () => boolean
  readonly profiles: readonly ModemProfile[]
  readonly onChange: (state: PollState) => void
}

/**
 * Asks for signal and registration now and then, read-only, behind everything else. Starts only once the modem has
 * answered somebody, pauses while a connection is being made, and stops when the port no longer answers.
 */
export class Poller {
  readonly #options: Options
  #on = true
  #intervalMs = 10_000
  #cancel: Cancel | undefined

  constructor(options: Options) {
    this.#options = options
  }
  get state(): PollState {
    return { on: this.#on, intervalMs: this.#intervalMs, commands: this.#commands() }
  }
  set(on: boolean, intervalMs?: number): void {
    this.#on = on
    this.#intervalMs = intervalMs ?? this.#intervalMs
    this.#options.onChange(this.state)
    if (this.#cancel) this.start()
  }
  start(): void {
    this.stop()
    this.#cancel = this.#options.clock.schedule(this.#intervalMs, () => this.#tick())
  }
  stop(): void {
    this.#cancel?.()
    this.#cancel = undefined
  }
  /** One command now, or all of them; the answers go the way all lines go. */
  async ask(command?: string): Promise<void> {
    const session = this.#options.session()
    if (!session) throw new Fault('port-closed')
    for (const each of command ? [command] : this.#commands())
      await session.ask(each, { priority: 'user' })
  }
  #commands(): readonly string[] {
    const profile = this.#options.session()?.memory.profile ?? this.#options.profiles.at(-1)
    if (!profile) return []
    const registration = profile.registration[0]
    return [...(registration ? [`AT${registration}?`] : []), ...profile.signal, ...profile.supply]
  }
  #tick(): void {
    this.#round().finally(() => {
      if (this.#cancel) this.start()
    })
  }
  async #round(): Promise<void> {
    const session = this.#options.session()
    if (!this.#on || !session || this.#options.busy() || !ready(session)) return
    for (const command of this.#commands()) {
      // A poll that fails is a row in the log like any other; the engine counts its time-outs.
      const reply = await session.ask(command, { priority: 'poll' }).catch(() => undefined)
      if (!reply || this.#options.busy()) return
    }
  }
}

function ready(session: ModemSession): boolean {
  const known = session.mode !== 'unknown' && session.way.through !== null
  return known && session.at.engine.state !== 'unresponsive'
}
