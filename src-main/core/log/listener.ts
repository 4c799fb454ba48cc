import { BootWatch } from '../at/boot-watch'
import { finalLine, parseFinal, repaired, succeeded, type Final } from '../at/final'
import { Hearing, type Heard } from '../at/hearing'
import type { Line } from '../at/line-buffer'
import { Outstanding } from '../at/outstanding'
import { Pending } from '../at/pending'
import { unsolicitedTable } from '../at/unsolicited'
import { bytesOf, hexOf } from '../bytes'
import { sleepSaid } from '../modem/sleep'
import type { Explanation } from '../at/knowledge'
import type { Words } from '../words'
import type { RowDraft } from './draft'
import type { Explanations } from './explanations'
import { CompoundParts } from './compound-parts'
import { isGarbled } from './garbled'
import { drawn, gone, isCommand, isMessageText, reportOf } from './listener-rows'
import {
  fewUnheard,
  isPast,
  lateFrom,
  longMs,
  mostOutstanding,
  setsShortly,
  silenceUs,
} from './listener-limits'
import {
  asleep,
  cutByRestart,
  garbled,
  garbledEcho,
  hangs,
  longLine,
  noAnswer,
  noResult,
  orphanFinal,
  secondEcho,
  silentFor,
  toTheEnd,
  unansweredFor,
  waitedInVain,
} from './listener-words'

// It is written when the prompt comes, and only then known.
const unknownPayload = new Uint8Array()
const messageLists = /^\+CMG(?:RD|[LR]):/

/** Told of every final result and the command it ends. */
export type FinalListener = (command: string | undefined, final: Final) => void

/**
 * Tells the lines of one channel apart as the AT engine does, from what was sent and what came, without sending anything:
 * what it cannot ask it leaves open, and says so when a later line shows that an answer is lost.
 */
export class Listener {
  readonly #explanations: Explanations
  readonly #onFinal: FinalListener
  readonly #hasTimes: () => boolean
  readonly #table = unsolicitedTable()
  #outstanding = new Outstanding()
  #hearing = new Hearing(this.#outstanding, this.#table)
  readonly #boot = new BootWatch(0)
  #id = 0
  #asked = false
  #charset: 'UCS2' | 'GSM' | 'IRA' | undefined
  /** Errors come with their reason, as far as is known. */
  #reasons = false
  #listHeader: string | undefined
  /** A paste from which somebody took the results away has none at all. */
  #results = false
  #heard = false
  #said: Pending[] = []
  /** A program waited for them in vain. */
  #vain: Pending[] = []
  /** They were answered in words; only the result is missing. */
  readonly #told = new WeakSet<Pending>()
  /** Commands since anything came, and when the first of them was sent. */
  #unheard = 0
  #silentSinceUs = 0
  /** It said that it goes to sleep, and nothing since. */
  #asleep = false
  readonly #answeredUs = new WeakMap<Pending, number>()
  /** A result is missing behind an answer: this program does not show them all. */
  #missing = false
  /** A program that does not wait: each result comes when the next command was sent. */
  #behind = false
  /** The latest command that was answered. */
  #lastAnswered = -1
  readonly #parts = new CompoundParts()
  /** Whose answer goes on, though its command is not in the log. */
  #report: string | undefined
  #endedByAnswer: string | undefined
  /** The line before was the echo of this command. */
  #echoed: string | undefined

  /** `hasTimes`: false while nothing is known of when the lines came. */
  constructor(explanations: Explanations, onFinal: FinalListener, hasTimes: () => boolean) {
    this.#explanations = explanations
    this.#onFinal = onFinal
    this.#hasTimes = hasTimes
  }

  /** The command that waits for its prompt. */
  get waiting(): Pending | undefined {
    const entry = this.#outstanding.current
    return entry?.prompt === 'wanted' ? entry : undefined
  }
  has(entry: Pending): boolean {
    return this.#outstanding.has(entry)
  }
  /** The payload's own lines are about to come back. */
  expectPayloadEcho(text: string): void {
    this.#hearing.expectPayloadEcho(text)
  }

