import {
  faultRows,
  secondsText,
  type FaultCode,
  type Language,
  type SlotName,
  type StepResult,
  type Words,
} from '@contract'
import { print, printJson } from '../output'
import { shown } from '../shown'

/** How a test is told while it goes on. */
export interface Shown {
  readonly json: boolean
  readonly tap: boolean
  readonly lang: Language
  /** Before each line, where two boards are tested at once. */
  readonly slot?: SlotName
}

/** A line a step as soon as it is over, in their order. */
export class StepLines {
  readonly #o: Shown
  readonly #told = new Set<string>()
  #writing: Promise<void> = Promise.resolve()

  constructor(options: Shown) {
    this.#o = options
  }
  show(steps: readonly StepResult[]): void {
    for (const step of steps) {
      if (step.state === 'waiting' || step.state === 'running' || this.#told.has(step.name))
        continue
      this.#told.add(step.name)
      this.#writing = this.#writing.then(() => this.#print(step))
      // Whoever waits for the end is told; until then nobody waits.
      this.#writing.catch(() => undefined)
    }
  }
  done(): Promise<void> {
    return this.#writing
  }
  async #print(step: StepResult): Promise<void> {
    const { json, tap, lang, slot } = this.#o
    if (tap) return
    if (json) return printJson(slot === undefined ? step : { slot, ...step })
    const mark = { passed: '✓', failed: '✗', error: '!', skipped: '–', waiting: '–', running: '–' }[
      step.state
    ]
    const again = step.tries > 1 ? ` (${step.tries}×)` : ''
    const seconds = secondsText(step.ms, lang)
    const where = slot === undefined ? '' : `${slot.toUpperCase()} `
    await print(shown(`${where}${mark} ${step.name}${again}  ${seconds}  ${step.words[lang]}`))
    for (const words of triesOf(step)) await print(`${where}    - ${words[lang]}`)
  }
}

/** What a person can do about a step that did not pass, where the reason is known. */
function triesOf({ state, fault = '' }: StepResult): readonly Words[] {
  if ((state !== 'failed' && state !== 'error') || !Object.hasOwn(faultRows, fault)) return []
  // Whoever stopped it knows.
  if (fault === 'at-cancelled') return []
  return faultRows[fault as FaultCode].tries
}
