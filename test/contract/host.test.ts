import { expect, test } from 'vitest'
import { hostGiven } from '@contract'

test.each([
  ['pong.soracom.io', 'auto', 'pong.soracom.io'],
  [' [2001:db8::1] ', 'auto', '2001:db8::1'],
  ['2001:db8::1', 'ipv6', '2001:db8::1'],
  ['192.0.2.1', 'ipv4', '192.0.2.1'],
] as const)('%j with %s is %s', (text, family, host) => {
  expect(hostGiven(text, family)).toBe(host)
})

test.each([
  ['2001:db8::zz', 'auto', /expected a name, an IPv4 address or an IPv6 address/],
  ['fe80::1%eth0', 'auto', /expected a name/],
  ['1.2.3.999', 'auto', /not an IPv4 address/],
  ['8.8.8.8', 'ipv6', /8\.8\.8\.8 is an IPv4 address, and IPv6 was asked for/],
  ['2001:db8::1', 'ipv4', /IPv6 address, and IPv4 was asked for/],
] as const)('%j with %s is refused before a connection is made for it', (text, family, words) => {
  expect(() => hostGiven(text, family)).toThrow(words)
})
