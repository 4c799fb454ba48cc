import { createInterface } from 'node:readline/promises'
import type { SlotName } from '@contract'
import type { WholeBench } from '../on-bench'

interface Asked extends Pick<WholeBench, 'call'> {
  readonly slot: SlotName
}

/** Two boards at once have one person, who is asked one thing after the other. */
let turn: Promise<unknown> = Promise.resolve()

/** Asks on the terminal what the plan asks; nobody is there to answer where standard input is none. */
export class Questions {
  readonly #bench: Asked
  readonly #abort = new AbortController()
  #asked = ''
  #end: () => void = () => undefined
  readonly over = new Promise<void>((resolve) => {
    this.#end = resolve
  })

  constructor(bench: Asked) {
    this.#bench = bench
  }
  ask(step: string, question: string): void {
    if (this.#asked === step) return
    this.#asked = step
    void this.#answer(step, question)
  }
  /** The same question may come again, as when its step is tried again. */
  forget(): void {
    this.#asked = ''
  }
  async #answer(step: string, question: string): Promise<void> {
    const { call, slot } = this.#bench
    const answer = process.stdin.isTTY ? await this.#inTurn(question) : 'none'
    // The step may be over, or the test: then nobody waits for it.
    if (answer) await call('test.answer', { slot, step, answer }).catch(() => undefined)
  }
  #inTurn(question: string): Promise<'yes' | 'no' | undefined> {
    const mine = turn.then(() => (this.#abort.signal.aborted ? undefined : this.#typed(question)))
    turn = mine.catch(() => undefined)
    return mine
  }
  async #typed(question: string): Promise<'yes' | 'no' | undefined> {
    const terminal = createInterface({ input: process.stdin, output: process.stderr })
    try {
      for (;;) {
        const { signal } = this.#abort
        const text = await terminal.question(`? ${question} [y/n] `, { signal })
        if (/^y(es)?$/i.test(text.trim())) return 'yes'
        if (/^no?$/i.test(text.trim())) return 'no'
      }
    } catch (error) {
      if (this.#abort.signal.aborted) return undefined
      throw error
    } finally {
      terminal.close()
    }
  }
  end(): void {
    this.#abort.abort()
    this.#end()
  }
}
