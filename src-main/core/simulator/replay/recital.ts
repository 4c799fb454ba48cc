import type { Cancel, Clock } from '../../ports/clock'
import type { Said } from './recording'
import type { Answered } from './script'

const SUB = 0x1a
const ESC = 0x1b

interface Options {
  readonly answered: Answered
  readonly pace: Clock
  readonly send: (text: string) => void
  readonly unasked: (line: string) => void
  /** `succeeded`: the result was OK or CONNECT. */
  readonly done: (succeeded: boolean) => void
}

/** One recorded answer as it is said again: each line after its recorded time, content taken in at its prompt. */
export class Recital {
  readonly #answer: readonly Said[]
  readonly #unasked: readonly Said[]
  readonly #o: Options
  #cancel: Cancel | undefined
  #place = 0
  #beforeMs = 0
  /** Octets of content still to come; Infinity: up to Ctrl-Z or Esc. */
  #wanted = 0

  constructor(options: Options) {
    const { says } = options.answered.exchange
    this.#o = options
    this.#answer = says.filter(({ kind }) => kind !== 'unasked')
    this.#unasked = options.answered.first ? says.filter(({ kind }) => kind === 'unasked') : []
  }
  /** Returns the way to fall silent: power is gone. */
  start(): Cancel {
    const later = this.#unasked.map(({ afterMs, text }) =>
      this.#o.pace.schedule(afterMs, () => this.#o.unasked(text)),
    )
    this.#next()
    return () => {
      this.#cancel?.()
      for (const cancel of later) cancel()
    }
  }
  /** True when the octet was content of the running command. */
  takes(octet: number): boolean {
    if (this.#wanted === 0) return false
    const ended = this.#wanted === Infinity && (octet === SUB || octet === ESC)
    this.#wanted = ended ? 0 : this.#wanted - 1
    if (this.#wanted === 0) this.#next()
    return true
  }

  #next(): void {
    const said = this.#answer[this.#place]
    if (!said) return this.#o.done(false)
    const waitMs = Math.max(0, said.afterMs - this.#beforeMs)
    this.#beforeMs = said.afterMs
    this.#cancel = this.#o.pace.schedule(waitMs, () => this.#say(said))
  }
  #say(said: Said): void {
    const first = this.#place++ === 0
    switch (said.kind) {
      case 'prompt':
        this.#wanted = said.octets ?? Infinity
        return this.#o.send(`\r\n${said.text}`)
      case 'payload':
        this.#o.send(said.text)
        return this.#next()
      case 'final':
        this.#o.send(`\r\n${said.text}\r\n`)
        return this.#o.done(/^(OK|CONNECT)/.test(said.text))
      case 'line':
      case 'unasked':
        this.#o.send(`${first ? '\r\n' : ''}${said.text}\r\n`)
        return this.#next()
    }
  }
}
