import { coreOf } from '../line-core'
import { isCommand, isFinal } from '../at-lines'
import { prefixStamp } from '../prefix-stamp'
import type { RawLine, Unwrapper, Wrapping } from './wrapping'

const leastTimes = 4
/** A log is turned round in memory; one that is larger is turned in pieces of this size. */
const mostChars = 64_000_000

/** A log service that shows its newest line at the top. */
export const newestFirst: Wrapping = {
  open: (lines) => {
    if (!falling(lines) && !answersFirst(lines)) return undefined
    return new Turned()
  },
}

class Turned implements Unwrapper {
  #lines: RawLine[] = []
  #chars = 0

  line(text: string, end: string): readonly RawLine[] {
    this.#lines.push([text, end])
    this.#chars += text.length
    return this.#chars > mostChars ? this.finish() : []
  }
  /** A line without a time stays behind the one it belongs to, where the others have times. */
  finish(): readonly RawLine[] {
    const timed = this.#lines.some(([line]) => prefixStamp(line) !== undefined)
    const groups: RawLine[][] = []
    for (const line of this.#lines) {
      const group = groups.at(-1)
      if (timed && group && prefixStamp(line[0]) === undefined) group.push(line)
      else groups.push([line])
    }
    this.#lines = []
    this.#chars = 0
    return groups.reverse().flat()
  }
}

function falling(lines: readonly string[]): boolean {
  const times = lines.flatMap((line) => prefixStamp(line.slice(0, 80))?.ms ?? [])
  const steps = times.slice(1).map((ms, at) => ms - (times[at] ?? 0))
  const falls = steps.filter((step) => step < 0).length
  return (
    times.length >= leastTimes &&
    falls > 0 &&
    falls * 4 >= steps.length &&
    !steps.some((step) => step > 0)
  )
}

/** Without times: every answer stands above its question, and a result above both. */
function answersFirst(lines: readonly string[]): boolean {
  const said = lines.flatMap((line) => {
    const [first = ''] = coreOf(line)?.lines ?? []
    return first === '' ? [] : [first.trim()]
  })
  let above = 0
  let below = 0
  said.forEach((line, at) => {
    const name = /^AT([+*^%$#][A-Z]+)/i.exec(line)?.[1]?.toUpperCase()
    if (name === undefined || !isCommand(line)) return
    const before = said[at - 1]?.toUpperCase().startsWith(`${name}:`) ?? false
    const after = said
      .slice(at + 1, at + 3)
      .some((next) => next.toUpperCase().startsWith(`${name}:`))
    if (before && isFinal(said[at - 2] ?? '')) above++
    if (after) below++
  })
  return above > 1 && below === 0
}
