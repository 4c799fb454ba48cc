import {
  CallFailed,
  callError,
  type AnyEvent,
  type Client,
  type EventName,
  type Language,
} from '@contract'
import type { FromScript, ToScript } from '../../script/messages'
import { Begun } from './begun'

type Bench = Pick<Client, 'call' | 'on'>

/** The bench's side of a script: carries out its calls, passes on the events that it listens to, and remembers what it began. */
export class ScriptCalls {
  readonly #bench: Bench
  readonly #tell: (message: ToScript) => void
  readonly #language: Language
  readonly #begun: Begun
  readonly #heard = new Map<EventName, () => void>()

  constructor(bench: Bench, tell: (message: ToScript) => void, language: Language) {
    this.#bench = bench
    this.#tell = tell
    this.#language = language
    this.#begun = new Begun(bench)
  }

  take(message: Extract<FromScript, { kind: 'call' | 'hear' }>): void {
    if (message.kind === 'call') void this.#call(message)
    else if (message.on) this.#hear(message.name)
    else this.#unhear(message.name)
  }

  /** Ends what the script began and left, whatever it did: calls are hung up, ports closed. */
  async end(): Promise<void> {
    for (const name of [...this.#heard.keys()]) this.#unhear(name)
    await this.#begun.end()
  }

  async #call({ id, name, input }: Extract<FromScript, { kind: 'call' }>): Promise<void> {
    const refuse = this.#begun.asked(name, input)
    try {
      // The name and the input are checked by the contract, as those of every call from outside.
      const value = await this.#bench.call(name as 'at.send', input as never)
      this.#begun.answered(name, input)
      this.#tell({ kind: 'answer', id, value })
    } catch (error) {
      refuse()
      const { code, detail, said, meaning, tries } =
        error instanceof CallFailed ? error.error : callError(error)
      const language = this.#language
      const fault = {
        ...{ code, title: meaning[language], detail: said?.[language] ?? detail },
        tries: tries.map((words) => words[language]),
      }
      this.#tell({ kind: 'refused', id, fault })
    }
  }
  #hear(name: EventName): void {
    this.#unhear(name)
    const pass = (value: AnyEvent['value']) => this.#tell({ kind: 'event', name, value })
    this.#heard.set(name, this.#bench.on(name, pass))
  }
  #unhear(name: EventName): void {
    this.#heard.get(name)?.()
    this.#heard.delete(name)
  }
}
