import { radioFamilies } from '@catalog/radio'
import { bytesOf } from '@core/bytes'
import { ok, type Step, type StepContext } from '@core/connect/step'
import { addressWords, noRouter } from '@core/connect/steps/ipv6-ready'
import { forbiddenNetworks } from '@core/connect/steps/forbidden'
import { Heard } from '@core/connect/steps/port-heard'
import { dns, http, ping } from '@core/connect/steps/prove'
import { radioLimits } from '@core/connect/steps/radio-limits'
import { Fault } from '@core/fault'
import type { IpHost } from '@core/ip/host'
import type { Ipv6State } from '@core/ip/ipv6-state'
import { ModemSession } from '@core/modem/session'
import type { UpLink } from '@core/modem/up-link'
import { seededChance } from '@core/ports/chance'
import type { LinkEvent } from '@core/ppp/link'
import type { LinkUp } from '@core/ppp/link-types'
import { quoted, seenIn, type SeenLine } from '@core/words'
import { describe, expect, test } from 'vitest'
import { ManualClock } from '../../support/manual-clock'
import { MemoryPort } from '../../support/memory-port'
import { StepBench, type Answers, type StepBenchOptions } from '../../support/step-bench'

/** What only some steps ask for, as a step of its own. */
async function findings<T>(
  find: (context: StepContext) => Promise<T>,
  answers: Answers,
  options?: StepBenchOptions,
) {
  const bench = new StepBench(answers, options)
  let found: T | undefined
  await bench.run({
    id: 'registration',
    title: { en: 'Findings', ja: '調べたこと' },
    limitMs: 60_000,
    async run(context) {
      found = await find(context)
      return ok({ en: 'Found.', ja: '完了。' })
    },
  })
  return { found, seen: bench.seen.map((line) => seenIn(line, 'en')), asked: bench.asked }
}

describe('networks that the SIM forbids', () => {
  const file = '62178202412183022F6B8A01058B036F0607800200' // no length: the card is asked for all
  const done = (sw: string, hex = '') => `+CRSM: ${sw}${hex && `,"${hex}"`}\r\n\r\nOK`
  const shape = 'AT+CRSM=192,28539,0,0,0'
  const sized = '6212820241218302 6F7B8A01058B036F060780020006'.replace(' ', '')

  test('are read with the length that the card tells', async () => {
    const { found, seen } = await findings(forbiddenNetworks, {
      [shape]: done('144,0', sized),
      'AT+CRSM=176,28539,0,0,6': done('144,0', '44F002FFFFFF'),
      'AT+CRSM=176,28539,0,0,0': done('144,0', '44F002FFFFFF'),
    })
    expect(found).toEqual(['44020'])
    expect(seen.join('\n')).toContain('44F002')
  })
  test('or, where it tells none, with the one that it asks for', async () => {
    const { found, asked } = await findings(forbiddenNetworks, {
      [shape]: done('106,130'),
      'AT+CRSM=176,28539,0,0,0': done('108,12'),
      'AT+CRSM=176,28539,0,0,12': done('144,0', '44F00213001444F050FFFFFF'),
    })
    expect(found).toEqual(['44020', '310410', '44005'])
    expect(asked.at(-1)).toBe('AT+CRSM=176,28539,0,0,12')
  })
  test.each([
    [
      'an empty list',
      { [shape]: done('144,0', file), 'AT+CRSM=176,28539,0,0,0': done('144,0', 'FFFFFF') },
    ],
    [
      'a card that refuses',
      { [shape]: done('105,130'), 'AT+CRSM=176,28539,0,0,0': done('105,130') },
    ],
    ['a modem without +CRSM', {}],
  ])('%s is no evidence, and leaves no line', async (_, answers: Answers) => {
    expect(await findings(forbiddenNetworks, answers)).toMatchObject({ found: [], seen: [] })
  })
})

