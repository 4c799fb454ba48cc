import { radioFamilies } from '@catalog/radio'
import type { Knowledge } from '@core/at/knowledge'
import {
  idleConnect,
  type ConnectState,
  type ConnectTarget,
  type StepId,
} from '@core/connect/connect-state'
import { lostConnection } from '@core/connect/lost'
import { runConnect } from '@core/connect/run'
import { Fault } from '@core/fault'
import type { ModemProfile } from '@core/modem/profile'
import type { ModemSession } from '@core/modem/session'
import type { SlotState } from '@contract'
import type { Environment } from '@bench/environment'
import type { SlotBoard } from './slot-board'
import { userRequest } from '@core/ppp/words'

interface Options {
  readonly environment: Environment
  readonly knowledge: Knowledge
  readonly profiles: readonly ModemProfile[]
  readonly board: SlotBoard
  readonly session: () => ModemSession
  readonly state: () => SlotState
  readonly onChange: (patch: Partial<SlotState>) => void
}

/** What a person, or a failover, may ask of a connection beyond its target. */
export interface ConnectWishes {
  readonly until?: StepId
  /** Press the power key once though nobody knows whether the modem is on. */
  readonly pressPower?: boolean
}

/** The connection of a slot: being made, standing, lost. */
export class SlotConnect {
  readonly #options: Options
  #abort: AbortController | undefined
  #running: Promise<unknown> | undefined

  constructor(options: Options) {
    this.#options = options
  }

  get running(): boolean {
    return this.#running !== undefined
  }

  /** Starts a connection; the state tells how it goes. Resolves when it has ended, after the step `until` at the latest. */
  async start(target: ConnectTarget, wishes: ConnectWishes = {}): Promise<ConnectState> {
    const { environment, knowledge, profiles, board, onChange } = this.#options
    const { until, pressPower } = wishes
    const session = this.#options.session()
    if (this.#running) throw new Fault('connect-running')
    if (session.upLink) await this.disconnect()
    const abort = new AbortController()
    this.#abort = abort
    const running = runConnect({
      session,
      target,
      clock: environment.clock,
      knowledge,
      profiles,
      radioFamilies,
      signal: abort.signal,
      ...(until === undefined ? {} : { until }),
      ...(board.choice ? { power: board.forConnect(pressPower) } : {}),
      onState: (connect) => onChange({ connect }),
    })
    this.#running = running
    try {
      return await running
    } finally {
      this.#running = undefined
      this.#abort = undefined
      this.#noteModem(session)
    }
  }

  async cancel(): Promise<void> {
    this.#abort?.abort(new Fault('connect-cancelled'))
    // The run ends with a verdict of its own; nothing is swallowed here.
    await this.#running?.catch((error: unknown) =>
      this.#options.environment.report(error, 'cancelled connection'),
    )
  }

  /** Ends PPP only; the attach stays. */
  async disconnect(): Promise<void> {
    const { onChange, state } = this.#options
    await this.cancel()
    const session = this.#options.session()
    const { target } = state().connect
    onChange({ connect: { ...state().connect, state: 'disconnecting' } })
    try {
      const back = await session.hangUp()
      if (back.result === 'none') throw new Fault('connect-stuck')
      // Nobody chose the multiplexer: without a call the modem is as it was before.
      if (target?.cmux === 'auto') await session.endCmux()
    } finally {
      onChange({ connect: idleConnect, ip: null })
    }
  }

  /** Ends the call by its own rules, and a multiplexer with it; what was shown of the connection stays. */
  async hangUp(session: ModemSession): Promise<void> {
    await this.cancel()
    if (session.cmuxOn) return session.endCmux()
    if (!session.open || (session.mode !== 'data' && !session.upLink)) return
    // Without AT there is no command mode to go back to: PPP ends by its own rules, and that is all.
    if (this.#options.state().connect.target?.direct)
      await session.dataLine.link?.close(userRequest)
    else await session.hangUp()
  }

  /** A connection that stood was ended by a person: no trouble to show. */
  end(): void {
    const { onChange, state } = this.#options
    if (state().connect.state === 'connected') onChange({ connect: idleConnect })
  }

  /** A connection that stood is gone; the ladder opens where it broke. */
  lose(fault: Fault): void {
    const { environment, onChange, state } = this.#options
    const { connect: was, mode } = state()
    const connect = lostConnection(was, fault, { nowMs: environment.clock.nowMs(), mode })
    if (connect !== was) onChange({ connect })
  }

  #noteModem(session: ModemSession): void {
    const profile = session.memory.profile
    if (profile && this.#options.state().modem?.id !== profile.id)
      this.#options.onChange({ modem: { id: profile.id, name: profile.name } })
  }
}
