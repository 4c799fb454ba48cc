import { bytesOf, latin1 } from '../bytes'
import { Fault, type FaultCode } from '../fault'
import type { Cancel, Clock } from '../ports/clock'
import { BootWatch } from './boot-watch'
import { assertSendable } from './command'
import { countedOctets } from './counted'
import { type Final, finalLine } from './final'
import { type Heard, Hearing } from './hearing'
import type { Line } from './line-buffer'
import { type NoteKind, noteWords } from './notes'
import { Outstanding } from './outstanding'
import { assertPayload } from './payload'
import { Pending } from './pending'
import { CommandQueue } from './queue'
import { Reader } from './reader'
import { type Asked, type Ladder, climb, taggedQuestions, wake } from './recovery'
import type { AtReply } from './reply'
import type { SendOptions } from './send-options'
import type { Draft, Owner, Token } from './token'
import { type UnsolicitedTable, unsolicitedTable } from './unsolicited'

export type { Final } from './final'
export { type AtReply, expectOk } from './reply'
export type { Priority, SendOptions } from './send-options'
export type { Token } from './token'

/** `recovering`: a command was given up and its late answer is waited for, or the ladder is being climbed. */
export type EngineState = 'idle' | 'busy' | 'recovering' | 'unresponsive' | 'data' | 'stopped'

export interface EngineOptions {
  /** Hands octets to the port; a rejection fails the command that was being sent. */
  readonly write: (bytes: Uint8Array) => Promise<void>
  readonly clock: Clock
  readonly unsolicited?: UnsolicitedTable
  /** Silence between a final result and the next command; 50 by default. */
  readonly gapMs?: number
  readonly lineEnding?: '\r' | '\r\n'
  /** Called at CONNECT with what followed it in the same read (maybe nothing), then with all that is fed in data mode. */
  readonly onData?: (rest: Uint8Array) => void
}

const promptWaitMs = 5000
const payloadIdleMs = 5000
const barePromptMs = 200
const latestOrphanUs = 10_000_000
const missesToUnresponsive = 3
const CR = Uint8Array.of(0x0d)
const ESC = Uint8Array.of(0x1b)

/** One AT command channel: a queue in front of one port or multiplexer channel, and the ear for what it says. */
export class AtEngine {
  readonly #write: (bytes: Uint8Array) => Promise<void>
  readonly #clock: Clock
  readonly #gapMs: number
  readonly #lineEnding: string
  readonly #onData: (rest: Uint8Array) => void
  readonly #queue = new CommandQueue()
  readonly #outstanding = new Outstanding()
  readonly #hearing: Hearing
  readonly #boot: BootWatch
  readonly #reader: Reader
  readonly #tokenListeners = new Set<(token: Token) => void>()
  readonly #stateListeners = new Set<(state: EngineState) => void>()
  #later: Pending[] = []
  #state: EngineState = 'idle'
  #stopped: FaultCode | undefined
  #data = false
  #unresponsive = false
  #misses = 0
  #nextId = 1
  #readyUs = 0
  #feeding = false
  #finals = 0
  #orphanUs: number | undefined
  #climbing: Promise<boolean> | undefined
  #era = 0
  #tagAnswered = false
  #pumpTimer: Cancel | undefined
  #payloadTimer: Cancel | undefined
  #promptTimer: Cancel | undefined
  #counted: { header: string; entry: Pending | undefined; count: number } | undefined

