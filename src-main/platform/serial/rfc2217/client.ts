import { setTimeout as sleep } from 'node:timers/promises'
import { Fault } from '@core/fault'
import type { BytePort, LineStates, PortEnd } from '@core/ports/byte-port'
import { usualFraming, type Framing } from '@core/ports/framing'
import { labelled, quoted, type Words } from '@core/words'
import { Listeners } from '../base-port'
import type { SerialOptions } from '../serial-options'
import { connectTcp } from '../tcp-port'
import * as it from './com-port'
import { comPort, control, fourOctets, fromServer, numberOf } from './com-port'
import { escaped, options, TelnetOptions, TelnetReader, within } from './telnet'
import * as words from './words'

/** How long the other machine has for an answer, how often it is asked whether it lives, and what is slow; in ms. */
export interface Patience {
  readonly answerMs: number
  readonly silenceMs: number
  readonly slowMs: number
}

const patience: Patience = { answerMs: 5000, silenceMs: 10_000, slowMs: 1000 }

/**
 * A serial port of another machine by RFC 2217: `rfc2217://host:port`, as ser2net, pyserial and terminal servers offer it.
 * Speed, framing, RTS/CTS, DTR, RTS and the lines of the modem are those of the port there.
 * Rejects with `Fault('port-unreachable')` where nobody speaks RFC 2217, `port-failed` where the port there cannot be set.
 */
export async function openRfc2217(
  name: string,
  { host, port }: { readonly host: string; readonly port: number },
  wanted: SerialOptions = {},
  patient: Patience = patience,
): Promise<BytePort> {
  const inner = await connectTcp(name, host, port)
  const client = new Rfc2217Port(name, host, inner, patient)
  try {
    await client.begin(wanted)
    return client
  } catch (error) {
    await client.close()
    throw error
  }
}

interface Asked {
  readonly code: number
  readonly answer: (bytes: Uint8Array) => void
}

