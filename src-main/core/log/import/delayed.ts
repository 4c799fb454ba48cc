import type { EndingsOf } from '../../at/endings'
import { isAnswer, isCommand } from './at-lines'
import { unaskedRow } from './line-kinds'
import type { ImportEvent, LogFormat, LogParser } from './format'

/** A program that reads what came only when it has sent the next command: each answer stands one command too late. */
export function isDelayed(events: readonly ImportEvent[]): boolean {
  let [before, now] = ['', '']
  let [right, late] = [0, 0]
  for (const event of events) {
    if (event.kind !== 'line') continue
    const { dir, text } = event
    if (dir === 'tx' && isCommand(text)) [before, now] = [now, text.toUpperCase()]
    const name = dir === 'rx' && isAnswer(text) ? /^[+*^%$#!][A-Z0-9]+/.exec(text)?.[0] : undefined
    if (name === undefined || name === '+CME' || name === '+CMS') continue
    // Switched on by a setting, it comes by itself whatever is asked meanwhile.
    const unasked = unaskedRow(text) !== undefined
    const [ofNow, ofBefore] = [now, before].map(
      (one) => one.startsWith(`AT${name}`) && !(unasked && !one.endsWith('?')),
    )
    if (ofNow) right++
    else if (ofBefore) late++
  }
  return late > 1 && right === 0
}

/** The same format, with each command put behind the answer to the one before. */
export function delayed(format: LogFormat): LogFormat {
  return { ...format, parser: (endings, first) => new DelayedParser(format, endings, first) }
}

class DelayedParser implements LogParser {
  readonly #parser: LogParser
  /** Commands that were sent before what the one before was answered had been read. */
  #held: ImportEvent[] = []
  /** A command waits for what is read next. */
  #waits = false

  constructor(format: LogFormat, endings?: EndingsOf, first?: readonly string[]) {
    this.#parser = format.parser(endings, first)
  }

  line(text: string, end: string): ImportEvent[] {
    return this.#parser.line(text, end).flatMap((event) => this.#take(event))
  }
  finish(): ImportEvent[] {
    const rest = [...this.#parser.finish().flatMap((event) => this.#take(event)), ...this.#held]
    this.#held = []
    return rest
  }

  #take(event: ImportEvent): ImportEvent[] {
    if (event.kind !== 'line' || event.dir !== 'tx') return [event]
    const before = this.#held
    this.#held = this.#waits ? [event] : []
    if (this.#waits) return before
    this.#waits = true
    return [event]
  }
}
