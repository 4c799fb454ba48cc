import { bytesOf, concat } from '@core/bytes'
import { faultRows, type FaultCode } from '@core/fault'
import { seededChance } from '@core/ports/chance'
import { HdlcDecoder, encodeFrame } from '@core/ppp/hdlc'
import type { PppLink } from '@core/ppp/link'
import { isMalformed, parsePacket, splitFrame } from '@core/ppp/packet'
import { describe, expect, test } from 'vitest'
import { alone, brief, lastDown, linkPair, type PairOptions } from './link-pair'

const hour = 3_600_000

async function run(options: PairOptions, ms = 200_000) {
  const pair = linkPair(options)
  pair.server.open()
  pair.client.open()
  await pair.clock.advance(ms)
  return pair
}

/** What the client says in the end, which must be a row of the table of faults. */
async function verdict(options: PairOptions, ms?: number): Promise<string | undefined> {
  const pair = await run(options, ms)
  const down = lastDown(pair.clientEvents)
  if (down) expect(faultRows[down.code as FaultCode].tries.length).toBeGreaterThan(0)
  return down ? down.code : pair.client.phase
}

describe('a server that does not agree', () => {
  test.each<[string, PairOptions, string]>([
    ['naks LCP for ever', { server: { quirks: { lcpNakForever: true } } }, 'link-lcp-loops'],
    ['naks IPCP for ever', { server: { quirks: { nakForever: true } } }, 'link-ipcp-loops'],
    ['answers 0.0.0.0 for ever', { server: { quirks: { zeroNaks: Infinity } } }, 'link-no-address'],
    ['agrees to 0.0.0.0', { server: { quirks: { acceptZeroAddress: true } } }, 'link-no-address'],
    ['never speaks IPCP', { server: { quirks: { silentIpcpMs: hour } } }, 'link-no-ipcp'],
    [
      'terminates at once',
      { server: { quirks: { terminateAtOnce: true } } },
      'link-terminated-by-peer',
    ],
    [
      'refuses the password by PAP',
      { server: { require: 'pap' }, client: { credentials: { user: 'sora', password: 'x' } } },
      'link-auth-refused',
    ],
    [
      'refuses the password by CHAP',
      { client: { credentials: { user: 'sora', password: 'x' } } },
      'link-auth-refused',
    ],
    [
      'insists on CHAP where only PAP is allowed',
      { client: { auth: 'pap' }, server: { quirks: { strictAuth: true } } },
      'link-auth-unsupported',
    ],
  ])('%s', async (_what, options, code) => expect(await verdict(options)).toBe(code))
})

describe('a server as modems are', () => {
  test.each<[string, PairOptions]>([
    ['its IPCP request has no address', { server: { quirks: { omitAddress: true } } }],
    ['it naks 0.0.0.0 until the bearer is up', { server: { quirks: { zeroNaks: 4 } } }],
    ['its name servers change a few times', { server: { quirks: { changingDns: 3 } } }],
    ['its name servers stay 0.0.0.0', { server: { quirks: { zeroDns: true } } }],
    ['it rejects name servers', { server: { quirks: { rejectDns: true } } }],
    ['it is silent in IPCP for 12 s', { server: { quirks: { silentIpcpMs: 12_000 } } }],
    ['it discards before it challenges', { server: { quirks: { discardBeforeAuth: true } } }],
    ['it offers CCP and IPv6', { server: { quirks: { offerCcp: true } } }],
    ['its PAP Ack is bare', { server: { require: 'pap', quirks: { barePapAck: true } } }],
    ['it lets the other method in', { client: { auth: 'pap' } }],
    [
      'it takes a client without a user',
      { client: { auth: 'none' }, server: { quirks: { authOptional: true } } },
    ],
  ])('%s: the link comes up', async (_what, options) => {
    const pair = await run(options, 30_000)
    expect(pair.client.phase).toBe('open')
    const up = pair.clientEvents.find((event) => event.kind === 'up')
    expect(up).toMatchObject({ address: '10.141.26.2' })
  })

  test('it never answers echoes: the link stays up', async () => {
    const pair = await run({ server: { quirks: { ignoreEcho: true } } }, hour)
    expect(pair.client.phase).toBe('open')
    expect(pair.client.counters.echoesSent).toBeGreaterThan(100)
  })

  test('it takes only short packets: a warning, and packets keep to it', async () => {
    const pair = await run({ server: { quirks: { mru: 296 } } }, 10_000)
    expect(brief(pair.clientEvents)).toContain('warning link-mtu-small')
    expect(pair.client.sendIp(new Uint8Array(297))).toBe(false)
    expect(pair.client.sendIp(new Uint8Array(296))).toBe(true)
  })

  test('it drops frames that are not compressed after agreeing to compression', async () => {
    const pair = await run({ server: { quirks: { dropUncompressed: true } } }, 10_000)
    pair.client.sendIp(Uint8Array.of(0x45, 0, 0, 4))
    await pair.clock.advance(100)
    expect(pair.serverEvents.at(-1)).toMatchObject({ kind: 'ip' })
  })

  test('it wants no user: an empty one is sent before anything is refused', async () => {
    const pair = await run({
      client: { credentials: undefined },
      server: { require: 'pap', check: (user, password) => user === '' && password === '' },
    })
    expect(pair.client.phase).toBe('open')
  })

  test('it negotiates IPCP anew while open: down and up again without hanging up', async () => {
    const pair = await run({}, 10_000)
    const frame = encodeFrame(0x8021, Uint8Array.of(1, 77, 0, 10, 3, 6, 10, 64, 64, 64))
    pair.client.feed(frame)
    await pair.clock.advance(20_000)
    expect(brief(pair.clientEvents).slice(-3)).toEqual([
      'phase network',
      'phase open',
      'up 10.141.26.2',
    ])
  })

  test('it negotiates LCP anew while open: all of it again without hanging up', async () => {
    const pair = await run({}, 10_000)
    pair.server.abort()
    pair.server.open()
    await pair.clock.advance(30_000)
    expect(pair.client.phase).toBe('open')
    expect(pair.client.counters.renegotiations).toBeGreaterThan(0)
  })
})

