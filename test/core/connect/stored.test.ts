import type { ConnectTarget } from '@core/connect/connect-state'
import type { Findings } from '@core/connect/step'
import { authNumber, authOf, contextOf, differences } from '@core/connect/steps/stored'
import { describe, expect, test } from 'vitest'
import { soracom } from '../../support/connect-bench'

/** What an answer of many contexts may hold besides the one that is looked for. */
const others = [null, 5, 'x', {}, { cid: 2, apn: 'other', auth_prot: 3 }] as never

describe('the row of a context', () => {
  const rows = (row: object) =>
    ({ contexts: [...(others as object[]), row, { cid: 1, apn: 'late' }] }) as never
  test.each([
    [rows({ cid: 1, apn: 'a.b', pdp_type: 'IPV6' }), { cid: 1, apn: 'a.b', pdpType: 'IPV6' }],
    [rows({ cid: 1 }), { cid: 1, apn: '', pdpType: '' }],
    [{ contexts: others }, undefined],
    [{ contexts: [] }, undefined],
    [{ contexts: 'x' }, undefined],
    [{}, undefined],
  ])('%j: %j', (facts, context) => {
    expect(contextOf(facts, 1)).toEqual(context)
  })
  test.each([
    [
      rows({ cid: 1, auth_prot: 1, userid: 'u', password: 'p' }),
      { cid: 1, protocol: 1, user: 'u', password: 'p' },
    ],
    [
      rows({ cid: 1, auth_prot: '2', userid: null, password: 5 }),
      { cid: 1, protocol: 2, user: undefined, password: undefined },
    ],
    [rows({ cid: 1 }), { cid: 1, protocol: 0, user: undefined, password: undefined }],
    [{ contexts: others }, undefined],
    [{}, undefined],
  ])('its authentication, %j: %j', (facts, auth) => {
    expect(authOf(facts, 1)).toEqual(auth)
  })
})

test.each([
  ['none', 'u', 'p', 2, 0],
  ['auto', '', '', 2, 0],
  ['pap', '', '', 2, 0],
  ['pap', 'u', '', 2, 1],
  ['chap', '', 'p', 1, 2],
  ['auto', 'u', 'p', 1, 1],
  ['auto', 'u', 'p', 3, 3],
  ['auto', 'u', 'p', 0, 2],
  ['auto', 'u', '', undefined, 2],
] as const)(
  '%s as “%s” and “%s” where %s is stored: %i',
  (auth, user, password, present, number) => {
    expect(authNumber({ ...soracom, auth, user, password }, present)).toBe(number)
  },
)

describe('what differs', () => {
  const context = { cid: 1, apn: 'soracom.io', pdpType: 'IP' }
  const auth = { cid: 1, protocol: 2, user: 'sora', password: 'sora' }
  const none: Partial<ConnectTarget> = { auth: 'none' }
  test.each<readonly [Findings, Partial<ConnectTarget>, readonly string[]]>([
    [{ context, auth }, {}, []],
    [{}, {}, ['context 1 is not defined', 'auth none → CHAP']],
    [{ authUnsupported: true }, {}, ['context 1 is not defined']],
    [{ context, authUnsupported: true, auth: { ...auth, user: 'anna' } }, {}, []],
    [{ context }, {}, ['auth none → CHAP']],
    [{ context }, none, []],
    [{ context, auth: { ...auth, protocol: 0, user: 'anna' } }, none, []],
    [{ context, auth: { ...auth, user: 'anna' } }, {}, ['user "anna" → "sora"']],
    [{ context, auth: { ...auth, user: undefined, password: undefined } }, {}, []],
    [{ context, auth: { ...auth, password: '*' } }, {}, []],
    [{ context, auth: { ...auth, password: '***x' } }, {}, ['password']],
    [{ context, auth: { ...auth, password: 'x***' } }, {}, ['password']],
    [{ context, auth: { ...auth, password: '' } }, {}, ['password']],
    [{ context: { ...context, apn: '' }, auth }, {}, ['APN "" → "soracom.io"']],
    [{ context: { ...context, apn: 'soracom.io.mnc010.mcc440.gprs' }, auth }, {}, []],
    [
      { context: { ...context, apn: 'soracom.io.mnc10.mcc440.gprs' }, auth },
      {},
      ['APN "soracom.io.mnc10.mcc440.gprs" → "soracom.io"'],
    ],
    [
      { context: { ...context, apn: 'soracom.io.mnc010.mcc440.gprs.x' }, auth },
      {},
      ['APN "soracom.io.mnc010.mcc440.gprs.x" → "soracom.io"'],
    ],
    [{ context: { ...context, pdpType: 'ip' }, auth }, {}, []],
    [{ context: { ...context, pdpType: 'IPV4V6' }, auth }, {}, ['type IPV4V6 → IP']],
  ])('%j against %j', (found, target, words) => {
    expect(differences({ ...soracom, ...target }, found).map(({ en }) => en)).toEqual(words)
  })
})
