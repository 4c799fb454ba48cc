import { expect, test } from 'vitest'
import { verdict } from '@core/story/words'
import { nothingFailed, refused, storyOf, unknownEnd } from './wild-story'

// Logs as people paste them from databases, notebooks, test runs, documents and gateways: where each stopped; reviewed.
test.each([
  ['sqlrows', 'It stopped at: Network.', 'registration-denied'],
  ['notebook', 'It stopped at: SIM.', 'sim-missing'],
  ['truss', 'It stopped at: Context.', 'context-not-activated'],
  ['csvquoted', nothingFailed, undefined],
  ['endsdecimal', refused, undefined],
  ['pytestlog', unknownEnd('Network'), 'registration-searching'],
  ['rtf', 'It stopped at: Network.', 'registration-denied'],
  ['httpquery', 'It stopped at: Context.', 'context-not-activated'],
  ['cataends', 'It stopped at: Network.', 'registration-denied'],
  ['catvends', 'It stopped at: Network.', 'registration-denied'],
  ['sedends', 'It stopped at: Network.', 'registration-denied'],
  ['gdbprint', unknownEnd('SIM'), 'sim-pin-needed'],
  ['jiratable', 'It stopped at: Context.', 'context-not-activated'],
  ['nsdata', nothingFailed, undefined],
  ['bbcode', unknownEnd('Network'), 'registration-searching'],
  ['unittest', unknownEnd('Network'), 'registration-searching'],
  ['countbehind', nothingFailed, undefined],
  ['lenbehind', nothingFailed, undefined],
  ['nomarkup', nothingFailed, undefined],
  ['plusath', unknownEnd('PPP'), undefined],
])('%s: %s', (name, said, cause) => {
  const story = storyOf(name)
  expect(verdict(story).en).toBe(said)
  expect(story.causes[0]?.code).toBe(cause)
  expect(story.missing).toEqual([])
})
