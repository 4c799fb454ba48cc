import { timedOutBehind } from './joined-lines'
import { isAnswer, isCommand, isFinal } from './line-kinds'

/** A line as it was seen and as it stood in the file. */
export interface SeenLine {
  readonly line: string
  readonly end: string
  readonly raw: string
  /** The command was sent once more; the line is no echo. */
  readonly again?: true
}

/** A line that also says what came of it is no echo. */
const isAsked = (text: string) => isCommand(text) && timedOutBehind(text) === undefined

/** So many lines of one command are no echoes. */
const mostHeld = 64

/**
 * The same command on several lines of a log without times is its echo or was asked again. An echo stands once, and an
 * answer behind it; a log that showed such a one echoes. All else was sent, so that no line is left out as an echo.
 */
export class RepeatedCommands {
  #last: string | undefined
  #held: SeenLine[] = []
  #echoes = false
  #thrice = false

  /** `first`: lines that are read later, in which echoes may show. */
  constructor(first: readonly string[]) {
    for (const line of first) this.take({ line, end: '', raw: line })
    this.#held = []
    this.#last = undefined
  }

  /** A program that shows what it sends and what came prints the echo once more. */
  get thrice(): boolean {
    return this.#thrice
  }

  /** The lines that are settled with this one. */
  take(seen: SeenLine): SeenLine[] {
    const text = seen.line.trimEnd()
    if (text === '' && this.#held.length > 0) {
      this.#held.push(seen)
      return []
    }
    if (text !== '' && text === this.#last) {
      this.#held.push(seen)
      return this.#held.length < mostHeld ? [] : this.finish()
    }
    const before = this.#settle(text)
    if (text !== '') this.#last = isAsked(text) ? text : undefined
    return before.length > 0 ? [...before, seen] : [seen]
  }

  finish(): SeenLine[] {
    return this.#settle(undefined)
  }

  #settle(next: string | undefined): SeenLine[] {
    const held = this.#held
    if (held.length === 0) return []
    this.#held = []
    const echoed = this.#isEcho(held.filter(({ line }) => line.trim() !== '').length, next)
    return echoed ? held : held.map((one) => ({ ...one, again: true }))
  }

  #isEcho(times: number, next: string | undefined): boolean {
    const long = (this.#last?.length ?? 0) > 2
    const theirs = next !== undefined && !isCommand(next)
    const answered = theirs && (long || isFinal(next) || isAnswer(next))
    const thrice = answered && times === 2 && long
    this.#thrice ||= thrice
    this.#echoes ||= thrice || (answered && times === 1)
    return this.#echoes
  }
}
