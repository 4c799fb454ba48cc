import { expect, test } from 'vitest'
import { verdict } from '@core/story/words'
import { nothingFailed, storyOf, unknownEnd } from './wild-story'

// Kinds of logs that were read wrong: where each stopped, and the likeliest cause; reviewed.
test.each([
  ['mgetty', 'It stopped at: SIM.', undefined],
  ['mgettydead', nothingFailed, undefined],
  ['hylafax', nothingFailed, undefined],
  ['xcubequiet', 'It stopped at: Port.', undefined],
  ['gammufr', 'It stopped at: Port.', 'at-unresponsive'],
  ['hasmstimeout', 'It stopped at: Port.', 'at-unresponsive'],
  ['bushound', 'It stopped at: SIM.', 'sim-puk'],
  ['usbmon', 'It stopped at: SIM.', 'sim-missing'],
  ['gsmopen', unknownEnd('Network'), 'registration-no-coverage'],
  ['rildenied33', 'It stopped at: IP.', 'context-denied'],
  ['bg96dialog', 'It stopped at: SIM.', 'sim-missing'],
  ['qiopengsm', 'It stopped at: Internet.', 'inside-no-connection'],
  ['hl7539ceer', 'It stopped at: Network.', 'registration-denied'],
  ['eg25mgr', unknownEnd('SIM'), 'sim-pin-needed'],
  ['usbterm', 'It stopped at: Network.', 'registration-denied'],
  ['nadhat', 'It stopped at: SIM.', 'sim-puk'],
  ['mmczech', 'It stopped at: Network.', 'registration-no-coverage'],
  ['espruino', 'It stopped at: Context.', 'context-refused'],
  ['zhl7800', 'It stopped at: SIM.', 'sim-missing'],
  ['rulog', 'It stopped at: SIM.', 'sim-pin-wrong'],
  ['gammusend', unknownEnd('Network'), 'registration-searching'],
  ['uptimeloop', 'It stopped at: Internet.', 'inside-no-network'],
  ['mmprofile', 'It stopped at: Context.', undefined],
  ['readoffpicture', 'It stopped at: IP.', 'context-not-activated'],
  ['luaends', 'It stopped at: Network.', 'registration-denied'],
  ['wspackets', 'It stopped at: Network.', 'registration-denied'],
  ['wsusbpcap', 'It stopped at: Network.', 'registration-denied'],
])('%s: %s', (name, words, cause) => {
  const story = storyOf(name)
  expect(verdict(story).en).toBe(words)
  expect(story.causes[0]?.code).toBe(cause)
})
