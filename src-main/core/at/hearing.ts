import { isLast, isSecond } from './endings'
import { type Final, endsCall, parseFinal, succeeded } from './final'
import type { Line } from './line-buffer'
import type { Outstanding } from './outstanding'
import type { Pending } from './pending'
import { type UnsolicitedRow, type UnsolicitedTable, takesNextLine } from './unsolicited'

/** What a line turned out to be. */
export type Heard =
  | { kind: 'echo'; entry?: Pending; second?: boolean; payloadEcho?: boolean }
  | { kind: 'final'; final: Final; entry: Pending | undefined }
  | { kind: 'answer'; entry: Pending; lost: Pending[]; secondPhase: boolean }
  | { kind: 'unsolicited'; row: UnsolicitedRow; header?: string }
  | { kind: 'prompt'; entry: Pending }
  /** `brokenEcho`: the command whose echo it is, with letters that were broken on the way. */
  | { kind: 'unknown'; piece?: 'first' | 'middle' | 'last'; brokenEcho?: Pending }

/** Commands whose late echo is still known as one. */
const mostSettled = 8
const beforeEcho = /^(.*[^\x20-\x7e]|> )/

/** Tells lines apart by what was sent. The order is that of certainty: text, echo, final, answer, unsolicited, free text. */
export class Hearing {
  readonly #outstanding: Outstanding
  readonly #table: UnsolicitedTable
  #header: { row: UnsolicitedRow; text: string } | undefined
  #messageOf: Pending | undefined
  #numeric = false
  #settled: string[] = []
  #payloadEcho: string[] = []
  /** Their OK came; their true result is a line of its own. */
  #owing: Pending[] = []

  constructor(outstanding: Outstanding, table: UnsolicitedTable) {
    this.#outstanding = outstanding
    this.#table = table
  }