describe('what an earlier person locked in the radio', () => {
  const simcom = {
    ATI: 'Manufacturer: SIMCOM INCORPORATED\r\nModel: SIM7600G-H\r\n\r\nOK',
    'AT+CGMI': 'SIMCOM INCORPORATED\r\n\r\nOK',
    'AT+CGMM': 'SIM7600G-H\r\n\r\nOK',
  }
  const limits = (context: StepContext) => radioLimits({ ...context, radioFamilies })

  test('is told with its value, and with its own lines alone', async () => {
    const { found, seen } = await findings(limits, {
      ...simcom,
      'AT+CNMP?': '+CNMP: 13\r\n\r\nOK',
      'AT+COPS?': '+COPS: 0\r\n\r\nOK',
    })
    expect(found).toMatchObject([{ item: 'rat', value: { en: expect.stringContaining('GSM') } }])
    expect(seen).toEqual(['AT+CNMP?', '+CNMP: 13'])
  })
  test.each([
    [
      'nothing is locked',
      { ...simcom, 'AT+CNMP?': '+CNMP: 2\r\n\r\nOK', 'AT+COPS?': '+COPS: 0\r\n\r\nOK' },
    ],
    ['the modem does not say', simcom],
  ])('is empty where %s', async (_, answers: Answers) => {
    expect(await findings(limits, answers)).toMatchObject({ found: [], seen: [] })
  })
  test('is not asked for where no families are known', async () => {
    expect(await findings(radioLimits, simcom)).toEqual({ found: [], seen: [], asked: [] })
  })
})

describe('what came on a port without an answer', () => {
  async function heard(...pieces: readonly (string | Uint8Array)[]) {
    const [near, far] = MemoryPort.pair()
    const clock = new ManualClock()
    const tap = () => undefined
    const session = new ModemSession({ port: near, clock, chance: seededChance(1), tap })
    const ears = new Heard(session)
    for (const piece of pieces) void far.write(typeof piece === 'string' ? bytesOf(piece) : piece)
    await clock.advance(2000)
    ears.stop()
    const seen: SeenLine[] = []
    const { code, said } = ears.failure(seen)
    return { code, en: said.en, ja: said.ja, seen }
  }
  test('nothing', async () => {
    expect(await heard()).toMatchObject({
      code: 'connect-silent',
      en: expect.stringContaining('Not one octet came.'),
    })
  })
  test('octets that are no text', async () => {
    expect(await heard(Uint8Array.of(0x00, 0xf8, 0x80, 0x0d, 0x0a, 0xfe))).toMatchObject({
      code: 'connect-noise',
      en: expect.stringContaining('6 octets came, 4 of them no text.'),
      seen: [],
    })
  })
  test.each([
    [[0x41, 0x42, 0x0d, 0x0a, 0xff, 0xff], 'connect-no-modem'],
    [[0x41, 0x42, 0x0d, 0x0a, 0xff, 0xff, 0xff], 'connect-noise'],
    [[0x41, 0xff, 0x42, 0x43, 0x0d, 0x0a, 0x41, 0x0d, 0x0a], 'connect-no-modem'],
    [[0x41, 0xff, 0x42, 0x43, 0x0d, 0x0a], 'connect-noise'],
  ])('up to a third of octets, and half of the lines, may be no text: %j', async (octets, code) => {
    expect((await heard(Uint8Array.from(octets))).code).toBe(code)
  })
  test('text of something that is no modem, its last eight lines, cut where they are long', async () => {
    const lines = Array.from({ length: 10 }, (_, i) => `line ${i} `.repeat(i === 9 ? 50 : 1).trim())
    const { code, en, seen } = await heard(`${lines.join('\r\n')}\r\n`)
    expect(code).toBe('connect-no-modem')
    expect(en).toContain('octets of text came, but no OK to AT.')
    expect(seen).toHaveLength(8)
    expect(seen[0]).toBe('line 2')
    expect(seen[7]).toHaveLength(201)
  })
})

