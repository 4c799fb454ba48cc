import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import {
  callError,
  Fault,
  repeatableCalls,
  type AnyEvent,
  type Reply,
  type Transport,
} from '@contract'
import { refusedBy, spokeOtherwise, unreachable } from '../remote-fault'
import { cutWhile } from '../words'
import { callTooLarge } from '../words'

/** Where a bench is served, and what lets us in. */
export interface RemoteBench {
  readonly url: URL
  readonly token: string
  /** Certificates to trust beside those of the system. */
  readonly ca?: string | undefined
}

const backOffMs = [250, 500, 1000, 2000, 5000]
// A router that starts anew takes a minute or two.
const patienceMs = 180_000
// A cable that is cut says nothing: who is silent for so long is asked, and is gone when he does not answer.
const aliveMs = 10_000
/** RFC 6455, 7.4.1: a message that is too big to be processed. */
const tooLarge = 1009

type Incoming =
  | { readonly id: number; readonly reply: Reply<unknown> }
  | { readonly events: readonly AnyEvent[]; readonly host?: string }

interface Asked {
  readonly name: string
  readonly message: string
  readonly answer: (reply: Reply<unknown>) => void
  sent: boolean
  /** It changes something, and was sent over a connection that is gone: only the same run of the host may be asked again. */
  again: boolean
}

/**
 * Calls and events of a bench elsewhere, over a connection that comes back by itself. What is asked while it is down waits; a call that
 * was under way and changes something is asked for again by its name, so that it is made once. It is answered `host-lost` when
 * nobody can say any more whether it was carried out.
 */
export class RemoteSocket implements Transport {
  readonly #bench: RemoteBench
  readonly #listeners = new Set<(event: AnyEvent) => void>()
  readonly #returns = new Set<() => void>()
  readonly #gone = new Set<(fault: Fault) => void>()
  readonly #asked = new Map<number, Asked>()
  readonly #name = randomUUID()
  /** The run of the host that we speak to; empty when it does not name itself. */
  #host: string | undefined
  #met = false
  #socket: WebSocket | undefined
  #nextId = 1
  #tries = 0
  #downSince = 0
  #timer: NodeJS.Timeout | undefined
  #ended: Fault | undefined

  private constructor(bench: RemoteBench) {
    this.#bench = bench
  }

  /** Rejects with host-unreachable or host-refused when there is nobody at once. */
  static async open(bench: RemoteBench): Promise<RemoteSocket> {
    const remote = new RemoteSocket(bench)
    remote.#take(await remote.#connected())
    return remote
  }

