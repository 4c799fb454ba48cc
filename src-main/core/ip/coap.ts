import { concat } from '../bytes'
import { between, type Chance } from '../ports/chance'
import type { Clock } from '../ports/clock'
import { utf8Bytes } from '../utf8'
import { cancelled, sleep } from '../wait'
import {
  buildCoap,
  coapCodes,
  coapOptions,
  coapTypes,
  coapUint,
  codeText,
  emptyCoap,
  parseCoap,
  uintIn,
  type CoapMessage,
  type CoapOption,
} from './coap-message'
import type { FamilyChoice } from './destination'
import type { IpHost } from './host'
import { isUnreadable } from './packet'
import { runPing, type PingOptions, type PingReply, type PingResult } from './ping'
import type { UdpSocket } from './udp-table'

export const coapPort = 5683
/** What a server offers (RFC 6690 4). */
export const coapCore = '/.well-known/core'

export interface CoapOptions extends Pick<PingOptions, 'count' | 'intervalMs' | 'onReply'> {
  readonly host: string
  /** Default 5683. */
  readonly port?: number | undefined
  /** Asked for behind the pings, with its query; empty: nothing is. Default `/.well-known/core`. */
  readonly path?: string | undefined
  /** How long to wait for the answer to each ping, and at most for each part of the resource. Default 5 s. */
  readonly timeoutMs?: number | undefined
  readonly family?: FamilyChoice | undefined
  readonly signal?: AbortSignal | undefined
}

/** What the server says of the resource. */
export interface CoapResponse {
  readonly path: string
  /** As it is written: `2.05`. */
  readonly code: string
  /** Of the registry of Content-Formats; null where it is not told. */
  readonly format: number | null
  readonly body: Uint8Array
  /** From the first request until the last block came. */
  readonly ms: number
  /** So many parts it came in (RFC 7959). */
  readonly blocks: number
  /** Requests that were sent again, since nothing came back. */
  readonly repeated: number
}

export interface CoapResult {
  readonly port: number
  /** Empty messages that must be reset (RFC 7252 4.3). */
  readonly ping: PingResult
  /** Null: not asked for, or no answer came. */
  readonly response: CoapResponse | null
  /** Why there is no response to what was asked for; null where there is one, or nothing was asked for. */
  readonly unanswered: CoapSilence | null
}

/** silent: nothing came in time. reset: the server made nothing of the request. refused: nobody listens on the port. */
export type CoapSilence = 'silent' | 'reset' | 'refused'

interface Parts {
  readonly clock: Clock
  readonly chance: Chance
  readonly host: IpHost
}

/** RFC 7252 4.8: the first wait is 2 to 3 s; each is twice as long, four times. */
const ackMs = 2_000
const mostRepeats = 4
/** More than a list of resources is. */
const mostOctets = 1_000_000

/** Pings a CoAP server, then asks it for a resource. Lost answers are in the result; rejects where the host has no address. */
export async function runCoap(parts: Parts, options: CoapOptions): Promise<CoapResult> {
  const { clock, chance, host } = parts
  const { port = coapPort, path = coapCore, timeoutMs = 5_000, signal, family } = options
  const address = await host.addressOf(options.host, { signal, family })
  const talk = new Talk(clock, chance)
  talk.socket = await host.udpSocket(address, port, (data) => talk.take(data), {
    signal,
    refused: (from, words) => talk.refused(from, words.en),
  })
  try {
    const echo = (seq: number) => talk.ping(seq, timeoutMs, signal)
    const pinged = { ...options, timeoutMs }
    const ping = await runPing(clock, options.host, address, echo, pinged, () => host.closed)
    if (path === '' || signal?.aborted || host.closed)
      return { port, ping, response: null, unanswered: null }
    const response = await talk.get(path, options.host, timeoutMs, signal)
    return typeof response === 'string'
      ? { port, ping, response: null, unanswered: response }
      : { port, ping, response, unanswered: null }
  } finally {
    talk.socket.close()
  }
}

/** What came back to a request so far. */
interface Got {
  message?: CoapMessage
  acknowledged?: boolean
  why?: CoapSilence
}

interface Waiting {
  take(message: CoapMessage): void
  refused(from: string, error: string): void
}

/** Messages to one server, and what comes back to them. */
class Talk {
  readonly #clock: Clock
  readonly #chance: Chance
  socket: UdpSocket | undefined
  #id: number
  readonly #waiting = new Set<Waiting>()

  constructor(clock: Clock, chance: Chance) {
    this.#clock = clock
    this.#chance = chance
    this.#id = between(chance, 0, 0xffff)
  }

