import { bytesOf } from '../bytes'
import { Fault, type FaultCode } from '../fault'
import type { Cancel, Clock } from '../ports/clock'
import { Announcer, type EngineState } from './announcer'
import { brokenShown } from './broken-line'
import { assertSendable } from './command'
import { type EndingsOf, usualEndings } from './endings'
import { Exchange } from './exchange'
import { Intake } from './intake'
import type { Line } from './line-buffer'
import type { NoteKind } from './note-words'
import { Outstanding } from './outstanding'
import { assertPayload } from './payload'
import { Pending } from './pending'
import type { OpenPrompt } from './prompt'
import { CommandQueue } from './queue'
import { Reader } from './reader'
import type { AtReply } from './reply'
import { Resync } from './resync'
import { SecondPhases } from './second-phases'
import type { SendOptions } from './send-options'
import { quoted, twoSentences, type Words } from '../words'
import type { Token } from './token'
import type { Unanswered } from './unanswered'
import { type UnsolicitedTable, unsolicitedTable } from './unsolicited'
import {
  arrivedBroken,
  cameBackAs,
  earlierCommand,
  noFinalResult,
  notSentAtPrompt,
  onlyEchoFor,
  silentFor,
} from './words'

export type { EngineState } from './announcer'
export type { Final } from './final'
export type { OpenPrompt } from './prompt'
export { type AtReply, expectOk } from './reply'
export type { Priority, SendOptions } from './send-options'
export type { Token } from './token'

export interface EngineOptions {
  /** Hands octets to the port; a rejection fails the command that was being sent. */
  readonly write: (bytes: Uint8Array) => Promise<void>
  readonly clock: Clock
  readonly unsolicited?: UnsolicitedTable
  /** What ends commands beside the results of V.250; nothing unless given. */
  readonly endings?: EndingsOf
  /** Silence between a final result and the next command; 50 by default. */
  readonly gapMs?: number
  readonly lineEnding?: '\r' | '\r\n'
  /** Called at CONNECT with what followed it in the same read (maybe nothing), then with all that is fed in data mode. */
  readonly onData?: (rest: Uint8Array) => void
}

const missesToUnresponsive = 3
const escAnswerMs = 1000
const CR = Uint8Array.of(0x0d)

/** One AT command channel: a queue in front of one port or multiplexer channel, and the ear for what it says. */
export class AtEngine {
  readonly #options: EngineOptions
  readonly #clock: Clock
  readonly #gapUs: number
  readonly #announcer: Announcer
  readonly #queue = new CommandQueue()
  readonly #outstanding = new Outstanding()
  readonly #later: SecondPhases
  readonly #intake: Intake
  readonly #reader: Reader
  readonly #exchange: Exchange
  readonly #resync: Resync
  #stopped: FaultCode | undefined
  #data = false
  #unresponsive = false
  #misses = 0
  #lastId = 0
  #readyUs = 0
  #reading = false
  #pumpTimer: Cancel | undefined

