import { bytesOf, concat } from '../../bytes'
import { Fault, faultCode } from '../../fault'
import type { Clock } from '../../ports/clock'
import { utf8, utf8Bytes } from '../../utf8'
import { sleep } from '../../wait'
import { HttpReader } from '../http-read'
import { uint32 } from '../packet'
import type { TcpConnection } from '../tcp'
import { connectionClosed, nothingOfIperf3, saidNothing } from './words'

/** The states of the control connection, as iperf3 numbers them (iperf_api.h); a signed octet each. */
export const states = {
  testStart: 1,
  testRunning: 2,
  testEnd: 4,
  paramExchange: 9,
  createStreams: 10,
  serverTerminate: 11,
  clientTerminate: 12,
  exchangeResults: 13,
  displayResults: 14,
  done: 16,
  accessDenied: -1,
  serverError: -2,
} as const

const endMs = 2_000
/** How long a server may be silent while nothing else is on the way. */
const answerMs = 8_000
/** The same behind a transfer, whose queue may lie between. */
const laterMs = 30_000
/** Longest JSON that is believed to be one. */
const mostJson = 1_000_000

/** The control connection to a server of iperf3: a cookie, states of one octet, and JSON behind its length. */
export class Iperf3Control {
  readonly #connection: TcpConnection
  readonly #reader: HttpReader
  readonly #clock: Clock
  readonly #signal: AbortSignal | undefined
  #known = false
  #transferred = false

  constructor(connection: TcpConnection, clock: Clock, signal: AbortSignal | undefined) {
    this.#connection = connection
    this.#clock = clock
    this.#signal = signal
    this.#reader = new HttpReader(() => connection.read(signal))
  }

  /** 36 characters and a null, which each connection of a test begins with. */
  hello(cookie: Uint8Array): Promise<void> {
    return this.#connection.write(cookie, this.#signal)
  }

  /** Rejects with `iperf3-bad-answer` where nothing comes in time, or the connection is closed before the first. */
  async state(): Promise<number> {
    const [octet = 0] = await this.#exactly(1)
    this.#known = true
    return octet > 0x7f ? octet - 0x100 : octet
  }

  /** From here on an answer may wait behind content. */
  transferred(): void {
    this.#transferred = true
  }

  tell(state: number): Promise<void> {
    return this.#connection.write(Uint8Array.of(state & 0xff), this.#signal)
  }

  async send(value: object): Promise<void> {
    const text = utf8Bytes(JSON.stringify(value))
    const { length } = text
    const head = [length >>> 24, length >>> 16, length >>> 8, length].map((part) => part & 0xff)
    await this.#connection.write(concat([Uint8Array.from(head), text]), this.#signal)
  }

  async receive(): Promise<unknown> {
    const length = uint32(await this.#exactly(4), 0)
    if (length > mostJson) throw notIperf3(`${length}`)
    const text = utf8(await this.#exactly(length))
    try {
      return JSON.parse(text)
    } catch (error) {
      if (error instanceof SyntaxError) throw notIperf3(text.slice(0, 60))
      throw error
    }
  }

  /** What a server says behind `serverError`: its own number for what went wrong, and the system's. */
  async reason(): Promise<{ readonly own: number; readonly system: number }> {
    const octets = await this.#exactly(8)
    return { own: uint32(octets, 0), system: uint32(octets, 4) }
  }

  /** Waits for the server to end its side: cut off earlier, it may not have read the last word, and stays busy. */
  async end(): Promise<void> {
    this.#connection.end()
    await Promise.race([this.#connection.closed, sleep(this.#clock, endMs, this.#signal)])
  }
  abort(): void {
    this.#connection.abort()
  }

  async #exactly(count: number): Promise<Uint8Array> {
    const answered = new AbortController()
    try {
      return await Promise.race([this.#reader.exactly(count), this.#silence(answered.signal)])
    } catch (error) {
      // The end of the stream, in the words of the reader's other users.
      if (faultCode(error) !== 'http-bad-answer') throw error
      const code = this.#known ? 'iperf3-refused' : 'iperf3-bad-answer'
      throw new Fault(code, connectionClosed, { cause: error })
    } finally {
      answered.abort()
    }
  }

  async #silence(answered: AbortSignal): Promise<never> {
    const ms = this.#transferred ? laterMs : answerMs
    await sleep(this.#clock, ms, answered)
    throw new Fault(this.#transferred ? 'net-stalled' : 'iperf3-bad-answer', saidNothing(ms / 1000))
  }
}

export const notIperf3 = (seen: string): Fault =>
  new Fault('iperf3-bad-answer', nothingOfIperf3(seen))

const letters = 'abcdefghijklmnopqrstuvwxyz234567'

/** Names a test to the server. */
export function newCookie(next: () => number): Uint8Array {
  const text = Array.from({ length: 36 }, () => letters[Math.floor(next() * letters.length)]).join(
    '',
  )
  return concat([bytesOf(text), Uint8Array.of(0)])
}
