import { expect, test } from 'vitest'
import { verdict } from '@core/story/words'
import { storyOf } from './wild-story'

/** What a person who knows the modem says of each log, written before it was read by the program. */
test.each([
  ['lwipauth', 'It stopped at: PPP.', 'link-auth-refused'],
  ['l610open', 'It stopped at: Internet.', 'inside-no-connection'],
  ['pdpdeact', 'It stopped at: IP.', 'context-lost'],
  ['sierralpm', 'It stopped at: Network.', 'radio-refused'],
  ['siso8', 'It stopped at: Internet.', 'tcp-refused'],
  ['fullwidthmark', 'It stopped at: Network.', 'registration-denied'],
  ['pppdunheard', 'It stopped at: PPP.', 'link-no-lcp'],
  ['hlnotif4', 'It stopped at: Internet.', 'inside-no-connection'],
  ['undervoltdown', 'It stopped at: Port.', 'supply-low'],
  ['rutosgone', 'It stopped at: Port.', 'port-gone'],
  ['gatewaydns', 'It stopped at: Internet.', 'inside-not-resolved'],
  ['moshdenied', 'It stopped at: Network.', 'registration-denied'],
  ['pppdauthrej', 'It stopped at: PPP.', 'link-auth-unsupported'],
  ['ndis33', 'It stopped at: IP.', 'context-denied'],
  ['cops32', 'It stopped at: Network.', 'registration-denied'],
  ['awssolicited', 'It stopped at: Internet.', 'inside-no-connection'],
  ['egreg', 'It stopped at: Network.', 'registration-denied'],
  ['jsontimedir', 'It stopped at: Context.', 'registration-denied'],
  ['outofmodem', 'It stopped at: PPP.', 'dial-no-carrier'],
])('%s: %s (%s)', (name, words, cause) => {
  const story = storyOf(name)
  expect(verdict(story).en).toBe(words)
  expect(story.causes[0]?.code).toBe(cause)
})
