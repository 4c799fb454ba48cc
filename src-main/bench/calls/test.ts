import type { ExamplePlan, Handlers, testCalls } from '@contract'
import { toldPlan } from '@bench/board-test/test-plan-file'
import type { BoardTests } from '@bench/board-test/board-test'
import type { Presets } from '@bench/settings/presets'

/** What of the bench is needed here. */
export interface TestCallParts {
  readonly tests: BoardTests
  readonly presets: Presets
}

const files = import.meta.glob<string>('@resources/examples/board-test-*.yaml', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const examples: readonly ExamplePlan[] = Object.entries(files).map(([path, text]) => ({
  name: path.replace(/^.*\//, ''),
  text,
}))

/** The calls for tests of boards. */
export function testHandlersOf(bench: TestCallParts): Pick<Handlers, keyof typeof testCalls> {
  const { tests, presets } = bench
  return {
    'test.read': async ({ text }) => toldPlan(text, presets),
    'test.examples': async () => examples,
    'test.start': async (input) => tests.start(input),
    'test.givePicture': async (input) => tests.givePicture(input),
    'test.picture': async (input) => tests.picture(input),
    'test.stop': async ({ slot }) => tests.stop(slot),
    'test.answer': async (input) => tests.answer(input),
    'test.state': async () => tests.states,
    'test.batch': async ({ plan }) => tests.batch(plan),
    'test.report': async (input) => tests.report(input),
  }
}
