import { expect, test } from 'vitest'
import { verdict } from '@core/story/words'
import { storyOf, unknownEnd } from './wild-story'

// Where each stopped, and the likeliest cause; reviewed.
test.each([
  ['cipstate', 'It stopped at: Internet.', 'inside-no-network'],
  ['rosopendone', 'It stopped at: Port.', undefined],
  ['mmmailarrow', 'It stopped at: SIM.', 'sim-missing'],
  ['dottedecho', 'It stopped at: Network.', 'registration-denied'],
  ['levelwords', 'It stopped at: Network.', 'registration-denied'],
  ['twinmark', unknownEnd('Network'), 'registration-searching'],
])('%s: %s', (name, said, cause) => {
  const story = storyOf(name)
  expect(verdict(story).en).toBe(said)
  expect(story.causes[0]?.code).toBe(cause)
})
