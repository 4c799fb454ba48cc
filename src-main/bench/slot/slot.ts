import type { AtAnswer, Events, MessageBox, MessageSent, Payload, SignalReading } from '@contract'
import type { ConnectState, ConnectTarget } from '@core/connect/connect-state'
import { levelOf } from '@core/connect/steps/signal'
import { errorWords, Fault } from '@core/fault'
import type { Facts, Knowledge } from '@core/at/knowledge'
import type { ModemProfile } from '@core/modem/profile'
import type { ProbeResult } from '@core/modem/probe-port'
import { portFault } from '@core/modem/port-fault'
import type { ModemSession, SessionEvent } from '@core/modem/session'
import type { LogRow } from '@core/log/row'
import type { KnownFact, SlotName, SlotState } from '@core/modem/slot-state'
import type { PortEnd } from '@core/ports/byte-port'
import type { Reading } from '@core/power/evidence'
import type { PowerAction, PowerResult } from '@core/power/sequence'
import type { SendOptions } from '@core/at/engine'
import { expectedPrompt } from '@core/at/prompt'
import { finalLine } from '@core/at/final'
import type { NetTool } from '@core/ip/net-state'
import type { ToolProgress } from '@core/ip/tools/tool-answer'
import { sleep } from '@core/wait'
import type { Words } from '@core/words'
import type { Environment, Journal, OpenOptions } from '@bench/environment'
import { eventsOf, type BenchEvents } from '@bench/events'
import { afterRestart, merged } from './known-facts'
import { LampWatch } from './lamps'
import { HeardFacts } from './heard-facts'
import { SlotIdle } from './idle'
import { SlotMacro } from '@bench/macros/macro-run'
import { SlotMessages, type ToSend } from '@bench/messages/messages'
import { SlotNet } from './net'
import { offeredBoard } from '@bench/boards/offered-board'
import { payloadFor } from './payload'
import { bringAt } from './bring-at'
import { SlotBack } from './slot-back'
import { SlotBoard } from './slot-board'
import { SlotConnect, type ConnectWishes } from './slot-connect'
import { SlotGreeting } from './slot-greeting'
import { SlotLadder } from './slot-ladder'
import { SlotPort } from './slot-port'
import { SlotRaw } from './slot-raw'
import { SlotSpeed } from './slot-speed'
import { SlotSecond } from './slot-second'
import { SlotServices } from './slot-services'
import { Poller } from './poller'
import { emptySlot, ipOf } from './slot-values'
import { Recorder } from '@bench/log/recorder'
import { recognised } from './recognise'
import { bandOf } from './serving-band'
import { SlotSleep } from './slot-sleep'
import { hangingUp, pollingStopped, pppDown } from './words'

// A computer that shuts down waits some seconds for its programs.
const goodbyeMs = 3_000