  take(data: Uint8Array): void {
    const message = parseCoap(data)
    if (isUnreadable(message)) return
    for (const one of [...this.#waiting]) one.take(message)
  }

  refused(from: string, error: string): void {
    for (const one of [...this.#waiting]) one.refused(from, error)
  }

  #nextId(): number {
    this.#id = (this.#id + 1) & 0xffff
    return this.#id
  }

  /** An empty confirmable message; it is not repeated, so that a loss is seen. */
  ping(seq: number, timeoutMs: number, signal: AbortSignal | undefined): Promise<PingReply> {
    const id = this.#nextId()
    const sentUs = this.#clock.monotonicUs()
    return new Promise((resolve) => {
      const settle = (reply: Partial<PingReply>) => {
        this.#waiting.delete(waiting)
        late()
        signal?.removeEventListener('abort', stop)
        resolve({ seq, ms: null, ttl: null, from: null, error: null, ...reply })
      }
      const stop = () => settle({})
      const waiting: Waiting = {
        take: (message) => {
          if (message.id === id && message.type === coapTypes.reset)
            settle({ ms: (this.#clock.monotonicUs() - sentUs) / 1000 })
        },
        refused: (from, error) => settle({ from, error }),
      }
      this.#waiting.add(waiting)
      const late = this.#clock.schedule(timeoutMs, stop)
      signal?.addEventListener('abort', stop, { once: true })
      this.socket?.send(emptyCoap(coapTypes.confirmable, id))
    })
  }

  /** A resource, block by block (RFC 7959), or why there is none. */
  async get(
    path: string,
    host: string,
    timeoutMs: number,
    signal: AbortSignal | undefined,
  ): Promise<CoapResponse | CoapSilence> {
    const startUs = this.#clock.monotonicUs()
    const parts: Uint8Array[] = []
    let repeated = 0
    let block = 0
    let octets = 0
    for (;;) {
      const request = optionsOf(path, host, block)
      const answer = await this.#ask(request, timeoutMs, signal)
      repeated += answer.repeated
      const { message } = answer
      if (!message) return answer.why ?? 'silent'
      parts.push(message.payload)
      octets += message.payload.length
      const told = uintIn(message, coapOptions.block2) ?? 0
      const more = (told & 8) !== 0 && message.payload.length > 0 && octets < mostOctets
      if (!more)
        return {
          path,
          code: codeText(message.code),
          format: uintIn(message, coapOptions.contentFormat) ?? null,
          body: concat(parts),
          ms: (this.#clock.monotonicUs() - startUs) / 1000,
          blocks: parts.length,
          repeated,
        }
      // The next one, in the size that the server chose.
      block = (((told >> 4) + 1) << 4) | (told & 7)
    }
  }

  /** One confirmable request, repeated until something comes back (RFC 7252 4.2). */
  async #ask(
    options: readonly CoapOption[],
    timeoutMs: number,
    signal: AbortSignal | undefined,
  ): Promise<Got & { readonly repeated: number }> {
    const id = this.#nextId()
    const token = Uint8Array.from({ length: 4 }, () => between(this.#chance, 0, 255))
    const octets = buildCoap({
      ...{ type: coapTypes.confirmable, code: coapCodes.get, id, token, options },
      payload: new Uint8Array(),
    })
    const got: Got = {}
    const waiting: Waiting = {
      take: (message) => this.#answered(message, id, token, got),
      refused: () => (got.why = 'refused'),
    }
    this.#waiting.add(waiting)
    try {
      return await this.#untilAnswered(octets, got, timeoutMs, signal)
    } finally {
      this.#waiting.delete(waiting)
    }
  }

  async #untilAnswered(
    octets: Uint8Array,
    got: Got,
    timeoutMs: number,
    signal: AbortSignal | undefined,
  ) {
    let wait = between(this.#chance, ackMs, 1.5 * ackMs)
    let repeated = 0
    let nextMs = wait
    this.socket?.send(octets)
    for (let ms = 0; ms < timeoutMs && !got.message && !got.why; ms += stepMs) {
      await sleep(this.#clock, stepMs, signal)
      if (got.acknowledged || got.message || ms < nextMs || repeated >= mostRepeats) continue
      repeated++
      wait *= 2
      nextMs = ms + wait
      this.socket?.send(octets)
    }
    const stopped = cancelled(signal)
    if (stopped) throw stopped
    return { ...got, repeated }
  }

  #answered(message: CoapMessage, id: number, token: Uint8Array, got: Got): void {
    const ours = message.id === id
    if (message.type === coapTypes.reset && ours) {
      got.why = 'reset'
      return
    }
    if (message.type === coapTypes.acknowledgement && ours) got.acknowledged = true
    const same =
      message.token.length === token.length && message.token.every((one, i) => one === token[i])
    if (message.code === coapCodes.empty || !same) return
    if (message.type === coapTypes.acknowledgement && !ours) return
    // What comes later on its own is acknowledged, each time that it comes (RFC 7252 5.2.2).
    if (message.type === coapTypes.confirmable)
      this.socket?.send(emptyCoap(coapTypes.acknowledgement, message.id))
    got.message ??= message
  }
}

const stepMs = 20

function optionsOf(path: string, host: string, block: number): readonly CoapOption[] {
  const [names = '', query = ''] = path.split('?')
  const each = (number: number, list: readonly string[]) =>
    list.filter((one) => one !== '').map((one) => ({ number, value: utf8Bytes(decoded(one)) }))
  // An address is what the server sees by itself (RFC 7252 5.10.1).
  const named = /^[\d.]+$|:/.test(host)
    ? []
    : [{ number: coapOptions.uriHost, value: utf8Bytes(host) }]
  return [
    ...named,
    ...each(coapOptions.uriPath, names.split('/')),
    ...each(coapOptions.uriQuery, query.split('&')),
    ...(block === 0 ? [] : [{ number: coapOptions.block2, value: coapUint(block) }]),
  ]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    // A percent sign that stands for itself.
    if (error instanceof URIError) return text
    throw error
  }
}
