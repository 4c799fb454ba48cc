import { expect, test } from 'vitest'
import { verdict } from '@core/story/words'
import { refused, storyOf, unknownEnd } from './wild-story'

// Sessions of a shell, records of JSON and octets without blanks: where each log stopped, and the likeliest cause; reviewed.
test.each([
  ['hexpacked', 'It stopped at: SIM.', 'sim-missing'],
  ['hexxxdp', 'It stopped at: Network.', 'registration-denied'],
  ['hexnoend', refused, undefined],
  ['hexespidf', unknownEnd('Network'), 'registration-searching'],
  ['jsonpair', 'It stopped at: Network.', 'registration-searching'],
  ['jsonlist', 'It stopped at: SIM.', 'sim-missing'],
  ['jsonrequest', 'It stopped at: Network.', 'registration-denied'],
  ['gsmctlall', 'It stopped at: Network.', 'registration-denied'],
  ['ubusexec', 'It stopped at: SIM.', 'sim-missing'],
  ['glmodem', 'It stopped at: Context.', 'context-denied'],
  ['atinoutecho', unknownEnd('SIM'), 'sim-pin-needed'],
  ['sendatrooter', 'It stopped at: Network.', 'registration-denied'],
  ['jpnevulator', 'It stopped at: SIM.', 'sim-missing'],
  // The definition of the context, read afterwards, makes no session good.
  ['qiactread', 'It stopped at: IP.', 'context-not-activated'],
])('%s: %s', (name, words, cause) => {
  const story = storyOf(name)
  expect(verdict(story).en).toBe(words)
  expect(story.causes[0]?.code).toBe(cause)
})
