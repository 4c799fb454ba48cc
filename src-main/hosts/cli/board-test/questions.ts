import type { OpenQuestion, SlotName } from '@contract'
import { askYesNo } from '../ask-yes-no'
import { complain } from '../complain'
import type { WholeBench } from '../on-bench'
import type { GivenPictures } from './pictures'
import { pictureAt } from './words'

interface Asked extends Pick<WholeBench, 'call'> {
  readonly slot: SlotName
}

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
  ask({ step, question, image }: OpenQuestion, pictures: GivenPictures): void {
    if (this.#asked === step) return
    this.#asked = step
    const shown = image && pictures.get(image.name)
    if (shown && process.stdin.isTTY) complain(pictureAt(shown.path))
    void this.#answer(step, question)
  }
  /** The same question may come again, as when its step is tried again. */
  forget(): void {
    this.#asked = ''
  }
  async #answer(step: string, question: string): Promise<void> {
    const { call, slot } = this.#bench
    const answer = process.stdin.isTTY ? await askYesNo(question, this.#abort.signal) : 'none'
    // The step may be over, or the test: then nobody waits for it.
    if (answer) await call('test.answer', { slot, step, answer }).catch(() => undefined)
  }
  end(): void {
    this.#abort.abort()
    this.#end()
  }
}