  /** `later`: commands whose result line is still to come after their OK. */
  hear(line: Line, later: readonly Pending[]): Heard {
    const header = this.#header
    const messageOf = this.#messageOf
    this.#header = this.#messageOf = undefined
    if (line.end === 'cut' || line.continued) return { kind: 'unknown', piece: pieceOf(line) }
    if (line.end === 'none') return { kind: 'unknown' }
    if (header && line.adjacent)
      return { kind: 'unsolicited', row: header.row, header: header.text }
    // The text of a stored message may be `OK`; an empty line would stand before the real one.
    if (messageOf && line.adjacent && this.#outstanding.has(messageOf))
      return { kind: 'answer', entry: messageOf, lost: [], secondPhase: false }
    return (
      this.#echo(line.text) ??
      this.#brokenEcho(line.text) ??
      this.#prompt(line.text) ??
      this.#final(line.text) ??
      this.#answer(line.text, later) ??
      this.#unsolicited(line.text) ??
      this.#revived(line.text) ??
      this.#value(line.text) ??
      this.#free(line.text)
    )
  }

  /** A command was settled; its echo may still come. */
  settled(entry: Pending, final?: Final): void {
    if (final && succeeded(final) && entry.endings.second && !entry.told)
      this.#owing = [...this.#owing.slice(1 - mostSettled), entry]
    this.#settled.push(entry.command)
    if (this.#settled.length > mostSettled) this.#settled.shift()
    this.#payloadEcho = []
  }
  /** The payload's own lines are about to come back. */
  expectPayloadEcho(text: string): void {
    this.#payloadEcho = text.split(/[\r\n]+/).filter((part) => part !== '')
  }
  /** After a restart the modem talks as its settings in memory say. */
  restarted(): void {
    this.#owing = []
    this.#numeric = false
    this.#settled = []
    this.#payloadEcho = []
  }

  #echo(text: string): Heard | undefined {
    const [next] = this.#payloadEcho
    if (next !== undefined && isPayloadEcho(text, next)) {
      this.#payloadEcho.shift()
      const entry = this.#outstanding.current
      return { kind: 'echo', payloadEcho: true, ...(entry ? { entry } : {}) }
    }
    // Noise of a power-up, the end of a frame or a prompt that nobody answered may stand before an echo.
    return (
      this.#echoOf(text) ??
      (beforeEcho.test(text) ? this.#echoOf(text.replace(beforeEcho, '')) : undefined)
    )
  }

  #echoOf(text: string): Heard | undefined {
    if (this.#settled.length === 0 && this.#outstanding.all.length === 0) return undefined
    const echo = this.#outstanding.echo(text)
    if (echo) return { kind: 'echo', entry: echo.entry, second: echo.second }
    return this.#settled.includes(text) ? { kind: 'echo' } : undefined
  }

  #brokenEcho(text: string): Heard | undefined {
    if (this.#outstanding.all.length === 0 || this.#payloadEcho.length > 0) return undefined
    const entry = this.#outstanding.brokenEcho(text)
    return entry && { kind: 'unknown', brokenEcho: entry }
  }

  #prompt(text: string): Heard | undefined {
    const entry = this.#outstanding.current
    if (entry?.prompt !== 'wanted' && entry?.prompt !== 'open') return undefined
    if (text.trim() !== entry.promptText.trim()) return undefined
    return { kind: 'prompt', entry }
  }

  #final(text: string): Heard | undefined {
    const final = this.#parse(text)
    if (!final) return undefined
    const entry = this.#outstanding.final(final)
    // `CONNECT OK` tells of a socket, and a call may end while something else is asked: no finals of ours.
    if (final.kind === 'connect' && this.#table.find(text)) return undefined
    if (!entry && endsCall(final)) return undefined
    // Extended errors are words in ATV0 too.
    if (final.kind !== 'cme' && final.kind !== 'cms') this.#numeric = /^\d$/.test(text)
    return { kind: 'final', final, entry }
  }

  #parse(text: string): Final | undefined {
    const { current, all } = this.#outstanding
    const final = current?.parseFinal(text, this.#numeric)
    if (final ?? current?.endings.lead?.test(text)) return final
    for (const entry of all) {
      const other = entry === current ? undefined : entry.parseFinal(text, this.#numeric)
      if (other) return other
    }
    return parseFinal(text, { numeric: this.#numeric })
  }

  #answer(text: string, later: readonly Pending[]): Heard | undefined {
    // Most lines of a modem that talks without a pause come while nothing is asked.
    if (this.#outstanding.all.length + later.length + this.#owing.length === 0) return undefined
    const early = this.#outstanding.all.find((entry) => isSecondPhase(entry, text))
    if (early) return { kind: 'answer', entry: early, lost: [], secondPhase: true }
    const answer = this.#outstanding.answer(text)
    if (answer) {
      this.#payloadEcho = []
      if (isLast(answer.entry.endings, text)) answer.entry.told = true
      if (/^\+CMG(?:RD|[RL]):/.test(text)) this.#messageOf = answer.entry
      return { kind: 'answer', ...answer, secondPhase: false }
    }
    const entry = later.find((waiting) => isSecondPhase(waiting, text))
    if (entry) return { kind: 'answer', entry, lost: [], secondPhase: true }
    return this.#second(text)
  }

  /** The true result of a command, before its OK or long after; the oldest that waits for such a line has it. */
  #second(text: string): Heard | undefined {
    const open = this.#outstanding.all.find(({ endings }) => isSecond(endings, text))
    if (open) {
      if (isLast(open.endings, text)) open.told = true
      return { kind: 'answer', entry: open, lost: [], secondPhase: false }
    }
    const entry = this.#owing.find(({ endings }) => isSecond(endings, text))
    if (!entry) return undefined
    if (isLast(entry.endings, text)) this.#owing = this.#owing.filter((other) => other !== entry)
    return { kind: 'answer', entry, lost: [], secondPhase: true }
  }

  #unsolicited(text: string): Heard | undefined {
    const row = this.#table.find(this.#numeric && text === '2' ? 'RING' : text)
    if (!row) return undefined
    if (takesNextLine(row, text)) this.#header = { row, text }
    return { kind: 'unsolicited', row }
  }

  #revived(text: string): Heard | undefined {
    const entry = this.#outstanding.revive(text)
    return entry && { kind: 'answer', entry, lost: [], secondPhase: false }
  }

  #value(text: string): Heard | undefined {
    if (this.#outstanding.current?.rule.free) return undefined
    const value = this.#outstanding.value(text)
    return value && { kind: 'answer', ...value, secondPhase: false }
  }

  /** It carries the name of a command that was ended before: a late answer to that one, whatever else is asked now. */
  #ofAnother(text: string, { command }: Pending): boolean {
    const name = ownName.exec(text)?.[1]
    if (name === undefined || this.#settled.length === 0) return false
    const asked = `AT${name}`
    const of = (one: string) => one.slice(0, asked.length).toUpperCase() === asked
    return !of(command) && this.#settled.some(of)
  }

  #free(text: string): Heard {
    const entry = this.#outstanding.current
    if (!entry?.rule.free || this.#ofAnother(text, entry)) return { kind: 'unknown' }
    return { kind: 'answer', entry, lost: [], secondPhase: false }
  }
}

/** `+USOCR: 0`, by the name of the command that it answers. */
const ownName = /^([+*^%$#!][A-Z][A-Z0-9]*):/

function isSecondPhase(entry: Pending, text: string): boolean {
  const phase = entry.options.secondPhase
  return phase !== undefined && entry.secondPhase === undefined && text.startsWith(phase.prefix)
}

function isPayloadEcho(text: string, expected: string): boolean {
  const bare = (line: string) => line.replace(/\x1a$/, '')
  return bare(text) === bare(expected) || bare(text) === `> ${bare(expected)}`
}

function pieceOf(line: Line): 'first' | 'middle' | 'last' {
  if (line.end !== 'cut') return 'last'
  return line.continued ? 'middle' : 'first'
}
