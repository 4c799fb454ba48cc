import {
  accessTechnology,
  type CauseOf,
  cme,
  cms,
  emmCause,
  esmCause,
  fivegmmCause,
  fivegsmCause,
  gmmCause,
  mmCause,
  registration,
  smCause,
} from '@catalog/decoders/shared/causes'
import { describe, expect, test } from 'vitest'

const retry = 'Retry later.'
const otherOperator =
  'The plan does not cover this operator: choose another with AT+COPS; if that one stands in the SIM’s list of forbidden networks, clear the list.'
const bands =
  'The band or radio technology is not allowed for this plan: check the bands, the mode and the plan.'
const apn =
  "The APN is wrong (AT+CGDCONT): spelling, a trailing space, or another plan's (soracom.io / du.soracom.io)."

describe('causes of networks', () => {
  test.each<[string, CauseOf, number, string | undefined, string | undefined]>([
    ['EMM', emmCause, 11, 'PLMN not allowed', otherOperator],
    ['EMM', emmCause, 1, undefined, undefined],
    ['ESM', esmCause, 999, undefined, undefined],
    ['ESM', esmCause, 26, 'Insufficient resources', retry],
    // What helps is that of LTE, unless the row has its own.
    ['MM', mmCause, 11, 'PLMN not allowed', otherOperator],
    ['GMM', gmmCause, 11, 'PLMN not allowed', otherOperator],
    ['GMM', gmmCause, 15, 'No suitable cells in location area', bands],
    ['5GMM', fivegmmCause, 11, 'PLMN not allowed', otherOperator],
    ['5GMM', fivegmmCause, 15, 'No suitable cells in tracking area', bands],
    ['5GSM', fivegsmCause, 27, 'Missing or unknown DNN', apn],
    ['5GSM', fivegsmCause, 68, 'Not supported SSC mode', undefined],
    // What has no name of its own is called as in LTE.
    ['SM', smCause, 25, 'LLC or SNDCP failure', retry],
    ['SM', smCause, 27, 'Missing or unknown APN', apn],
    ['5GSM', fivegsmCause, 26, 'Insufficient resources', retry],
    ['5GSM', fivegsmCause, 67, 'Insufficient resources for specific slice and DNN', retry],
    ['SM', smCause, 999, undefined, undefined],
    ['5GSM', fivegsmCause, 999, undefined, undefined],
    ['MM', mmCause, 999, undefined, undefined],
    // Of EMM alone: its remedy makes no cause of 3G.
    ['MM', mmCause, 42, undefined, undefined],
  ])('%s %#', (_of, causeOf, code, name, fix) => {
    const cause = causeOf(code)
    expect([cause?.text, cause?.meaning.en, cause?.fix?.en]).toEqual([name, name, fix])
    expect(cause?.code).toBe(name === undefined ? undefined : code)
  })

  test('a cause without a remedy has none', () => {
    expect(Object.keys(fivegsmCause(68) ?? {})).toEqual(['code', 'text', 'meaning'])
  })
})

describe('errors of modems', () => {
  test.each<[string, number | undefined]>([
    ['SIM not inserted', 10],
    ['SIM NOT INSERTED', 10],
    ['sim-not-inserted.', 10],
    ['(U)SIM not inserted', 10],
    ['SIM not present', 10],
    ['SIM not', undefined],
    ['', undefined],
  ])('+CME ERROR: %s', (text, code) => {
    expect(cme.named(text)?.code).toBe(code)
  })

  test('by number', () => {
    expect([cme.of(10)?.text, cms.of(500)?.text]).toEqual(['SIM not inserted', 'unknown error'])
    expect(cms.named('SIM SMS storage full')?.code).toBe(208)
    expect([cme.of(-1), cms.of(-1)]).toEqual([undefined, undefined])
  })
})

describe('registration', () => {
  test.each<[number, boolean, string, string]>([
    [0, false, 'warning', 'not registered, not searching'],
    [1, true, 'fine', 'registered, home network'],
    [2, false, 'notice', 'searching or trying to attach'],
    [3, false, 'failure', 'registration denied'],
    [5, true, 'fine', 'registered, roaming'],
    [6, false, 'warning', 'registered for SMS only, home network'],
    [12, false, 'warning', 'a value 3GPP does not define (12)'],
  ])('%i', (stat, registered, severity, meaning) => {
    expect(registration(stat)).toMatchObject({ registered, severity, meaning: { en: meaning } })
  })

  test('no hint where there is none to give', () => {
    expect('hint' in registration(1)).toBe(false)
    expect(registration(5).hint?.en).toBe('Normal for a SORACOM global SIM.')
    expect(registration(12).meaning.ja).toBe('3GPP に定義のない値（12）')
  })
})

test.each<[unknown, string | undefined]>([
  [7, 'LTE'],
  [9, 'NB-IoT'],
  [14, undefined],
  ['7', undefined],
  [null, undefined],
  [undefined, undefined],
])('access technology %j', (act, name) => {
  expect(accessTechnology(act)).toBe(name)
})
