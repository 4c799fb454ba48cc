import { Fault } from '@core/fault'
import type { ModemSession } from '@core/modem/session'
import type { Clock } from '@core/ports/clock'
import { cancelled, sleep } from '@core/wait'
import { noBreakHere } from './words'

interface Options {
  readonly clock: Clock
  readonly session: () => ModemSession
  readonly connecting: () => boolean
}

/** How fast octets go out. */
export interface Pace {
  readonly octetsPerSecond?: number | undefined
  readonly linePauseMs: number
}

const cr = 13
const lf = 10
/** What ends what a person types: a line end, Ctrl-Z and ESC at a prompt, Ctrl-C. */
const ending = new Set([cr, lf, 0x1a, 0x1b, 3])
/** A line that was begun keeps polls away so long, one that was ended as long as its answer mostly takes. */
const begunUs = 30e6
const answeredUs = 3e6
/** Octets that go out together where they are paced: timers are no finer. */
const stepMs = 10

/** Octets as a person types them: past the queue of commands, in the order in which they were given. */
export class SlotRaw {
  readonly #o: Options
  #last: Promise<void> = Promise.resolve()
  #under = new AbortController()
  #busyUntilUs = 0

  constructor(options: Options) {
    this.#o = options
  }

  /** A person is in the middle of a line, or waits for its answer: a poll would go into it. */
  get busy(): boolean {
    return this.#o.clock.monotonicUs() < this.#busyUntilUs
  }

  write(octets: Uint8Array, pace: Pace): Promise<void> {
    const { signal } = this.#under
    const turn = this.#last.then(() => this.#write(octets, pace, signal))
    this.#last = turn.catch(() => undefined)
    return turn
  }

  stop(): void {
    this.#under.abort()
    this.#under = new AbortController()
  }

  async sendBreak(ms: number): Promise<void> {
    const port = this.#mayType().aside()
    if (!port.sendBreak) throw new Fault('port-no-lines', noBreakHere(port.label))
    await port.sendBreak(ms)
  }

  async #write(octets: Uint8Array, pace: Pace, signal: AbortSignal): Promise<void> {
    for (const { piece, waitMs } of paced(octets, pace)) {
      const stopped = cancelled(signal)
      if (stopped) throw stopped
      // Looked at anew: what was written may have begun a call.
      await this.#mayType().aside().write(piece)
      const now = this.#o.clock.monotonicUs()
      const ended = ending.has(piece.at(-1) ?? cr)
      this.#busyUntilUs = now + (ended ? answeredUs : begunUs)
      if (waitMs > 0) await sleep(this.#o.clock, waitMs, signal)
    }
  }

  #mayType(): ModemSession {
    if (this.#o.connecting()) throw new Fault('connect-running')
    return this.#o.session()
  }
}

interface Piece {
  readonly piece: Uint8Array
  /** How long to wait behind it. */
  readonly waitMs: number
}

/** The pieces of what is written, with the pauses between them; behind the last one there is none. */
export function paced(octets: Uint8Array, { octetsPerSecond, linePauseMs }: Pace): Piece[] {
  const step = octetsPerSecond && Math.max(1, Math.floor((octetsPerSecond * stepMs) / 1000))
  const pieces: Piece[] = []
  for (const line of linePauseMs > 0 ? lines(octets) : [octets])
    for (let at = 0; at < line.length; at += step ?? line.length) {
      const piece = line.subarray(at, at + (step ?? line.length))
      const atLineEnd = at + piece.length >= line.length
      const octetsMs = octetsPerSecond ? (piece.length * 1000) / octetsPerSecond : 0
      pieces.push({ piece, waitMs: octetsMs + (atLineEnd ? linePauseMs : 0) })
    }
  return pieces.map((one, at) => (at === pieces.length - 1 ? { ...one, waitMs: 0 } : one))
}

/** Lines with what ends them: CR, LF, or both. */
function lines(octets: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = []
  let from = 0
  octets.forEach((octet, at) => {
    const ends = octet === lf || (octet === cr && octets[at + 1] !== lf)
    if (!ends) return
    found.push(octets.subarray(from, at + 1))
    from = at + 1
  })
  if (from < octets.length) found.push(octets.subarray(from))
  return found
}