/** A link that is up, with a host of which only what is given works. */
function upLink(host: object, down?: Promise<LinkEvent>): UpLink {
  const on = (listen: (event: LinkEvent) => void) => {
    void down?.then(listen)
    return () => undefined
  }
  return { link: { on }, host } as unknown as UpLink
}
const over = (step: Step, link: UpLink | undefined): Step => ({
  ...step,
  run: (context) =>
    step.run({ ...context, session: { upLink: link } as unknown as StepContext['session'] }),
})
const proved = (step: Step, link: UpLink | undefined, target: StepBenchOptions['target'] = {}) =>
  new StepBench({}, { target }).run(over(step, link))

const down: LinkEvent = {
  kind: 'down',
  seen: '3 of 3',
  code: 'link-echo-timeout',
  said: { en: '3 of 3', ja: '3 回中 3 回' },
}
const v4 = { address: '10.0.0.2', ipv6: null }

describe('what is proved over the link', () => {
  test.each([dns, ping, http])('$id without a link proves nothing', async (step) => {
    const target = { pingHost: 'a.example', httpUrl: 'http://a.example/' }
    expect((await proved(step, undefined, target)).state).toBe('link-down')
  })
  test.each([
    [dns, { pingHost: '', httpUrl: '' }],
    [dns, { pingHost: '192.0.2.1', httpUrl: 'http://a.example/' }],
    [dns, { pingHost: '', httpUrl: 'http://[2001:db8::1]:8080/' }],
    [ping, { pingHost: '' }],
    [http, { httpUrl: '' }],
  ])('nothing to prove is left out', async (step, target) => {
    expect((await proved(step, upLink(v4), target)).state).toBe('skipped')
  })

  const answer = (type: string, data: string) => ({
    name: 'a.example',
    type,
    answers: [{ type, data, ttl: 60 }],
    server: '10.0.0.1',
    ms: 41.6,
  })
  test('a name is asked for once a family, IPv6 first', async () => {
    const asked: string[] = []
    const resolve = (_: string, { type }: { type: string }) => {
      asked.push(type)
      return Promise.resolve(answer(type, type === 'A' ? '192.0.2.7' : '2001:db8::7'))
    }
    const both = { address: '10.0.0.2', ipv6: { address: '2001:db8::2' }, resolve }
    const { state, en } = await proved(dns, upLink(both), { pingHost: 'a.example' })
    expect([state, asked]).toEqual(['ok', ['AAAA', 'A']])
    expect(en).toBe('a.example is 2001:db8::7 192.0.2.7 (42 ms, 10.0.0.1).')
  })
  test('the name of the URL, where no host is pinged', async () => {
    const resolve = (name: string) => Promise.resolve({ ...answer('A', '192.0.2.7'), name })
    const target = { pingHost: '', httpUrl: 'https://b.example:8443/x' }
    const { en } = await proved(dns, upLink({ ...v4, resolve }), target)
    expect(en).toContain('b.example is 192.0.2.7')
  })

  const pinged = (received: number, address = '192.0.2.7') => ({
    ...v4,
    ping: () =>
      Promise.resolve({ sent: 3, received, avgMs: received === 0 ? null : 61.4, address }),
  })
  test.each([
    [3, 'IP', 'ok', 'a.example answers: 3 of 3, 61 ms on average.'],
    [1, 'IPV4V6', 'ok', 'a.example answers over IPv4 (192.0.2.7): 1 of 3, 61 ms on average.'],
    [0, 'IP', 'connect-no-ping', 'a.example: 3 sent, none answered.'],
  ] as const)('%i of 3 pings with %s', async (received, pdpType, state, words) => {
    const ended = await proved(ping, upLink(pinged(received)), { pingHost: 'a.example', pdpType })
    expect(ended.state).toBe(state)
    expect(ended.en).toContain(words)
  })
  test('a page is told with its status and length', async () => {
    const page = { status: 404, body: new Uint8Array(12), ms: 250 }
    const host = { ...v4, http: () => Promise.resolve(page) }
    const ended = await proved(http, upLink(host), { httpUrl: 'http://a.example/' })
    expect(ended).toMatchObject({ state: 'ok', en: 'http://a.example/: 404, 12 octets, 250 ms.' })
  })

  test.each([
    ['a fault below is told under the step', 'dns-no-answer', 'connect-no-dns'],
    ['a host that was closed is a link that ended', 'ip-closed', 'link-down'],
    ['a port that went away stays that', 'port-gone', 'port-gone'],
    ['a cancel stays one', 'at-cancelled', 'at-cancelled'],
  ] as const)('%s', async (_, below, told) => {
    const resolve = () => Promise.reject(new Fault(below))
    const { state } = await proved(dns, upLink({ ...v4, resolve }), { pingHost: 'a.example' })
    expect(state).toBe(told)
  })
  test('a link that ends meanwhile is told by what ended it, even where the proof came', async () => {
    const ended = Promise.resolve(down)
    const resolve = () => ended.then(() => answer('A', '192.0.2.7'))
    const { state } = await proved(dns, upLink({ ...v4, resolve }, ended), {
      pingHost: 'a.example',
    })
    expect(state).toBe('link-echo-timeout')
    const failing = () => ended.then(() => Promise.reject(new Fault('dns-no-answer')))
    const link = upLink({ ...v4, resolve: failing }, ended)
    expect((await proved(dns, link, { pingHost: 'a.example' })).state).toBe('link-echo-timeout')
  })
})

