import { expect, test } from 'vitest'
import { verdict } from '@core/story/words'
import { nothingFailed, storyOf, unknownEnd } from './wild-story'

// Logs of tools, shells and sentences that nobody had seen before: where each stopped, and the likeliest cause; reviewed.
test.each([
  ['esptokensdial', 'It stopped at: PPP.', 'dial-no-carrier'],
  ['mbedwall', unknownEnd('PPP'), undefined],
  ['espcsvhandling', unknownEnd('SIM'), 'sim-pin-needed'],
  ['nrfprose', unknownEnd('Network'), 'radio-off'],
  ['rosmonitor', unknownEnd('Network'), 'registration-no-coverage'],
  ['docklightminus', 'It stopped at: Context.', 'context-denied'],
  ['pylogtimeout', unknownEnd('IP'), undefined],
  ['comarrows', unknownEnd('Network'), 'registration-no-coverage'],
  ['riotsend', 'It stopped at: Network.', 'registration-denied'],
  ['japair7080', 'It stopped at: Internet.', 'inside-no-connection'],
  ['nodebuffer', 'It stopped at: Network.', 'registration-denied'],
  ['attester', 'It stopped at: Network.', 'registration-no-coverage'],
  ['zephyrawait', 'It stopped at: Network.', 'registration-denied'],
  ['tsmore', 'It stopped at: Context.', 'registration-denied'],
  ['catn', 'It stopped at: IP.', 'context-not-activated'],
  ['grepn', 'It stopped at: IP.', 'context-not-activated'],
  ['prosaes', unknownEnd('Network'), 'registration-searching'],
  ['labtimeout', nothingFailed, undefined],
  ['arrowresults', 'It stopped at: Internet.', 'inside-no-network'],
  ['mmclicmds', 'It stopped at: IP.', 'registration-denied'],
  ['chanquectel', 'It stopped at: Network.', 'registration-denied'],
  ['mqttjson', 'It stopped at: Internet.', 'inside-no-connection'],
  ['psreadexisting', 'It stopped at: Context.', 'context-not-activated'],
  ['cmdrsp', 'It stopped at: Context.', 'context-denied'],
  ['logfmt', 'It stopped at: SIM.', 'sim-missing'],
  ['nmeamixed', nothingFailed, undefined],
  ['twoboards', 'It stopped at: Network.', 'registration-searching'],
  ['cnec20', 'It stopped at: Internet.', 'inside-not-resolved'],
  ['pysend', 'It stopped at: Network.', 'radio-refused'],
  ['kernangle', unknownEnd('Network'), 'registration-no-coverage'],
  ['riltagged', 'It stopped at: PPP.', 'dial-no-carrier'],
  ['espguru', 'It stopped at: Internet.', 'inside-no-connection'],
  ['pukdamn', 'It stopped at: SIM.', 'sim-puk'],
  ['csvsemicolon', 'It stopped at: Internet.', 'inside-no-connection'],
  ['twotests', 'It stopped at: Network.', 'radio-refused'],
  ['rfc3339pppd', 'It stopped at: PPP.', 'link-no-lcp'],
  ['zapjson', 'It stopped at: Internet.', undefined],
])('%s: %s', (name, said, cause) => {
  const story = storyOf(name)
  expect(verdict(story).en).toBe(said)
  expect(story.causes[0]?.code).toBe(cause)
})
