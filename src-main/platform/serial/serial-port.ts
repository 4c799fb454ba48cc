import { setTimeout as sleep } from 'node:timers/promises'
import { concat } from '@core/bytes'
import { Fault } from '@core/fault'
import type { BytePort, LineStates, PortEnd } from '@core/ports/byte-port'
import type { Framing } from '@core/ports/framing'
import { labelled, quoted, type Words } from '@core/words'
import { Listeners } from './base-port'
import { actualSpeed, descriptorOf, isNear, type Binding } from './binding'
import { atMost, within } from './deadline'
import { LastWords } from './last-words'
import { asFault, saysGone } from './open-error'
import type { Presence } from './presence'
import { changedFlow, changedFraming, changedSpeed, linesOf, sendingBreak } from './refusal-words'
import { framingSettings, stty } from './stty'
import { didNotAnswer, tookOnly } from './words'

/** What the port was opened with, and how it is watched. */
export interface SerialSetup {
  readonly path: string
  readonly baudRate: number
  /** Absent where the port has no framing of its own. */
  readonly framing?: Framing | undefined
  /** Absent on ptys, which answer ENOTTY. */
  readonly hasLines: boolean
  /** No UART is behind it: what speed the driver tells means nothing. */
  readonly speedless: boolean
  readonly present: Presence
  /** The outputs as they were set at open. */
  readonly dtr: boolean
  readonly rts: boolean
  /** What the driver refused at open. */
  readonly notes: readonly Words[]
}

const pollMs = 1000
const closeMs = 2000
// What may still leave after a write was given up, should the other side wake up.
const sliceBytes = 4096
const readBytes = 65536

/** A write that the driver has not taken yet. */
interface Waiting {
  readonly bytes: Uint8Array
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** How many of the writes at the front fit one slice; at least one. */
function fitting(waiting: readonly Waiting[]): number {
  let length = 0
  const first = waiting.findIndex(({ bytes }) => (length += bytes.length) > sliceBytes)
  return first < 0 ? waiting.length : Math.max(1, first)
}

/** An open serial port. Reads as soon as somebody listens; what came before waits in the driver. */
export class SerialBytePort implements BytePort {
  readonly label: string
  readonly lines?: NonNullable<BytePort['lines']>
  readonly setFlowControl?: (rtscts: boolean) => Promise<void>
  readonly setFraming?: (framing: Framing) => Promise<void>
  readonly sendBreak?: (ms: number) => Promise<void>
  readonly onNote?: NonNullable<BytePort['onNote']>
  readonly whenLost?: NonNullable<BytePort['whenLost']>
  readonly #binding: Binding
  readonly #setup: SerialSetup
  readonly #listeners = new Listeners()
  readonly #poll: NodeJS.Timeout
  #baudRate: number
  #framing: Framing | undefined
  #outputs: { dtr: boolean; rts: boolean }
  #reading = false
  #looking = false
  #waiting: Waiting[] = []
  #writing = false
  /** A slice the driver has not taken yet, of a write that was given up. */
  #stuck: Promise<void> | undefined
  #closing: Promise<void> | undefined
  readonly #lastWords: LastWords | undefined

