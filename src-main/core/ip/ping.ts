import type { FamilyChoice } from './destination'
import type { Clock } from '../ports/clock'
import { sleep } from '../wait'

export interface PingReply {
  readonly seq: number
  /** Null: no answer came in time. */
  readonly ms: number | null
  readonly ttl: number | null
  /** Who answered: the host, or a router with an error. */
  readonly from: string | null
  /** What a router said instead of an answer. */
  readonly error: string | null
  /** The longest packet that passes there, as a router says of one that was too long. */
  readonly mtu?: number | undefined
}

export interface PingResult {
  readonly host: string
  readonly address: string
  readonly sent: number
  readonly received: number
  readonly lossPct: number
  /** Null when nothing was received. */
  readonly minMs: number | null
  readonly avgMs: number | null
  readonly maxMs: number | null
  /** Mean difference of neighbouring answers; null with fewer than two. */
  readonly jitterMs: number | null
  readonly replies: readonly PingReply[]
}

export interface PingOptions {
  /** Default: IPv6 where the name and the link have it, else IPv4. */
  readonly family?: FamilyChoice | undefined
  /** Default 4; `Infinity` goes on until the signal is aborted. */
  readonly count?: number | undefined
  /** Default 1 s. */
  readonly intervalMs?: number | undefined
  /** How long to wait for each answer. Default 5 s. */
  readonly timeoutMs?: number | undefined
  /** Octets of data. Default 56. */
  readonly size?: number | undefined
  /** Ends the ping early; what was measured until then is the result. */
  readonly signal?: AbortSignal | undefined
  readonly onReply?: ((reply: PingReply) => void) | undefined
}

/** True once no echo can go out any more: the link is down. What was measured until then is the result. */
export type Ended = () => boolean

/** Replies kept of a ping that goes on for ever. */
const mostKept = 10_000

/** Sends echoes at a steady pace; answers may come in any order. */
export async function runPing(
  clock: Clock,
  host: string,
  address: string,
  echo: (seq: number) => Promise<PingReply>,
  options: PingOptions,
  ended: Ended = () => false,
): Promise<PingResult> {
  const count = options.count ?? 4
  const tally = new Tally(options.onReply)
  const waiting = new Set<Promise<void>>()
  for (let seq = 1; seq <= count && !options.signal?.aborted && !ended(); seq++) {
    const one = echo(seq).then((reply) => {
      // Nobody waited for this one: that is no loss.
      if (reply.ms === null && options.signal?.aborted) return
      tally.add(reply)
    })
    waiting.add(one)
    void one.finally(() => waiting.delete(one)).catch(() => undefined)
    if (seq < count && !(await calm(clock, options))) break
  }
  await Promise.all(waiting)
  return { host, address, ...tally.result() }
}

/** False: aborted while waiting. */
async function calm(clock: Clock, { intervalMs, signal }: PingOptions): Promise<boolean> {
  try {
    await sleep(clock, intervalMs ?? 1_000, signal)
    return true
  } catch (error) {
    if (signal?.aborted) return false
    throw error
  }
}

class Tally {
  readonly #onReply: ((reply: PingReply) => void) | undefined
  readonly #replies: PingReply[] = []
  #sent = 0
  #received = 0
  #sum = 0
  #least = Infinity
  #most = 0
  #steps = 0
  #last: number | undefined

  constructor(onReply: ((reply: PingReply) => void) | undefined) {
    this.#onReply = onReply
  }

  add(reply: PingReply): void {
    this.#sent++
    this.#replies.push(reply)
    if (this.#replies.length > mostKept) this.#replies.shift()
    if (reply.ms !== null) this.#count(reply.ms)
    this.#onReply?.(reply)
  }

  #count(ms: number): void {
    this.#received++
    this.#sum += ms
    this.#least = Math.min(this.#least, ms)
    this.#most = Math.max(this.#most, ms)
    if (this.#last !== undefined) this.#steps += Math.abs(ms - this.#last)
    this.#last = ms
  }

  result(): Omit<PingResult, 'host' | 'address'> {
    const some = this.#received > 0
    return {
      sent: this.#sent,
      received: this.#received,
      lossPct: this.#sent === 0 ? 0 : (100 * (this.#sent - this.#received)) / this.#sent,
      minMs: some ? this.#least : null,
      avgMs: some ? this.#sum / this.#received : null,
      maxMs: some ? this.#most : null,
      jitterMs: this.#received > 1 ? this.#steps / (this.#received - 1) : null,
      replies: [...this.#replies].sort((a, b) => a.seq - b.seq),
    }
  }
}
