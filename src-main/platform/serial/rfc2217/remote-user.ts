import type { Socket } from 'node:net'
import type { BytePort } from '@core/ports/byte-port'
import { framings, type Framing } from '@core/ports/framing'
import * as it from './com-port'
import { comPort, control, fourOctets, fromServer, numberOf } from './com-port'
import { escaped, options, TelnetOptions, TelnetReader, within } from './telnet'

/** The port as it stands here; whoever may write changes it. */
export interface PortThere {
  readonly port: BytePort
  baudRate: number
  rtscts: boolean
  framing: Framing
  dtr: boolean
  rts: boolean
  /** The upper half of NOTIFY-MODEMSTATE; undefined where the port tells no lines. */
  state: number | undefined
}

export interface RemoteUserOptions {
  readonly socket: Socket
  readonly who: string
  readonly raw: boolean
  readonly there: PortThere
  readonly mayWrite: () => boolean
}

/** Nobody wants a line that stays in the break for ever. */
const longestBreakMs = 5000

/** A program on another machine that uses the port: by RFC 2217, or by octets alone. */
export class RemoteUser {
  readonly who: string
  readonly #options: RemoteUserOptions
  readonly #reader = new TelnetReader()
  readonly #telnet = new TelnetOptions([options.binary, options.suppressGoAhead, options.comPort])
  #modemStateMask = 255
  /** A break was begun and not ended, by the clock of the process. */
  #breakSince: number | undefined
  /** It offered RFC 2217, or speaks it without an offer. */
  #knowsPort = false
  /** What it asks is done one after the other: a speed before what is sent at it. */
  #work: Promise<void> = Promise.resolve()

  constructor(given: RemoteUserOptions) {
    this.who = given.who
    this.#options = given
  }

  begin(): void {
    const { socket, raw } = this.#options
    socket.on('data', (bytes) => this.#hear(new Uint8Array(bytes)))
    if (raw) return
    const { binary, suppressGoAhead } = options
    for (const one of [
      this.#telnet.will(binary),
      this.#telnet.do(binary),
      this.#telnet.will(suppressGoAhead),
      this.#telnet.do(suppressGoAhead),
    ])
      socket.write(one)
  }

  /** Octets that wait for it. */
  get behind(): number {
    return this.#options.socket.writableLength
  }

  give(bytes: Uint8Array): void {
    const { socket, raw } = this.#options
    if (!socket.writable) return
    socket.write(raw ? bytes.slice() : escaped(bytes.slice()))
  }

  tellLines(): void {
    const { state } = this.#options.there
    if (state === undefined || !this.#knowsPort) return
    this.#say(comPort.modemState, [state & this.#modemStateMask])
  }

  end(): void {
    this.#options.socket.end()
  }

  cut(): void {
    this.#options.socket.destroy()
  }

  #hear(bytes: Uint8Array): void {
    if (this.#options.raw) return this.#write(bytes)
    for (const event of this.#reader.push(bytes))
      switch (event.kind) {
        case 'data':
          this.#write(event.bytes)
          break
        case 'option':
          this.#option(event.verb, event.option)
          break
        case 'within':
          if (event.option === options.comPort) this.#asked(event.bytes)
      }
  }

  #option(verb: 'will' | 'wont' | 'do' | 'dont', option: number): void {
    const answer = this.#telnet.take(verb, option)
    if (answer) this.#options.socket.write(answer)
    if (verb === 'will' && option === options.comPort) this.#learnt()
  }

  #learnt(): void {
    if (this.#knowsPort) return
    this.#knowsPort = true
    this.tellLines()
  }

  #write(bytes: Uint8Array): void {
    const { mayWrite, there } = this.#options
    if (!mayWrite()) return
    // What the port does not take is not kept: its end closes every connection.
    this.#next(() => there.port.write(bytes))
  }

  #asked(bytes: Uint8Array): void {
    this.#learnt()
    const [code = -1, ...rest] = bytes
    this.#next(() => this.#answer(code, Uint8Array.from(rest)))
  }

