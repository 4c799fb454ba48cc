import { expect, test } from 'vitest'
import { sectionsOf } from '@core/story/sections'
import { verdict } from '@core/story/words'
import { storyOf, told, unknownEnd } from './wild-story'

// Where each stopped, and the likeliest cause; reviewed.
test.each([
  ['cipstate', 'It stopped at: Internet.', 'inside-no-network'],
  ['rosopendone', 'It stopped at: Port.', undefined],
  ['mmmailarrow', 'It stopped at: SIM.', 'sim-missing'],
  ['dottedecho', 'It stopped at: Network.', 'registration-denied'],
  ['levelwords', 'It stopped at: Network.', 'registration-denied'],
  ['hostboots', 'It stopped at: Port.', undefined],
  ['tcpsetuperror', 'It stopped at: Internet.', undefined],
  ['codethencode', 'It stopped at: Network.', 'registration-no-coverage'],
  ['sentencereceived', 'It stopped at: SIM.', 'sim-missing'],
  ['cnecemm', 'It stopped at: Network.', 'registration-denied'],
  ['twinmark', unknownEnd('Network'), 'registration-searching'],
])('%s: %s', (name, said, cause) => {
  const story = storyOf(name)
  expect(verdict(story).en).toBe(said)
  expect(story.causes[0]?.code).toBe(cause)
})

test('the cause that the network gave is the first sign of the refusal, and what helps there the first advice', () => {
  const [cause] = storyOf('cnecemm').causes
  expect(cause?.evidence[0]?.text).toBe('+CNEC_EMM: 11')
  expect(cause?.tries[0]?.en).toContain('PLMN not allowed')
})

test('a restart before a failure without a cause is not said to be none of it', () => {
  const log = 'AT+CIPSEND=0,5\n> hello\nSEND OK\nRDY\n+CPIN: READY\nAT+CIPSEND=0,5\nERROR\n'
  const titles = sectionsOf(told(log), 'en').map(({ title }) => title)
  expect(titles).toContain('Odd, and perhaps the reason')
  expect(titles).not.toContain('Odd, but not the reason')
})

test('a command that lost letters is refused for that, which is then not only odd', () => {
  const story = storyOf('lwcellgarble')
  expect(story.causes.map(({ code }) => code)).toEqual(['at-garbled'])
  expect(story.oddities).toEqual([])
})
