import { isToldGarbled } from '../log/listener-words'
import { type FaultCode, faultRows } from '../fault'
import type { FaultRow } from '../faults/row'
import { forbiddenWords } from '../card/forbidden'
import { clearForbidden } from '../card/words'
import { networksIn } from '../card/networks'
import { isAskedEnd } from '../log/hang-ups'
import type { Standstill } from '../log/link-watch'
import { isBrownOut } from '../log/restarts'
import type { LogRow } from '../log/row'
import { sleepSaid } from '../modem/sleep'
import { rungIds, type RungId } from '../modem/rungs'
import { insideFailure } from './inside'
import { concluded, contextEnded, hears, networkCause, radioOffTold, signs } from './evidence'
import type { Words } from '../words'
import type { Cause, Oddity, ToldLine } from './story'
import { toldLine } from './told-line'

const mostLines = 3
const mostCauses = 5
const mostKnown = 2048
/** So many commands that are carried out show that the supply holds again. */
const goesOn = 2
const ip = rungIds.indexOf('ip')

const ofExchange = new Set<LogRow['kind']>(['command', 'answer', 'unsolicited', 'final'])

interface Found {
  readonly lines: ToldLine[]
  count: number
  /** The modem had answered before. */
  readonly heard: boolean
  /** All of it is that the network ended what was up. */
  ended: boolean
  /** What the network itself gave as its reason, and what usually helps there. */
  reason?: Words
}

const sessionCodes: readonly FaultCode[] = [
  'context-denied',
  'context-not-activated',
  'dial-no-carrier',
  'dial-refused',
]

/** Gathers what speaks for each failure, and what was fine again afterwards. */
export class CauseReader {
  readonly #found = new Map<FaultCode, Found>()
  readonly #known = new Map<
    string,
    { readonly row: LogRow; readonly codes: readonly FaultCode[] }
  >()

  /** The SIM's list of forbidden networks, where it was read and holds any. */
  #forbidden: { readonly line: ToldLine; readonly networks: readonly string[] } | undefined

  /** The network that the log names, as digits; a name without digits says which it is not. */
  #operator: string | undefined

  #carriedOut = 0

  /** To turn the radio on was tried last; otherwise to turn it off, or nothing. */
  #triedOn = false

  /** Somebody spoke AT in the log; programs with QMI or MBIM do not. */
  #speaksAt = false
  #heard = false
  /** An echo came with broken letters, and no result since: the modem hears, and what it says does not arrive whole. */
  #brokenEcho = false
  #brokenEchoes = 0

