import { expect, test } from 'vitest'
import { verdict } from '@core/story/words'
import { noExchange, nothingFailed, refused, storyOf, unknownEnd } from './wild-story'

// Routers, gateways, terminals of phones, dial programs in other shapes: where each log stopped, and the likeliest cause; reviewed.
test.each([
  ['a6lib', 'It stopped at: Network.', 'registration-denied'],
  ['alt1250', unknownEnd('Network'), 'registration-searching'],
  ['androidterm', 'It stopped at: SIM.', 'sim-missing'],
  ['bc28cn', unknownEnd('Network'), 'registration-searching'],
  ['cisco', 'It stopped at: PPP.', 'dial-no-carrier'],
  ['frsim800', unknownEnd('Network'), 'registration-searching'],
  ['kannel', refused, undefined],
  ['l610', 'It stopped at: Internet.', undefined],
  ['mgos', unknownEnd('PPP'), undefined],
  ['mmqmi', unknownEnd('Network'), 'registration-searching'],
  ['mobifd', noExchange, undefined],
  ['neoway', 'It stopped at: IP.', undefined],
  ['nrfatlog', unknownEnd('Network'), 'registration-denied'],
  ['powershell', 'It stopped at: SIM.', 'sim-puk'],
  ['pycomexit', unknownEnd('Network'), 'registration-idle'],
  ['qminetwork', 'It stopped at: Network.', 'registration-no-coverage'],
  ['radiocmd', 'It stopped at: Network.', 'registration-denied'],
  ['rosmbim', 'It stopped at: Port.', undefined],
  ['sixfabsh', 'It stopped at: PPP.', 'dial-no-carrier'],
  ['sqnask', nothingFailed, undefined],
  ['xcube', 'It stopped at: Port.', 'at-unresponsive'],
  ['zgsm', nothingFailed, undefined],
  ['bg95cellcfg', unknownEnd('Network'), 'registration-no-coverage'],
  ['cavli', unknownEnd('Network'), 'registration-no-coverage'],
  ['ceer5', 'It stopped at: PPP.', 'context-denied'],
  ['chanq', 'It stopped at: Port.', 'at-unresponsive'],
  ['espbridge', 'It stopped at: Port.', 'at-unresponsive'],
  ['gm01sim', 'It stopped at: SIM.', 'sim-missing'],
  ['gosuncn', 'It stopped at: IP.', 'context-not-activated'],
  ['gsmtests', 'It stopped at: Internet.', 'inside-no-connection'],
  ['hilink', noExchange, undefined],
  ['jpqiita5', 'It stopped at: PPP.', 'link-modem-hung-up'],
  ['loggerhex', 'It stopped at: Network.', 'registration-denied'],
  ['meig', unknownEnd('Network'), 'registration-no-coverage'],
  ['mmcliat', 'It stopped at: SIM.', 'sim-puk'],
  ['nbiotcoap', nothingFailed, undefined],
  ['particlevit', 'It stopped at: Network.', 'registration-denied'],
  ['qcomcsv', 'It stopped at: IP.', 'context-not-activated'],
  ['rmnr5g', nothingFailed, undefined],
  ['rpppoa', 'It stopped at: Port.', 'at-unresponsive'],
  ['sara5', 'It stopped at: Network.', 'registration-denied'],
  ['telitecm', 'It stopped at: IP.', 'context-not-activated'],
  ['ubxucenter', 'It stopped at: Network.', 'registration-denied'],
  ['winemm', 'It stopped at: SIM.', 'sim-failure'],
  ['zmodemcell', 'It stopped at: SIM.', 'sim-failure'],
])('%s: %s', (name, words, cause) => {
  const story = storyOf(name)
  expect(verdict(story).en).toBe(words)
  expect(story.causes[0]?.code).toBe(cause)
})