  sent(text: string, nowUs: number): RowDraft[] {
    this.#report = this.#endedByAnswer = this.#echoed = undefined
    this.#closeAnswered()
    const closed = this.#hasTimes() || !isCommand(text) ? [] : this.#closeShort()
    if (isCommand(text)) this.#closeEscape()
    const vain = this.#vain.length > 0 ? this.#closeVain() : []
    const given = [...closed, ...vain, ...this.#closeTold(text), ...this.#expire(nowUs)]
    const explanation = isGarbled(text) ? garbled : this.#explanations.command(text)
    const row = drawn('tx', 'command', text, explanation, undefined)
    const endings = this.#explanations.endings(text)
    const entry = new Pending(this.#id++, text, { payload: unknownPayload }, { endings })
    if (!entry.prompts) entry.prompt = 'none'
    entry.startedUs = nowUs
    this.#boot.sent(text, nowUs)
    if (isCommand(text)) {
      this.#asked = true
      if (this.#unheard++ === 0) this.#silentSinceUs = nowUs
      this.#outstanding.add(entry)
    } else this.#hearing.settled(entry)
    return given.length > 0 ? [...given, row] : [row]
  }

  /** The log ends, or the port was closed: what was asked long before and not answered. */
  ended(nowUs: number, until: Words = toTheEnd): RowDraft[] {
    const { newest } = this.#outstanding
    const silentUs = nowUs - this.#silentSinceUs
    // It answered none of the last commands; that the last of all was sent just now does not make it otherwise.
    if (newest && this.#unheard >= fewUnheard && this.#hasTimes() && silentUs >= longMs * 1000)
      return [gone(newest, this.#asleep ? asleep : silentFor(silentUs / 1e6, until))]
    return this.#outstanding.all
      .filter((entry) => !this.#said.includes(entry) && nowUs - entry.startedUs >= silenceUs)
      .map((entry) =>
        entry.id < this.#lastAnswered
          ? this.#gone(entry)
          : gone(entry, this.#silence(entry, (nowUs - entry.startedUs) / 1e6, until)),
      )
  }

  /** Another recording begins: what was asked before is answered no more. */
  abandoned(): RowDraft[] {
    const { all } = this.#outstanding
    if (this.#heard) return all.map((entry) => this.#giveUp(entry))
    for (const entry of all) this.#outstanding.remove(entry)
    return []
  }

  /** A program says what came of the newest: those before it are answered no more. */
  passedBy(): RowDraft[] {
    const { all, newest } = this.#outstanding
    return all.filter((entry) => entry !== newest).map((entry) => this.#giveUp(entry))
  }

  /** A program says so of the newest, in this word. */
  gaveUp(word: string): RowDraft[] {
    const passed = this.passedBy()
    const { newest } = this.#outstanding
    if (!newest) return [...passed, { dir: 'note', kind: 'text', text: word }]
    this.#outstanding.giveUp(newest)
    return [...passed, { ...gone(newest, waitedInVain), text: word }]
  }

  /** A program says that it waited in vain; what has taken its whole time by then is answered no more once it asks again. */
  timedOut(nowUs: number): void {
    this.#vain = this.#outstanding.all.filter(
      (entry) => nowUs - entry.startedUs >= entry.timeoutMs * 1000,
    )
  }

  #closeVain(): RowDraft[] {
    const vain = this.#vain.filter((entry) => this.#outstanding.has(entry))
    this.#vain = []
    return vain.map((entry) => this.#giveUp(entry))
  }

  #silence(entry: Pending, seconds: number, until: Words): (command: string) => Explanation {
    if (this.#asleep) return asleep
    const passed = seconds * 1000 >= entry.timeoutMs
    if (entry.echoed && passed) return hangs(seconds, until)
    return entry.echoed || (this.#results && !passed)
      ? unansweredFor(seconds, until)
      : silentFor(seconds, until)
  }

  #gone(entry: Pending): RowDraft {
    this.#missing ||= this.#told.has(entry)
    // Where nobody wrote the results down, that of a setting is not there either.
    if (this.#missing && (!this.#results || !this.#hasTimes()) && setsShortly(entry))
      return gone(entry, noResult)
    if (this.#asleep && !this.#told.has(entry)) return gone(entry, asleep)
    return gone(entry, this.#told.has(entry) ? noResult : noAnswer)
  }

  line(line: Line, nowUs: number): RowDraft[] {
    this.#heard = true
    this.#unheard = 0
    // Going off is part of falling asleep; whatever else it says, it is awake.
    this.#asleep = sleepSaid(line.text) ?? (this.#asleep && /POWER DOWN$/.test(line.text))
    const lost = this.#passedOver(line.text)
    const before = this.#outstanding.newest
    const heard = this.#hearing.hear(line, [])
    const late = (entry: Pending | undefined) =>
      entry !== undefined &&
      (entry !== before || nowUs - this.#heardOf(entry) > entry.timeoutMs * lateFrom)
    if (heard.kind !== 'echo') this.#echoed = undefined
    const rows = this.#rows(line, heard, nowUs, late)
    if (heard.kind === 'answer' && !late(heard.entry)) this.#answeredUs.set(heard.entry, nowUs)
    return lost.length > 0 ? [...lost, ...rows] : rows
  }

  /** When it was sent, or answered last in time: what follows such an answer at once is not late. */
  #heardOf(entry: Pending): number {
    return this.#answeredUs.get(entry) ?? entry.startedUs
  }

  /** Nobody will answer any more. */
  restart(): void {
    this.#outstanding = new Outstanding()
    this.#hearing = new Hearing(this.#outstanding, this.#table)
    this.#listHeader = undefined
    this.#charset = undefined
    this.#reasons = false
    this.#asked = false
  }

  #rows(
    line: Line,
    heard: Heard,
    nowUs: number,
    late: (entry: Pending | undefined) => boolean,
  ): RowDraft[] {
    const { text } = line
    switch (heard.kind) {
      case 'echo':
        return [...this.#dialledAgain(heard), this.#echo(text, heard)]
      case 'prompt':
        heard.entry.prompt = 'given'
        return [{ dir: 'rx', kind: 'prompt', text, command: heard.entry.command }]
      case 'final':
        return [this.#final(text, heard.final, heard.entry, late(heard.entry))]
      case 'answer': {
        const row = this.#answer(text, heard.entry, !heard.secondPhase && late(heard.entry))
        return heard.lost.length > 0
          ? [...heard.lost.map((entry) => this.#gone(entry)), row]
          : [row]
      }
      case 'unsolicited':
        return this.#unsolicited(text, heard, nowUs)
      case 'unknown':
        return [this.#unknown(line, heard)]
    }
  }

  /** V.250, 5.6.1: what is typed while it dials aborts the dial; who dials anew gets no result for the call before. */
  #dialledAgain({ entry, second }: Heard & { kind: 'echo' }): RowDraft[] {
    if (!entry?.rule.call || second) return []
    const { all } = this.#outstanding
    const before = all.slice(0, all.indexOf(entry))
    const aborted = before.filter(({ command }) => command === entry.command)
    return aborted.map((older) => this.#giveUp(older))
  }

  #echo(text: string, heard: Heard & { kind: 'echo' }): RowDraft {
    const command = heard.entry?.command
    // Right behind the first, in a log without times, one of them is a program's own.
    const printed = this.#echoed === text && !this.#hasTimes()
    this.#echoed = text
    return drawn('rx', 'echo', text, heard.second && !printed ? secondEcho : undefined, command)
  }

  #final(text: string, final: Final, entry: Pending | undefined, late: boolean): RowDraft {
    this.#results = true
    this.#report = undefined
    // Some firmware says OK behind an answer that ends the command by itself: `192.168.4.1`, `OK`.
    const after = entry || final.kind !== 'ok' ? undefined : this.#endedByAnswer
    this.#endedByAnswer = entry && !parseFinal(text) ? entry.command : undefined
    const command = entry?.command ?? after
    // A result in digits (ATV0) means what it says in words.
    const said = /^\d$/.test(text) ? finalLine(final) : (repaired(text) ?? text)
    const explanation = this.#explanations.line(said, { command, reasons: this.#reasons })
    if (final.kind === 'cme') this.#reasons = true
    this.#listHeader = undefined
    if (entry) {
      this.#lastAnswered = Math.max(this.#lastAnswered, entry.id)
      this.#outstanding.remove(entry)
      this.#hearing.settled(entry, final)
      if (succeeded(final)) this.#settled(entry.command)
    }
    this.#onFinal(command, final)
    const orphan = command === undefined && this.#asked && final.kind !== 'connect'
    const told = orphan ? { ...orphanFinal, name: explanation?.name ?? text } : explanation
    const row = drawn('rx', 'final', text, told, command)
    this.#behind = (late || this.#behind) && this.#outstanding.all.length > 0
    return late ? { ...row, late } : row
  }

  #settled(command: string): void {
    const set = /^AT\+CSCS="?(UCS2|GSM|IRA)"?/i.exec(command)?.[1]?.toUpperCase()
    if (set === 'UCS2' || set === 'GSM' || set === 'IRA') this.#charset = set
    const errors = /\+CMEE=([012])/i.exec(command)?.[1]
    if (errors !== undefined) this.#reasons = errors !== '0'
    else if (/^AT(Z|&F)/i.test(command)) this.#reasons = false
  }

  #answer(text: string, entry: Pending, late: boolean): RowDraft {
    const { command } = entry
    if (this.#said.at(-1) !== entry) this.#said.push(entry)
    this.#told.add(entry)
    this.#lastAnswered = Math.max(this.#lastAnswered, entry.id)
    const isHeader = messageLists.test(text)
    const header = isHeader ? undefined : this.#listHeader
    if (isHeader) this.#listHeader = text
    const row =
      header === undefined
        ? this.#explained('answer', text, this.#parts.of(entry, text), command)
        : drawn('rx', 'answer', text, undefined, command)
    if (header === undefined && !late) return row
    return { ...row, ...(header === undefined ? {} : { header }), ...(late ? { late } : {}) }
  }

  /** A row that is explained as part of the answer to `asked`. */
  #explained(kind: RowDraft['kind'], text: string, asked: string | undefined, command?: string) {
    const context = { command: asked, charset: this.#charset }
    return this.#explanations.row(kind, text, context, command)
  }

  #unsolicited(text: string, heard: Heard & { kind: 'unsolicited' }, nowUs: number): RowDraft[] {
    const { header } = heard
    const restarted = header === undefined && this.#boot.heard(heard.row, text, nowUs)
    const row: RowDraft =
      header === undefined
        ? this.#explained('unsolicited', text, undefined)
        : { dir: 'rx', kind: 'unsolicited', text, header }
    return restarted ? [...this.#restarted(), row] : [row]
  }

  #restarted(): RowDraft[] {
    this.#hearing.restarted()
    return this.#outstanding
      .clear()
      .filter((entry) => !entry.rule.restarts)
      .map((entry) => gone(entry, cutByRestart))
  }

  #unknown(line: Line, heard: Heard & { kind: 'unknown' }): RowDraft {
    const { text } = line
    if (heard.brokenEcho)
      return drawn('rx', 'unknown', text, garbledEcho(heard.brokenEcho.shown), undefined)
    const typed = this.#typedBack()
    if (typed && !heard.piece)
      return { dir: 'rx', kind: 'echo', text, command: typed.command, header: typed.command }
    if (/[^\t\x20-\x7e\xa0-\xff]/.test(text) && !heard.piece)
      return { dir: 'rx', kind: 'noise', text, hex: hexOf(bytesOf(text)) }
    if (!heard.piece) {
      this.#report = reportOf(text) ?? this.#report
      return this.#explained('unknown', text, this.#outstanding.current?.command ?? this.#report)
    }
    const told = heard.piece === 'first' ? longLine : undefined
    return drawn('rx', 'unknown', text, told, undefined)
  }

  /** A log of one side shows the text of a message only as it came back, behind the prompt. */
  #typedBack(): Pending | undefined {
    const { current } = this.#outstanding
    const shown = current?.prompt === 'given' && isMessageText(current.command)
    return shown ? current : undefined
  }

  /** With echo on, a command that never came back was never taken in: the result is not its. */
  #passedOver(text: string): RowDraft[] {
    const { all } = this.#outstanding
    if (all.length < 2) return []
    if (!parseFinal(text)) return this.#ownFinal(text)
    const first = all.findIndex((entry) => entry.echoed)
    return first > 0 ? all.slice(0, first).map((entry) => this.#giveUp(entry)) : []
  }

  /** A result that only one command has is its, and what was asked before it is over: `SHUT OK`. */
  #ownFinal(text: string): RowDraft[] {
    const { all } = this.#outstanding
    const own = all.findIndex(({ endings }) => endings.final?.test(text))
    return own > 0 ? all.slice(0, own).map((entry) => this.#giveUp(entry)) : []
  }

  /** In a log without any result the next command closes the one before, when that was answered. */
  #closeAnswered(): void {
    if (!this.#results) for (const entry of this.#said) this.#outstanding.remove(entry)
    if (this.#said.length > 0) this.#said = []
  }

  /**
   * Without times nobody can say that a result came late: a command that is answered at once is no longer waited for when the
   * next is sent. Behind one that may take long, and has not said anything yet, all may come late.
   */
  #closeShort(): RowDraft[] {
    const { all } = this.#outstanding
    if (this.#behind || all.some((entry) => entry.timeoutMs >= longMs && !this.#told.has(entry)))
      return []
    // Whose result is its own is known by that, whenever it comes.
    const others = all.filter(({ endings }) => endings.final === undefined)
    return others.map((entry) => this.#giveUp(entry))
  }

  /**
   * Where a program left out one result it leaves out others: a short command that was answered is over when the next is sent.
   * Else each result would be taken for that of the command before, to the end of the log.
   */
  #closeTold(text: string): RowDraft[] {
    if (!this.#missing || !isCommand(text)) return []
    return this.#outstanding.all
      .filter((entry) => this.#told.has(entry) && entry.timeoutMs < longMs)
      .map((entry) => this.#giveUp(entry))
  }

  /** Who goes on without the answer to +++ was in command mode, where it is no command and gets none. */
  #closeEscape(): void {
    for (const entry of this.#outstanding.all)
      if (entry.command === '+++') this.#outstanding.remove(entry)
  }

  /** Long past the time in which a late answer may still come. */
  #expire(nowUs: number): RowDraft[] {
    const { all } = this.#outstanding
    if (all.length === 0) return []
    const old = all.filter((entry) => isPast(entry, nowUs))
    const crowd = all.filter((entry) => !old.includes(entry))
    const over = crowd.slice(0, Math.max(0, crowd.length + 1 - mostOutstanding))
    // A list of commands, without times and without anything that came: what nobody recorded is not missing.
    const unheard = over.length > 0 && !this.#heard && !this.#hasTimes()
    if (unheard) for (const entry of over) this.#outstanding.remove(entry)
    return (unheard ? old : [...old, ...over]).map((entry) => this.#giveUp(entry))
  }

  #giveUp(entry: Pending): RowDraft {
    this.#outstanding.giveUp(entry)
    return this.#gone(entry)
  }
}