describe('a line that is no PPP', () => {
  const noise = (seed: number) => {
    const chance = seededChance(seed)
    return Uint8Array.from({ length: 400 }, () => Math.floor(chance.next() * 256))
  }
  test.each<[string, (bytes: Uint8Array, link: PppLink) => void, string, RegExp]>([
    ['silence', () => undefined, 'link-no-lcp', /0 octets/],
    [
      'an echo of everything',
      (bytes, link) => link.feed(bytes),
      'link-looped',
      /10 of our requests/,
    ],
    [
      'an echo, and then ERROR',
      (bytes, link) => link.feed(concat([bytes, bytesOf('\r\nERROR\r\n')])),
      'link-looped',
      /ERROR/,
    ],
    ['text only', (_bytes, link) => link.feed(bytesOf('\r\nERROR\r\n')), 'link-no-lcp', /ERROR/],
    ['noise', (_bytes, link) => link.feed(noise(link.counters.txFrames)), 'link-noise', /octets/],
    [
      'NO CARRIER at once',
      (_bytes, link) => link.feed(bytesOf('\r\nNO CARRIER\r\n')),
      'link-network-refused',
      /NO CARRIER/,
    ],
  ])('%s', async (_what, answer, code, seen) => {
    const { clock, link, events } = alone(answer)
    await clock.advance(200_000)
    expect(lastDown(events)?.code).toBe(code)
    expect(lastDown(events)?.seen).toMatch(seen)
    expect(link.phase).toBe('dead')
    expect(clock.pending).toBe(0)
  })

  test('a flood of noise that never stops ends at the limit of the phase', async () => {
    const { clock, link, events } = alone(() => undefined)
    for (let i = 0; i < 300 && link.phase !== 'dead'; i++) {
      link.feed(noise(i))
      await clock.advance(250)
    }
    expect(lastDown(events)?.code).toBe('link-noise')
  })

  test('a peer that floods requests it never settles ends at the limit of the phase', async () => {
    let id = 0
    const { clock, link, events } = alone(() => undefined)
    for (let i = 0; i < 1_000 && link.phase !== 'dead'; i++) {
      const request = Uint8Array.of(1, id++ & 0xff, 0, 7, 99, 3, id & 0xff)
      link.feed(encodeFrame(0xc021, request))
      await clock.advance(100)
    }
    expect(lastDown(events)?.code).toBe('link-lcp-loops')
  })
})

