import type { ConnectTarget } from '@core/connect/connect-state'
import { grantOf } from '@core/simulator/pdp-grant'
import { describe, expect, test } from 'vitest'
import { connectBench } from '../../support/connect-bench'

test.each([
  ['ipv4', 'IP', ['ipv4']],
  ['ipv4', 'IPV6', 50],
  ['ipv4', 'IPV4V6', ['ipv4'], 50],
  ['ipv6', 'IP', 51],
  ['ipv6', 'IPV6', ['ipv6']],
  ['nat64', 'IPV4V6', ['ipv6'], 51],
  ['both', 'IP', ['ipv4']],
  ['both', 'IPV6', ['ipv6']],
  ['both', 'IPV4V6', ['ipv4', 'ipv6']],
] as const)(
  'a network that gives %s, asked for %s: %o %o',
  (offer, type, granted, cause?: number) => {
    const expected =
      typeof granted === 'number'
        ? { esmCause: granted }
        : { families: granted, ...(cause === undefined ? {} : { cause }) }
    expect(grantOf(offer, type)).toEqual(expected)
  },
)

/** Connects, and tells the addresses, the step `address`, and what went wrong. */
async function connected(knob: string, target: Partial<ConnectTarget>) {
  const bench = await connectBench(`sim:sim7672?speed=20${knob && '&'}${knob}`)
  const end = await bench.connect({ pingHost: '', ...target })
  const step = end.steps.find(({ id }) => id === 'address')
  const { verdict } = end
  return { bench, verdict, address: step?.words?.en ?? '' }
}

describe('a simulated modem', () => {
  const global = '2001:db8:64:2::6402'

  test('gives both families, and names are reached by IPv6 where they have it', async () => {
    const { verdict, address } = await connected('pdp-type=both', {
      pdpType: 'IPV4V6',
      pingHost: 'example.com',
      httpUrl: 'http://ip.example/',
    })
    expect(verdict).toMatchObject({
      result: 'connected',
      ip: expect.stringMatching(/^10\./),
      ipv6: expect.stringMatching(/^2001:db8:64:/),
      ping: { received: 3 },
    })
    expect(verdict?.dns).toContain('2001:db8:127::53')
    expect(address).toMatch(/^10\.\S+ 2001:db8:64:\S+, DNS 100\.127\.0\.53 .*2001:db8:127::53/)
  })

  test('of IPv6 alone, with an address from its router', async () => {
    const { verdict, bench } = await connected('pdp-type=ipv6', {
      pdpType: 'IPV6',
      pingHost: 'six.example',
    })
    expect(verdict).toMatchObject({ result: 'connected', ipv6: global, ping: { received: 3 } })
    expect(verdict).not.toHaveProperty('ip')
    expect(bench.session.upLink?.host.address).toBeNull()
  })

  test('of IPv6 alone says what that means for hosts that have only IPv4', async () => {
    const { address } = await connected('pdp-type=ipv6', { pdpType: 'IPV6' })
    expect(address).toContain('PDP type IPV6 was asked for, and there is no NAT64')
  })

  test('that both were asked for, and one was granted, says so of the network', async () => {
    const { address } = await connected('pdp-type=ipv6', { pdpType: 'IPV4V6' })
    expect(address).toContain('The network granted IPv6 alone, without NAT64')
  })

  test('with NAT64 reaches hosts that have only IPv4', async () => {
    const { verdict, address } = await connected('pdp-type=nat64', {
      pdpType: 'IPV4V6',
      pingHost: 'pong.soracom.io',
      httpUrl: 'http://100.127.100.127/',
    })
    expect(address).toContain('through NAT64 (64:ff9b::/96)')
    expect(verdict).toMatchObject({ result: 'connected', ping: { received: 3 } })
  })

  test('that got IPv4 alone where both were asked says so', async () => {
    const { verdict, address } = await connected('', { pdpType: 'IPV4V6' })
    expect(verdict).toMatchObject({ result: 'connected', ip: expect.stringMatching(/^10\./) })
    expect(verdict).not.toHaveProperty('ipv6')
    expect(address).toContain('granted IPv4 alone (cause 50)')
  })

  test.each([
    ['', 'IPV6', 'IPv4 only allowed', 'PDP type'],
    ['pdp-type=ipv6', 'IP', 'IPv6 only allowed', 'IPV6'],
  ] as const)(
    'with %s refuses %s with the cause, and what to do',
    async (knob, pdpType, cause, act) => {
      const { verdict } = await connected(knob, { pdpType })
      expect(verdict).toMatchObject({ result: 'failed', step: 'dial' })
      expect(JSON.stringify(verdict?.seen)).toContain(cause)
      expect(JSON.stringify(verdict?.tries)).toContain(act)
    },
  )
})
