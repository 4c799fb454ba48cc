import type { Events, SignalReading } from '@contract'
import type { ConnectState, ConnectTarget } from '@core/connect/connect-state'
import { Fault } from '@core/fault'
import type { Knowledge } from '@core/at/knowledge'
import type { ModemProfile } from '@core/modem/profile'
import type { ProbeResult } from '@core/modem/probed'
import { portFault } from '@core/modem/port-fault'
import type { ModemSession, SessionEvent } from '@core/modem/session'
import type { LogRow } from '@core/log/row'
import type { SlotName } from '@core/modem/slot-names'
import type { SlotState } from '@contract'
import type { PortEnd } from '@core/ports/byte-port'
import type { NetTool } from '@core/ip/net-state'
import type { ToolProgress } from '@core/ip/tools/tool-answer'
import type { Words } from '@core/words'
import type { Environment, Journal, OpenOptions } from '@bench/environment'
import type { BenchEvents } from '@bench/events'
import { sayGoodbye } from './goodbye'
import { LampWatch } from './lamps'
import { SlotIdle } from './idle'
import { SlotMacro, type MacroPlace } from '@bench/macros/macro-run'
import { SlotMessages } from '@bench/messages/messages'
import { SlotNet } from './net'
import { offeredBoard } from '@bench/boards/offered-board'
import { signalBeside } from './signal-beside'
import { SlotAsked } from './slot-asked'
import { SlotBack } from './slot-back'
import { SlotBoard } from './slot-board'
import { SlotConnect, type ConnectWishes } from './slot-connect'
import { SlotGreeting } from './slot-greeting'
import { SlotPort } from './slot-port'
import { SlotPower } from './slot-power'
import { SlotRaw } from './slot-raw'
import { SlotSpeed } from './slot-speed'
import { SlotSecond } from './slot-second'
import { SlotServices } from './slot-services'
import { SlotShown } from './slot-shown'
import type { Beat } from './beat'
import { Poller } from './poller'
import { emptySlot, ipOf } from './slot-values'
import { Recorder } from '@bench/log/recorder'
import { bandOf } from './serving-band'
import { SlotSleep } from './slot-sleep'
import { disconnectedHere, pollingStopped, portWasClosed, pppDown } from './words'

export interface SlotOptions {
  readonly slot: SlotName
  readonly environment: Environment
  readonly knowledge: Knowledge
  readonly profiles: readonly ModemProfile[]
  /** Told of every row and every change. */
  readonly events: BenchEvents
  readonly journal: () => Promise<Journal>
  readonly onRows: (rows: readonly LogRow[]) => void
  readonly onPatch: (patch: Partial<SlotState>) => void
  readonly onBytes: (chunk: Events['bytes'][number]) => void
  readonly onProgress: (progress: Events['net']) => void
  readonly onMacro: (answer: Events['macro']) => void
  /** When both slots have their rounds of polls. */
  readonly beat: Beat
  /** A round of polls begins; what comes back is called at its end. */
  readonly onRound: () => () => void
  readonly onTold: (words: Words) => void
  /** The other slot, for macros that work with both. */
  readonly other: () => Slot
}

/** Both slots of a bench. */
export type Slots = { readonly [slot in SlotName]: Slot }

/** One of the two places for a modem: owns the port, the session on it, and everything the window shows of it. */
export class Slot {
  readonly name: SlotName
  readonly #options: SlotOptions
  readonly recorder: Recorder
  readonly #port: SlotPort
  readonly net: SlotNet
  readonly idle: SlotIdle
  readonly macro: SlotMacro
  readonly messages: SlotMessages
  readonly services: SlotServices
  readonly board: SlotBoard
  readonly power: SlotPower
  readonly back: SlotBack
  readonly asked: SlotAsked
  readonly raw: SlotRaw
  readonly speed: SlotSpeed
  readonly second: SlotSecond
  readonly poller: Poller
  readonly #connect: SlotConnect
  readonly #greeting: SlotGreeting
  readonly #lamps: LampWatch
  readonly #sleep: SlotSleep
  readonly #shown: SlotShown

