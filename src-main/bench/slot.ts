import type { AtAnswer } from '@contract'
import { latin1 } from '@core/bytes'
import {
  idleConnect,
  type ConnectState,
  type ConnectTarget,
  type StepId,
} from '@core/connect/connect-state'
import { ladderOf } from '@core/connect/ladder'
import { lostConnection } from '@core/connect/lost'
import { runConnect } from '@core/connect/run'
import { Fault, faultCode } from '@core/fault'
import type { Knowledge } from '@core/at/knowledge'
import type { ModemProfile } from '@core/modem/profile'
import { ModemSession, type SessionEvent } from '@core/modem/session'
import type { LogRow } from '@core/log/row'
import type { KnownFact, SlotName, SlotState } from '@core/modem/slot-state'
import type { PortEnd } from '@core/ports/byte-port'
import type { PowerAction, PowerResult } from '@core/power/sequence'
import type { Token } from '@core/at/engine'
import { finalLine } from '@core/at/final'
import type { Environment, Journal, OpenOptions } from './environment'
import { afterRestart, factsIn, factsOfSet, merged } from './known-facts'
import { LampWatch } from './lamps'
import { SlotMacro } from './macro-run'
import { SlotNet } from './net'
import { simulatedBoard } from './simulated-board'
import { SlotBoard } from './slot-board'
import type { Outbox } from './outbox'
import { Poller } from './poller'
import { Recorder } from './recorder'
import type { SignalHistory } from './signal-history'

export interface SlotOptions {
  readonly slot: SlotName
  readonly environment: Environment
  readonly knowledge: Knowledge
  readonly profiles: readonly ModemProfile[]
  readonly outbox: Outbox
  readonly signals: SignalHistory
  readonly journal: () => Promise<Journal>
  readonly onRows: (rows: readonly LogRow[]) => void
  readonly nextSeq: () => number
}

/** One of the two places for a modem: owns the port, the session on it, and everything the window shows of it. */
export class Slot {
  readonly name: SlotName
  readonly #options: SlotOptions
  readonly recorder: Recorder
  readonly net: SlotNet
  readonly macro: SlotMacro
  readonly board: SlotBoard
  #state: SlotState
  #session: ModemSession | undefined
  #openOptions: OpenOptions | undefined
  #stopReturnWatch: (() => void) | undefined
  #connectAbort: AbortController | undefined
  #connecting: Promise<unknown> | undefined
  #userAbort: AbortController | undefined
  readonly #poller: Poller
  readonly #lamps: LampWatch