  constructor(options: EngineOptions) {
    const { clock } = options
    this.#options = options
    this.#clock = clock
    this.#gapUs = 1000 * (options.gapMs ?? 50)
    this.#announcer = new Announcer(clock)
    this.#later = new SecondPhases(clock)
    const shared = { clock, outstanding: this.#outstanding, announcer: this.#announcer }
    this.#intake = new Intake({
      ...shared,
      later: this.#later,
      table: options.unsolicited ?? unsolicitedTable(),
      exchange: () => this.#exchange,
      alive: () => this.#alive(),
      doubt: () => this.#recover(),
      connected: (line) => this.#enterData(line),
      restarted: () => this.#restarted(),
    })
    this.#exchange = new Exchange({
      ...shared,
      reader: () => this.#reader,
      put: (bytes, entry) => this.#put(bytes, entry),
      // A port that takes nothing any more ends, and everybody hears of that.
      putBare: (bytes) => void options.write(bytes).catch(() => undefined),
      restart: (entry) => this.#time(entry),
      astray: () => this.#astray(),
      giveUp: (entry, why) => {
        entry.reject(why)
        this.#giveUp(entry, 'cancelled')
      },
      expectEcho: (text) => this.#intake.expectPayloadEcho(text),
      reading: (read) => this.#read(read),
    })
    this.#resync = new Resync({
      ...shared,
      newId: () => ++this.#lastId,
      start: (probe) => this.#start(probe),
      ended: (inStep) => this.#climbed(inStep),
    })
    this.#reader = new Reader({
      line: (line) => this.#intake.take(line),
      prompt: (line) => this.#exchange.takePrompt(line),
      payload: (payload, raw) => this.#exchange.takePayload(payload, raw),
      data: (octets) => options.onData?.(octets),
      expectedPrompt: () => this.#exchange.waiting()?.promptText,
    })
  }

  /** Octets go out past the queue, as a person types them. */
  keyed(): void {
    this.#intake.keyed()
  }

  get state(): EngineState {
    return this.#announcer.state
  }
  /** Listeners hear each token as it is told apart; they must not throw. Returns the way to stop listening. */
  onToken(listener: (token: Token) => void): () => void {
    return this.#announcer.onToken(listener)
  }
  onState(listener: (state: EngineState) => void): () => void {
    return this.#announcer.onState(listener)
  }

  /** What the modem waits for, where it has prompted and nobody has given it anything. */
  get prompt(): OpenPrompt | undefined {
    return this.#exchange.open
  }
  /** Gives it that, as it is. Throws `at-no-prompt`. */
  givePayload(payload: Uint8Array): void {
    this.#exchange.give(payload)
    this.#pump()
  }
  /** Leaves the prompt with ESC: nothing is sent, and the command rejects with `at-cancelled`. Throws `at-no-prompt`. */
  leavePrompt(): void {
    this.#exchange.leave()
    // ESC is answered as a command is; that answer belongs to nothing that is sent later.
    this.#readyUs = this.#clock.monotonicUs() + 1000 * escAnswerMs
    this.#pump()
  }

  /** Octets from the port, in order, cut anywhere. */
  feed(bytes: Uint8Array): void {
    if (this.#stopped === undefined && bytes.length > 0) this.#read(() => this.#reader.feed(bytes))
  }

  /**
   * Sends one command when its turn has come and resolves with its answer, whatever the final result says.
   * Rejects with a Fault: `at-timeout`, `at-garbled`, `at-cancelled`, `at-unresponsive`, `at-reset`, `at-bad-command`, `at-prompt`,
   * `at-not-command-mode`, or what `stop` said; or with what the port's write rejected with.
   */
  send(command: string, options: SendOptions = {}): Promise<AtReply> {
    const refusal = this.#refusal(command, options)
    if (refusal !== undefined) return Promise.reject(refusal)
    const poll = options.priority === 'poll' && !options.force
    const twin = poll ? this.#findPoll(options.coalesce ?? command) : undefined
    const entry = twin ?? this.#pending(command, options)
    const reply = entry.wait(options.signal, () => this.#cancel(entry))
    if (twin) return reply
    if (options.force) this.#start(entry)
    else {
      this.#queue.add(entry)
      this.#pump()
    }
    return reply
  }

  #pending(command: string, options: SendOptions): Pending {
    const endings = this.#options.endings?.(command) ?? usualEndings
    return new Pending(++this.#lastId, command, options, { endings })
  }

  /** The line carries data for another reason than CONNECT: nothing is asked or recovered until `resumeCommandMode`. */
  enterDataMode(): void {
    if (this.#data || this.#stopped !== undefined) return
    this.#data = true
    this.#exchange.forgetStray()
    this.#failAll('at-not-command-mode')
    this.#show()
  }

  /** Data mode is over (escape, NO CARRIER, DTR): octets are lines again. What came as data is nobody's line. */
  resumeCommandMode(): void {
    if (!this.#data || this.#stopped !== undefined) return
    this.#data = false
    this.#misses = 0
    this.#unresponsive = false
    this.#reader.leaveData()
    this.#rest()
    this.#pump()
    this.#show()
  }

  /**
   * Finds out whether the modem answers and brings command and answer in step; open commands that stay unanswered are
   * closed. `opening`: the port was just opened, so AT goes first, up to five times. An abortable command is aborted by it.
   * False: it does not answer (state `unresponsive`), or the port is in data mode or stopped.
   */
  resync(options: { opening?: boolean } = {}): Promise<boolean> {
    if (this.#stopped !== undefined || this.#data || this.prompt) return Promise.resolve(false)
    const climbed = this.#resync.run(options.opening ? 'opening' : 'full')
    this.#show()
    return climbed
  }

  /** Ends everything: all commands reject with this code, and nothing is read any more. */
  stop(reason: FaultCode): void {
    if (this.#stopped !== undefined) return
    // Nothing may be sent any more, whatever the rest of what came settles.
    this.#reading = true
    if (!this.#data) this.#reader.flush()
    this.#stopped = reason
    this.#pumpTimer?.()
    this.#exchange.stopTimers()
    this.#failAll(reason)
    this.#show()
  }

  // Sending

  #refusal(command: string, options: SendOptions): unknown {
    if (this.#stopped !== undefined) return new Fault(this.#stopped)
    if (options.signal?.aborted) return new Fault('at-cancelled')
    if (this.#data) return new Fault('at-not-command-mode')
    if (this.#unresponsive && options.priority === 'poll') return new Fault('at-unresponsive')
    // A poll waits its turn; what is forced is meant for the text.
    if (this.prompt && !options.force && options.priority !== 'poll')
      return new Fault('at-prompt', promptWords(this.prompt, command))
    try {
      assertSendable(command)
      assertPayload(command, options)
      return undefined
    } catch (error) {
      return error
    }
  }

  #findPoll(key: string): Pending | undefined {
    const same = (entry: Pending) => entry.poll && !entry.overdue && entry.coalesceKey === key
    return this.#queue.findPoll(key) ?? this.#outstanding.all.find(same)
  }

  /** Sends the next command if one may be sent now: one at a time, and none while an older may still be answered. */
  #pump(): void {
    this.#pumpTimer?.()
    this.#pumpTimer = undefined
    this.#show()
    if (this.#reading || this.#stopped !== undefined || this.#data || this.#resync.running) return
    const open = this.#outstanding.all
    if (this.prompt || open.some((entry) => !entry.overdue)) return
    const graceEndsUs = Math.max(...open.map((entry) => entry.graceEndsUs))
    if (open.length > 0) return this.#whenUs(graceEndsUs, () => this.#recover())
    if (this.#queue.length > 0) this.#whenUs(this.#readyUs, () => this.#startNext())
  }

  #whenUs(us: number, run: () => void): void {
    const waitUs = us - this.#clock.monotonicUs()
    if (waitUs <= 0) run()
    else this.#pumpTimer = this.#clock.schedule(waitUs / 1000, () => this.#pump())
  }

  #startNext(): void {
    const entry = this.#queue.shift()
    if (entry) this.#start(entry)
  }

  #start(entry: Pending): void {
    entry.startedUs = this.#clock.monotonicUs()
    this.#outstanding.add(entry)
    this.#intake.sent(entry)
    this.#time(entry)
    this.#exchange.began(entry)
    this.#show()
    // One write, so that nothing comes between the command and its end.
    this.#put(bytesOf(entry.command + (this.#options.lineEnding ?? '\r')), entry)
  }

  #time(entry: Pending): void {
    entry.keep(this.#clock.schedule(entry.timeoutMs, () => this.#expire(entry)))
  }

  #put(bytes: Uint8Array, entry: Pending): void {
    this.#options.write(bytes).catch((error: unknown) => {
      entry.stopTimers()
      entry.reject(error)
      this.#outstanding.remove(entry)
      this.#pump()
    })
  }

  #cancel(entry: Pending): void {
    if (this.#queue.remove(entry) || this.#later.remove(entry)) return
    if (!this.#outstanding.has(entry) || entry.overdue) return
    const leavable = entry.prompt === 'wanted' || entry.prompt === 'asked'
    if (entry.prompt === 'asked') entry.prompt = 'missed'
    this.#giveUp(entry, 'cancelled')
    // V.250 5.6.1: any octet aborts such a command; it then ends with a final result, as a prompt does after ESC.
    if (leavable) this.#exchange.leavePrompt(entry)
    else if (entry.rule.abortable) this.#put(CR, entry)
    this.#pump()
  }

  // Time

  #expire(entry: Pending): void {
    this.#exchange.giveUpPayloadOf(entry)
    if (!this.#outstanding.has(entry) || entry.overdue) return
    const code = unanswered(entry)
    entry.reject(new Fault(code, unansweredWords(entry)))
    this.#giveUp(entry, code === 'at-garbled' ? 'garbled' : 'timed-out')
    // A bare AT may well go to a modem that is still starting.
    if (!entry.probe || entry.command !== 'AT') this.#miss()
    this.#pump()
  }

  /** It stays outstanding: a final result that comes now is still its own. */
  #giveUp(entry: Pending, why: NoteKind): void {
    entry.stopTimers()
    entry.overdue = true
    const graceMs = Math.min(15_000, Math.max(2000, entry.timeoutMs / 2))
    entry.graceEndsUs = this.#clock.monotonicUs() + graceMs * 1000
    if (!entry.probe) this.#announcer.note(why, entry)
  }

  #miss(): void {
    this.#misses++
    if (this.#misses < missesToUnresponsive || this.#unresponsive) return
    this.#unresponsive = true
    this.#announcer.note('unresponsive')
    this.#failQueued((entry) => entry.poll)
  }

  #recover(): void {
    void this.#resync.run(this.#unresponsive ? 'short' : 'full')
    this.#show()
  }

  #climbed(inStep: boolean): void {
    this.#rest()
    if (!inStep) {
      this.#unresponsive = true
      this.#failQueued(() => true)
    }
    this.#pump()
  }

  #failQueued(fits: (entry: Pending) => boolean): void {
    for (const entry of this.#queue.drain(fits))
      entry.reject(new Fault('at-unresponsive', quoted(entry.shown)))
  }

  // Listening

  #read(read: () => void): void {
    const outer = this.#reading
    this.#reading = true
    try {
      read()
    } finally {
      this.#reading = outer
    }
    this.#exchange.watch()
    if (!outer) this.#pump()
  }

  /** What was sent has become text of a message: nothing of it will be answered. */
  #astray(): void {
    this.#failAll('at-prompt')
    this.#show()
  }

  #alive(): void {
    this.#exchange.forgetStray()
    this.#resync.heardFinal()
    this.#misses = 0
    this.#unresponsive = false
    this.#rest()
  }

  #rest(): void {
    this.#readyUs = this.#clock.monotonicUs() + this.#gapUs
  }

  #enterData(connect: Line): void {
    this.#data = true
    this.#exchange.forgetStray()
    this.#failAll('at-not-command-mode')
    this.#reader.enterData(connect)
  }

  #restarted(): void {
    this.#misses = 0
    this.#unresponsive = false
    this.#exchange.forgetStray()
    this.#rest()
    this.#failAll('at-reset')
  }

  #failAll(code: FaultCode): void {
    this.#resync.callOff(code === 'at-reset' ? 'restart' : 'over')
    const open = [...this.#outstanding.clear(), ...this.#later.clear(), ...this.#queue.drain()]
    for (const entry of open) {
      entry.stopTimers()
      entry.reject(new Fault(code, quoted(entry.shown)))
    }
  }

  #show(): void {
    this.#announcer.show(this.#presentState())
  }

  #presentState(): EngineState {
    if (this.#stopped !== undefined) return 'stopped'
    if (this.#data) return 'data'
    if (this.prompt) return 'prompt'
    if (this.#unresponsive) return 'unresponsive'
    const overdue = this.#outstanding.all.some((entry) => entry.overdue)
    if (this.#resync.running || overdue) return 'recovering'
    return this.#outstanding.all.length > 0 ? 'busy' : 'idle'
  }
}

function promptWords({ command, text }: OpenPrompt, typed: string): Words {
  const { en, ja } = command === undefined ? earlierCommand : { en: command, ja: command }
  return notSentAtPrompt(typed, { en, ja }, text)
}

/** Letters that came broken say that the modem is there, and that it is not heard right. */
const unanswered = ({ cameBack, cameBroken }: Pending): Unanswered =>
  cameBack === undefined && cameBroken === undefined ? 'at-timeout' : 'at-garbled'

function unansweredWords(entry: Pending): Words {
  const { shown, echoed, lines, timeoutMs, cameBack, cameBroken, secret } = entry
  const seconds = timeoutMs / 1000
  const unfinished = noFinalResult(shown, seconds)
  // What stands in it of a PIN or a password is told to nobody.
  if (secret && unanswered(entry) === 'at-garbled') return unfinished
  if (cameBack !== undefined)
    return twoSentences(cameBackAs(shown, brokenShown(cameBack)), unfinished)
  if (cameBroken !== undefined)
    return twoSentences(arrivedBroken(brokenShown(cameBroken)), unfinished)
  if (lines.length > 0) return unfinished
  return echoed ? onlyEchoFor(shown, seconds) : silentFor(shown, seconds)
}
