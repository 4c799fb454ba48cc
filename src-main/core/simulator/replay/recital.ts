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
  /** What came by itself, each with how much of the answer had been said by then. */
  readonly #unasked: { readonly said: Said; readonly behind: number }[] = []
  readonly #later: Cancel[] = []
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
    if (!options.answered.first) return
    for (const [at, said] of says.entries()) {
      if (said.kind !== 'unasked') continue
      const behind = says.slice(0, at).filter(({ kind }) => kind !== 'unasked').length
      this.#unasked.push({ said, behind })
    }
  }
  /** Returns the way to fall silent: power is gone. */
  start(): Cancel {
    this.#release()
    this.#next()
    return () => {
      this.#cancel?.()
      for (const cancel of this.#later) cancel()
    }
  }
  /** What came behind a line comes behind it again, however long that line has to wait for content. */
  #release(): void {
    for (let next = this.#unasked[0]; next && next.behind <= this.#place; next = this.#unasked[0]) {
      const { said } = next
      this.#unasked.shift()
      const waitMs = Math.max(0, said.afterMs - this.#beforeMs)
      this.#later.push(this.#o.pace.schedule(waitMs, () => this.#o.unasked(said.text)))
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
    this.#said(said, first)
    this.#release()
    if (said.kind === 'final') this.#o.done(/^(OK|CONNECT)/.test(said.text))
    else if (said.kind !== 'prompt') this.#next()
  }
  #said(said: Said, first: boolean): void {
    switch (said.kind) {
      case 'prompt':
        this.#wanted = said.octets ?? Infinity
        return this.#o.send(`\r\n${said.text}`)
      case 'payload':
        return this.#o.send(said.text)
      case 'final':
        return this.#o.send(`\r\n${said.text}\r\n`)
      case 'line':
      case 'unasked':
        return this.#o.send(`${first ? '\r\n' : ''}${said.text}\r\n`)
    }
  }
}