  take(row: LogRow): void {
    this.#speaksAt ||= ofExchange.has(row.kind)
    const networks = forbiddenIn(row)
    if (networks)
      this.#forbidden = networks.length > 0 ? { line: toldLine(row), networks } : undefined
    if (row.kind === 'final') this.#brokenEcho = false
    if (row.dir === 'rx' && isToldGarbled(row)) {
      this.#brokenEcho = true
      this.#brokenEchoes++
    }
    this.#heard ||= row.kind === 'final' || row.kind === 'answer'
    this.#operator = operatorIn(row) ?? this.#operator
    if (row.dir === 'rx' && sleepSaid(row.text) !== true && !/POWER DOWN$/.test(row.text))
      this.#found.delete('at-asleep')
    if (hears(row)) this.#found.delete('registration-no-coverage')
    if (row.kind === 'final' && row.text === 'OK' && ++this.#carriedOut >= goesOn)
      this.#found.delete('supply-low')
    if (isBrownOut(row)) this.#carriedOut = 0
    if (row.kind === 'command') this.#switched(row.text)
    const tellsOff = radioOffTold(row)
    for (const code of isAskedEnd(row) ? [] : this.#codesOf(row)) {
      // Nobody tried to turn it on, or it did not follow: of `+CFUN: 0` one of both is meant.
      const other = this.#triedOn ? 'radio-off' : 'radio-refused'
      if (tellsOff && code === other) continue
      // A program that says both: off is why.
      const follows = code === 'radio-refused' && row.kind !== 'final'
      if (!follows || !this.#found.has('radio-off')) this.#keep(code, row)
    }
    // Only the PUK helps from there on.
    if (this.#found.has('sim-puk')) {
      this.#found.delete('sim-pin-needed')
      this.#found.delete('sim-pin-wrong')
    }
    // Asked for, the socket's own error says more than the refusal before it.
    if (row.explanation?.name === '+USOER' && insideFailure(row))
      this.#found.delete('inside-no-network')
    // It was given, and refused.
    if (this.#found.has('sim-pin-wrong')) this.#found.delete('sim-pin-needed')
    if (row.kind === 'answer' && row.explanation?.name === '+CEER') this.#explained(row)
  }

  #switched(command: string): void {
    const level = /^AT\+CFUN=([014])\b/i.exec(command)?.[1]
    if (level === undefined) return
    this.#triedOn = level === '1'
    if (this.#triedOn) this.#found.delete('radio-off')
  }

  /** AT+CEER gives the reason of what failed last. */
  #explained(row: LogRow): void {
    const { words, facts } = row.explanation ?? {}
    if (!words || typeof facts?.['report'] !== 'string' || facts['reject_cause'] !== undefined)
      return
    if (/^no |^(?:0|normal\b.*)$/i.test(facts['report'])) return
    // What was not made good since is one failure, whichever commands met it.
    for (const code of sessionCodes) {
      const found = this.#found.get(code)
      if (!found) continue
      found.reason = words
      found.lines.splice(mostLines - 1, 1, toldLine(row))
    }
  }

  /** What a row is a sign of depends on what it says alone, and the lines of a log come again and again. */
  #codesOf(row: LogRow): readonly FaultCode[] {
    const known = this.#known.get(row.text)
    if (known && saysTheSame(known.row, row)) return known.codes
    const found = signs.filter(({ code, shows }) => concluded(code, row) || shows(row))
    const codes = [...new Set(found.map(({ code }) => code))]
    if (this.#known.size >= mostKnown) this.#known.clear()
    this.#known.set(row.text, { row, codes })
    return codes
  }

  /** A rung that came up after its sign did not stop anything; `stopped`: where it did; `standstill`: without a sign. */
  causes(standstill: Standstill | undefined, stopped: RungId | undefined): Cause[] {
    const signed = this.#signed(stopped)
    if (!standstill) return signed
    const { code, row } = standstill
    const first = causeOf(
      code,
      { lines: [toldLine(row)], count: 1, heard: true, ended: false },
      this.#speaksAt,
    )
    return [first, ...signed.filter((one) => one.code !== code)].slice(0, mostCauses)
  }

  #signed(stopped: RungId | undefined): Cause[] {
    const stop = stopped === undefined ? -1 : rungIds.indexOf(stopped)
    // Several signs may show the same cause.
    const codes = new Set<FaultCode>()
    const speaksAt = this.#speaksAt
    return signs
      .filter(({ code }) => code !== 'at-unresponsive' || !this.#arrivesBroken())
      .filter(({ code }) => speaksAt || code !== 'context-not-activated' || !this.#knowsBetter())
      .flatMap((sign) => {
        const found = this.#found.get(sign.code)
        const height = rungIds.indexOf(sign.rung)
        if (!found || stop < 0 || height > stop) return []
        // Nearer to the rung that stopped, and said more often.
        const score = sign.weight - 2 * (stop - height) + Math.min(found.count, 5) / 5
        return score > 0 ? [{ sign, found, score }] : []
      })
      .sort((a, b) => b.score - a.score)
      .filter((one, _at, all) => all.length === 1 || !isAftermath(one.sign, one.found, stop))
      .filter(({ sign: { code } }) => !codes.has(code) && codes.add(code))
      .slice(0, mostCauses)
      .map(({ sign: { code }, found }) => {
        const lost = code === 'context-not-activated' && found.ended
        return this.#withForbidden(causeOf(lost ? 'context-lost' : code, found, speaksAt))
      })
  }

  /** What was not answered may have been: one may be an accident, unless nothing came behind it. */
  #arrivesBroken(): boolean {
    return this.#brokenEcho || this.#brokenEchoes >= fewBroken
  }

  /** The program gave the network's own reason, too. */
  #knowsBetter(): boolean {
    return this.#found.has('context-denied') || this.#found.has('link-auth-refused')
  }

  #withForbidden(cause: Cause): Cause {
    const list = this.#forbidden
    if (!list || !/^registration-/.test(cause.code) || !this.#mayForbid(list.networks)) return cause
    const tries = [forbiddenWords(list.networks), clearForbidden, ...cause.tries]
    return { ...cause, evidence: [...cause.evidence, list.line], tries }
  }

  /** The list stops a search with the radio on, at the network that the log names; where it names none, at any. */
  #mayForbid(networks: readonly string[]): boolean {
    if (this.#found.has('radio-off')) return false
    return this.#operator === undefined || networks.includes(this.#operator)
  }

  /** The rung came up with this row: what was said against it, and against those below it, is over. */
  fine(rung: RungId, row: LogRow): void {
    const height = rungIds.indexOf(rung)
    const defined = definesContext(row)
    for (const { code, rung: stops } of signs) {
      const over = stops === rung || (height >= ip && rungIds.indexOf(stops) <= height)
      // A server that refuses a request is reached all the same; a context that is defined is not up.
      if (!over || code === 'http-status' || (defined && sessionCodes.includes(code))) continue
      this.#found.delete(code)
    }
  }
  /** The server gave what was asked for. */
  served(): void {
    this.#found.delete('http-status')
  }

  #keep(code: FaultCode, row: LogRow): void {
    const before = this.#found.get(code)
    const found = before ?? { lines: [], count: 0, heard: this.#heard, ended: true }
    this.#found.set(code, found)
    found.ended &&= contextEnded(row)
    found.count++
    const { facts, words } = row.explanation ?? {}
    const told =
      Number(facts?.['reject_cause']) > 0 || networkCause.test(row.explanation?.name ?? '')
    if (words && told) found.reason = words
    if (found.lines.length < mostLines) found.lines.push(toldLine(row))
  }
}

/** It had answered before: what a program waited for in vain came of what stopped it. */
const isAftermath = ({ code, rung }: (typeof signs)[number], { heard }: Found, stop: number) =>
  code === 'at-unresponsive' && heard && rungIds.indexOf(rung) < stop

/** The definition of a context was written or read, which says nothing of a session. */
const definesContext = ({ command, text }: LogRow) => /\+CGDCONT\b/i.test(command ?? text)

/** The network of an answer to AT+COPS?: `44010`, or its name. */
function operatorIn({ kind, explanation }: LogRow): string | undefined {
  if (kind === 'echo' || explanation?.name !== '+COPS') return undefined
  const { oper } = explanation.facts
  return typeof oper === 'string' && oper !== '' ? oper : undefined
}

/** The networks that a reading of EF FPLMN shows; undefined: the row is none. */
function forbiddenIn({
  kind,
  dir,
  command = '',
  explanation,
}: LogRow): readonly string[] | undefined {
  if (dir !== 'rx' || kind === 'echo' || explanation?.name !== '+CRSM') return undefined
  if (!readsForbidden.test(command)) return undefined
  const { response } = explanation.facts
  return typeof response === 'string' ? networksIn(response) : undefined
}
const readsForbidden = /^AT\+CRSM=176,28539\b/i

function saysTheSame(a: LogRow, b: LogRow): boolean {
  return (
    a.kind === b.kind &&
    a.dir === b.dir &&
    a.command === b.command &&
    a.explanation === b.explanation
  )
}

/** It never stays up: what is odd elsewhere is the reason. */
export function restartCause(oddities: readonly Oddity[]): Cause {
  const told = oddities.filter(({ kind }) => kind === 'restart' || kind === 'brown-out')
  const lines = told.map(({ first }) => first)
  return causeOf('at-restarts', { lines, count: lines.length, heard: true, ended: false }, true)
}

const fewBroken = 2

const ofAt = /\bAT[+^$#%&]|\+C[A-Z]{2,}/

/** In a log that was recorded elsewhere nobody polls, and there is no button to press. */
const wordsFor = (code: FaultCode, heard: boolean): FaultCode =>
  code !== 'at-unresponsive' ? code : heard ? 'at-timeout' : 'connect-silent'

/** Commands of AT help nobody whose program speaks QMI or MBIM. */
function causeOf(code: FaultCode, { lines, reason, heard }: Found, speaksAt: boolean): Cause {
  const row: FaultRow = faultRows[wordsFor(code, heard)]
  const fitting = speaksAt ? row.tries : row.tries.filter(({ en }) => !ofAt.test(en))
  const tries = reason ? [reason, ...fitting] : fitting
  return { code, words: row.meaning, evidence: lines, tries }
}
