import { ok, type StepContext } from '@core/connect/step'
import { addressWords, ipv6Ready, noRouter } from '@core/connect/steps/ipv6-ready'
import { Fault, type FaultCode } from '@core/fault'
import { describe, expect, test } from 'vitest'
import { given, StepBench, type StepBenchOptions } from '../../support/step-bench'

/** What is done in a step, for its own sake. */
const doing = (act: (context: StepContext) => Promise<unknown>, facts: () => object) => ({
  id: 'address' as const,
  title: { en: 'Address', ja: 'アドレス' },
  limitMs: 60_000,
  async run(context: StepContext) {
    await act(context)
    return ok({ en: '', ja: '' }, { ...facts() })
  },
})

describe('an IPv6 address is waited for', () => {
  /** Seconds in which an address, name servers and the end of the link come; how long was waited, to 0.1 s. */
  async function waited(
    address: string | null,
    ipv6: boolean,
    at: { address?: number; dns?: number; end?: number; cancel?: number },
  ) {
    const bench = new StepBench({})
    const { clock } = bench
    const host = {
      address,
      ipv6: ipv6 ? { address: null as string | null } : null,
      dns: [] as string[],
    }
    const upLink = { host }
    const session = { upLink: upLink as object | undefined }
    const stop = new AbortController()
    const when = (seconds: number | undefined, act: () => void) =>
      seconds === 0 ? act() : seconds && clock.schedule(seconds * 1000, act)
    when(at.address, () => host.ipv6 && (host.ipv6.address = '2001:db8::2'))
    when(at.dns, () => host.dns.push('9.9.9.9'))
    when(at.end, () => (session.upLink = undefined))
    when(at.cancel, () => stop.abort(new Fault('connect-cancelled')))
    let ms = 0
    const act = async (context: StepContext) => {
      const startMs = clock.nowMs()
      await ipv6Ready(context, upLink as never).finally(() => (ms = clock.nowMs() - startMs))
    }
    const { state } = await bench.run(
      given(
        doing(act, () => ({})),
        { session, signal: stop.signal },
      ),
    )
    return { state, s: Math.round(ms / 100) / 10, progress: bench.progress }
  }
  const asking = ['IPV6CP is open; a router is asked for an address.']

  test.each([
    ['no IPv6', '10.0.0.2', false, {}, 0, []],
    ['there already, with servers', null, true, { address: 0, dns: 0 }, 0, asking],
    ['alone, never', null, true, {}, 15, asking],
    ['alone, never, though there are servers', null, true, { dns: 1 }, 15, asking],
    ['beside IPv4, never', '10.0.0.2', true, {}, 6, asking],
    ['alone, with servers', null, true, { address: 2, dns: 2 }, 2, asking],
    ['alone, at the last', null, true, { address: 14.95, dns: 1 }, 15, asking],
    ['beside IPv4, in time', '10.0.0.2', true, { address: 5.05, dns: 1 }, 5.1, asking],
    ['and no servers', null, true, { address: 2 }, 6, asking],
    ['and servers after it', null, true, { address: 2, dns: 3 }, 3, asking],
    ['and the link ends', null, true, { end: 1 }, 1, asking],
    [
      'and the link ends while servers are waited for',
      null,
      true,
      { address: 2, end: 3 },
      3,
      asking,
    ],
  ])('%s', async (_, address, ipv6, at, s, progress) => {
    expect(await waited(address, ipv6, at)).toEqual({ state: 'ok', s, progress })
  })

  test('as long as nobody cancels', async () => {
    expect(await waited(null, true, { cancel: 3 })).toMatchObject({
      state: 'connect-cancelled',
      s: 3,
    })
  })
})

describe('where no router gave an address', () => {
  const none = 'No router advertisement came within 15 s; ours on the link is'
  test.each([
    [
      { progress: 'no-lease', router: 'fe80::1', linkLocal: 'fe80::2' },
      'The router fe80::1 leaves addresses to DHCPv6, and no server has lent one; ours on the link is fe80::2.',
    ],
    [
      { progress: 'no-lease', linkLocal: 'fe80::2' },
      'The router  leaves addresses to DHCPv6, and no server has lent one; ours on the link is fe80::2.',
    ],
    [
      { progress: 'no-prefix', router: 'fe80::1', linkLocal: 'fe80::2' },
      'The router fe80::1 advertises no prefix for addresses; ours on the link is fe80::2.',
    ],
    [
      { progress: 'no-prefix', linkLocal: 'fe80::2' },
      'The router  advertises no prefix for addresses; ours on the link is fe80::2.',
    ],
    [{ progress: 'asking', router: 'fe80::1', linkLocal: 'fe80::2' }, `${none} fe80::2.`],
    [{ progress: 'asking' }, `${none} .`],
    [null, `${none} .`],
  ])('%j', (state, en) => {
    expect(noRouter(state as never).en).toBe(en)
  })
  test('a lease that is somebody else’s', () => {
    const { en } = noRouter({ progress: 'taken', linkLocal: 'fe80::2' } as never)
    expect(en).toContain('is somebody else’s on this link')
    expect(en).toMatch(/Ours on the link is fe80::2\.$/)
  })
})

