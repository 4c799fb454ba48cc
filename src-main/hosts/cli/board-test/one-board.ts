import { isOver, type SlotName, type Tests, type TestState } from '@contract'
import { complain } from '../complain'
import type { WholeBench } from '../on-bench'
import type { GivenPictures } from './pictures'
import { Questions } from './questions'
import { StepLines, type Shown } from './step-lines'
import { stillStopping, stoppingNow } from './words'

/** A board, where it is, and the plan it is tested by. */
export interface Board {
  readonly slot: SlotName
  readonly text: string
  readonly serial: string
  /** In the place of the plan's. */
  readonly port: string | undefined
  readonly pictures: GivenPictures
}

/** Tests the board in a slot, and tells each step as it ends. Rejects as the start does. */
export async function testBoard(
  bench: WholeBench,
  { slot, text, serial, port, pictures }: Board,
  told: Shown,
): Promise<TestState> {
  const { call, on } = bench
  const printer = new StepLines(told)
  const asked = new Questions({ call, slot })
  return new Promise<TestState>((resolve, reject) => {
    const look = (tests: Tests) => {
      const now = tests[slot]
      if (!now) return
      printer.show(now.steps)
      if (now.question) asked.ask(now.question, pictures)
      else asked.forget()
      if (isOver(now)) printer.done().then(() => resolve(now), reject)
    }
    const unhear = on('test', look)
    // What passed while a bench elsewhere could not be reached is in its state.
    const back = bench.onReturn(() => void call('test.state').then(look, reject))
    const hashes = Object.fromEntries([...pictures].map(([name, { sha256 }]) => [name, sha256]))
    const where = port === undefined ? {} : { port }
    call('test.start', { slot, text, serial, pictures: hashes, ...where }).catch(reject)
    // Behind the start: who has been stopped while the bench was made is told so at once, and a stop before it would stop nothing.
    const unstop = bench.onStop(() => {
      holdOn()
      void call('test.stop', { slot }).catch(reject)
    })
    void asked.over.finally(() => {
      unhear()
      unstop()
      back()
    })
  }).finally(() => asked.end())
}

/**
 * An impatient second Ctrl-C would leave the board powered: steps that are always done are done first. A third one ends at once.
 */
function holdOn(): void {
  complain(stoppingNow)
  process.once('SIGINT', () => complain(stillStopping))
}
