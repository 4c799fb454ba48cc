import type { ModemSession } from '../../modem/session'
import { quoted, type SeenLine } from '../../words'
import { StepFailure } from '../step'
import { echoesAlone, noText, notOneOctet, textAlone } from './words'

// The last lines tell what is on the port; more of the same tell nothing new.
const mostLines = 8

/** What came on a port that does not answer AT, for a verdict on what may be on it. */
export class Heard {
  readonly #lines: string[] = []
  readonly #stops: (() => void)[]
  #echoes = 0
  #readable = 0
  #unreadable = 0
  #octets = 0
  #strange = 0

  constructor(session: ModemSession) {
    this.#stops = [
      // Noise of a wrong speed may never hold a line end, so octets are counted, too.
      session.port.onBytes((bytes) => this.#count(bytes)),
      session.on((event) => {
        if (event.kind !== 'token' || event.token.kind === 'note') return
        if (event.token.kind === 'echo') this.#echoes += 1
        else this.#line(event.token.text)
      }),
    ]
  }
  stop(): void {
    for (const stop of this.#stops) stop()
  }

  /** The failure it adds up to; the lines that were readable go to `seen`. */
  failure(seen: SeenLine[]): StepFailure {
    if (this.#octets === 0) return new StepFailure('connect-silent', notOneOctet)
    if (this.#strange * 3 > this.#octets || this.#unreadable > this.#echoes + this.#readable)
      return new StepFailure('connect-noise', noText(this.#octets, this.#strange))
    if (this.#readable === 0 && this.#echoes > 0)
      return new StepFailure('connect-echo-only', echoesAlone(this.#echoes))
    seen.push(...this.#lines.map(quoted))
    return new StepFailure('connect-no-modem', textAlone(this.#octets))
  }

  #count(bytes: Uint8Array): void {
    this.#octets += bytes.length
    for (const octet of bytes) if (!isText(octet)) this.#strange += 1
  }
  #line(text: string): void {
    if (!readable(text)) {
      this.#unreadable += 1
      return
    }
    this.#readable += 1
    this.#lines.push(text.length > 200 ? `${text.slice(0, 200)}…` : text)
    if (this.#lines.length > mostLines) this.#lines.shift()
  }
}

const isText = (octet: number): boolean =>
  (octet >= 0x20 && octet <= 0x7e) || octet === 0x0d || octet === 0x0a || octet === 0x09

/** Mostly printable ASCII: what a modem at the right speed sends. */
function readable(text: string): boolean {
  const printable = [...text].filter((c) => c >= ' ' && c <= '~').length
  return printable >= text.length * 0.9
}