describe('what the link has', () => {
  async function told(
    pdpType: 'IP' | 'IPV6' | 'IPV4V6',
    host: object,
    missing: unknown = null,
    options: StepBenchOptions = {},
  ) {
    const bench = new StepBench({}, { ...options, target: { pdpType } })
    let words = { en: '', ja: '' }
    const act = async (context: StepContext) => {
      words = await addressWords(context, host as never, { missing } as never)
    }
    const { state } = await bench.run(doing(act, () => ({})))
    return { state, ...words, seen: bench.seen.length }
  }
  const dns = ['9.9.9.9']
  const four = { address: '10.0.0.2', ipv6: null, dns }
  const six = { address: null, ipv6: { address: '2001:db8::2' }, dns }
  const both = { address: '10.0.0.2', ipv6: { address: '2001:db8::2' }, dns }
  const nat64 = (prefix: string | null) => ({ nat64: async () => prefix })
  const v6 = '2001:db8::2, DNS 9.9.9.9.'
  const unasked = {
    nat64: async () => {
      throw new Error('nobody asked for it')
    },
  }

  test.each([
    ['IP', { ...four, ...unasked }, '10.0.0.2, DNS 9.9.9.9.', '10.0.0.2、DNS 9.9.9.9。'],
    [
      'IPV4V6',
      { ...both, ...unasked },
      '10.0.0.2 2001:db8::2, DNS 9.9.9.9.',
      '10.0.0.2 2001:db8::2、DNS 9.9.9.9。',
    ],
    [
      'IPV6',
      { ...six, ...unasked, dns: [] },
      '2001:db8::2, DNS none given.',
      '2001:db8::2、DNS なし。',
    ],
    ['IPV6', { ...six, ipv6: { address: null }, ...unasked }, ', DNS 9.9.9.9.', '、DNS 9.9.9.9。'],
  ] as const)('%s %j', async (pdpType, host, en, ja) => {
    expect(await told(pdpType, host)).toEqual({ state: 'ok', en, ja, seen: 0 })
  })

  test.each([
    [
      'IPV6',
      '64:ff9b::/96',
      'The link carries IPv6 alone; hosts that have only IPv4 are reached through NAT64 (64:ff9b::/96).',
    ],
    ['IPV6', null, 'PDP type IPV6 was asked for, and there is no NAT64:'],
    ['IP', null, 'The network granted IPv6 alone, without NAT64:'],
  ] as const)('%s, NAT64 %s', async (pdpType, prefix, en) => {
    const said = await told(pdpType, { ...six, ...nat64(prefix) })
    expect(said.en.startsWith(`${v6} ${en}`)).toBe(true)
  })

  test('it is asked for 5 s at most', async () => {
    const asked: unknown[] = []
    const host = { ...six, nat64: async (how: unknown) => (asked.push(how), null) }
    await told('IPV6', host)
    expect(asked).toEqual([{ signal: expect.any(AbortSignal), timeoutMs: 5000 }])
  })

  test.each([
    ['dns-no-answer', 'ok', v6, 1],
    ['at-cancelled', 'at-cancelled', '', 0],
  ] as const)('asked for in vain: %s', async (code: FaultCode, state, en, seen) => {
    const host = { ...six, nat64: async () => Promise.reject(new Fault(code)) }
    expect(await told('IPV6', host)).toMatchObject({ state, en, seen })
  })
  test('what is no fault is not hidden', async () => {
    const host = { ...six, nat64: async () => Promise.reject(new TypeError('x')) }
    await expect(told('IPV6', host)).rejects.toThrow(TypeError)
  })

  const why = { en: 'why', ja: '理由' }
  test.each([
    ['IP', four, why, '10.0.0.2, DNS 9.9.9.9.'],
    ['IPV6', { ...six, ...nat64('64::/96') }, why, 'needs 464XLAT.'],
    [
      'IPV4V6',
      four,
      why,
      ' The modem gave no IPv6 (why); the network may have granted IPv4 alone (cause 50).',
    ],
    [
      'IPV4V6',
      four,
      null,
      ' The modem gave no IPv6 (); the network may have granted IPv4 alone (cause 50).',
    ],
    ['IPV4V6', { ...six, dns: [] }, why, ', DNS none given. The modem gave no IPv4 address (why).'],
    ['IPV4V6', { ...six, dns: [] }, null, ' The modem gave no IPv4 address ().'],
    [
      'IPV4V6',
      { ...both, ipv6: { address: null } },
      why,
      ' IPV6CP is open, but no router has told an IPv6 address yet.',
    ],
    ['IPV4V6', both, why, '10.0.0.2 2001:db8::2, DNS 9.9.9.9.'],
  ] as const)('%s %j, missing %j', async (pdpType, host, missing, en) => {
    const said = await told(pdpType, host, missing)
    expect(said.en.endsWith(en)).toBe(true)
    if (missing === null) expect(said.ja).toContain('（）')
  })
})
