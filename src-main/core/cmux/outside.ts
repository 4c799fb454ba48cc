import { latin1 } from '../bytes'

/** Lines of a modem in command mode: boot messages, results, echoes. In a running multiplexer none stands outside a frame. */
const commandMode =
  /^(AT.*|OK|ERROR|NO CARRIER|RDY|APP RDY|QCRDY|START|\^BOOT.*|[*+]ATREADY.*|\+CPIN: .*|\+CFUN: \d|\+CME ERROR.*|SMS (DONE|Ready)|PB DONE|Call Ready|NORMAL POWER DOWN|POWERE?D? DOWN|UNDER-VOLTAGE.*)$/

/** So many readable lines without a frame between them are no accident either. */
const strangeLines = 3
const longestLine = 256

/** Watches the octets outside frames for a modem that left the multiplexer. */
export class OutsideWatch {
  #rest = ''
  #strange = 0
  /** The last readable line, for a fault's detail. */
  last: string | undefined

  /** The line that shows it, or undefined. */
  push(bytes: Uint8Array): string | undefined {
    const lines = (this.#rest + latin1(bytes)).split(/[\r\n]+/)
    this.#rest = (lines.pop() ?? '').slice(-longestLine)
    for (const line of lines.map((text) => text.trim())) {
      if (line.length < 2 || !/^[\x20-\x7e]+$/.test(line)) continue
      this.last = line
      this.#strange++
      if (commandMode.test(line) || this.#strange >= strangeLines) return line
    }
    return undefined
  }

  /** A good frame came: what stood before it was noise. */
  frame(): void {
    this.#rest = ''
    this.#strange = 0
  }
}
