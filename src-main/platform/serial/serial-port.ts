import { setTimeout as sleep } from 'node:timers/promises'
import { Fault } from '@core/fault'
import type { BytePort, LineStates, PortEnd } from '@core/ports/byte-port'
import type { Framing } from '@core/ports/framing'
import { labelled, quoted, type Words } from '@core/words'
import { Listeners } from './base-port'
import { actualSpeed, descriptorOf, isNear, type Binding } from './binding'
import { atMost, within } from './deadline'
import type { DriverIo } from './driver-io'
import { driverIo } from './driver-io-of'
import { LastWords } from './last-words'
import { asFault, saysGone } from './open-error'
import { Outlet } from './outlet'
import type { Presence } from './presence'
import {
  breakStays,
  changedFlow,
  changedFraming,
  changedSpeed,
  linesOf,
  noBreak,
  notRead,
  notSet,
  sendingBreak,
  speedRefused,
} from './refusal-words'
import { framingSettings, stty } from './stty'
import { didNotAnswer } from './words'

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
  readonly #io: DriverIo
  readonly #outlet: Outlet
  readonly #poll: NodeJS.Timeout
  #baudRate: number
  #framing: Framing | undefined
  #outputs: { dtr: boolean; rts: boolean }
  #reading = false
  #looking = false
  #closing: Promise<void> | undefined
  readonly #lastWords: LastWords | undefined

  constructor(binding: Binding, setup: SerialSetup) {
    this.#binding = binding
    this.#setup = setup
    this.label = setup.path
    this.#baudRate = setup.baudRate
    this.#framing = setup.framing
    this.#io = driverIo(binding)
    this.#outlet = new Outlet({
      label: this.label,
      io: this.#io,
      limitMs: (octets) => 5000 + (octets * 20_000) / this.#baudRate,
      failed: async (error) => this.#failed(error),
      endFault: (cause) => this.#endFault(cause),
    })
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
      this.#io.listen(
        (bytes) => this.#listeners.deliver(bytes),
        (error) => void this.#failed(error),
      )
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
    return this.#outlet.write(bytes)
  }

  async setBaudRate(baudRate: number): Promise<void> {
    this.#mustBeOpen()
    await this.#settle(this.#binding.update({ baudRate }), speedRefused(baudRate))
    const actual = this.#setup.speedless ? undefined : await actualSpeed(this.#binding)
    if (actual !== undefined && !isNear(actual, baudRate))
      throw new Fault('port-failed', changedSpeed(this.label, baudRate, actual))
    this.#baudRate = baudRate
  }

  async close(): Promise<void> {
    this.#finish({ reason: 'closed' })
    await this.#closing
  }

  async #set(outputs: { dtr: boolean; rts: boolean }): Promise<void> {
    this.#mustBeOpen()
    // Both at once: the driver would set a missing one to its default.
    const { dtr, rts } = outputs
    const taken = this.#binding.set({ brk: false, dtr, rts }).catch((error: unknown) => {
      throw new Fault('port-no-lines', linesOf(this.label, error), { cause: error })
    })
    await this.#settle(taken, notSet)
    this.#outputs = { dtr, rts }
  }

  async #get(): Promise<LineStates> {
    this.#mustBeOpen()
    const { cts, dsr, dcd } = await this.#settle(this.#binding.get(), notRead)
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
    await this.#settle(set(true), noBreak)
    await sleep(ms)
    await this.#settle(set(false), breakStays)
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

  async #settle<T>(work: Promise<T>, what: Words): Promise<T> {
    try {
      return await within(3000, work, didNotAnswer(this.label))
    } catch (error) {
      throw asFault(error, this.label, what)
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
  async #failed(error: unknown): Promise<void> {
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
    this.#io.stop()
    this.#closing = this.#release()
    this.#listeners.finish(end)
    this.#outlet.end()
  }

  async #release(): Promise<void> {
    // The keeper of last words has the port open, too.
    await this.#lastWords?.end()
    // Bytes nobody takes would make the driver's close wait for them, up to 30 s on Linux.
    if (this.#outlet.stuck) await atMost(500, this.#binding.flush())
    await atMost(closeMs, this.#binding.close())
  }
}