class Rfc2217Port implements BytePort {
  readonly label: string
  readonly lines = { set: (outputs: Outputs) => this.#set(outputs), get: () => this.#get() }
  readonly #host: string
  readonly #inner: BytePort
  readonly #patient: Patience
  readonly #listeners = new Listeners()
  readonly #reader = new TelnetReader()
  readonly #options = new TelnetOptions([options.binary, options.suppressGoAhead, options.comPort])
  readonly #notes = new Set<(said: Words) => void>()
  readonly #told: Words[] = []
  /** Octets of the modem that came before somebody listened. */
  #early: Uint8Array[] = []
  #listening = false
  #asked: Asked[] = []
  #agreed: (yes: boolean) => void = () => undefined
  #framing: Framing | undefined
  #outputs: Outputs = { dtr: true, rts: true }
  #modemState: number | undefined
  /** Resolves when the other side takes octets again (RFC 2217: FLOWCONTROL-SUSPEND). */
  #resumed: Promise<void> = Promise.resolve()
  #resume: () => void = () => undefined
  #heard = Date.now()
  #watch: NodeJS.Timeout | undefined

  constructor(label: string, host: string, inner: BytePort, patient: Patience) {
    this.label = label
    this.#host = host
    this.#inner = inner
    this.#patient = patient
    inner.onBytes((bytes) => this.#hear(bytes))
    inner.onEnd((end) => this.#finish(end))
  }

  /** Agrees on RFC 2217 and sets the port up. */
  async begin(wanted: SerialOptions): Promise<void> {
    const { baudRate = 115200, rtscts = false, dtr = true, rts = true } = wanted
    const agreed = new Promise<boolean>((resolve) => (this.#agreed = resolve))
    const { binary, suppressGoAhead } = options
    for (const bytes of [
      this.#options.will(options.comPort),
      this.#options.will(binary),
      this.#options.do(binary),
      this.#options.will(suppressGoAhead),
      this.#options.do(suppressGoAhead),
    ])
      await this.#inner.write(bytes)
    const { answerMs } = this.#patient
    const answer = await this.#inTime(agreed)
    if (answer === undefined)
      throw new Fault('port-unreachable', words.noTelnet(this.label, answerMs))
    if (!answer) throw new Fault('port-unreachable', words.refused(this.label))
    // A raw port whose modem echoes seems to agree; a question it cannot answer.
    const first = await this.#answer(comPort.baudRate, fourOctets(baudRate))
    if (!first) throw new Fault('port-unreachable', words.noTelnet(this.label, answerMs))
    this.#mustBe(baudRate, first)
    await this.setFraming(wanted.framing ?? usualFraming)
    if (!(await this.#flow(rtscts)) && rtscts) this.#tell(words.noFlow(this.label))
    await this.#linesAtOpen({ dtr, rts })
    this.#watch = setInterval(() => void this.#look(), this.#patient.silenceMs)
    this.#watch.unref()
  }

  get framing(): Framing | undefined {
    return this.#framing
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    const stop = this.#listeners.onBytes(listener)
    this.#listening = true
    for (const bytes of this.#early.splice(0)) this.#listeners.deliver(bytes)
    return stop
  }

  onEnd(listener: (end: PortEnd) => void): () => void {
    return this.#listeners.onEnd(listener)
  }

  onNote(listener: (said: Words) => void): () => void {
    for (const said of this.#told) listener(said)
    this.#notes.add(listener)
    return () => this.#notes.delete(listener)
  }

  async write(bytes: Uint8Array): Promise<void> {
    await this.#resumed
    await this.#inner.write(escaped(bytes))
  }

  async setBaudRate(baudRate: number): Promise<void> {
    await this.#speed(baudRate)
  }

  async setFraming(framing: Framing): Promise<void> {
    const { bits, parity, stop } = it.framingCodes(framing)
    const [[dataBits], [parityThere], [stopBits]] = [
      await this.#ask(comPort.dataSize, [bits], 'SET-DATASIZE'),
      await this.#ask(comPort.parity, [parity], 'SET-PARITY'),
      await this.#ask(comPort.stopSize, [stop], 'SET-STOPSIZE'),
    ]
    const actual = it.framingText(dataBits, parityThere, stopBits)
    if (actual !== framing)
      throw new Fault('port-failed', words.otherFraming(this.label, framing, actual))
    this.#framing = framing
  }

  async sendBreak(ms: number): Promise<void> {
    for (const value of [control.breakOn, control.breakOff]) {
      const [answer] = (await this.#answer(comPort.control, [value])) ?? []
      if (answer !== value) throw new Fault('port-no-lines', words.noBreak(this.label))
      if (value === control.breakOn) await sleep(ms)
    }
  }

  async setFlowControl(rtscts: boolean): Promise<void> {
    if (!(await this.#flow(rtscts))) throw new Fault('port-failed', words.noFlow(this.label))
  }

  async close(): Promise<void> {
    this.#finish({ reason: 'closed' })
    await this.#inner.close()
  }

  async #speed(baudRate: number): Promise<void> {
    const answer = await this.#ask(comPort.baudRate, fourOctets(baudRate), 'SET-BAUDRATE')
    this.#mustBe(baudRate, answer)
  }

  #mustBe(baudRate: number, answer: Uint8Array): void {
    const actual = numberOf(answer)
    if (actual !== baudRate)
      throw new Fault('port-failed', words.otherSpeed(this.label, baudRate, actual))
  }

  /**
   * A port there may have no lines (a pty): ser2net answers nothing then. What stands unanswered before the answer to a
   * later question will not come.
   */
  async #linesAtOpen({ dtr, rts }: Outputs): Promise<void> {
    this.#outputs = { dtr, rts }
    const signature = this.#answer(comPort.signature, [])
    const asked = [
      this.#answer(comPort.modemStateMask, [255]),
      this.#answer(comPort.control, [dtr ? control.dtrOn : control.dtrOff]),
      this.#answer(comPort.control, [rts ? control.rtsOn : control.rtsOff]),
    ]
    const later = this.#ask(comPort.baudRate, fourOctets(0), 'SET-BAUDRATE').then(() => undefined)
    const answers = await Promise.all(asked.map((one) => Promise.race([one, later])))
    const said = new TextDecoder().decode(await Promise.race([signature, later]))
    this.#asked = []
    // AT that nobody passes on would look like a dead modem.
    if (said === it.signatures.readsAlong)
      throw new Fault('port-busy', words.readsAlong(this.label))
    if (answers.slice(1).includes(undefined)) this.#tell(words.noLines(this.label))
  }

  /** False where the port there has no RTS/CTS. */
  async #flow(rtscts: boolean): Promise<boolean> {
    const value = rtscts ? control.flowHardware : control.flowNone
    const [actual] = await this.#ask(comPort.control, [value], 'SET-CONTROL')
    return actual === value
  }

  async #set({ dtr, rts }: Outputs): Promise<void> {
    const values = [dtr ? control.dtrOn : control.dtrOff, rts ? control.rtsOn : control.rtsOff]
    for (const value of values)
      if (!(await this.#answer(comPort.control, [value])))
        throw new Fault('port-no-lines', words.noLines(this.label))
    this.#outputs = { dtr, rts }
  }

  #get(): Promise<LineStates> {
    const state = this.#modemState
    const inputs =
      state === undefined
        ? {}
        : {
            cts: (state & it.modemState.cts) !== 0,
            dsr: (state & it.modemState.dsr) !== 0,
            dcd: (state & it.modemState.dcd) !== 0,
            ri: (state & it.modemState.ri) !== 0,
          }
    return Promise.resolve({ ...this.#outputs, ...inputs })
  }

  /** Says one thing about the port there, and waits for what it made of it. */
  async #ask(code: number, value: readonly number[], what: string): Promise<Uint8Array> {
    const answer = await this.#answer(code, value)
    if (answer) return answer
    throw new Fault('port-unreachable', words.notAnswered(this.label, what, this.#patient.answerMs))
  }

  /** The same; undefined when nothing comes in time. */
  async #answer(code: number, value: readonly number[]): Promise<Uint8Array | undefined> {
    if (this.#listeners.end) throw new Fault('port-gone', quoted(this.label))
    const answered = new Promise<Uint8Array>((resolve) =>
      this.#asked.push({ code: code + fromServer, answer: resolve }),
    )
    await this.#inner.write(within(options.comPort, [code, ...value]))
    return this.#inTime(answered)
  }

  /** What is awaited, or undefined when it takes too long; rejects when the port ends first. */
  #inTime<T>(awaited: Promise<T>): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => done(() => resolve(undefined)), this.#patient.answerMs)
      const unwatch = this.#listeners.onEnd(({ detail }) =>
        done(() => reject(new Fault('port-unreachable', labelled(this.label, detail)))),
      )
      const done = (act: () => void) => {
        clearTimeout(timer)
        unwatch()
        act()
      }
      void awaited.then((value) => done(() => resolve(value)))
    })
  }

  #hear(bytes: Uint8Array): void {
    this.#heard = Date.now()
    for (const event of this.#reader.push(bytes))
      switch (event.kind) {
        case 'data':
          this.#deliver(event.bytes)
          break
        case 'option':
          this.#option(event.verb, event.option)
          break
        case 'within':
          if (event.option === options.comPort) this.#said(event.bytes)
      }
  }

  #deliver(bytes: Uint8Array): void {
    if (this.#listening) this.#listeners.deliver(bytes)
    else this.#early.push(bytes)
  }

  #option(verb: 'will' | 'wont' | 'do' | 'dont', option: number): void {
    const answer = this.#options.take(verb, option)
    if (answer) void this.#quietly(answer)
    if (option !== options.comPort) return
    if (verb === 'do') this.#agreed(true)
    if (verb === 'dont') this.#agreed(false)
  }

  #said(bytes: Uint8Array): void {
    const [code = -1, ...rest] = bytes
    const value = Uint8Array.from(rest)
    if (code === comPort.modemState + fromServer) this.#modemState = value[0]
    else if (code === comPort.suspend + fromServer) this.#suspend()
    else if (code === comPort.resume + fromServer) this.#resume()
    else {
      const at = this.#asked.findIndex((asked) => asked.code === code)
      if (at >= 0) this.#asked.splice(at, 1)[0]?.answer(value)
    }
  }

  #suspend(): void {
    this.#resumed = new Promise((resolve) => (this.#resume = resolve))
  }

  /**
   * A modem may be silent for hours; the machine it hangs on answers what it is asked. Speed 0 asks for the speed there
   * (RFC 2217, SET-BAUDRATE). Without an answer the network or that machine is gone, not the modem.
   */
  async #look(): Promise<void> {
    const { silenceMs, slowMs } = this.#patient
    if (Date.now() - this.#heard < silenceMs) return
    const asked = Date.now()
    const answered = await this.#ask(comPort.baudRate, fourOctets(0), 'SET-BAUDRATE').then(
      () => true,
      () => false,
    )
    const tookMs = Date.now() - asked
    if (answered && tookMs > slowMs) this.#tell(words.slowNetwork(this.#host, tookMs))
    // Something else may have come meanwhile, late.
    if (!answered && this.#heard < asked)
      this.#finish({
        reason: 'gone',
        detail: words.silentNetwork(this.#host, Date.now() - this.#heard),
      })
  }

  #tell(said: Words): void {
    this.#told.push(said)
    for (const listener of this.#notes) listener(said)
  }

  /** What we owe the other side; that it cannot be written shows at the port itself. */
  #quietly(bytes: Uint8Array): Promise<void> {
    return this.#inner.write(bytes).catch(() => undefined)
  }

  #finish(end: PortEnd): void {
    if (!this.#listeners.finish(end)) return
    clearInterval(this.#watch)
    this.#resume()
    this.#asked = []
    void this.#inner.close()
  }
}

interface Outputs {
  readonly dtr: boolean
  readonly rts: boolean
}