  constructor(options: EngineOptions) {
    this.#write = options.write
    this.#clock = options.clock
    this.#gapMs = options.gapMs ?? 50
    this.#lineEnding = options.lineEnding ?? '\r'
    this.#onData = options.onData ?? (() => undefined)
    this.#hearing = new Hearing(this.#outstanding, options.unsolicited ?? unsolicitedTable())
    this.#boot = new BootWatch(options.clock.monotonicUs())
    this.#reader = new Reader({
      line: (line) => this.#take(line),
      prompt: (line) => this.#takePrompt(line),
      payload: (payload, raw) => this.#takePayload(payload, raw),
      data: (octets) => this.#onData(octets),
      expectedPrompt: () => this.#promptWanted()?.promptText,
    })
  }

  get state(): EngineState {
    return this.#state
  }
  onToken(listener: (token: Token) => void): () => void {
    this.#tokenListeners.add(listener)
    return () => this.#tokenListeners.delete(listener)
  }
  onState(listener: (state: EngineState) => void): () => void {
    this.#stateListeners.add(listener)
    return () => this.#stateListeners.delete(listener)
  }

  /** Octets from the port, in order, cut anywhere. */
  feed(bytes: Uint8Array): void {
    if (this.#stopped !== undefined || bytes.length === 0) return
    this.#withReader(() => this.#reader.feed(bytes))
  }

  /**
   * Sends one command when its turn has come and resolves with its answer, whatever the final result says.
   * Rejects with a Fault: `at-timeout`, `at-cancelled`, `at-unresponsive`, `at-reset`, `at-bad-command`,
   * `at-not-command-mode`, or what `stop` said; or with what the port's write rejected with.
   */
  send(command: string, options: SendOptions = {}): Promise<AtReply> {
    const refused = this.#refuse(command, options)
    if (refused) return Promise.reject(refused)
    const twin = options.priority === 'poll' && this.#findPoll(options.coalesce ?? command)
    const entry = twin || new Pending(this.#nextId++, command, options)
    const reply = entry.wait(options.signal, () => this.#cancel(entry))
    if (twin) return reply
    if (options.force) this.#start(entry)
    else {
      this.#queue.add(entry)
      this.#pump()
    }
    return reply
  }

  /** Data mode is over (escape, NO CARRIER, DTR): octets are lines again. What came as data is nobody's line. */
  resumeCommandMode(): void {
    if (!this.#data || this.#stopped !== undefined) return
    this.#data = false
    this.#reader.leaveData()
    this.#readyUs = this.#clock.monotonicUs() + this.#gapMs * 1000
    this.#pump()
  }

  /**
   * Finds out whether the modem answers and brings command and answer in step; open commands that stay unanswered are
   * closed. `opening`: the port was just opened, so AT goes first, up to five times. An abortable command is aborted by it.
   * False: it does not answer (state `unresponsive`), or the port is in data mode or stopped.
   */
  resync(options: { opening?: boolean } = {}): Promise<boolean> {
    if (this.#stopped !== undefined || this.#data) return Promise.resolve(false)
    return (this.#climbing ??= this.#climb(options.opening ? 'opening' : 'full'))
  }

  /** Ends everything: all commands reject with this code, and nothing is read any more. */
  stop(reason: FaultCode): void {
    if (this.#stopped !== undefined) return
    if (!this.#data) this.#reader.flush()
    this.#stopped = reason
    this.#era++
    this.#stopTimers()
    this.#failAll(reason, () => true)
    this.#showState()
  }

  // Sending

  #refuse(command: string, options: SendOptions): unknown {
    if (this.#stopped !== undefined) return new Fault(this.#stopped, command)
    if (options.signal?.aborted) return new Fault('at-cancelled')
    if (this.#data) return new Fault('at-not-command-mode')
    if (this.#unresponsive && options.priority === 'poll') return new Fault('at-unresponsive')
    try {
      assertSendable(command)
      assertPayload(command, options)
    } catch (error) {
      return error
    }
    return undefined
  }

  #findPoll(key: string): Pending | undefined {
    const fits = (entry: Pending) => entry.poll && !entry.overdue && entry.coalesceKey === key
    return this.#queue.findPoll(key) ?? this.#outstanding.all.find(fits)
  }

  /** Sends the next command if one may be sent now. */
  #pump(): void {
    this.#pumpTimer?.()
    this.#pumpTimer = undefined
    this.#showState()
    if (this.#feeding || this.#stopped !== undefined || this.#data || this.#climbing) return
    const open = this.#outstanding.all
    if (open.some((entry) => !entry.overdue)) return
    if (open.length > 0)
      return this.#awaitGrace(Math.max(...open.map((entry) => entry.graceEndsUs)))
    if (this.#queue.length === 0) return
    const waitUs = this.#readyUs - this.#clock.monotonicUs()
    if (waitUs > 0) return this.#pumpIn(waitUs)
    const entry = this.#queue.shift()
    if (entry) this.#start(entry)
  }

  #pumpIn(us: number): void {
    this.#pumpTimer = this.#clock.schedule(us / 1000, () => this.#pump())
  }

  #awaitGrace(untilUs: number): void {
    const waitUs = untilUs - this.#clock.monotonicUs()
    if (waitUs > 0) return this.#pumpIn(waitUs)
    void this.#recover()
  }

  #start(entry: Pending): void {
    entry.startedUs = this.#clock.monotonicUs()
    this.#outstanding.add(entry)
    this.#boot.sent(entry.command, entry.startedUs)
    entry.keep(this.#clock.schedule(entry.timeoutMs, () => this.#expire(entry)))
    if (entry.prompt === 'wanted')
      entry.keep(this.#clock.schedule(promptWaitMs, () => this.#missPrompt(entry)))
    this.#showState()
    // One write, so that nothing comes between the command and its end.
    this.#put(bytesOf(entry.command + this.#lineEnding), entry)
  }

  #put(bytes: Uint8Array, entry: Pending): void {
    this.#write(bytes).catch((error: unknown) => {
      entry.stopTimers()
      entry.reject(error)
      this.#outstanding.remove(entry)
      this.#pump()
    })
  }

  #cancel(entry: Pending): void {
    if (this.#queue.remove(entry)) return this.#pump()
    if (this.#later.includes(entry)) return this.#forgetLater(entry)
    if (!this.#outstanding.has(entry) || entry.overdue) return
    this.#giveUp(entry, 'cancelled')
    // V.250 5.6.1: any octet aborts such a command, and ESC leaves a prompt; both then end with a final result.
    if (entry.prompt === 'wanted') this.#put(ESC, entry)
    else if (entry.rule.abortable) this.#put(CR, entry)
    this.#pump()
  }

  // Time

  #expire(entry: Pending): void {
    if (this.#counted?.entry === entry) this.#giveUpPayload()
    if (!this.#outstanding.has(entry) || entry.overdue) return
    const seen =
      entry.lines.length > 0 ? 'no final result' : entry.echoed ? 'only its echo' : 'nothing'
    entry.reject(new Fault('at-timeout', `${entry.shown}: ${seen} in ${entry.timeoutMs / 1000} s.`))
    this.#giveUp(entry, 'timed-out')
    this.#miss()
    this.#pump()
  }

  /** It stays outstanding: a final result that comes now is still its own. */
  #giveUp(entry: Pending, why: NoteKind): void {
    entry.stopTimers()
    entry.overdue = true
    const graceMs = entry.probe ? 0 : Math.min(15_000, Math.max(2000, entry.timeoutMs / 2))
    entry.graceEndsUs = this.#clock.monotonicUs() + graceMs * 1000
    if (!entry.probe) this.#note(why, entry)
  }

  #miss(): void {
    this.#misses++
    if (this.#misses < missesToUnresponsive || this.#unresponsive) return
    this.#unresponsive = true
    this.#note('unresponsive')
    for (const poll of this.#queue.drain((entry) => entry.poll))
      poll.reject(new Fault('at-unresponsive', poll.shown))
  }

  // Recovery

  async #recover(): Promise<void> {
    this.#climbing ??= this.#climb(this.#unresponsive ? 'short' : 'full')
    await this.#climbing
  }

  async #climb(how: 'opening' | 'full' | 'short'): Promise<boolean> {
    const era = this.#era
    // What is in the same read is heard before anything is asked.
    await Promise.resolve()
    this.#tagAnswered = false
    this.#note('probing')
    const ladder: Ladder = {
      ask: (command, waitMs) => this.#ask(command, waitMs, era),
      delay: (ms) => new Promise((resolve) => this.#clock.schedule(ms, () => resolve())),
      tagged: () => this.#freeQuestions(),
    }
    const inStep = how === 'opening' ? await wake(ladder) : await climb(ladder, how)
    this.#climbing = undefined
    if (era === this.#era) this.#endClimb(inStep)
    this.#pump()
    return inStep && era === this.#era
  }

  #freeQuestions(): string[] {
    const asked = new Set(this.#outstanding.all.map((entry) => entry.command))
    const free = taggedQuestions.filter((question) => !asked.has(question))
    return free.filter((question) => {
      const prefix = `${question.slice(2, -1)}:`
      return !this.#outstanding.all.some((entry) => entry.rule.prefixes.includes(prefix))
    })
  }

  async #ask(command: string, waitMs: number, era: number): Promise<Asked> {
    if (era !== this.#era) return 'over'
    const finals = this.#finals
    const probe = new Pending(this.#nextId++, command, { timeoutMs: waitMs }, true)
    const end = probe
      .wait(undefined, () => undefined)
      .then(
        () => undefined,
        (error: unknown) => error,
      )
    this.#start(probe)
    await end
    if (era !== this.#era) return 'over'
    if (this.#tagAnswered) return 'answered'
    return this.#finals > finals ? 'something' : 'nothing'
  }

  #endClimb(inStep: boolean): void {
    const echoOnly =
      this.#outstanding.all.length > 0 && this.#outstanding.all.every((e) => e.echoed)
    for (const entry of this.#outstanding.all.filter((e) => e.overdue)) {
      this.#outstanding.remove(entry)
      if (!entry.probe) this.#note(inStep ? 'no-answer' : 'given-up', entry)
    }
    this.#readyUs = this.#clock.monotonicUs() + this.#gapMs * 1000
    if (inStep) return this.#note('in-step')
    if (echoOnly) this.#note('echo-only')
    this.#unresponsive = true
    for (const entry of this.#queue.drain()) entry.reject(new Fault('at-unresponsive', entry.shown))
  }

  // Listening

  #withReader(read: () => void): void {
    const outer = this.#feeding
    this.#feeding = true
    try {
      read()
    } finally {
      this.#feeding = outer
    }
    this.#watchPayload()
    this.#watchBarePrompt()
    if (!outer) this.#pump()
  }

  #take(line: Line): void {
    const heard = this.#hearing.hear(line, this.#later)
    switch (heard.kind) {
      case 'final':
        return this.#takeFinal(line, heard.final, heard.entry)
      case 'answer':
        return this.#takeAnswer(line, heard)
      case 'unsolicited':
        return this.#takeUnsolicited(line, heard)
      case 'prompt':
        return this.#takePrompt(line)
      case 'echo': {
        const marks = {
          ...(heard.second ? { second: true as const } : {}),
          ...(heard.payloadEcho ? { payloadEcho: true as const } : {}),
          ...(heard.entry ? {} : { orphan: true as const }),
        }
        return this.#emit({ kind: 'echo', ...textOf(line), ...this.#owner(heard.entry), ...marks })
      }
      case 'unknown': {
        const piece = heard.piece ? { piece: heard.piece } : {}
        this.#emit({ kind: 'unknown', ...textOf(line), ...piece })
        return this.#maybeCounted(line, undefined)
      }
    }
  }

  #takeAnswer(line: Line, heard: Heard & { kind: 'answer' }): void {
    for (const older of heard.lost) this.#close(older)
    const { entry, secondPhase } = heard
    const mark = secondPhase ? { secondPhase: true as const } : {}
    this.#emit({ kind: 'answer', ...textOf(line), ...this.#owner(entry), ...mark })
    if (!secondPhase) entry.lines.push(line.text)
    else {
      entry.secondPhase = line.text
      if (this.#later.includes(entry)) {
        entry.endedUs = this.#clock.monotonicUs()
        this.#forgetLater(entry)
        entry.resolve()
      }
    }
    this.#maybeCounted(line, entry)
  }

  /** An older command was never answered: the modem is already at a later one. */
  #close(entry: Pending): void {
    entry.stopTimers()
    entry.reject(new Fault('at-timeout', `${entry.shown}: a later command was answered first.`))
    if (!entry.probe) this.#note('no-answer', entry)
  }

  #takeFinal(line: Line, final: Final, entry: Pending | undefined): void {
    const orphan = entry ? {} : { orphan: true as const }
    this.#emit({ kind: 'final', final, ...textOf(line), ...this.#owner(entry), ...orphan })
    this.#alive()
    if (!entry) return this.#orphanFinal(final)
    this.#settle(entry, final)
    if (final.kind === 'connect') this.#enterData(line)
  }

  #alive(): void {
    this.#finals++
    this.#misses = 0
    this.#unresponsive = false
    this.#readyUs = this.#clock.monotonicUs() + this.#gapMs * 1000
  }

  #settle(entry: Pending, final: Final): void {
    this.#outstanding.remove(entry)
    this.#hearing.settled(entry)
    entry.stopTimers()
    entry.final = final
    entry.endedUs = this.#clock.monotonicUs()
    if (entry.probe && entry.command !== 'AT') this.#tagAnswered = true
    if (entry.prompt === 'missed')
      entry.reject(new Fault('at-timeout', `${entry.shown}: no prompt; then ${finalLine(final)}.`))
    else if (final.kind === 'ok' && entry.options.secondPhase && entry.secondPhase === undefined)
      this.#awaitLater(entry, entry.options.secondPhase)
    else entry.resolve()
  }

  #awaitLater(entry: Pending, phase: { prefix: string; timeoutMs: number }): void {
    if (entry.overdue) return
    this.#later.push(entry)
    entry.keep(
      this.#clock.schedule(phase.timeoutMs, () => {
        this.#forgetLater(entry)
        const detail = `${entry.shown}: OK, but no ${phase.prefix} in ${phase.timeoutMs / 1000} s.`
        entry.reject(new Fault('at-timeout', detail))
      }),
    )
  }

  #forgetLater(entry: Pending): void {
    entry.stopTimers()
    this.#later = this.#later.filter((other) => other !== entry)
  }

  #orphanFinal(final: Final): void {
    const nowUs = this.#clock.monotonicUs()
    const again = this.#orphanUs !== undefined && nowUs - this.#orphanUs <= latestOrphanUs
    this.#orphanUs = again ? undefined : nowUs
    if (final.kind === 'connect') this.#note('unasked-connect')
    else if (again) this.#note('orphan-finals')
    else return
    if (!this.#climbing) void this.#recover()
  }

  #enterData(connect: Line): void {
    this.#data = true
    this.#era++
    this.#failAll('at-not-command-mode', () => true)
    this.#reader.enterData(connect)
  }

  #takeUnsolicited(line: Line, heard: Heard & { kind: 'unsolicited' }): void {
    const { row, header } = heard
    const body = header === undefined ? {} : { header }
    const nowUs = this.#clock.monotonicUs()
    const restarted = header === undefined && this.#boot.heard(row, line.text, nowUs)
    const restart = restarted ? { restart: true as const } : {}
    this.#emit({ kind: 'unsolicited', row, ...textOf(line), ...body, ...restart })
    if (restarted) this.#restarted(line.text)
    this.#maybeCounted(line, undefined)
  }

  #restarted(line: string): void {
    this.#era++
    this.#hearing.restarted()
    this.#alive()
    const asked = this.#outstanding.all.find((entry) => entry.rule.restarts && !entry.overdue)
    if (asked) this.#settle(asked, { kind: 'ok', text: line })
    else this.#note('restarted')
    this.#failAll('at-reset', () => true)
  }

  // Prompts and payloads

  #promptWanted(): Pending | undefined {
    const entry = this.#outstanding.current
    return entry?.prompt === 'wanted' && !entry.overdue ? entry : undefined
  }

  #takePrompt(line: Line): void {
    const entry = this.#promptWanted()
    this.#emit({ kind: 'prompt', ...textOf(line), ...this.#owner(entry) })
    const payload = entry?.options.payload
    if (!entry || !payload) return
    entry.prompt = 'given'
    if (entry.echoed && entry.promptText === '> ') this.#hearing.expectPayloadEcho(latin1(payload))
    this.#put(payload, entry)
  }

  #missPrompt(entry: Pending): void {
    if (entry.prompt !== 'wanted' || entry.overdue || !this.#outstanding.has(entry)) return
    entry.prompt = 'missed'
    this.#note('no-prompt', entry)
    this.#put(ESC, entry)
  }

  /** Some modems leave out the space of `> `; nothing else can come after a lone `>`. */
  #watchBarePrompt(): void {
    this.#promptTimer?.()
    this.#promptTimer = undefined
    if (this.#promptWanted()?.promptText !== '> ' || !this.#reader.waitsWith('>')) return
    this.#promptTimer = this.#clock.schedule(barePromptMs, () => {
      const line = this.#promptWanted() && this.#reader.takePrompt('>')
      if (line) this.#takePrompt(line)
    })
  }

  #maybeCounted(line: Line, entry: Pending | undefined): void {
    const count = countedOctets(line.text, entry?.options.counted)
    if (count === undefined || line.end === 'none' || line.end === 'cut') return
    this.#counted = { header: line.text, entry, count }
    this.#reader.expectCounted(count, line)
  }

  #takePayload(payload: Uint8Array, raw: Uint8Array): void {
    const counted = this.#counted
    this.#counted = undefined
    const header = counted?.header ?? ''
    const text = latin1(payload)
    this.#emit({ kind: 'payload', text, raw, payload, header, ...this.#owner(counted?.entry) })
    counted?.entry?.payloads.push(payload)
  }

  #watchPayload(): void {
    this.#payloadTimer?.()
    this.#payloadTimer = undefined
    if (!this.#reader.counting) return
    this.#payloadTimer = this.#clock.schedule(payloadIdleMs, () => this.#giveUpPayload())
  }

  #giveUpPayload(): void {
    const counted = this.#counted
    if (!counted) return
    this.#counted = undefined
    this.#note('short-payload', counted.entry)
    this.#withReader(() => this.#reader.giveUpCounted())
  }

  // Telling

  #failAll(code: FaultCode, fits: (entry: Pending) => boolean): void {
    const open = [
      ...this.#outstanding.clear(),
      ...this.#later.splice(0),
      ...this.#queue.drain(fits),
    ]
    for (const entry of open) {
      entry.stopTimers()
      entry.reject(new Fault(code, entry.shown))
    }
  }

  #stopTimers(): void {
    for (const cancel of [this.#pumpTimer, this.#payloadTimer, this.#promptTimer]) cancel?.()
    this.#pumpTimer = this.#payloadTimer = this.#promptTimer = undefined
  }

  #owner(entry: Pending | undefined): Owner {
    if (!entry) return {}
    const lateMs = (this.#clock.monotonicUs() - entry.startedUs) / 1000
    return {
      commandId: entry.id,
      command: entry.command,
      ...(entry.secret ? { secret: true as const } : {}),
      ...(entry.overdue ? { late: true as const, lateMs } : {}),
    }
  }

  #note(note: NoteKind, entry?: Pending): void {
    const words = noteWords[note]
    const about = this.#owner(entry)
    this.#emit({ kind: 'note', note, words, text: words.en, raw: new Uint8Array(0), ...about })
  }

  #emit(draft: Draft): void {
    const token: Token = { ...draft, atUs: this.#clock.monotonicUs() }
    for (const listener of [...this.#tokenListeners]) listener(token)
  }

  #showState(): void {
    const state = this.#presentState()
    if (state === this.#state) return
    this.#state = state
    for (const listener of [...this.#stateListeners]) listener(state)
  }

  #presentState(): EngineState {
    if (this.#stopped !== undefined) return 'stopped'
    if (this.#data) return 'data'
    if (this.#unresponsive) return 'unresponsive'
    if (this.#climbing || this.#outstanding.all.some((entry) => entry.overdue)) return 'recovering'
    return this.#outstanding.all.length > 0 ? 'busy' : 'idle'
  }
}

function textOf(line: Line): { text: string; raw: Uint8Array } {
  return { text: line.text, raw: line.raw }
}