  /** Each question is answered with what holds now, which for one who only reads is what held before. */
  async #answer(code: number, value: Uint8Array): Promise<void> {
    const { there, mayWrite } = this.#options
    switch (code) {
      case comPort.signature:
        if (value.length === 0)
          this.#say(code, [
            ...Buffer.from(mayWrite() ? it.signatures.writes : it.signatures.readsAlong),
          ])
        return
      case comPort.baudRate: {
        const wanted = numberOf(value)
        if (wanted !== 0 && wanted !== there.baudRate && mayWrite()) await this.#speed(wanted)
        return this.#say(code, fourOctets(there.baudRate))
      }
      case comPort.dataSize:
      case comPort.parity:
      case comPort.stopSize:
        return this.#say(code, [await this.#framed(code, value[0] ?? 0)])
      case comPort.control:
        return this.#say(code, [await this.#control(value[0] ?? 0)])
      case comPort.modemStateMask:
        this.#modemStateMask = value[0] ?? 255
        this.#say(code, [this.#modemStateMask])
        return this.tellLines()
      case comPort.lineStateMask:
      case comPort.purge:
        return this.#say(code, [value[0] ?? 0])
    }
  }

  async #speed(wanted: number): Promise<void> {
    const { there } = this.#options
    if (!there.port.setBaudRate) return
    const took = await there.port.setBaudRate(wanted).then(
      () => true,
      () => false,
    )
    if (took) there.baudRate = wanted
  }

  /** Each of the three parts comes by itself: what is not a framing with the other two leaves all as it is. */
  async #framed(code: number, wanted: number): Promise<number> {
    const { there, mayWrite } = this.#options
    const part = code === comPort.dataSize ? 'bits' : code === comPort.parity ? 'parity' : 'stop'
    const asked = it.framingCodes(there.framing)
    asked[part] = wanted
    const text = it.framingText(asked.bits, asked.parity, asked.stop)
    const framing = framings.find((one) => one === text)
    if (framing && framing !== there.framing && mayWrite()) {
      const took = await there.port.setFraming?.(framing).then(
        () => true,
        () => false,
      )
      if (took === true) there.framing = framing
    }
    return it.framingCodes(there.framing)[part]
  }

  async #control(wanted: number): Promise<number> {
    const { there, mayWrite } = this.#options
    if (mayWrite()) await this.#turn(wanted)
    switch (wanted) {
      case control.askDtr:
      case control.dtrOn:
      case control.dtrOff:
        return there.dtr ? control.dtrOn : control.dtrOff
      case control.askRts:
      case control.rtsOn:
      case control.rtsOff:
        return there.rts ? control.rtsOn : control.rtsOff
      case control.askBreak:
        return this.#breakSince === undefined ? control.breakOff : control.breakOn
      case control.breakOn:
      case control.breakOff:
        return this.#break(wanted === control.breakOn)
      default:
        return there.rtscts ? control.flowHardware : control.flowNone
    }
  }

  /**
   * Drivers hold the line for a time that is known beforehand, and this side learns it at the end alone: the break is sent then, as long
   * as it was wanted. A port that cannot says that none is on.
   */
  async #break(on: boolean): Promise<number> {
    const { there, mayWrite } = this.#options
    const since = this.#breakSince
    this.#breakSince = undefined
    if (!there.port.sendBreak || !mayWrite()) return control.breakOff
    if (on) {
      this.#breakSince = since ?? performance.now()
      return control.breakOn
    }
    if (since === undefined) return control.breakOff
    const ms = Math.min(longestBreakMs, Math.max(1, Math.round(performance.now() - since)))
    await there.port.sendBreak(ms)
    return control.breakOff
  }

  async #turn(wanted: number): Promise<void> {
    const { there } = this.#options
    const { dtr, rts } = there
    const lines = {
      dtr: wanted === control.dtrOn || (wanted !== control.dtrOff && dtr),
      rts: wanted === control.rtsOn || (wanted !== control.rtsOff && rts),
    }
    if (lines.dtr !== dtr || lines.rts !== rts) {
      // A port without lines (a pty) takes it as read, like the drivers of such ports do.
      const took = await (there.port.lines?.set(lines) ?? Promise.resolve()).then(
        () => true,
        () => false,
      )
      if (took) Object.assign(there, lines)
    }
    if (wanted !== control.flowNone && wanted !== control.flowHardware) return
    const rtscts = wanted === control.flowHardware
    const took = await there.port.setFlowControl?.(rtscts).then(
      () => true,
      () => false,
    )
    if (took === true) there.rtscts = rtscts
  }

  #say(code: number, value: readonly number[]): void {
    const { socket } = this.#options
    if (socket.writable) socket.write(within(options.comPort, [code + fromServer, ...value]))
  }

  /** A port that takes nothing ends by itself, and every connection with it. */
  #next(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch(() => undefined)
  }
}
