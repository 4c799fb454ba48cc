import { expect, test } from 'vitest'
import { verdict } from '@core/story/words'
import { nothingFailed, refused, storyOf, unknownEnd } from './wild-story'

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