  constructor(options: SlotOptions) {
    this.#options = options
    this.name = options.slot
    const { environment, knowledge } = options
    this.recorder = new Recorder({
      slot: options.slot,
      environment,
      knowledge,
      journal: options.journal,
      onRows: options.onRows,
      onGrown: (journal) => this.#change({ journal }),
    })
    this.net = new SlotNet({
      slot: options.slot,
      environment,
      outbox: options.outbox,
      session: () => this.#session,
      onChange: (net) => this.#change({ net }),
      note: (text) => this.recorder.note(text),
    })
    this.board = new SlotBoard({
      slot: options.slot,
      environment,
      session: () => this.#session,
      usbPresent: () => this.#usbPresent(),
      onChange: (board) => this.#change({ board }),
      note: (text) => this.recorder.note(text),
      onOff: () => this.#poweredOff(),
    })
    this.macro = new SlotMacro({
      clock: environment.clock,
      session: () => this.needSession(),
      note: (text) => this.recorder.note(text),
      onChange: (macro) => this.#change({ macro }),
    })
    this.#poller = new Poller({
      clock: environment.clock,
      session: () => this.#session,
      busy: () => this.#connecting !== undefined || this.board.running,
      profiles: options.profiles,
      onChange: (poll) => this.#change({ poll }),
    })
    this.#lamps = new LampWatch({
      clock: environment.clock,
      session: () => this.#session,
      onLines: (lines) => {
        const { port } = this.#state
        if (port) this.#change({ port: { ...port, lines } })
      },
      report: (error) => environment.report(error, `lines of slot ${this.name}`),
    })
    this.#state = {
      slot: options.slot,
      port: null,
      mode: 'closed',
      unresponsive: false,
      inFlight: null,
      rungs: [],
      facts: [],
      connect: idleConnect,
      ip: null,
      net: this.net.state,
      board: null,
      macro: null,
      poll: this.#poller.state,
      journal: null,
      modem: null,
    }
    this.#state = { ...this.#state, rungs: this.#ladder() }
  }

  get state(): SlotState {
    return this.#state
  }
  get session(): ModemSession | undefined {
    return this.#session
  }
  /** The session, or the fault that says to open a port first. */
  needSession(): ModemSession {
    if (!this.#session)
      throw new Fault('port-closed', `Slot ${this.name.toUpperCase()} has no open port.`)
    return this.#session
  }

  async open(path: string, options: OpenOptions): Promise<void> {
    await this.close()
    this.#openOptions = options
    await this.recorder.start()
    this.#change({
      port: { path, label: path, baudRate: options.baudRate, state: 'opening' },
      facts: [],
      connect: idleConnect,
      modem: null,
    })
    try {
      await this.#attach(path, options)
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error)
      this.recorder.note(`Opening ${path} failed: ${detail}`)
      this.#change({
        port: { path, label: path, baudRate: options.baudRate, state: 'failed', detail },
      })
      throw error
    }
  }

  async #attach(path: string, options: OpenOptions): Promise<void> {
    const { environment, outbox } = this.#options
    const port = await environment.openPort(path, options)
    this.recorder.divider(`${path} opened, ${options.baudRate} baud`)
    const session = new ModemSession({
      port,
      clock: environment.clock,
      chance: environment.chance,
      baudRate: options.baudRate,
      tap: (dir, bytes) => {
        this.recorder.bytes(dir, bytes)
        outbox.bytes({ slot: this.name, dir, text: latin1(bytes), atMs: environment.clock.nowMs() })
      },
    })
    this.#session = session
    session.on((event) => this.#onSession(session, event))
    this.#change({
      port: {
        path,
        label: port.label,
        baudRate: options.baudRate,
        state: 'open',
        openedMs: environment.clock.nowMs(),
      },
      mode: session.mode,
      unresponsive: false,
    })
    this.#lamps.start()
    this.#poller.start()
    await this.#offerBoard(path)
  }

  async close(): Promise<void> {
    this.#stopReturnWatch?.()
    this.#stopReturnWatch = undefined
    await this.cancelConnect()
    this.#userAbort?.abort()
    this.macro.stop()
    this.#poller.stop()
    this.#lamps.stop()
    const session = this.#session
    this.#session = undefined
    if (session) {
      await session.close()
      this.recorder.divider(`${session.port.label} closed`)
    }
    this.net.linkChanged()
    if (this.#state.port)
      this.#change({ port: null, mode: 'closed', ip: null, unresponsive: false })
  }

  /** Sends a line a person typed and waits for its final result. */
  async send(text: string, force: boolean): Promise<AtAnswer> {
    const session = this.needSession()
    const abort = new AbortController()
    this.#userAbort = abort
    const reply = await session.at.send(text, { priority: 'user', force, signal: abort.signal })
    session.confirmCommandMode()
    return {
      lines: reply.lines,
      final: finalLine(reply.final),
      ok: reply.ok,
      ms: (reply.endedUs - reply.startedUs) / 1000,
    }
  }
  cancelSend(): void {
    this.#userAbort?.abort()
  }
  setPoll(on: boolean, intervalMs?: number): void {
    this.#poller.set(on, intervalMs)
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
  async connect(target: ConnectTarget, until?: StepId): Promise<ConnectState> {
    const session = this.needSession()
    if (this.#connecting) throw new Fault('connect-running')
    if (session.upLink) await this.disconnect()
    const abort = new AbortController()
    this.#connectAbort = abort
    const { environment, knowledge, profiles } = this.#options
    const running = runConnect({
      session,
      target,
      clock: environment.clock,
      knowledge,
      profiles,
      signal: abort.signal,
      ...(until === undefined ? {} : { until }),
      ...(this.board.choice ? { power: this.board.forConnect() } : {}),
      onState: (connect) => this.#change({ connect }),
    })
    this.#connecting = running
    try {
      return await running
    } finally {
      this.#connecting = undefined
      this.#connectAbort = undefined
      this.#noteModem(session)
    }
  }
  async cancelConnect(): Promise<void> {
    this.#connectAbort?.abort(new Fault('connect-cancelled'))
    // The run ends with a verdict of its own; nothing is swallowed here.
    await this.#connecting?.catch((error: unknown) =>
      this.#options.environment.report(error, 'cancelled connection'),
    )
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
  /** Ends PPP only; the attach stays. */
  async disconnect(): Promise<void> {
    await this.cancelConnect()
    const session = this.needSession()
    this.#change({ connect: { ...this.#state.connect, state: 'disconnecting' } })
    try {
      const back = await session.hangUp()
      if (back.result === 'none') throw new Fault('connect-stuck')
    } finally {
      this.#change({ connect: idleConnect, ip: null })
    }
  }

  /** A simulated modem brings its board; a board a person chose stays. */
  async #offerBoard(path: string): Promise<void> {
    const { choice } = this.board
    if (choice && !choice.automatic) return
    const offered = simulatedBoard(path)
    if (choice?.adapter === offered?.adapter) return
    await this.board.choose(offered)
    if (offered) await this.board.open()
  }
  /** Gone from the bus is off; a port that is open says nothing of USB by itself. */
  #usbPresent(): boolean | undefined {
    return this.#state.port?.state === 'gone' ? false : undefined
  }
  /** STATUS went off: nothing that was known of the radio is true any more. */
  #poweredOff(): void {
    this.#session?.poweredOff()
    this.#change({ facts: afterRestart(this.#state.facts), ip: null })
  }

  #onSession(session: ModemSession, event: SessionEvent): void {
    if (session !== this.#session && event.kind !== 'end') return
    switch (event.kind) {
      case 'mode':
        this.#change({ mode: event.mode })
        break
      case 'token':
        this.#onToken(event.token)
        break
      case 'link':
        if (event.event.kind === 'up' || event.event.kind === 'down') {
          this.#showIp(session)
          this.net.linkChanged()
        }
        if (event.event.kind === 'down') {
          this.recorder.note(`PPP down: ${event.event.seen}`)
          this.#lose(new Fault(event.event.code, event.event.seen))
        }
        break
      case 'way back':
        this.recorder.note(event.step.words.en)
        break
      case 'end':
        if (session === this.#session) this.#onEnd(event.end)
        break
    }
    this.#noteEngine(session)
  }

  #onToken(token: Token): void {
    const { clock } = this.#options.environment
    const fresh = this.#factsOf(token, clock.nowMs())
    const known =
      token.kind === 'unsolicited' && token.restart
        ? afterRestart(this.#state.facts)
        : this.#state.facts
    if (fresh.length === 0 && known === this.#state.facts) return
    this.#options.signals.take(this.name, fresh, clock)
    this.#change({ facts: merged(known, fresh) })
  }

  #factsOf(token: Token, nowMs: number): readonly KnownFact[] {
    const { knowledge } = this.#options
    if (token.kind === 'final') {
      if (token.final.kind !== 'ok' || token.command === undefined) return []
      const sent = knowledge.command(token.command)
      return sent ? factsOfSet(sent, nowMs) : []
    }
    if (token.kind !== 'answer' && token.kind !== 'unsolicited') return []
    const command = token.kind === 'answer' ? token.command : undefined
    const explanation = knowledge.line(token.text, { command })
    return explanation ? factsIn(explanation, nowMs, command) : []
  }

  #noteEngine(session: ModemSession): void {
    const state = session.at.engine.state
    const unresponsive = state === 'unresponsive'
    if (unresponsive !== this.#state.unresponsive) {
      if (unresponsive)
        this.recorder.note('Three commands in a row were not answered: polling stopped.')
      this.#change({ unresponsive })
    }
  }
  #noteModem(session: ModemSession): void {
    const profile = session.memory.profile
    if (profile && this.#state.modem?.id !== profile.id)
      this.#change({ modem: { id: profile.id, name: profile.name } })
  }
  #showIp(session: ModemSession): void {
    const upLink = session.upLink
    if (!upLink) {
      this.#change({ ip: null })
      return
    }
    const { up, sinceMs, link } = upLink
    this.#change({
      ip: {
        address: up.address,
        peerAddress: up.peerAddress,
        dns: up.dns,
        auth: up.auth,
        upMs: sinceMs,
        rxBytes: link.counters.rxBytes,
        txBytes: link.counters.txBytes,
      },
    })
  }

  /** A connection that stood is gone; the ladder opens where it broke. */
  #lose(fault: Fault): void {
    const { clock } = this.#options.environment
    const now = { nowMs: clock.nowMs(), mode: this.#state.mode }
    const connect = lostConnection(this.#state.connect, fault, now)
    if (connect !== this.#state.connect) this.#change({ connect })
  }

  #onEnd(end: PortEnd): void {
    const { port } = this.#state
    this.#session = undefined
    this.macro.stop()
    this.#poller.stop()
    this.#lamps.stop()
    this.net.linkChanged()
    if (!port) return
    const detail = end.detail ?? ''
    this.recorder.divider(
      `${port.path} ${end.reason === 'gone' ? 'vanished' : 'ended'} ${detail}`.trim(),
    )
    this.#change({
      mode: 'closed',
      ip: null,
      port: { ...port, state: end.reason === 'gone' ? 'gone' : 'failed', detail },
    })
    this.#lose(new Fault(end.reason === 'gone' ? 'port-gone' : 'port-failed', detail))
    if (end.reason === 'gone') this.#awaitReturn(port.path)
  }

  #awaitReturn(path: string): void {
    const { environment } = this.#options
    const goneUs = environment.clock.monotonicUs()
    const options = this.#openOptions
    if (!options) return
    this.#stopReturnWatch = environment.onReturn(path, (newPath) => {
      this.#stopReturnWatch?.()
      this.#stopReturnWatch = undefined
      const seconds = ((environment.clock.monotonicUs() - goneUs) / 1e6).toFixed(1)
      this.recorder.divider(`${newPath} is back after ${seconds} s`)
      this.#attach(newPath, options).catch((error: unknown) => {
        // Busy for a moment is normal when a device has just come back; the next look tries again.
        this.recorder.note(`${newPath}: ${error instanceof Error ? error.message : String(error)}`)
        if (faultCode(error) !== undefined) this.#awaitReturn(path)
        else environment.report(error, `reopening ${newPath}`)
      })
    })
  }

  #ladder() {
    return ladderOf(
      { ...this.#state, nowMs: this.#options.environment.clock.nowMs() },
      this.#state.rungs,
    )
  }
  #change(patch: Partial<SlotState>): void {
    this.#state = { ...this.#state, ...patch }
    if (patch.mode !== undefined || patch.unresponsive !== undefined)
      this.board.modeChanged(this.#state.mode, this.#state.unresponsive)
    const rungs = this.#ladder()
    const changed = JSON.stringify(rungs) !== JSON.stringify(this.#state.rungs)
    this.#state = { ...this.#state, rungs }
    this.#options.outbox.send('patch', {
      seq: this.#options.nextSeq(),
      slot: this.name,
      patch: changed ? { ...patch, rungs } : patch,
    })
  }
}
