import { expect, test } from 'vitest'
import type { Verdict } from '@core/connect/connect-state'
import type { SoracomEvent, SoracomSim } from '@core/soracom/platform'
import { platformSays } from '@core/soracom/verdict'

const startedMs = 1_000_000
const sim: SoracomSim = {
  simId: '89423100000000004305',
  imsi: '901310000000430',
  status: 'active',
  name: null,
  groupId: null,
  groupName: null,
  speedClass: null,
  subscription: null,
  online: false,
  address: null,
  imei: null,
  imeiLock: null,
  radio: null,
}
const failed = (step: Verdict['step']): Verdict => ({
  result: 'failed',
  ...(step ? { step } : {}),
  seen: [],
  meaning: { en: '', ja: '' },
  tries: [],
  dns: [],
  ms: 20_000,
  mode: 'command',
})
const event = (what: string, atMs: number): SoracomEvent => ({
  atMs,
  event: what,
  apn: 'soracom.io',
  address: null,
  radio: null,
})
const says = (
  step: Verdict['step'],
  more: Partial<SoracomSim> = {},
  events: readonly SoracomEvent[] = [],
  imei = '860000000000011',
) => platformSays({ verdict: failed(step), startedMs, imei }, { ...sim, ...more }, events)

test.each(['inactive', 'suspended', 'terminated'])('a SIM that is %s gets no session', (status) => {
  expect(says('registration', { status })).toMatchObject({
    words: { en: expect.stringContaining(status) },
    mayChange: false,
  })
})

test('a SIM that is locked to another device is said to be', () => {
  expect(says('dial', { imeiLock: '860000000000029' })?.words.en).toMatch(/IMEI lock/)
  // The check digit and the software's version number are no difference.
  expect(says('dial', { imeiLock: '8600000000000199' })?.words.en).toMatch(/saw no session/)
})

test('no session since the start: the request never arrived, unless an event is still to come', () => {
  expect(says('dial')).toMatchObject({
    words: { en: expect.stringMatching(/saw no session.*never arrived/) },
    mayChange: true,
  })
})

test('a session that was created: SIM, APN and network are right', () => {
  const created = [event('Created', startedMs + 4000)]
  expect(says('ppp', { online: true }, created)).toMatchObject({
    words: { en: expect.stringMatching(/created a session in this attempt \(APN soracom.io\)/) },
    mayChange: false,
  })
})

test.each([
  ['before the dialling no session is wanted', says('registration')],
  ['an old session may still be this one', says('dial', { online: true })],
  ['nobody knows whether it is online', says('dial', { online: null })],
  ['something else happened to it', says('dial', {}, [event('Deleted', startedMs + 1000)])],
  ['no step is named', says(undefined)],
])('nothing is said where %s', (_why, said) => {
  expect(said).toBeUndefined()
})

test('a connection that stands needs no word of the platform', () => {
  const verdict: Verdict = { ...failed('dial'), result: 'connected' }
  expect(platformSays({ verdict, startedMs, imei: undefined }, sim, [])).toBeUndefined()
})