describe('a link that was up', () => {
  test.each([
    ['NO CARRIER', '\r\nNO CARRIER\r\n', 'link-modem-hung-up'],
    ['NO CARRIER without line ends', 'NO CARRIER', 'link-modem-hung-up'],
    ['+PPPD: DISCONNECTED', '\r\n+PPPD: DISCONNECTED\r\n', 'link-modem-hung-up'],
  ])('ends with %s', async (_what, text, code) => {
    const pair = await run({}, 10_000)
    pair.client.feed(bytesOf(text))
    await pair.clock.advance(2_000)
    expect(lastDown(pair.clientEvents)).toEqual({ code, seen: text.trim() })
  })

  test('notices a line behind a torn frame', async () => {
    const pair = await run({}, 10_000)
    pair.client.feed(concat([Uint8Array.of(0x7e, 0xff, 3, 0xc0), bytesOf('\r\nNO CARRIER\r\n')]))
    await pair.clock.advance(2_000)
    expect(lastDown(pair.clientEvents)?.code).toBe('link-modem-hung-up')
  })

  test('survives the end of another context', async () => {
    const pair = await run({}, 10_000)
    pair.client.feed(bytesOf('\r\n+CGEV: NW PDN DEACT 5\r\n'))
    await pair.clock.advance(20_000)
    expect(pair.client.phase).toBe('open')
  })

  test('dies with its own context', async () => {
    let cut = false
    const pair = await run(
      {
        carry: (clock) => (bytes, deliver) => {
          if (!cut) clock.schedule(5, () => deliver(bytes))
        },
      },
      10_000,
    )
    cut = true
    pair.client.feed(bytesOf('\r\n+CGEV: NW PDN DEACT 1\r\n'))
    await pair.clock.advance(6_000)
    expect(lastDown(pair.clientEvents)).toEqual({
      code: 'link-modem-hung-up',
      seen: '+CGEV: NW PDN DEACT 1',
    })
  })

  test.each([
    [60_000, 'link-echo-timeout'],
    [hour, 'link-idle-dropped'],
  ])('whose peer dies after %i ms', async (ms, code) => {
    let cut = false
    const pair = await run(
      {
        carry: (clock) => (bytes, deliver) => {
          if (!cut) clock.schedule(5, () => deliver(bytes))
        },
      },
      ms,
    )
    cut = true
    await pair.clock.advance(200_000)
    expect(lastDown(pair.clientEvents)?.code).toBe(code)
    expect(lastDown(pair.clientEvents)?.seen).toMatch(/^4 echoes/)
  })

  test('warns when many frames arrive damaged, and goes on', async () => {
    const pair = await run({}, 10_000)
    const broken = encodeFrame(0x21, Uint8Array.of(0x45, 0, 0, 20, 0xff, 0xfe, 0xfd))
    broken[5] = (broken[5] ?? 0) ^ 0x80
    for (let i = 0; i < 40; i++) pair.client.feed(broken)
    expect(brief(pair.clientEvents).filter((line) => line.startsWith('warning'))).toEqual([
      'warning link-fcs-errors',
    ])
    expect(pair.client.phase).toBe('open')
  })

  test('ends within its limit when the peer does not confirm', async () => {
    const { clock, link } = alone(() => undefined)
    const closed = link.close()
    await clock.advance(10_000)
    await closed
    expect(link.phase).toBe('dead')
    expect(clock.pending).toBe(0)
  })

  test('ends at once when it is aborted, without a word', async () => {
    const pair = await run({}, 10_000)
    const sent = pair.client.counters.txFrames
    pair.client.abort()
    expect(pair.client.counters.txFrames).toBe(sent)
    expect(lastDown(pair.clientEvents)?.code).toBe('link-closed')
  })

  test('can be opened again', async () => {
    const pair = await run({}, 10_000)
    const closed = pair.client.close()
    await pair.clock.advance(10_000)
    await closed
    pair.server.open()
    pair.client.open()
    await pair.clock.advance(10_000)
    expect(pair.client.phase).toBe('open')
  })
})

test('an unknown code is rejected, a discard is not, and an unknown protocol only when LCP is open', async () => {
  const pair = linkPair()
  const sent = () =>
    pair.clientEvents.flatMap((event) =>
      event.kind === 'packet' && event.dir === 'tx' ? [event.frame.codeName] : [],
    )
  pair.client.open()
  pair.client.feed(encodeFrame(0x80fd, Uint8Array.of(1, 1, 0, 4)))
  expect(sent()).toEqual(['ConfReq'])
  pair.server.open()
  await pair.clock.advance(5_000)
  const before = sent().length
  pair.client.feed(encodeFrame(0xc021, Uint8Array.of(11, 1, 0, 8, 1, 2, 3, 4)))
  pair.client.feed(encodeFrame(0xc021, Uint8Array.of(12, 7, 0, 9, 56, 234, 230, 110, 65)))
  pair.client.feed(encodeFrame(0x80fd, Uint8Array.of(1, 1, 0, 4)))
  expect(sent().slice(before)).toEqual(['CodeRej', 'ProtRej'])
})

test('after LCP is open it still goes uncompressed and escaped, and `+` is escaped in data', async () => {
  const written: Uint8Array[] = []
  const pair = await run(
    {
      carry: (clock) => (bytes, deliver) => {
        written.push(bytes)
        clock.schedule(5, () => deliver(bytes))
      },
    },
    10_000,
  )
  written.length = 0
  pair.client.sendIp(bytesOf('E+++'))
  void pair.client.close()
  await pair.clock.advance(10_000)
  const [data, terminate] = written
  expect(data && Array.from(data)).not.toContain(0x2b)
  const [item] = new HdlcDecoder().feed(terminate ?? new Uint8Array())
  if (item?.kind !== 'frame') throw new Error('no frame')
  expect(Array.from(item.bytes.slice(0, 4))).toEqual([0xff, 3, 0xc0, 0x21])
  const split = splitFrame(item.bytes)
  const packet = isMalformed(split) ? split : parsePacket(split.info)
  expect(packet).toMatchObject({ code: 5 })
})
