import type { Token } from '../at/token'
import { isOpen } from './reply'

/** No text of USSD is longer: 182 characters (22.090), each on a line of its own at the worst. */
const mostLines = 182

/** Puts a `+CUSD` together that a modem says over several lines. */
export class UssdLines {
  #open: string[] | undefined

  /** The whole text when its last line came. */
  take(token: Token): string | undefined {
    if (token.kind === 'note' || token.kind === 'echo') return undefined
    const { text } = token
    if (token.kind === 'unsolicited' && text.startsWith('+CUSD:')) return this.#begin(text)
    if (!this.#open) return undefined
    // What ends a command, or comes by itself, is no line of a menu.
    if (token.kind === 'final' || token.kind === 'unsolicited') return undefined
    return this.#goOn(this.#open, text)
  }
  #begin(text: string): string | undefined {
    this.#open = isOpen(text) ? [text] : undefined
    return this.#open ? undefined : text
  }
  #goOn(lines: string[], text: string): string | undefined {
    lines.push(text)
    const whole = lines.join('\n')
    if (isOpen(whole) && lines.length < mostLines) return undefined
    this.#open = undefined
    return whole
  }
}
