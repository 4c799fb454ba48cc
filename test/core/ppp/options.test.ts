import { fromHex } from '@core/bytes'
import { authName, decodeOption, optionFits } from '@core/ppp/option-names'
import { expect, test } from 'vitest'

const octets = (hex: string) => fromHex(hex) ?? new Uint8Array()

test.each([
  ['c023', 'pap'],
  ['c02300', 'c02300'],
  ['c0', 'c0'],
  ['c22305', 'chap-md5'],
  ['c22380', 'ms-chap'],
  ['c22381', 'ms-chap-v2'],
  ['c22306', 'chap-6'],
  ['c22300', 'chap-0'],
  ['c223', 'c223'],
  ['c2230500', 'c2230500'],
  ['c22405', 'c22405'],
  ['c02305', 'c02305'],
  ['c227', 'eap'],
  ['c22701', 'eap'],
  ['c22805', 'c22805'],
  ['', ''],
])('the method %j is %j', (hex, name) => {
  expect(authName(octets(hex))).toBe(name)
})

const [lcp, ipcp, ipv6cp, ccp] = [0xc021, 0x8021, 0x8057, 0x80fd]
test.each([
  [lcp, 1, '05dc', 'mru', 1500, true],
  [lcp, 1, '05', 'mru', '05', false],
  [lcp, 1, '', 'mru', null, false],
  [lcp, 2, '000a0000', 'accm', '000a0000', true],
  [lcp, 2, '0a0000', 'accm', '0a0000', false],
  [lcp, 3, 'c023', 'auth', 'pap', true],
  [lcp, 4, 'c025', 'quality', 'c025', true],
  [lcp, 4, '', 'quality', null, true],
  [lcp, 5, '0000abcd', 'magic', '0000abcd', true],
  [lcp, 7, '', 'pfc', null, true],
  [lcp, 7, '01', 'pfc', '01', false],
  [lcp, 8, '', 'acfc', null, true],
  [lcp, 9, 'ab', 'option 9', 'ab', true],
  [lcp, 9, '', 'option 9', null, true],
  [lcp, 13, '06', 'callback', '06', true],
  [lcp, 17, '0640', 'mrru', 1600, true],
  [lcp, 18, '', 'ssnhf', null, true],
  [lcp, 19, '03aa', 'endpoint', '03aa', true],
  [ipcp, 1, 'aa', 'addresses', 'aa', true],
  [ipcp, 2, '002d0f01', 'compression', '002d0f01', true],
  [ipcp, 3, '0a000001', 'ip', '10.0.0.1', true],
  [ipcp, 3, '0a0000', 'ip', '0a0000', false],
  [ipcp, 129, '08080808', 'dns1', '8.8.8.8', true],
  [ipcp, 130, '08080808', 'nbns1', '8.8.8.8', true],
  [ipcp, 131, '08080808', 'dns2', '8.8.8.8', true],
  [ipcp, 132, '08080808', 'nbns2', '8.8.8.8', true],
  [ipcp, 5, 'aa', 'option 5', 'aa', true],
  [ipv6cp, 1, '0211223344556677', 'interface', '0211223344556677', true],
  [ipv6cp, 1, '0211', 'interface', '0211', false],
  [ccp, 1, '', 'predictor1', null, true],
  [ccp, 18, '01000040', 'mppc', '01000040', true],
  [ccp, 21, '2f', 'bsd', '2f', true],
  [ccp, 24, '7800', 'deflate-draft', '7800', true],
  [ccp, 26, '7800', 'deflate', '7800', true],
  [0xc023, 1, 'aa', 'option 1', 'aa', true],
])(
  'of protocol %i option %i with %j is %s %j, and fits: %s',
  (protocol, type, hex, name, value, fits) => {
    const option = { type, value: octets(hex) }
    expect(decodeOption(protocol, option)).toEqual({ type, name, value })
    expect(optionFits(protocol, option)).toBe(fits)
  },
)