  constructor(binding: Binding, setup: SerialSetup) {
    this.#binding = binding
    this.#setup = setup
    this.label = setup.path
    this.#baudRate = setup.baudRate
    this.#framing = setup.framing
    this.#outputs = { dtr: setup.dtr, rts: setup.rts }
    if (setup.hasLines)
      this.lines = { set: (outputs) => this.#set(outputs), get: () => this.#get() }
    if (setup.hasLines) this.sendBreak = (ms) => this.#break(ms)
    const descriptor = descriptorOf(binding)
    if (descriptor !== undefined && setup.hasLines)
      this.setFlowControl = (rtscts) => this.#flow(descriptor, rtscts)
    if (descriptor !== undefined && setup.framing !== undefined)
      this.setFraming = (framing) => this.#frame(descriptor, framing)
    const lastWords = descriptor === undefined ? undefined : new LastWords(descriptor)
    this.#lastWords = lastWords
    if (lastWords) this.whenLost = (bytes) => this.#keep(lastWords, bytes)
    if (setup.notes.length > 0) this.onNote = (listener) => this.#tell(listener)
    this.#poll = setInterval(() => void this.#look(), pollMs)
    this.#poll.unref()
  }

  get framing(): Framing | undefined {
    return this.#framing
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    const stop = this.#listeners.onBytes(listener)
    if (!this.#reading && !this.#listeners.end) {
      this.#reading = true
      void this.#read()
    }
    return stop
  }

  onEnd(listener: (end: PortEnd) => void): () => void {
    return this.#listeners.onEnd(listener)
  }

  /**
   * Resolves when the driver took every byte; not drained to the wire, since tcdrain holds a thread for as long as CTS is
   * low. Rejects with `Fault('port-stuck')` when it takes nothing for longer than the bytes need at this speed and 5 s.
   */
  write(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ bytes, resolve, reject })
      if (!this.#writing) void this.#writeWaiting()
    })
  }

  /** What was asked for while the driver was busy goes together, as far as it fits one slice: a call for each frame is slow. */
  async #writeWaiting(): Promise<void> {
    this.#writing = true
    while (this.#waiting.length > 0) {
      const together = this.#waiting.splice(0, fitting(this.#waiting))
      const pieces = together.map(({ bytes }) => bytes)
      await this.#writeAll(pieces.length === 1 && pieces[0] ? pieces[0] : concat(pieces)).then(
        () => together.forEach(({ resolve }) => resolve()),
        (error: unknown) => together.forEach(({ reject }) => reject(error)),
      )
    }
    this.#writing = false
  }

  async setBaudRate(baudRate: number): Promise<void> {
    this.#mustBeOpen()
    await this.#settle(this.#binding.update({ baudRate }), `${baudRate} baud was refused`)
    const actual = this.#setup.speedless ? undefined : await actualSpeed(this.#binding)
    if (actual !== undefined && !isNear(actual, baudRate))
      throw new Fault('port-failed', changedSpeed(this.label, baudRate, actual))
    this.#baudRate = baudRate
  }

  async close(): Promise<void> {
    this.#finish({ reason: 'closed' })
    await this.#closing
  }

  async #read(): Promise<void> {
    const buffer = Buffer.allocUnsafe(readBytes)
    const read = () =>
      this.#binding.read(buffer, 0, readBytes).then(
        ({ bytesRead }) => bytesRead,
        (error: unknown) => this.#failed(error),
      )
    for (let under = read(); !this.#listeners.end;) {
      const count = await under
      if (this.#listeners.end) break
      const bytes = count ? new Uint8Array(buffer.subarray(0, count)) : undefined
      // The next read is under way while the listeners work on this one.
      under = read()
      if (bytes) this.#listeners.deliver(bytes)
    }
  }

  async #writeAll(bytes: Uint8Array): Promise<void> {
    this.#mustBeOpen()
    const limitMs = 5000 + (bytes.length * 20_000) / this.#baudRate
    if (this.#stuck) await this.#inTime(this.#stuck, limitMs, 0, bytes.length)
    const endAt = performance.now() + limitMs
    for (let at = 0; at < bytes.length; at += sliceBytes) {
      this.#mustBeOpen()
      const slice = Buffer.from(bytes.subarray(at, at + sliceBytes))
      await this.#inTime(this.#binding.write(slice), endAt - performance.now(), at, bytes.length)
    }
  }

  async #inTime(slice: Promise<void>, ms: number, done: number, all: number): Promise<void> {
    const settled = slice.then(
      () => 'taken' as const,
      async (error: unknown) => {
        await this.#failed(error)
        throw this.#endFault(error)
      },
    )
    const outcome = await new Promise<'taken' | 'late' | 'ended'>((resolve, reject) => {
      const timer = setTimeout(() => resolve('late'), Math.max(0, ms))
      const unwatch = this.#listeners.onEnd(() => resolve('ended'))
      void settled.then(resolve, reject).finally(() => {
        clearTimeout(timer)
        unwatch()
      })
    })
    this.#stuck = outcome === 'late' ? slice : undefined
    if (outcome === 'ended') throw this.#endFault()
    if (outcome === 'late') throw new Fault('port-stuck', tookOnly(this.label, done, all))
  }

  async #set(outputs: { dtr: boolean; rts: boolean }): Promise<void> {
    this.#mustBeOpen()
    // Both at once: the driver would set a missing one to its default.
    const { dtr, rts } = outputs
    const taken = this.#binding.set({ brk: false, dtr, rts }).catch((error: unknown) => {
      throw new Fault('port-no-lines', linesOf(this.label, error), { cause: error })
    })
    await this.#settle(taken, 'DTR and RTS cannot be set')
    this.#outputs = { dtr, rts }
  }

  async #get(): Promise<LineStates> {
    this.#mustBeOpen()
    const { cts, dsr, dcd } = await this.#settle(this.#binding.get(), 'the lines cannot be read')
    return { ...this.#outputs, cts, dsr, dcd }
  }

  async #flow(descriptor: number, rtscts: boolean): Promise<void> {
    this.#mustBeOpen()
    if ((await stty(descriptor, [rtscts ? 'crtscts' : '-crtscts'])) !== 'done')
      throw new Fault('port-failed', changedFlow(this.label))
  }

  async #frame(descriptor: number, framing: Framing): Promise<void> {
    this.#mustBeOpen()
    if ((await stty(descriptor, framingSettings(framing))) !== 'done')
      throw new Fault('port-failed', changedFraming(this.label, framing))
    this.#framing = framing
  }

  async #break(ms: number): Promise<void> {
    this.#mustBeOpen()
    const { dtr, rts } = this.#outputs
    const set = (brk: boolean) =>
      this.#binding.set({ brk, dtr, rts }).catch((error: unknown) => {
        throw new Fault('port-no-lines', sendingBreak(this.label, error), { cause: error })
      })
    await this.#settle(set(true), 'a break cannot be sent')
    await sleep(ms)
    await this.#settle(set(false), 'the break cannot be ended')
  }

  async #keep(lastWords: LastWords, bytes: Uint8Array): Promise<void> {
    this.#mustBeOpen()
    await lastWords.set(bytes)
  }

  /** The notes are of the open: whoever listens later is told them, too. */
  #tell(listener: (words: Words) => void): () => void {
    for (const words of this.#setup.notes) listener(words)
    return () => undefined
  }

  async #settle<T>(work: Promise<T>, what: string): Promise<T> {
    try {
      return await within(3000, work, didNotAnswer(this.label))
    } catch (error) {
      throw asFault(error, `${this.label}: ${what}`)
    }
  }

  /** The second way to notice an unplugged device: a hung-up tty can read as empty for ever. */
  async #look(): Promise<void> {
    if (this.#looking) return
    this.#looking = true
    if (!(await this.#setup.present())) this.#finish({ reason: 'gone' })
    this.#looking = false
  }

  /** Ends the port after a failed read or write; `gone` when the device is, or the error says so. */
  async #failed(error: unknown): Promise<undefined> {
    if (this.#listeners.end) return
    const detail = error instanceof Error ? error.message : String(error)
    const gone = saysGone(detail) || !(await this.#setup.present())
    this.#finish({ reason: gone ? 'gone' : 'failed', detail: quoted(detail) })
  }

  #mustBeOpen(): void {
    if (this.#listeners.end) throw this.#endFault()
  }

  #endFault(cause?: unknown): Fault {
    const end = this.#listeners.end
    const code =
      end?.reason === 'gone'
        ? 'port-gone'
        : end?.reason === 'failed'
          ? 'port-failed'
          : 'port-closed'
    return new Fault(code, labelled(this.label, end?.detail), { cause })
  }

  /** The handle is closed at once, or the device could not come back under its old name. */
  #finish(end: PortEnd): void {
    if (this.#listeners.end) return
    clearInterval(this.#poll)
    this.#closing = this.#release()
    this.#listeners.finish(end)
  }

  async #release(): Promise<void> {
    // The keeper of last words has the port open, too.
    await this.#lastWords?.end()
    // Bytes nobody takes would make the driver's close wait for them, up to 30 s on Linux.
    if (this.#stuck) await atMost(500, this.#binding.flush())
    await atMost(closeMs, this.#binding.close())
  }
}
