import { createInterface, type Interface } from 'node:readline'
import type { Language, SlotName } from '@contract'
import { complain } from '../complain'
import { interrupt } from '../stop-signals'
import { serialPrompt, serialTooLong } from './words'

export const longestSerial = 80

/**
 * The serials of a batch: a line each from standard input, which may be a barcode scanner, a file or a person. Blank lines are none. The
 * terminal is free between two of them, for what a plan asks.
 */
export class Serials {
  readonly #signal: AbortSignal
  readonly #language: Language
  readonly #isTerminal = process.stdin.isTTY
  /** Of what is no terminal: read once, and lines that came together wait here. */
  #lines: AsyncIterator<string> | undefined
  #open: Interface | undefined

  constructor(signal: AbortSignal, language: Language) {
    this.#signal = signal
    this.#language = language
  }

  /** Undefined: there are no more, or the command is to end. */
  async next(slot: SlotName): Promise<string | undefined> {
    for (;;) {
      const line = this.#isTerminal ? await this.#typed(slot) : await this.#piped()
      if (line === undefined || this.#signal.aborted) return undefined
      const serial = line.trim()
      if (serial.length > longestSerial) complain(serialTooLong(serial.length, longestSerial))
      else if (serial !== '') return serial
    }
  }
  end(): void {
    this.#open?.close()
  }

  async #piped(): Promise<string | undefined> {
    this.#open ??= createInterface({ input: process.stdin, crlfDelay: Infinity })
    this.#lines ??= this.#open[Symbol.asyncIterator]()
    const { value, done } = await this.#lines.next()
    return done ? undefined : value
  }
  #typed(slot: SlotName): Promise<string | undefined> {
    return new Promise((resolve) => {
      const terminal = createInterface({ input: process.stdin, output: process.stderr })
      const over = (line?: string) => {
        this.#signal.removeEventListener('abort', stop)
        resolve(line)
        terminal.close()
      }
      const stop = () => over()
      this.#signal.addEventListener('abort', stop, { once: true })
      terminal.on('close', () => over())
      // Ctrl-C is the command's, not the line's.
      terminal.on('SIGINT', interrupt)
      terminal.question(`${serialPrompt(slot)[this.#language]} `, over)
    })
  }
}
