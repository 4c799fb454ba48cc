import { expect, test } from 'vitest'
import { hostMistake, mustBeName } from '@core/ip/address'
import { parseCoapUrl } from '@core/ip/coap-url'
import { parseUrl } from '@core/ip/http'
import { parseBroker } from '@core/ip/tools/mqtt'

test.each([
  'pong.soracom.io',
  'pong.soracom.io.',
  'localhost',
  'my_bench-1',
  '192.0.2.1',
  '2001:db8::1',
  'xn--eckwd4c7c.jp',
  `${'a'.repeat(63)}.example`,
])('%j is a host', (host) => {
  expect(hostMistake(host)).toBeUndefined()
})

test.each([
  ['', 'is empty'],
  ['999.1.1.1', 'not an IPv4 address: four numbers from 0 to 255'],
  ['1.2.3', 'not an IPv4 address'],
  ['bench with blanks', 'without blanks, http:// or a port'],
  ['http://bench', 'without blanks, http:// or a port'],
  ['bench/path', 'expected a name'],
  ['bench:80', 'expected a name'],
  ['user@bench', 'expected a name'],
  ['a..b', 'expected a name'],
  ['.bench', 'expected a name'],
  [`${'a'.repeat(64)}.example`, 'expected a name'],
  ['ベンチ', 'expected a name'],
  ['2001:db8::zz', 'expected a name'],
] as const)('%j is none, and it is said what is expected', (host, words) => {
  expect(hostMistake(host)?.en).toContain(words)
  expect(() => mustBeName(host)).toThrow(words)
})

test.each([
  () => parseUrl('http://999.1.1.1/'),
  () => parseCoapUrl('coap://999.1.1.1/x'),
  () => parseBroker('mqtt://999.1.1.1'),
])('the host in an address is looked at with it (%#)', (read) => {
  expect(read).toThrow('not an IPv4 address')
})
