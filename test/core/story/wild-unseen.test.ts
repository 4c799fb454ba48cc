import { expect, test } from 'vitest'
import { verdict } from '@core/story/words'
import { cutWithin, nothingFailed, refused, storyOf, unknownEnd } from './wild-story'

// Public logs that nobody had seen when the readers were written: where each stopped, and the likeliest cause; reviewed.
test.each([
  ['sscomweb', 'It stopped at: Internet.', 'inside-no-connection'],
  ['chatdup', 'It stopped at: PPP.', 'link-no-lcp'],
  ['chatsignal', 'All that was tried came up.', undefined],
  ['pipetable', 'It stopped at: Internet.', 'inside-not-resolved'],
  ['resetloop', 'It stopped at: Port.', 'at-restarts'],
  ['simcops', 'It stopped at: Network.', undefined],
  ['botletics', 'It stopped at: Context.', 'context-not-activated'],
  ['usowrlost', 'It stopped at: Port.', 'at-unresponsive'],
  ['espcmuxecho', 'It stopped at: Port.', 'cmux-echo'],
  ['ptprosa', unknownEnd('Network'), 'registration-searching'],
  ['dbusmodem', 'It stopped at: Port.', 'port-gone'],
  ['dmesgppp', nothingFailed, undefined],
  ['mmlost', 'It stopped at: IP.', 'context-lost'],
  ['uqmipower', 'It stopped at: SIM.', 'sim-missing'],
  ['gsmmodem14', unknownEnd('SIM'), 'sim-busy'],
  ['pppostimeout', 'It stopped at: Port.', 'at-unresponsive'],
  ['zephyra9g', 'It stopped at: Context.', 'context-not-activated'],
  ['sendingat', unknownEnd('Network'), 'registration-no-coverage'],
  ['qcmjoined', unknownEnd('Network'), 'registration-searching'],
  ['a6unhandled', 'All that was tried came up.', undefined],
  ['donglestate', unknownEnd('Network'), 'registration-idle'],
  ['nmclierr', 'It stopped at: IP.', 'link-no-address'],
  ['nmbase', 'It stopped at: Network.', 'radio-refused'],
  ['nopppd', 'It stopped at: PPP.', undefined],
  ['luattwoports', nothingFailed, undefined],
  ['ovmsinit', unknownEnd('Network'), 'registration-no-coverage'],
  ['ovmsppp', 'It stopped at: PPP.', 'link-modem-hung-up'],
  ['simcomgsmlib', 'It stopped at: Internet.', 'inside-no-connection'],
  ['holotimeout', 'It stopped at: Port.', 'at-unresponsive'],
  ['csttnoise', 'It stopped at: Context.', 'context-refused'],
  ['tinytriple', unknownEnd('SIM'), 'sim-pin-needed'],
  ['cmqtt3', 'It stopped at: Internet.', 'inside-no-connection'],
  ['mkrtest', 'It stopped at: Port.', 'at-unresponsive'],
  ['dragonfly', unknownEnd('Network'), 'registration-searching'],
  ['zephyrstates', 'It stopped at: Port.', 'cmux-no-answer'],
  ['goliothpdn', 'It stopped at: Context.', 'context-refused'],
  ['fibocomlist', nothingFailed, undefined],
  ['mtkeapn', 'It stopped at: IP.', 'context-not-activated'],
  ['ubxdeny', 'It stopped at: Network.', 'registration-denied'],
  ['lwiprtt', 'It stopped at: IP.', 'link-no-ipcp'],
  ['prosereturn', 'It stopped at: IP.', 'context-not-activated'],
  ['gnokiimodel', refused, undefined],
  ['mdcodeprose', refused, undefined],
  ['gcomsim', 'It stopped at: SIM.', 'sim-failure'],
  ['qpppdopts', 'It stopped at: PPP.', 'dial-no-answer'],
  ['mc55sim', 'It stopped at: SIM.', 'sim-missing'],
  ['atcok900', unknownEnd('Network'), 'registration-searching'],
  ['bg96cme23', 'It stopped at: Network.', 'radio-refused'],
  ['botleticsrepr', unknownEnd('Network'), 'registration-no-coverage'],
  ['flatminicom', nothingFailed, undefined],
  ['lcppeer', 'It stopped at: PPP.', 'link-terminated-by-peer'],
  ['lowercase7600', 'It stopped at: IP.', 'context-not-activated'],
  ['shconn7000', 'It stopped at: Internet.', undefined],
  ['sixfabmgr', 'It stopped at: Network.', 'registration-denied'],
  ['wvdialatq0', 'It stopped at: PPP.', 'at-unresponsive'],
  ['wvdialloop', cutWithin('PPP'), 'dial-no-carrier'],
  ['wvdialmail', 'It stopped at: PPP.', 'dial-refused'],
  ['a7noresponse', refused, undefined],
  ['ec25aws', 'It stopped at: Internet.', undefined],
  ['emoji7670', 'It stopped at: IP.', 'context-not-activated'],
  ['flat7670mqtt', 'It stopped at: Internet.', undefined],
  ['g450creg', unknownEnd('Network'), 'registration-searching'],
  ['holonova', 'It stopped at: PPP.', 'link-modem-hung-up'],
  ['netgateppp', 'It stopped at: IP.', 'link-no-ipcp'],
  ['oldnm', 'It stopped at: Network.', 'registration-no-coverage'],
  ['ponbg96', 'It stopped at: Network.', 'registration-searching'],
  ['sim5320again', 'It stopped at: IP.', 'context-not-activated'],
  ['simfail7670', unknownEnd('Network'), 'registration-idle'],
  ['telitmdash', refused, undefined],
])('%s: %s', (name, said, cause) => {
  const story = storyOf(name)
  expect(verdict(story).en).toBe(said)
  expect(story.causes[0]?.code).toBe(cause)
})

test('a modem that starts over and over is said to restart, and no longer only odd', () => {
  const { causes, oddities } = storyOf('resetloop')
  expect(causes[0]?.words.en).toBe('The modem restarts again and again.')
  expect(oddities.map(({ kind }) => kind)).not.toContain('restart')
})