/** How a line that a person typed is sent. */
export interface AtWishes {
  readonly force?: boolean | undefined
  readonly timeoutMs?: number | undefined
  readonly awaitSecond?: boolean | undefined
  /** What is sent after the prompt. */
  readonly payload?: Payload | undefined
}

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
  /** A round of polls begins; what comes back is called at its end. */
  readonly onRound: () => () => void
  readonly onTold: (words: Words) => void
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
  readonly back: SlotBack
  readonly raw: SlotRaw
  readonly speed: SlotSpeed
  readonly second: SlotSecond
  readonly #connect: SlotConnect
  readonly #greeting: SlotGreeting
  #state: SlotState
  #userAbort: AbortController | undefined
  readonly #poller: Poller
  readonly #lamps: LampWatch
  readonly #ladder: SlotLadder
  readonly #heard: HeardFacts
  readonly #sleep: SlotSleep

  constructor(options: SlotOptions) {
    this.#options = options
    this.name = options.slot
    const { environment, knowledge } = options
    this.recorder = new Recorder({
      slot: options.slot,
      environment,
      knowledge,
      journal: options.journal,
      onRows: (rows) => {
        this.net.capture.rows(rows)
        options.onRows(rows)
        for (const row of rows) options.events.tell({ slot: options.slot, kind: 'row', row })
      },
      onGrown: (journal) => this.#change({ journal }),
    })
    this.#port = new SlotPort({
      slot: options.slot,
      environment,
      recorder: this.recorder,
      endings: knowledge.endings,
      onChange: (patch) => this.#change(patch),
      onBytes: options.onBytes,
      onTold: options.onTold,
      onAttached: (session, path, how) => this.#attached(session, path, how),
    })
    this.net = new SlotNet({
      slot: options.slot,
      environment,
      knowledge,
      session: () => this.session,
      onChange: (net) => this.#change({ net }),
      onProgress: (tool, progress) => this.#onProgress(tool, progress),
      note: (text) => this.recorder.note(text),
    })
    this.idle = new SlotIdle({
      clock: environment.clock,
      session: () => this.needSession(),
      net: this.net,
      onChange: (idle) => this.#change({ idle }),
      note: (text) => this.recorder.note(text),
      report: (error) => environment.report(error, `idle limit of slot ${options.slot}`),
    })
    this.board = new SlotBoard({
      slot: options.slot,
      environment,
      session: () => this.session,
      usbPresent: () => this.#usbPresent(),
      onChange: (board) => this.#change({ board }),
      note: (text) => this.recorder.note(text),
      onOff: () => this.#poweredOff(),
    })
    this.second = new SlotSecond({
      environment,
      recorder: this.recorder,
      session: () => this.session,
      onChange: (second) => this.#change({ second }),
    })
    this.back = new SlotBack({
      session: () => this.needSession(),
      alone: () => this.#greeting.stop(),
      onChange: (back) => this.#change({ back }),
    })
    this.#connect = new SlotConnect({
      environment,
      knowledge,
      profiles: options.profiles,
      board: this.board,
      session: () => this.needSession(),
      state: () => this.#state,
      onChange: (patch) => this.#change(patch),
    })
    this.raw = new SlotRaw({
      clock: environment.clock,
      session: () => this.needSession(),
      connecting: () => this.#connect.running,
    })
    this.speed = new SlotSpeed({
      clock: environment.clock,
      session: () => this.needSession(),
      connecting: () => this.#connect.running,
      purposeOf: (path) => environment.purposeOf(path),
      note: (text) => this.recorder.note(text),
    })
    this.#greeting = new SlotGreeting({
      purposeOf: (path) => environment.purposeOf(path),
      report: (error) => environment.report(error, `AT after opening, slot ${options.slot}`),
    })
    this.macro = new SlotMacro({
      clock: environment.clock,
      session: () => this.needSession(),
      endings: knowledge.endings,
      note: (text) => this.recorder.note(text),
      onChange: (macro) => this.#change({ macro }),
      onAnswer: (command, lines) => options.onMacro({ slot: options.slot, command, lines }),
    })
    this.messages = new SlotMessages({
      clock: environment.clock,
      session: () => this.needSession(),
      knowledge,
      note: (text) => this.recorder.note(text),
      onChange: (messages) => this.#change({ messages }),
      report: (error) => environment.report(error, `messages of slot ${options.slot}`),
    })
    this.services = new SlotServices({
      slot: options.slot,
      clock: environment.clock,
      path: () => this.#state.port?.path,
      listPorts: () => environment.listPorts(),
      openPort: (path) =>
        environment.openPort(path, { baudRate: 115_200, rtscts: false, dtr: true, rts: true }),
      session: () => this.needSession(),
      knowledge,
      profiles: options.profiles,
      dialled: () => this.#dialled(),
      host: () => this.net.needHost(),
      chance: environment.chance,
      runMqtt: environment.runMqtt,
      note: (text) => this.recorder.note(text),
      records: environment.records ?? environment.store,
      servingBand: () => bandOf(this.#state.facts),
      onUndo: (radioUndo) => this.#change({ radioUndo }),
      onSleep: (psm) => this.#change({ psm }),
      onCall: (voice) => this.#change({ voice }),
      report: (error) => environment.report(error, `radio of slot ${options.slot}`),
    })
    this.#sleep = new SlotSleep({
      clock: environment.clock,
      granted: () => this.#state.psm,
      knock: () => this.session?.at.engine.resync() ?? Promise.resolve(false),
      onChange: (sleep) => this.#change({ sleep }),
      note: (text) => this.recorder.note(text),
      report: (error) => environment.report(error, `sleep of slot ${options.slot}`),
    })
    this.#poller = new Poller({
      clock: environment.clock,
      session: () => this.session,
      busy: () =>
        this.#connect.running ||
        this.board.running ||
        this.#sleep.asleep ||
        this.raw.busy ||
        this.speed.running,
      profile: () => this.#profile(),
      onRound: options.onRound,
      onChange: (poll) => this.#change({ poll }),
    })
    this.#lamps = new LampWatch({
      clock: environment.clock,
      session: () => this.session,
      onLines: (lines) => this.#port.showLines(lines),
      report: (error) => environment.report(error, `lines of slot ${this.name}`),
    })
    this.#state = emptySlot(options.slot, { net: this.net.state, poll: this.#poller.state })
    this.#heard = new HeardFacts({
      clock: environment.clock,
      knowledge,
      known: () => this.#state.facts,
      onFacts: (fresh, restart) => this.#onFacts(fresh, restart),
    })
    this.#ladder = new SlotLadder({
      clock: environment.clock,
      state: () => this.#state,
      onChange: (rungs) => {
        this.#state = { ...this.#state, rungs }
        options.onPatch({ rungs })
      },
    })
    this.#state = { ...this.#state, rungs: this.#ladder.now() }
  }

  get state(): SlotState {
    this.#heard.take()
    this.#ladder.look()
    return this.#state
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
    this.#poller.again()
    this.#poller.start()
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

  /**
   * Ends a call by its own rules (PPP's Terminate, then ATH), and a multiplexer with it, before the program goes: the modem would
   * stay in it and answer the next program with PPP. A modem that does not answer is left after three seconds.
   */
  async endCall(): Promise<void> {
    this.#port.forgetReturn()
    await this.cancelConnect()
    const session = this.#port.session
    if (!session?.open) return
    if (!session.cmuxOn && session.mode !== 'data' && !session.callHeld) return
    const enough = new AbortController()
    const { clock } = this.#options.environment
    const limit = sleep(clock, goodbyeMs, enough.signal).catch(() => undefined)
    const ended = session.cmuxOn ? session.endCmux() : session.hangUp(enough.signal)
    const hungUp = ended.catch((error: unknown) => {
      if (enough.signal.aborted) return
      const why = errorWords(error)
      this.recorder.note(hangingUp(why))
    })
    await Promise.race([hungUp, limit])
    enough.abort()
  }

  async close(): Promise<void> {
    this.#port.forgetReturn()
    await this.cancelConnect()
    this.back.cancel()
    this.#userAbort?.abort()
    this.raw.stop()
    this.idle.stop('the port was closed')
    await this.messages.leave()
    await this.services.position.close()
    this.services.sockets.close()
    this.services.radio.closed()
    this.#sleep.forget()
    this.services.voice.forget()
    this.#stopAsking()
    if (this.#state.port) await this.board.standAside(this.#state.port.path)
    this.second.firstClosed(false)
    await this.#port.close()
    this.messages.forget(true)
    this.back.forget()
    this.net.linkChanged()
  }
  #stopAsking(): void {
    this.macro.stop()
    this.#poller.stop()
    this.#lamps.stop()
  }

  /** Sends a line a person typed and waits for its final result. */
  async send(text: string, options: AtWishes = {}): Promise<AtAnswer> {
    const session = this.needSession()
    const reply = await session.ask(text, {
      priority: 'user',
      attended: true,
      signal: this.#cancellable(),
      ...(options.force ? { force: true } : {}),
      ...(options.awaitSecond ? { awaitSecond: true } : {}),
      ...this.#payload(text, options.payload),
      ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    })
    return {
      lines: reply.lines,
      final: finalLine(reply.final),
      ok: reply.ok,
      ms: (reply.endedUs - reply.startedUs) / 1000,
      ...(reply.secondLines ? { second: reply.secondLines } : {}),
    }
  }
  #payload(text: string, payload: Payload | undefined): Pick<SendOptions, 'payload' | 'prompt'> {
    if (!payload) return {}
    const prompt = expectedPrompt(text, this.#options.knowledge.endings(text))
    return { payload: payloadFor(payload, prompt), prompt: prompt.text }
  }
  /** Gives the modem what it has prompted for. */
  givePayload(payload: Payload): void {
    const session = this.needSession()
    const { prompt } = session
    if (!prompt) throw new Fault('at-no-prompt')
    session.givePayload(payloadFor(payload, prompt))
  }
  /** Brings AT to the port; rejects with at-not-command-mode where PPP is spoken. */
  reach(): Promise<void> {
    return bringAt(this.needSession(), this.#cancellable(), (words) => {
      this.recorder.note(words)
      this.#options.onTold(words)
    })
  }
  /** What a person asked for last, until it is cancelled. */
  #cancellable(): AbortSignal {
    this.#userAbort = new AbortController()
    return this.#userAbort.signal
  }
  /** Searches the speed at which AT is answered on the open port. */
  async findSpeed(): Promise<ProbeResult> {
    this.needSession()
    await this.#greeting.stop()
    return this.speed.find(this.#state.port?.path ?? '', this.#cancellable())
  }
  cancelSend(): void {
    this.#userAbort?.abort()
  }
  async listMessages(fresh: boolean): Promise<MessageBox> {
    this.needSession()
    return fresh ? this.messages.list(this.#cancellable()) : this.messages.box
  }
  async sendMessage(message: ToSend): Promise<MessageSent> {
    this.needSession()
    return this.messages.send(message, this.#cancellable())
  }
  async deleteMessages(ids: readonly string[]): Promise<void> {
    this.needSession()
    return this.messages.delete(ids, this.#cancellable())
  }
  async setMessageCentre(number: string): Promise<void> {
    this.needSession()
    return this.messages.setCentre(number, this.#cancellable())
  }
  /** Works with the modem's own services until it is done or cancelled. */
  serve<T>(work: (services: SlotServices, signal: AbortSignal) => Promise<T>): Promise<T> {
    this.needSession()
    return work(this.services, this.#cancellable())
  }
  /** The context of the connection that stands. */
  #dialled(): number | null {
    const { state, target } = this.#state.connect
    return state === 'connected' && target ? target.cid : null
  }
  setPoll(on: boolean, intervalMs?: number): void {
    this.#poller.set(on, intervalMs)
  }
  /** Polls a command again that the modem did not know, or all of them. */
  pollAgain(command: string | undefined): void {
    this.#poller.again(command)
  }
  async refresh(command: string | undefined): Promise<void> {
    await this.#poller.ask(command)
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
    this.idle.stop('disconnected here')
    return this.#connect.disconnect()
  }
  /** Ends the call and a multiplexer, whatever became of the connection. */
  async endConnection(): Promise<void> {
    if (this.session) await this.#connect.hangUp(this.session)
  }
  /** The signal beside the data of a call; null where AT is not to be had there. */
  async readSignal(): Promise<SignalReading | null> {
    const session = this.needSession()
    const { through } = session.way
    if (through !== 'second' && through !== 'channel') return null
    let facts: Facts = {}
    for (const command of this.#profile()?.signal ?? []) {
      // What is not answered now is asked again with the next reading.
      const reply = await session.ask(command, { priority: 'poll' }).catch(() => undefined)
      if (reply?.ok) facts = { ...facts, ...this.#options.knowledge.answer(command, reply.lines) }
    }
    return { facts, level: levelOf(facts) ?? null }
  }
  /** Switches the modem by its board. A connection that is being made is given up first. */
  async power(
    action: PowerAction,
    options: { insist?: boolean; tries?: number | 'forever' },
  ): Promise<PowerResult> {
    await this.recorder.start()
    await this.cancelConnect()
    return this.board.power(action, options)
  }

  /** Whether the modem is on, as STATUS and AT tell now. */
  async lookAtPower(): Promise<Reading> {
    await this.recorder.start()
    return this.board.look()
  }

  /** Off and on again, the last rung of the way back; a board without both keys resets. */
  async powerCycle(): Promise<PowerResult> {
    const { can, reading } = this.#state.board ?? {}
    if (!can?.off || !can.on) return this.power('reset', {})
    // A person has asked for it; where nobody knows whether the modem is on, the key is pressed all the same.
    const off = await this.power('off', { insist: reading?.power === 'unknown' })
    return off.fault ? off : this.power('on', {})
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
    return this.#state.port?.state === 'gone' ? false : undefined
  }
  /** STATUS went off: nothing that was known of the radio is true any more. It does so in PSM, too, without anybody's doing. */
  #poweredOff(): void {
    if (this.board.running) this.#change({ psm: null })
    else this.#sleep.silent()
    this.session?.poweredOff()
    this.#change({ facts: afterRestart(this.#state.facts), ip: null })
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
        this.#heard.hear(event.token)
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

  #onFacts(fresh: readonly KnownFact[], restart: boolean): void {
    const known = restart ? afterRestart(this.#state.facts) : this.#state.facts
    const facts = merged(known, fresh)
    const profile = this.#state.modem ? undefined : recognised(this.#options.profiles, facts)
    this.#change(profile ? { facts, modem: { id: profile.id, name: profile.name } } : { facts })
    if (restart) this.#poller.again()
    else if (profile) this.#poller.tell()
  }

  /** By what the connection found out, or by what anybody asked; until then what every modem knows. */
  #profile(): ModemProfile | undefined {
    const { profiles } = this.#options
    const id = this.session?.memory.profile?.id ?? this.#state?.modem?.id
    return profiles.find((one) => one.id === id) ?? profiles.at(-1)
  }

  #noteEngine(session: ModemSession): void {
    const state = session.at.engine.state
    const unresponsive = state === 'unresponsive'
    if (unresponsive !== this.#state.unresponsive) {
      if (unresponsive) this.#sleep.silent()
      if (unresponsive && !this.#sleep.asleep) this.recorder.note(pollingStopped)
      this.#change({ unresponsive })
    }
  }
  #showIp(session: ModemSession): void {
    this.#change({ ip: session.upLink ? ipOf(session.upLink) : null })
  }

  #onEnd(end: PortEnd): void {
    const open = this.#state.port !== null
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
    const before = this.#state
    this.#state = { ...before, ...patch }
    if (patch.mode !== undefined || patch.unresponsive !== undefined)
      this.board.modeChanged(this.#state.mode, this.#state.unresponsive)
    this.#options.onPatch(patch)
    this.#ladder.later()
    for (const event of eventsOf(before, this.#state)) this.#options.events.tell(event)
  }
  #onProgress(tool: NetTool, progress: ToolProgress): void {
    this.#options.onProgress({ slot: this.name, tool, progress })
    if (tool === 'ping')
      this.#options.events.tell({ slot: this.name, kind: 'echo', ms: progress.value })
  }
}
