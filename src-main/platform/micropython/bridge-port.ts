import bridgeScript from '@resources/micropython/bridge.py?raw'
import { bytesOf, latin1 } from '@core/bytes'
import { Fault } from '@core/fault'
import type { BytePort, PortEnd } from '@core/ports/byte-port'
import type { Cancel, Clock } from '@core/ports/clock'
import { labelled, quoted, type Words } from '@core/words'
import { expectWithin, type Expectation } from '@core/wait'
import { nodeClock } from '../clock/node-clock'
import { Listeners } from '../serial/base-port'
import { BridgeCommands } from './bridge-commands'
import { BridgeLine } from './bridge-lines'
import { Credit } from './credit'
import { linkFrame, LinkFrameReader, type LinkFrame, type LinkKind } from './link-frames'
import { RawRepl, scriptFault } from './raw-repl'
import { bridgeConfig, micropythonName, type Wiring, type WiredLineName } from './wiring'
import {
  beingRestarted,
  flowControlPins,
  interrupted,
  isOff,
  mainRunsAgain,
  noBridge,
  octetsDamaged,
  releasedAtStart,
  releasedByBoard,
  replBack,
  startedAgain,
  statusNotWired,
  staysOn,
  stoppedAgainAgain,
  tookOnly,
} from './words'

export interface MicropythonOptions {
  /** Of the modem's UART; 115200 when absent. */
  readonly baudRate?: number
  readonly rtscts?: boolean
  /** Opens the board's own port. */
  readonly openInner: (name: string) => Promise<BytePort>
  readonly clock?: Clock
}

/** The modem behind a MicroPython board: a port like any other, and the lines that switch the modem on and off. */
export interface MicropythonPort extends BytePort {
  readonly power: { readonly [name in WiredLineName]?: BridgeLine }
  /** The last level of STATUS the board told; undefined where it is not wired. */
  readonly status: boolean | undefined
  /** Each change of STATUS as the board saw it, with the moment of `Clock.nowMs`. */
  onStatus(listener: (active: boolean, atMs: number) => void): () => void
  onNote(listener: (words: Words) => void): () => void
}

const pieceBytes = 256
const windowBytes = 8192
const grantBytes = 2048
const keepAliveMs = 5000
const mostRestarts = 3
const restartsWithinUs = 60_000_000

/**
 * Opens `micropython:PORT?…`: loads the bridge into the board's memory over its raw REPL and speaks to the modem through it.
 * Rejects with `Fault`: port-name, what opening the port itself gives, micropython-running (a program runs and may not be
 * interrupted), micropython-silent, micropython-script.
 */
export async function openMicropython(
  name: string,
  options: MicropythonOptions,
): Promise<MicropythonPort> {
  const { port, wiring } = micropythonName(name)
  const inner = await options.openInner(port)
  const bridge = new Bridge(name, inner, wiring, options)
  try {
    await bridge.begin()
    openBridges.set(port, bridge)
    bridge.onEnd(() => {
      if (openBridges.get(port) === bridge) openBridges.delete(port)
    })
    return bridge
  } catch (error) {
    await bridge.close()
    throw error
  }
}

const openBridges = new Map<string, MicropythonPort>()

/** The bridge this program has open on a board's port, if it has one: its power lines are reached through it. */
export function openBridgeOn(port: string): MicropythonPort | undefined {
  return openBridges.get(port)
}

class Bridge implements MicropythonPort {
  readonly label: string
  readonly power: { readonly [name in WiredLineName]?: BridgeLine }
  readonly #inner: BytePort
  readonly #wiring: Wiring
  readonly #clock: Clock
  readonly #repl: RawRepl
  readonly #listeners = new Listeners()
  readonly #onStatus = new Set<(active: boolean, atMs: number) => void>()
  readonly #onNote = new Set<(words: Words) => void>()
  readonly #unheard: Words[] = []
  readonly #commands: BridgeCommands
  readonly #credit = new Credit()
  #reader = new LinkFrameReader()
  #number = 0
  #state: 'starting' | 'running' | 'closing' | 'ended' = 'starting'
  #hello: Expectation<string> | undefined
  #left: Expectation<void> | undefined
  #status: boolean | undefined
  #baudRate: number
  #rtscts: boolean
  #consumed = 0
  #writes: Promise<void> = Promise.resolve()
  #keepAlive: Cancel | undefined
  #restartsUs: number[] = []
  #closing: Promise<void> | undefined

