import { networkCauseOf } from '@catalog/decoders/shared/network-cause'
import {
  layeredSession,
  namedSession,
  numberedSession,
  rejectNamed,
} from '@catalog/decoders/shared/report-cause'
import type { Explanation, Facts } from '@core/at/knowledge'
import { expect, test } from 'vitest'

test.each([
  ['IMSI unknown in HSS', 2],
  ['Illegal UE', 3],
  ['illegal me', 6],
  ['EPS services and non-EPS services not allowed', 8],
  ['EPS services not allowed in this PLMN', 14],
  ['EPS services not allowed', 7],
  ['PLMN not allowed', 11],
  ['Roaming not allowed in this tracking area', 13],
  ['Tracking area not allowed', 12],
  ['the last: No suitable cells in tracking area.', 15],
  ['no error', undefined],
])('%s is cause %s', (report, cause) => {
  expect(rejectNamed(report)).toBe(cause)
})

test.each([
  ['33', 33],
  ['5,33', 33],
  ['205, 33', 33],
  ['5,33,1', undefined],
  ['x33', undefined],
  ['33x', undefined],
  ['250', undefined],
  ['5;33', undefined],
])('%s by its number alone is cause %s', (report, cause) => {
  expect(numberedSession(report)?.code).toBe(cause)
})

test.each([
  ['ESM cause, 33', 33],
  ['SM, 27', 27],
  ['esm_cause: 26', 26],
  ['SM cause=27', 27],
  ['EMM cause, 33', undefined],
  ['GSM, 33', undefined],
  ['SM 2733', undefined],
  ['SM, , , 27', undefined],
])('%s behind its layer is cause %s', (report, cause) => {
  expect(layeredSession(report)?.code).toBe(cause)
})

test.each([
  ['Unknown APN', 27],
  ['Missing or unknown APN', 27],
  ['User authentication failed', 29],
  ['Authentication failed', 29],
  ['Requested service option not subscribed', 33],
  ['Operator determined barring', 8],
  ['Regular deactivation', 36],
  ['Insufficient resources', 26],
  ['Multiple PDN connections for a given APN not allowed', 55],
  ['PDN type IPv4 only allowed', 50],
  ['PDN type IPv6 only allowed', 51],
  ['single address bearers only allowed', 52],
  ['no error', undefined],
])('%s by its name is cause %s', (report, cause) => {
  expect(namedSession(report)?.code).toBe(cause)
})

const explained = (name: string, facts: Facts) => ({ name, facts }) as Explanation

test.each<[string, Facts, string | undefined]>([
  ['+CEREG', { reject_cause: 15 }, 'emm 15'],
  ['+CEREG', { reject_cause: 15, cause_type: 0 }, 'emm 15'],
  ['+CEREG', { reject_cause: 15, cause_type: 1 }, undefined],
  ['+CREG', { reject_cause: 2 }, 'emm 2'],
  ['+CGREG', { reject_cause: 7 }, 'emm 7'],
  ['+C5GREG', { reject_cause: 7 }, 'emm 7'],
  ['+CEREG', { reject_cause: 250 }, undefined],
  ['+CEREG', { reject_cause: '15' }, undefined],
  ['+CEER', { report: 'Unknown APN' }, 'esm 27'],
  ['+CEER', { report: 'SM, 27' }, 'esm 27'],
  ['+CEER', { report: 'ESM cause: 27' }, 'esm 27'],
  ['+CEER', { report: 'cause 33 of 27' }, 'esm 33'],
  ['+CEER', { report: 'the cause is given as: 33' }, undefined],
  ['+CEER', { report: 'because 33' }, undefined],
  ['+CEER', { report: '5,33' }, 'esm 33'],
  ['+CEER', { report: 'no error' }, undefined],
  ['+CEER', { report: 33 }, undefined],
  ['+CEREG', { report: 'Unknown APN' }, undefined],
])('%s with %o is the cause %s', (name, facts, cause) => {
  const told = networkCauseOf(explained(name, facts))
  expect(told && `${told.kind} ${told.code}`).toBe(cause)
})

test('a cause is told with what helps', () => {
  expect(networkCauseOf(explained('+CEER', { report: 'Unknown APN' }))).toMatchObject({
    meaning: { en: expect.stringContaining('APN') },
    fix: { en: expect.stringContaining('APN') },
  })
})
