import { expect, test } from 'vitest'
import { verdict } from '@core/story/words'
import { nothingFailed, refused, storiesOf, storyOf, unansweredAll, unknownEnd } from './wild-story'

// Kinds of logs that were read wrong: where each stopped, and the likeliest cause; reviewed.
test.each([
  ['usbpulled', 'It stopped at: Port.', 'port-gone'],
  ['usbenumerate', 'It stopped at: Port.', 'port-not-found'],
  ['usbconfig', 'It stopped at: Port.', 'port-not-found'],
  ['drivekernel', unansweredAll, undefined],
  ['drivelsusb', 'It stopped at: Port.', 'port-not-found'],
  ['driveswitched', nothingFailed, undefined],
  ['brltty', 'It stopped at: Port.', 'port-gone'],
  ['kernelold', 'It stopped at: Port.', 'port-gone'],
  ['uqmionline', unknownEnd('Network'), 'registration-searching'],
  ['rustempty', nothingFailed, undefined],
  ['sketchabove', 'It stopped at: Context.', 'context-refused'],
  ['gtrndisdown', 'It stopped at: IP.', 'context-not-activated'],
  ['cipsendrefused', 'It stopped at: Internet.', undefined],
  ['pygsmtrace', nothingFailed, undefined],
  ['iteadparse', unknownEnd('Network'), 'registration-idle'],
  ['zrtt', 'It stopped at: SIM.', 'sim-failure'],
  ['l02c', 'It stopped at: SIM.', 'sim-puk'],
  ['atatbuf', nothingFailed, undefined],
  ['espiottimeout', unansweredAll, undefined],
  ['nodered', 'It stopped at: Context.', 'registration-denied'],
  ['odc', 'It stopped at: SIM.', 'sim-missing'],
  ['saleaeletters', refused, undefined],
  ['ttframe', 'It stopped at: PPP.', 'link-modem-hung-up'],
  ['gsmlibctrlz', refused, undefined],
  ['cmspython', refused, undefined],
  ['rpilte', 'It stopped at: PPP.', 'link-auth-refused'],
  ['pycomphy', unknownEnd('Network'), 'registration-searching'],
])('%s: %s', (name, words, cause) => {
  const story = storyOf(name)
  expect(verdict(story).en).toBe(words)
  expect(story.causes[0]?.code).toBe(cause)
})

test.each([
  [
    'mailtwounits',
    [
      ['1', nothingFailed],
      ['2', 'It stopped at: Network.'],
    ],
  ],
  [
    'mailtwoauthors',
    [
      ['1', 'It stopped at: SIM.'],
      ['2', nothingFailed],
    ],
  ],
  [
    'threeheadings',
    [
      ['1', nothingFailed],
      ['2', 'It stopped at: SIM.'],
      ['3', 'It stopped at: Network.'],
    ],
  ],
] as const)('each modem of a log has its own story: %s', (name, told) => {
  const stories = storiesOf(name)
  expect(stories.map((story) => [story.summary.unit, verdict(story).en])).toEqual(told)
})