  call(name: string, input: unknown): Promise<Reply<unknown>> {
    if (this.#ended) return Promise.resolve({ ok: false, error: callError(this.#ended) })
    const id = this.#nextId++
    return new Promise((answer) => {
      const once = repeatableCalls.has(name) ? {} : { once: `${this.#name} ${id}` }
      const message = JSON.stringify({ id, name, input, ...once })
      this.#asked.set(id, { name, message, answer, sent: false, again: false })
      this.#send()
    })
  }
  onEvent(listener: (event: AnyEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  /** Each time the connection is back. */
  onReturn(back: () => void): () => void {
    this.#returns.add(back)
    return () => this.#returns.delete(back)
  }
  /** Once, when it is given up. */
  onGone(gone: (fault: Fault) => void): () => void {
    this.#gone.add(gone)
    return () => this.#gone.delete(gone)
  }
  end(): void {
    this.#giveUp(new Fault('host-lost'), false)
  }

  #connected(): Promise<WebSocket> {
    const { url, token, ca } = this.#bench
    const address = new URL('/socket', url)
    address.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
    const socket = new WebSocket(address, {
      headers: { Authorization: `Bearer ${token}` },
      handshakeTimeout: aliveMs,
      ...(ca === undefined ? {} : { ca }),
    })
    return new Promise((resolve, reject) => {
      socket.once('open', () => {
        // What comes with the handshake waits until somebody listens.
        socket.pause()
        resolve(socket)
      })
      socket.once('unexpected-response', (_request, response) => {
        socket.terminate()
        reject(refusedBy(url.host, response.statusCode ?? 0))
      })
      socket.on('error', (error) => reject(unreachable(url.host, error)))
    })
  }

  #take(socket: WebSocket): void {
    this.#socket = socket
    this.#tries = 0
    let heard = true
    const alive = setInterval(() => {
      if (!heard) return socket.terminate()
      heard = false
      socket.ping()
    }, aliveMs)
    socket.on('pong', () => (heard = true))
    socket.on('message', (data: Buffer) => {
      heard = true
      this.#hear(data.toString('utf8'))
    })
    socket.on('close', (code: number) => {
      clearInterval(alive)
      if (code === tooLarge) this.#refuseLargest()
      if (this.#socket === socket) this.#lost()
    })
    socket.resume()
    this.#send()
  }
  #hear(text: string): void {
    const message = incomingOf(text)
    if (!message) return this.#giveUp(spokeOtherwise(this.#bench.url.host), true)
    if ('events' in message) {
      if (message.host !== undefined || !this.#met) this.#meet(message.host ?? '')
      for (const event of message.events)
        for (const listener of [...this.#listeners]) listener(event)
      return
    }
    this.#asked.get(message.id)?.answer(message.reply)
    this.#asked.delete(message.id)
  }
  #meet(host: string): void {
    const same = host !== '' && (this.#host === undefined || this.#host === host)
    this.#host = host
    this.#met = true
    for (const [id, { name, again, answer }] of this.#asked) {
      if (same || !again) continue
      this.#asked.delete(id)
      answer(notKnown(name))
    }
    this.#send()
  }
  #send(): void {
    const socket = this.#socket
    if (socket?.readyState !== WebSocket.OPEN) return
    for (const asked of this.#asked.values()) {
      if (asked.sent || (asked.again && !this.#met)) continue
      asked.sent = true
      socket.send(asked.message)
    }
  }

  /** Asked again it would cut the connection again, without an end. */
  #refuseLargest(): void {
    const sent = [...this.#asked].filter(([, asked]) => asked.sent)
    const [largest] = sent.toSorted(([, a], [, b]) => b.message.length - a.message.length)
    if (!largest) return
    const [id, { name, message, answer }] = largest
    this.#asked.delete(id)
    answer({
      ok: false,
      error: callError(new Fault('bad-input', callTooLarge(name, message.length))),
    })
  }

  #lost(): void {
    this.#socket = undefined
    this.#met = false
    if (this.#ended) return
    this.#downSince = performance.now()
    for (const [id, asked] of this.#asked) {
      if (!asked.sent) continue
      const repeatable = repeatableCalls.has(asked.name)
      if (!repeatable && !this.#host) {
        this.#asked.delete(id)
        asked.answer(notKnown(asked.name))
        continue
      }
      asked.sent = false
      asked.again = !repeatable
    }
    this.#again()
  }
  #again(): void {
    const waitMs = backOffMs[Math.min(this.#tries++, backOffMs.length - 1)]
    this.#timer = setTimeout(() => {
      this.#connected().then(
        (socket) => {
          if (this.#ended) return socket.terminate()
          this.#take(socket)
          for (const back of [...this.#returns]) back()
        },
        (error: unknown) => {
          if (this.#ended) return
          const late = performance.now() - this.#downSince > patienceMs
          if (!(error instanceof Fault)) throw error
          if (late) this.#giveUp(new Fault('host-lost', error.said, { cause: error }), true)
          else if (error.code === 'host-refused') this.#giveUp(error, true)
          else this.#again()
        },
      )
    }, waitMs)
  }
  #giveUp(fault: Fault, tell: boolean): void {
    if (this.#ended) return
    this.#ended = fault
    clearTimeout(this.#timer)
    this.#socket?.close()
    for (const { name, again, answer } of this.#asked.values())
      answer(again ? notKnown(name) : { ok: false, error: callError(fault) })
    this.#asked.clear()
    if (tell) for (const gone of [...this.#gone]) gone(fault)
  }
}

/** The other side was compiled against the same table; undefined for what is no message of a bench at all. */
function incomingOf(text: string): Incoming | undefined {
  try {
    const message: unknown = JSON.parse(text)
    if (typeof message !== 'object' || message === null) return undefined
    const isNews = 'events' in message && Array.isArray(message.events)
    return isNews || ('id' in message && 'reply' in message) ? (message as Incoming) : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const notKnown = (name: string): Reply<unknown> => ({
  ok: false,
  error: callError(new Fault('host-lost', cutWhile(name))),
})