  constructor(options: SlotOptions) {
    this.#options = options
    const { slot, environment, knowledge, profiles } = options
    this.name = slot
    const { clock } = environment
    const session = () => this.session
    const note = (text: Words) => this.recorder.note(text)
    const report = (of: string) => (error: unknown) =>
      environment.report(error, `${of} of slot ${slot}`)
    /** What most parts of a slot need: the time, the session or its fault, the log. */
    const withModem = { clock, session: () => this.needSession(), note }
    const purposeOf = (path: string) => environment.purposeOf(path)
    const connecting = () => this.#connect.running
    this.recorder = new Recorder({
      ...{ slot, environment, knowledge, journal: options.journal },
      onRows: (rows) => {
        this.net.capture.rows(rows)
        options.onRows(rows)
        for (const row of rows) options.events.tell({ slot, kind: 'row', row })
      },
      onGrown: (journal) => this.#change({ journal }),
    })
    this.#port = new SlotPort({
      ...{ slot, environment, recorder: this.recorder, endings: knowledge.endings },
      onChange: (patch) => this.#change(patch),
      onBytes: options.onBytes,
      onTold: options.onTold,
      onAttached: (attached, path, how) => this.#attached(attached, path, how),
    })
    this.net = new SlotNet({
      ...{ slot, environment, knowledge, session, note },
      onChange: (net) => this.#change({ net }),
      onProgress: (tool, progress) => this.#onProgress(tool, progress),
    })
    this.idle = new SlotIdle({
      ...withModem,
      net: this.net,
      onChange: (idle) => this.#change({ idle }),
      report: report('idle limit'),
    })
    this.board = new SlotBoard({
      ...{ slot, environment, session, note },
      usbPresent: () => this.#usbPresent(),
      onChange: (board) => this.#change({ board }),
      onOff: () => this.#poweredOff(),
    })
    this.power = new SlotPower({
      ...{ board: this.board, recorder: this.recorder },
      state: () => this.#shown.told,
      cancelConnect: () => this.cancelConnect(),
    })
    this.second = new SlotSecond({
      ...{ environment, recorder: this.recorder, session },
      onChange: (second) => this.#change({ second }),
    })
    this.back = new SlotBack({
      ...withModem,
      alone: () => this.#greeting.stop(),
      onChange: (back) => this.#change({ back }),
    })
    this.asked = new SlotAsked({
      ...withModem,
      knowledge,
      say: (words) => {
        note(words)
        options.onTold(words)
      },
    })
    this.#connect = new SlotConnect({
      ...withModem,
      ...{ environment, knowledge, profiles, board: this.board },
      state: () => this.#shown.told,
      onChange: (patch) => this.#change(patch),
    })
    this.raw = new SlotRaw({ ...withModem, connecting })
    this.speed = new SlotSpeed({ ...withModem, connecting, purposeOf })
    this.#greeting = new SlotGreeting({
      purposeOf,
      onReached: () => this.poller.begin(),
      report: report('AT after opening'),
    })
    this.macro = new SlotMacro({
      ...withModem,
      slot,
      place: (named) => placeOf(named === slot ? this : options.other()),
      endings: knowledge.endings,
      onChange: (macro) => this.#change({ macro }),
      onAnswer: (command, lines) => options.onMacro({ slot, command, lines }),
    })
    this.messages = new SlotMessages({
      ...withModem,
      knowledge,
      onChange: (messages) => this.#change({ messages }),
      report: report('messages'),
    })
    this.services = new SlotServices({
      ...withModem,
      ...{ slot, knowledge, profiles },
      path: () => this.#shown.told.port?.path,
      listPorts: () => environment.listPorts(),
      openPort: (path) =>
        environment.openPort(path, { baudRate: 115_200, rtscts: false, dtr: true, rts: true }),
      dialled: () => this.#dialled(),
      host: () => this.net.needHost(),
      chance: environment.chance,
      runMqtt: environment.runMqtt,
      records: environment.records ?? environment.store,
      servingBand: () => bandOf(this.#shown.told.facts),
      onUndo: (radioUndo) => this.#change({ radioUndo }),
      onSleep: (psm) => this.#change({ psm }),
      onCall: (voice) => this.#change({ voice }),
      startLpac: environment.startLpac,
      onDownload: (esimDownload) => this.#change({ esimDownload }),
      report: report('radio'),
    })
    this.#sleep = new SlotSleep({
      ...{ clock, note },
      granted: () => this.#shown.told.psm,
      knock: () => this.session?.at.engine.resync() ?? Promise.resolve(false),
      onChange: (sleep) => this.#change({ sleep }),
      report: report('sleep'),
    })
    this.poller = new Poller({
      ...{ clock, session, beat: options.beat },
      busy: () =>
        this.#connect.running ||
        this.board.running ||
        this.#sleep.asleep ||
        this.raw.busy ||
        this.speed.running,
      // Asked for the first time while the slot is being made.
      profile: () => this.#shown?.profile(),
      isNamed: () => this.#shown?.isNamed() ?? false,
      simReady: () => this.#shown?.simReady() ?? false,
      onRound: options.onRound,
      onChange: (poll) => this.#change({ poll }),
    })
    this.#lamps = new LampWatch({
      ...{ clock, session },
      onLines: (lines) => this.#port.showLines(lines),
      report: report('lines'),
    })
    this.#shown = new SlotShown(emptySlot(slot, { net: this.net.state, poll: this.poller.state }), {
      ...{ clock, knowledge, profiles, session, events: options.events },
      onMode: ({ mode, unresponsive }) => this.board.modeChanged(mode, unresponsive),
      onPatch: options.onPatch,
      onRestart: () => this.poller.again(),
      onRecognised: () => this.poller.tell(),
    })
  }

  get state(): SlotState {
    return this.#shown.whole
  }
  get session(): ModemSession | undefined {
    return this.#port.session
  }
  /** The session, or the fault that says to open a port first. */
  needSession(): ModemSession {
    return this.#port.needSession()
  }

  async open(path: string, options: OpenOptions): Promise<void> {
    await this.close()
    // A MicroPython board carries the modem and the lines over one link, and the port brings the link up.
    await this.board.standAside(path)
    await this.#port.open(path, options)
  }

  async #attached(session: ModemSession, path: string, options: OpenOptions): Promise<void> {
    session.on((event) => this.#onSession(session, event))
    this.#lamps.start()
    this.poller.again()
    this.poller.start()
    if (!options.bare) await this.#offerBoard(path)
    const shared = await this.board.standAside(path)
    if (shared || this.board.choice?.automatic)
      // The port stands whether or not the lines can be had; why not is in the state and in the log.
      await this.board.open().catch(() => undefined)
    await this.second.firstOpened(path, options)
    await this.services.radio.opened(path).catch((error: unknown) => {
      this.#options.environment.report(error, `radio of slot ${this.name}`)
    })
    if (options.askAt) this.#greeting.start(session, path)
  }

  /** A modem that is in a call, or in a multiplexer, is brought out of it before the program goes. */
  async endCall(): Promise<void> {
    this.#port.forgetReturn()
    await this.cancelConnect()
    const { session, recorder } = this
    const { clock } = this.#options.environment
    if (session?.open) await sayGoodbye(session, { clock, note: (text) => recorder.note(text) })
  }

  async close(): Promise<void> {
    this.#port.forgetReturn()
    await this.cancelConnect()
    this.back.cancel()
    this.asked.cancel()
    this.raw.stop()
    this.idle.stop(portWasClosed)
    await this.messages.leave()
    await this.services.position.close()
    this.services.sockets.close()
    this.services.radio.closed()
    this.#sleep.forget()
    this.services.voice.forget()
    this.#stopAsking()
    if (this.#shown.told.port) await this.board.standAside(this.#shown.told.port.path)
    this.second.firstClosed(false)
    await this.#port.close()
    this.messages.forget(true)
    this.back.forget()
    this.net.linkChanged()
  }
  #stopAsking(): void {
    this.macro.stop()
    this.poller.stop()
    this.#lamps.stop()
  }

  /** Searches the speed at which AT is answered on the open port. */
  async findSpeed(): Promise<ProbeResult> {
    this.needSession()
    await this.#greeting.stop()
    const path = this.#shown.told.port?.path ?? ''
    return this.asked.work((signal) => this.speed.find(path, signal))
  }
  /** Works with the modem's own services until it is done or cancelled. */
  serve<T>(work: (services: SlotServices, signal: AbortSignal) => Promise<T>): Promise<T> {
    return this.asked.work((signal) => work(this.services, signal))
  }
  /** The context of the connection that stands. */
  #dialled(): number | null {
    const { state, target } = this.#shown.told.connect
    return state === 'connected' && target ? target.cid : null
  }
  async setLines(outputs: { dtr: boolean; rts: boolean }): Promise<void> {
    const { lines } = this.needSession().port
    if (!lines) throw new Fault('port-no-lines')
    await lines.set(outputs)
    await this.#lamps.look()
  }

  /** Starts a connection; the state tells how it goes. Resolves when it has ended, after the step `until` at the latest. */
  async connect(target: ConnectTarget, wishes: ConnectWishes = {}): Promise<ConnectState> {
    this.back.forget()
    await this.#greeting.stop()
    return this.#connect.start(target, wishes)
  }
  async cancelConnect(): Promise<void> {
    await this.#greeting.stop()
    await this.#connect.cancel()
  }
  /** Ends PPP only; the attach stays. */
  disconnect(): Promise<void> {
    this.idle.stop(disconnectedHere)
    return this.#connect.disconnect()
  }
  /** Ends the call and a multiplexer, whatever became of the connection. */
  async endConnection(): Promise<void> {
    if (this.session) await this.#connect.hangUp(this.session)
  }
  /** The signal beside the data of a call; null where AT is not to be had there. */
  async readSignal(): Promise<SignalReading | null> {
    return signalBeside(this.needSession(), this.#options.knowledge, this.#shown.profile())
  }

  /** Some ports bring their board; a board a person chose stays. */
  async #offerBoard(path: string): Promise<void> {
    const { choice } = this.board
    if (choice && !choice.automatic) return
    const offered = offeredBoard(path)
    if (choice?.adapter === offered?.adapter) return
    await this.board.choose(offered)
  }
  /** Gone from the bus is off; a port that is open says nothing of USB by itself. */
  #usbPresent(): boolean | undefined {
    return this.#shown.told.port?.state === 'gone' ? false : undefined
  }
  /** STATUS went off: nothing that was known of the radio is true any more. It does so in PSM, too, without anybody's doing. */
  #poweredOff(): void {
    if (this.board.running) this.#change({ psm: null })
    else this.#sleep.silent()
    this.session?.poweredOff()
    this.#shown.forgetRadio()
  }

  #onSession(session: ModemSession, event: SessionEvent): void {
    if (session !== this.session && event.kind !== 'end') return
    switch (event.kind) {
      case 'mode':
        this.#change({ mode: event.mode, at: event.way })
        break
      case 'prompt':
        this.#change({ prompt: event.prompt })
        break
      case 'speed':
        this.#port.showSpeed(event.baudRate)
        break
      case 'token':
        this.#shown.hear(event.token)
        this.#sleep.hear(event.token)
        this.messages.hear(event.token)
        this.services.hear(event.token)
        break
      case 'link':
        if (event.event.kind === 'up' || event.event.kind === 'down') {
          this.#showIp(session)
          const down = event.event.kind === 'down' ? event.event : undefined
          this.net.linkChanged(down && new Fault(down.code, down.said))
        }
        // The end of the port, which follows, tells it better.
        if (event.event.kind === 'down' && session.open) {
          this.recorder.note(pppDown(event.event.said))
          if (session.leaving && event.event.code === 'link-closed') this.#connect.end()
          else this.#connect.lose(new Fault(event.event.code, event.event.said))
        }
        break
      case 'ipv6':
        this.#showIp(session)
        break
      case 'way back':
        this.recorder.note(event.step.words)
        this.back.hear(event)
        break
      case 'way back over':
        this.#showIp(session)
        this.back.hear(event)
        break
      case 'second end':
        this.second.ended(event.end)
        break
      case 'end':
        if (session === this.session) this.#onEnd(event.end)
        break
    }
    this.#noteEngine(session)
  }

  #noteEngine(session: ModemSession): void {
    const state = session.at.engine.state
    const unresponsive = state === 'unresponsive'
    if (unresponsive !== this.#shown.told.unresponsive) {
      if (unresponsive) this.#sleep.silent()
      if (unresponsive && !this.#sleep.asleep) this.recorder.note(pollingStopped)
      this.#change({ unresponsive })
    }
  }
  #showIp(session: ModemSession): void {
    this.#change({ ip: session.upLink ? ipOf(session.upLink) : null })
  }

  #onEnd(end: PortEnd): void {
    const open = this.#shown.told.port !== null
    this.#stopAsking()
    this.second.firstClosed(true)
    this.messages.forget()
    this.services.radio.closed()
    this.#sleep.forget()
    this.services.voice.forget()
    this.#port.ended(end)
    this.net.linkChanged()
    if (open) this.#connect.lose(portFault(end))
  }

  #change(patch: Partial<SlotState>): void {
    this.#shown.change(patch)
  }
  #onProgress(tool: NetTool, progress: ToolProgress): void {
    this.#options.onProgress({ slot: this.name, tool, progress })
    if (tool === 'ping')
      this.#options.events.tell({ slot: this.name, kind: 'echo', ms: progress.value })
  }
}

const placeOf = (slot: Slot): MacroPlace => ({
  session: () => slot.needSession(),
  facts: () => slot.state.facts,
})