describe('the addresses of a link', () => {
  const own = { linkLocal: 'fe80::2', address: null, router: 'fe80::1' }
  test.each([
    ['no-lease', 'leaves addresses to DHCPv6, and no server has lent one'],
    ['taken', 'is somebody else’s on this link'],
    ['no-prefix', 'advertises no prefix'],
    ['asking', 'No router advertisement came within 15 s'],
  ])('where a router gives none: %s', (progress, words) => {
    const said = noRouter({ ...own, progress } as unknown as Ipv6State)
    expect(said.en).toContain(words)
    expect(said.en).toContain('fe80::2')
    expect(said.ja).toContain('fe80::2')
  })

  const told = (pdpType: 'IP' | 'IPV6' | 'IPV4V6', host: object, missing: SeenLine | null = null) =>
    findings(
      (context) =>
        addressWords(context, host as unknown as IpHost, { missing } as unknown as LinkUp),
      {},
      { target: { pdpType } },
    ).then(({ found }) => found?.en)
  const dnsOf = { dns: ['192.0.2.53'] }
  const six = { address: null, ipv6: { address: '2001:db8::2' }, ...dnsOf }
  const nat64 = (prefix: string | null) => ({ ...six, nat64: () => Promise.resolve(prefix) })

  test('IPv4 alone, as asked', async () => {
    expect(await told('IP', { ...v4, ...dnsOf })).toBe('10.0.0.2, DNS 192.0.2.53.')
    expect(await told('IP', { ...v4, dns: [] })).toBe('10.0.0.2, DNS none given.')
  })
  test('IPv6 alone says how hosts of IPv4 are reached, or that they are not', async () => {
    expect(await told('IPV6', nat64('64:ff9b::/96'))).toContain('through NAT64 (64:ff9b::/96)')
    expect(await told('IPV6', nat64(null))).toContain('PDP type IPV6 was asked for')
    expect(await told('IPV4V6', nat64(null), quoted('x'))).toContain('granted IPv6 alone')
  })
  test('whether there is a NAT64 could not be found out: nothing is said of it', async () => {
    const host = { ...six, nat64: () => Promise.reject(new Fault('dns-no-answer')) }
    expect(await told('IPV6', host)).toBe('2001:db8::2, DNS 192.0.2.53.')
  })
  test('a family that was asked for and is missing is said, with why', async () => {
    const why = quoted('Protocol-Reject')
    expect(await told('IPV4V6', { ...v4, ...dnsOf }, why)).toContain(
      'The modem gave no IPv6 (Protocol-Reject); the network may have granted IPv4 alone (cause 50).',
    )
    expect(await told('IPV4V6', nat64(null), why)).toContain(
      'gave no IPv4 address (Protocol-Reject)',
    )
    const waiting = { address: '10.0.0.2', ipv6: { address: null }, ...dnsOf }
    expect(await told('IPV4V6', waiting)).toContain('no router has told an IPv6 address yet')
  })
})
