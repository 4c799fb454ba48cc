import { brokenShown, isBrokenLine } from '../at/broken-line'
import { arrivedBroken, cameBackAs } from '../at/words'
import { faultCode } from '../fault'
import type { ModemSession } from '../modem/session'
import { quoted, type SeenLine, type Words } from '../words'
import { StepFailure } from './step'

/** One may be an accident; with two the line itself is not to be trusted, and with one where no result came either. */
const fewest = 2
const silence: readonly string[] = ['at-timeout', 'at-garbled', 'at-unresponsive', 'step-too-long']

/** Failures that speak of the line already, or of what no broken letter brings about. */
const certain: readonly string[] = [
  'connect-noise',
  'connect-no-modem',
  'connect-cancelled',
  'connect-echo-only',
]

/** Lines that came with broken letters during a connection: then neither an ERROR nor a silence says what it seems to. */
export class BrokenLines {
  readonly #stop: () => void
  #count = 0
  #inStep = 0
  #first: { readonly line: string; readonly words: Words } | undefined

  constructor(session: ModemSession) {
    this.#stop = session.on((event) => {
      if (event.kind !== 'token' || event.token.kind !== 'unknown') return
      const { brokenEcho, secret, text } = event.token
      // What stands in it of a PIN or a password is told to nobody.
      if (secret) return
      const line = brokenShown(text)
      if (brokenEcho !== undefined) this.#take(line, cameBackAs(brokenEcho, line))
      else if (isBrokenLine(text)) this.#take(line, arrivedBroken(line))
    })
  }
  stop(): void {
    this.#stop()
  }

  #take(line: string, words: Words): void {
    this.#count += 1
    this.#inStep += 1
    this.#first ??= { line, words }
  }

  /** Another step begins: what was broken before did not stop it. */
  step(): void {
    this.#inStep = 0
  }

  /** The failure that it is, where letters were broken. */
  failure(error: unknown, seen: SeenLine[]): unknown {
    const first = this.#first
    const code = faultCode(error) ?? ''
    const needed = silence.includes(code) ? 1 : fewest
    if (!first || this.#inStep === 0 || this.#count < needed || certain.includes(code)) return error
    seen.push(quoted(first.line))
    return new StepFailure('at-garbled', first.words)
  }
}
