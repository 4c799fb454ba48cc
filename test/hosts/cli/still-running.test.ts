import { expect, test } from 'vitest'
import type { StepState } from '@contract'
import { StillRunning } from '@hosts/cli/still-running'

const step = (id: StepState['id'], state: StepState['state'], en: string): StepState => ({
  id,
  state,
  title: { en: id, ja: `${id} の表題` },
  words: { en, ja: `${en}（日本語）` },
  facts: {},
})

test('a step that goes on is told of, and one that just began, or is over, is not', () => {
  const lines: string[] = []
  const still = new StillRunning('en', (line) => lines.push(line))
  still.tick()
  still.show({ steps: [step('sim', 'running', 'reading'), step('registration', 'waiting', '')] })
  still.tick()
  still.show({ steps: [step('sim', 'ok', 'ready'), step('registration', 'running', '1 s')] })
  still.tick()
  expect(lines).toEqual([])
  still.show({
    steps: [step('sim', 'ok', 'ready'), step('registration', 'running', '11 s: searching')],
  })
  still.tick()
  still.show({ steps: [step('sim', 'ok', 'ready'), step('registration', 'failed', 'refused')] })
  still.tick()
  expect(lines).toEqual(['… registration: 11 s: searching'])
})

test('in Japanese by its title', () => {
  const lines: string[] = []
  const still = new StillRunning('ja', (line) => lines.push(line))
  still.show({ steps: [step('registration', 'running', '11 s')] })
  still.tick()
  still.tick()
  expect(lines).toEqual(['… registration の表題：11 s（日本語）'])
})
