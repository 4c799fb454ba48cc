import { type FaultCode, faultRows } from '../fault'
import type { FaultRow } from '../faults/row'
import type { LogRow } from '../log/row'
import { rungIds, type RungId } from '../modem/slot-state'
import { concluded, hears, signs } from './evidence'
import type { Words } from '../words'
import type { Cause, ToldLine } from './story'
import { toldLine } from './told-line'

const mostLines = 3
const mostCauses = 5
const mostKnown = 2048

interface Found {
  readonly lines: ToldLine[]
  count: number
  last: number
  /** What the network itself gave as its reason, and what usually helps there. */
  reason?: Words
}

/** Gathers what speaks for each failure, and what was fine again afterwards. */
export class CauseReader {
  readonly #found = new Map<FaultCode, Found>()
  readonly #known = new Map<
    string,
    { readonly row: LogRow; readonly codes: readonly FaultCode[] }
  >()

  take(row: LogRow): void {
    if (hears(row)) this.#found.delete('registration-no-coverage')
    if (row.kind === 'command' && /^AT\+CFUN=1\b/i.test(row.text)) this.#found.delete('radio-off')
    for (const code of this.#codesOf(row)) this.#keep(code, row)
  }

  /** What a row is a sign of depends on what it says alone, and the lines of a log come again and again. */
  #codesOf(row: LogRow): readonly FaultCode[] {
    const known = this.#known.get(row.text)
    if (known && saysTheSame(known.row, row)) return known.codes
    const found = signs.filter(({ code, shows }) => concluded(code, row) || shows(row))
    const codes = found.map(({ code }) => code)
    if (this.#known.size >= mostKnown) this.#known.clear()
    this.#known.set(row.text, { row, codes })
    return codes
  }

  /** A rung that came up after its sign did not stop anything; `stopped`: where it did. */
  causes(stopped: RungId | undefined): Cause[] {
    const stop = stopped === undefined ? -1 : rungIds.indexOf(stopped)
    // Several signs may show the same cause.
    const codes = new Set<FaultCode>()
    return signs
      .flatMap((sign) => {
        const found = this.#found.get(sign.code)
        const height = rungIds.indexOf(sign.rung)
        if (!found || stop < 0 || height > stop) return []
        // Nearer to the rung that stopped, and said more often.
        const score = sign.weight - 2 * (stop - height) + Math.min(found.count, 5) / 5
        return score > 0 ? [{ sign, found, score }] : []
      })
      .sort((a, b) => b.score - a.score)
      .filter(({ sign: { code } }) => !codes.has(code) && codes.add(code))
      .slice(0, mostCauses)
      .map(({ sign, found }) => causeOf(sign.code, found))
  }

  /** The rung came up: what was said against it before is over. */
  fine(rung: RungId): void {
    for (const sign of signs) if (sign.rung === rung) this.#found.delete(sign.code)
  }

  #keep(code: FaultCode, row: LogRow): void {
    const found = this.#found.get(code) ?? { lines: [], count: 0, last: 0 }
    this.#found.set(code, found)
    found.count++
    found.last = row.id
    const { facts, words } = row.explanation ?? {}
    if (words && Number(facts?.['reject_cause']) > 0) found.reason = words
    if (found.lines.length < mostLines) found.lines.push(toldLine(row))
  }
}

function saysTheSame(a: LogRow, b: LogRow): boolean {
  return (
    a.kind === b.kind &&
    a.dir === b.dir &&
    a.command === b.command &&
    a.explanation === b.explanation
  )
}

function causeOf(code: FaultCode, { lines, reason }: Found): Cause {
  const row: FaultRow = faultRows[code]
  const tries = reason ? [reason, ...row.tries] : row.tries
  return { code, words: row.meaning, evidence: lines, tries }
}
