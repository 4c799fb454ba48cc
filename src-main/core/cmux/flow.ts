import type { Cancel, Clock } from '../ports/clock'
import type { V24 } from './values'

/** Why nothing is sent on a channel now. */
export type Pause = 'flow control' | 'RTR' | 'all channels'

interface Options {
  readonly clock: Clock
  /** How long a channel may be stopped before that is told as a pause. */
  readonly pausedMs: number
  /** Data may flow again. */
  readonly go: () => void
}

/** How long RTC with RTR of the other side are waited for; one that uses no signals raises none. */
const readyMs = 1000
const isReady = ({ rtc, rtr }: V24): boolean => rtc && rtr

/** Whether a channel may send: what the other side says of that in its signals (MSC) and for all channels (FCoff). */
export class Flow {
  readonly #options: Options
  readonly #listeners = new Set<(pause: Pause | undefined) => void>()
  #peer: V24 | undefined
  #rtrSeen = false
  #allStopped = false
  #paused: Pause | undefined
  #pauseTimer: Cancel | undefined
  /** Just opened, and the other side has not told that it is ready. */
  #opening: Cancel | undefined

  constructor(options: Options) {
    this.#options = options
  }

  /** The signals of the other side, once it told them. */
  get peerSignals(): V24 | undefined {
    return this.#peer
  }
  /** Why the other side has kept us from sending for three seconds or more; undefined while data may flow. */
  get paused(): Pause | undefined {
    return this.#paused
  }
  /** Why nothing may be sent right now. */
  get stopped(): Pause | undefined {
    if (this.#allStopped) return 'all channels'
    if (this.#peer?.fc) return 'flow control'
    if (this.#opening) return 'RTR'
    // A modem that never raised RTR does not use it.
    return this.#rtrSeen && !this.#peer?.rtr ? 'RTR' : undefined
  }

  onPaused(listener: (pause: Pause | undefined) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Nothing is sent before the other side has raised its signals. Linux (n_gsm) agrees to a channel whose terminal nobody has
   * opened yet, says so by signals that are all off, and loses what is sent to it until it raises them.
   */
  holdUntilReady(): void {
    // It may have told that it is ready together with its UA.
    if (this.#peer && isReady(this.#peer)) return
    this.#opening = this.#options.clock.schedule(readyMs, () => this.waitNoMore())
  }
  /** What is queued goes out, whether or not the other side has told that it is ready. */
  waitNoMore(): void {
    if (!this.#opening) return
    this.#opening()
    this.#opening = undefined
    this.#look()
  }

  /** The other side told its signals. */
  told(signals: V24): void {
    this.#peer = signals
    if (signals.rtr) this.#rtrSeen = true
    if (isReady(signals)) this.waitNoMore()
    this.#look()
  }
  /** FCoff or FCon: all channels at once. */
  stopAll(stopped: boolean): void {
    this.#allStopped = stopped
    this.#look()
  }

  /** The channel is over. */
  end(): void {
    this.#opening?.()
    this.#opening = undefined
    this.#pauseTimer?.()
  }

  #look(): void {
    if (!this.stopped) {
      this.#pauseTimer?.()
      this.#pauseTimer = undefined
      this.#pause(undefined)
      this.#options.go()
      return
    }
    const { clock, pausedMs } = this.#options
    this.#pauseTimer ??= clock.schedule(pausedMs, () => this.#pause(this.stopped))
  }

  #pause(pause: Pause | undefined): void {
    if (pause === this.#paused) return
    this.#paused = pause
    for (const listener of [...this.#listeners]) listener(pause)
  }
}
