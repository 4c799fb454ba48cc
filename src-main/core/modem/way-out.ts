import type { Clock } from '../ports/clock'
import { climbOut, type Climber, type WayBackGoal } from './climb-out'
import type { PortMode } from './port-mode'
import type { Emit, SessionView } from './session-view'
import type { WayBack, WayBackStep } from './way-back'

interface Options extends Pick<Climber, 'stopCmux' | 'speedFound' | 'keep'> {
  readonly session: SessionView
  readonly clock: Clock
  readonly emit: Emit
  /** Told whenever a way back begins or is over, as that decides where AT goes; set to what it has reached. */
  readonly mode: PortMode
  /** Nothing is left of the call. */
  readonly letGo: () => void
}

/** One way back at a time: who asks meanwhile gets the end of the one under way. */
export class WayOut {
  readonly #options: Options
  #walk: Promise<WayBack> | undefined

  constructor(options: Options) {
    this.#options = options
  }

  get underWay(): boolean {
    return this.#walk !== undefined
  }
  take(goal: WayBackGoal, signal?: AbortSignal): Promise<WayBack> {
    const { mode } = this.#options
    this.#walk ??= this.#walkOut(goal, signal).finally(() => {
      this.#walk = undefined
      mode.tell()
    })
    mode.tell()
    return this.#walk
  }

  async #walkOut(goal: WayBackGoal, signal?: AbortSignal): Promise<WayBack> {
    // The promise of this very walk must stand before it changes anything.
    await Promise.resolve()
    const { clock, emit } = this.#options
    const steps: WayBackStep[] = []
    let result: WayBack['result'] | null = null
    try {
      result = await climbOut(goal, this.#climber(), {
        clock,
        ...(signal ? { signal } : {}),
        note: (rung, words, worked) => {
          const step = { rung, words, worked }
          steps.push(step)
          emit({ kind: 'way back', step })
          return worked
        },
      })
      return { result, steps }
    } finally {
      this.#settle(result ?? 'none')
      emit({ kind: 'way back over', result })
    }
  }
  /** The mode a way back has ended in, reached, given up or cancelled. */
  #settle(result: WayBack['result']): void {
    const { session, mode, letGo } = this.#options
    if (!session.open) return
    const line = session.dataLine
    const kept = result === 'none' && line.link !== undefined
    if (result !== 'held' && !kept) letGo()
    // AT may be tried again: a power cycle brings the modem back to command mode, whatever was seen before.
    if (result === 'none' && !kept) line.leaveData()
    if (session.cmuxOn) return
    mode.forgetHeard()
    mode.set(result === 'none' ? (kept ? 'data' : 'unknown') : 'command')
  }
  /** The session as it is when the walk begins. */
  #climber(): Climber {
    const { session, stopCmux, speedFound, keep } = this.#options
    const { port, mode, baudRate, cmuxOn, callHeld } = session
    return {
      port,
      mode,
      baudRate,
      cmuxOn,
      held: callHeld,
      dataLine: () => session.dataLine,
      stopCmux,
      speedFound,
      keep,
    }
  }
}