  constructor(label: string, inner: BytePort, wiring: Wiring, options: MicropythonOptions) {
    this.label = label
    this.#inner = inner
    this.#wiring = wiring
    this.#clock = options.clock ?? nodeClock
    this.#baudRate = options.baudRate ?? 115_200
    this.#rtscts = options.rtscts ?? false
    this.#repl = new RawRepl(inner, this.#clock)
    this.#commands = new BridgeCommands(this.#clock, (text) => this.#command(text))
    this.power = linesOf(wiring, this.#commands)
    this.#repl.onOutput((bytes) => this.#hear(bytes))
    this.#repl.onDone((error) => this.#scriptEnded(error))
    inner.onNote?.((words) => this.#note(words))
    inner.onEnd((end) => this.#finish(end))
  }

  get status(): boolean | undefined {
    return this.#status
  }
  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    return this.#listeners.onBytes(listener)
  }
  onEnd(listener: (end: PortEnd) => void): () => void {
    return this.#listeners.onEnd(listener)
  }
  onStatus(listener: (active: boolean, atMs: number) => void): () => void {
    this.#onStatus.add(listener)
    return () => this.#onStatus.delete(listener)
  }
  onNote(listener: (words: Words) => void): () => void {
    this.#onNote.add(listener)
    // What was found while opening waits for the first who asks.
    for (const words of this.#unheard.splice(0)) listener(words)
    return () => this.#onNote.delete(listener)
  }

  /** Gets the board's attention, loads the bridge and starts it. */
  async begin(): Promise<void> {
    await this.#repl.enter({ interrupt: this.#wiring.interrupt })
    await this.#repl.run(bridgeScript, { limitMs: 10_000 })
    await this.#startBridge()
  }

  /** Resolves when the board's port took every octet; `port-stuck` when the modem takes none of them. */
  write(bytes: Uint8Array): Promise<void> {
    const run = this.#writes.then(() => this.#writeAll(bytes))
    this.#writes = run.catch(() => undefined)
    return run
  }
  async setBaudRate(baudRate: number): Promise<void> {
    await this.#writes
    await this.#commands.ask(`baud ${baudRate}`, 5000)
    this.#baudRate = baudRate
  }
  async setFlowControl(rtscts: boolean): Promise<void> {
    const { cts, rts } = this.#wiring
    if (rtscts && (cts === undefined || rts === undefined))
      throw new Fault('port-failed', flowControlPins(this.label))
    await this.#writes
    await this.#commands.ask(`flow ${rtscts ? 1 : 0}`, 5000)
    this.#rtscts = rtscts
  }
  /** Ends the bridge, gives the board its prompt back (or main.py), and says what state the modem is left in. */
  close(): Promise<void> {
    this.#closing ??= this.#leave()
    return this.#closing
  }

  async #startBridge(): Promise<void> {
    const { baudRate, rtscts } = { baudRate: this.#baudRate, rtscts: this.#rtscts }
    const config = bridgeConfig(this.#wiring, { baudRate, rtscts, window: windowBytes })
    await this.#repl.run(`bridge = Bridge(${config})`)
    this.#reader = new LinkFrameReader()
    this.#number = 0
    this.#consumed = 0
    const detail = noBridge(this.label)
    const late = { code: 'micropython-silent', detail } as const
    const hello = expectWithin<string>(this.#clock, 5000, late)
    hello.promise.catch(() => undefined)
    this.#hello = hello
    await this.#repl.start('bridge.run()')
    this.#greet(await hello.promise)
    if (this.power.status) this.#status = await this.power.status.read()
    this.#beat()
  }
  #greet(text: string): void {
    const told = new Map(text.split(' ').map((part) => part.split('=') as [string, string]))
    this.#state = 'running'
    this.#credit.reset(Number(told.get('window') ?? 0))
    for (const name of ['power', 'reset'])
      if (told.get(name) === '1') this.#note(releasedAtStart(name))
  }

  async #writeAll(bytes: Uint8Array): Promise<void> {
    const limitMs = 5000 + (bytes.length * 20_000) / this.#baudRate
    const endUs = this.#clock.monotonicUs() + limitMs * 1000
    for (let at = 0; at < bytes.length;) {
      this.#mustBeOpen()
      const leftMs = (endUs - this.#clock.monotonicUs()) / 1000
      const count = await this.#credit.take(
        Math.min(pieceBytes, bytes.length - at),
        this.#clock,
        leftMs,
      )
      if (count === 0) {
        this.#mustBeOpen()
        throw new Fault('port-stuck', tookOnly(this.label, at, bytes.length))
      }
      await this.#frame('D', bytes.subarray(at, at + count))
      at += count
    }
  }
  async #command(text: string): Promise<void> {
    this.#mustBeOpen()
    if (this.#state !== 'running') throw new Fault('micropython-link', beingRestarted(this.label))
    await this.#frame('X', bytesOf(text))
  }
  /** Numbered when handed on, so that frames are written in the order of their numbers. */
  #frame(kind: LinkKind, content: Uint8Array = new Uint8Array(0)): Promise<void> {
    return this.#inner.write(linkFrame(kind, this.#number++, content))
  }

  #hear(bytes: Uint8Array): void {
    if (this.#state === 'starting' && !this.#hello) return
    for (const frame of this.#reader.feed(bytes)) {
      if (frame === 'damaged') this.#damaged()
      else this.#take(frame)
    }
  }
  #take({ kind, content }: LinkFrame): void {
    switch (kind) {
      case 'H':
        this.#hello?.resolve(latin1(content))
        this.#hello = undefined
        break
      case 'D':
        this.#grant(content.length)
        this.#listeners.deliver(content)
        break
      case 'C':
        this.#credit.give(Number(latin1(content)))
        break
      case 'Y':
        this.#commands.answered(latin1(content))
        break
      case 'S':
        this.#lineChanged(latin1(content))
        break
      case 'L':
        this.#noteLeaving(latin1(content))
        break
    }
  }
  #grant(count: number): void {
    this.#consumed += count
    if (this.#consumed < grantBytes || this.#state !== 'running') return
    const granted = this.#consumed
    this.#consumed = 0
    // A write that fails ends the inner port, and that ends this one with its own words.
    this.#frame('C', bytesOf(String(granted))).catch(() => undefined)
  }
  #lineChanged(text: string): void {
    const [name, level] = text.split(' ')
    if (level === 'held') this.#note(releasedByBoard(name))
    if (name !== 'status' || level === 'held') return
    this.#status = level === '1'
    for (const listener of [...this.#onStatus]) listener(this.#status, this.#clock.nowMs())
  }
  #noteLeaving(text: string): void {
    const status = /\bstatus=(\d)/.exec(text)?.[1]
    if (status !== undefined) this.#status = status === '1'
  }
  #damaged(): void {
    if (this.#state !== 'running') return
    this.#note(octetsDamaged)
    this.#repl.interrupt().catch(() => undefined)
  }

  /** The bridge ended though nobody asked: Ctrl-C from elsewhere, a soft reset, silence, an error of its own. */
  #scriptEnded(error: string): void {
    if (this.#state === 'closing') this.#left?.resolve()
    if (this.#state === 'starting' && error !== '') this.#hello?.reject(scriptFault(error))
    if (this.#state !== 'running') return
    this.#state = 'starting'
    this.#keepAlive?.()
    const lost = this.#credit.outstanding
    this.#credit.reset(0)
    this.#commands.failAll(new Fault('micropython-link', interrupted(this.label)))
    this.#restart(lost, error).catch((reason: unknown) => {
      const detail = reason instanceof Error ? reason.message : String(reason)
      this.#finish({ reason: 'failed', detail: quoted(detail) })
      this.#inner.close().catch(() => undefined)
    })
  }
  async #restart(lost: number, error: string): Promise<void> {
    const nowUs = this.#clock.monotonicUs()
    this.#restartsUs = this.#restartsUs.filter((us) => nowUs - us < restartsWithinUs)
    if (this.#restartsUs.push(nowUs) > mostRestarts)
      throw new Fault('micropython-link', stoppedAgainAgain(this.label, error))
    await this.#repl.enter({ interrupt: this.#wiring.interrupt })
    // A soft reset took the script out of memory, too.
    await this.#repl.run(bridgeScript, { limitMs: 10_000 })
    await this.#startBridge()
    this.#note(startedAgain(lost))
  }

  #beat(): void {
    this.#keepAlive = this.#clock.schedule(keepAliveMs, () => {
      if (this.#state !== 'running') return
      this.#frame('K').catch(() => undefined)
      this.#beat()
    })
  }

  async #leave(): Promise<void> {
    if (this.#state === 'ended') return
    const running = this.#state === 'running'
    this.#state = 'closing'
    this.#keepAlive?.()
    this.#commands.failAll(new Fault('port-closed', quoted(this.label)))
    // Whatever the board does not do in time, its port is closed; the bridge then ends by its own silence limit.
    await this.#restoreRepl(running).catch(() => undefined)
    this.#finish({ reason: 'closed', detail: this.#farewell() })
    await this.#inner.close()
  }
  async #restoreRepl(running: boolean): Promise<void> {
    if (running) {
      const late = { code: 'micropython-silent' } as const
      const left = expectWithin<void>(this.#clock, 4000, late)
      left.promise.catch(() => undefined)
      this.#left = left
      await this.#frame('Q')
      await left.promise
      await this.#repl.run('bridge = Bridge = Line = Link = None\nimport gc\ngc.collect()')
    }
    await this.#repl.leave(this.#wiring.after === 'main')
  }
  #farewell(): Words {
    const modem = this.#status === undefined ? statusNotWired : this.#status ? staysOn : isOff
    const board = this.#wiring.after === 'main' ? mainRunsAgain : replBack
    return { en: `${modem.en}; ${board.en}.`, ja: `${modem.ja}。${board.ja}。` }
  }

  #finish(end: PortEnd): void {
    if (this.#state === 'ended') return
    this.#state = 'ended'
    this.#keepAlive?.()
    const fault = new Fault(endCode(end), labelled(this.label, end.detail))
    this.#hello?.reject(fault)
    this.#left?.reject(fault)
    this.#commands.failAll(fault)
    this.#credit.end()
    this.#repl.dispose()
    this.#listeners.finish(end)
  }
  #mustBeOpen(): void {
    const end = this.#listeners.end
    if (end) throw new Fault(endCode(end), labelled(this.label, end.detail))
    if (this.#state === 'closing') throw new Fault('port-closed', quoted(this.label))
  }
  #note(words: Words): void {
    if (this.#onNote.size === 0) this.#unheard.push(words)
    for (const listener of [...this.#onNote]) listener(words)
  }
}

function linesOf(wiring: Wiring, commands: BridgeCommands): MicropythonPort['power'] {
  const { power, reset, status } = wiring.lines
  return {
    ...(power ? { power: new BridgeLine('power', power.pin, commands) } : {}),
    ...(reset ? { reset: new BridgeLine('reset', reset.pin, commands) } : {}),
    ...(status ? { status: new BridgeLine('status', status.pin, commands) } : {}),
  }
}

function endCode(end: PortEnd): 'port-gone' | 'port-failed' | 'port-closed' {
  if (end.reason === 'gone') return 'port-gone'
  return end.reason === 'failed' ? 'port-failed' : 'port-closed'
}
