import { expect, test } from 'vitest'
import { verdict } from '@core/story/words'
import { refused, storyOf, unknownEnd } from './wild-story'

// Two tools in one file, results in a program's words or one command behind: where each stopped, and the likeliest cause; reviewed.
test.each([
  ['twotoolsesp', 'It stopped at: PPP.', 'dial-no-carrier'],
  ['twotoolsmm', 'It stopped at: Network.', 'registration-denied'],
  ['twotoolspppd', 'It stopped at: Context.', 'context-not-activated'],
  ['twotoolszephyr', 'It stopped at: SIM.', 'sim-missing'],
  ['tinygsmhash', 'It stopped at: Internet.', 'inside-not-begun'],
  ['tinygsmclosed', 'It stopped at: Internet.', 'inside-not-begun'],
  ['tinygsmat', unknownEnd('SIM'), 'sim-pin-needed'],
  ['onebehind', 'It stopped at: IP.', 'context-not-activated'],
  ['promptprose', 'All that was tried came up.', undefined],
  ['wavecom515', refused, undefined],
  ['barefail', 'It stopped at: Context.', 'context-not-activated'],
  ['barefail2', 'It stopped at: Context.', 'context-not-activated'],
  ['tripleecho', 'It stopped at: Network.', 'registration-denied'],
  ['qmtopen', 'It stopped at: Internet.', 'inside-not-resolved'],
  ['atono', 'It stopped at: PPP.', 'link-modem-hung-up'],
])('%s: %s', (name, said, cause) => {
  const story = storyOf(name)
  expect(verdict(story).en).toBe(said)
  expect(story.causes[0]?.code).toBe(cause)
})

test('what each of two tools shows is answered within it', () => {
  const { summary } = storyOf('twotoolsesp')
  expect(summary.stages.map(({ id, state }) => `${id} ${state}`)).toContain('network fine')
})
