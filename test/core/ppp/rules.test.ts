import { bytesOf, fromHex, hexOf } from '@core/bytes'
import { encodeFrame } from '@core/ppp/hdlc'
import type { LinkEvent, PppLink } from '@core/ppp/link'
import { describe, expect, test } from 'vitest'
import { alone, brief, lastDown, linkPair, type PairOptions } from './link-pair'

const lcp = 0xc021
const ipcp = 0x8021
const octets = (hex: string) => fromHex(hex) ?? new Uint8Array()

/** Feeds a control packet given as code, id and data. */
function say(link: PppLink, protocol: number, code: number, id: number, data = ''): void {
  const body = octets(data)
  const length = body.length + 4
  link.feed(encodeFrame(protocol, Uint8Array.of(code, id, length >> 8, length & 0xff, ...body)))
}

/** What the link sent, in words: `LCP ConfRej 7 6301`. */
function sent(events: readonly LinkEvent[]): string[] {
  return events.flatMap((event) =>
    event.kind === 'packet' && event.dir === 'tx'
      ? [
          `${event.frame.protocolName} ${event.frame.codeName} ${event.frame.id} ${event.frame.info.slice(8)}`,
        ]
      : [],
  )
}

/** A client in LCP, with what it answers to one packet. */
function inLcp() {
  const all = alone(() => undefined)
  return {
    ...all,
    answers(code: number, id: number, data = '') {
      const before = sent(all.events).length
      say(all.link, lcp, code, id, data)
      return sent(all.events).slice(before)
    },
  }
}

async function open(options: PairOptions = {}) {
  const written: Uint8Array[] = []
  const pair = linkPair({
    carry: (clock) => (bytes, deliver) => {
      written.push(bytes)
      clock.schedule(5, () => deliver(bytes))
    },
    ...options,
  })
  pair.server.open()
  pair.client.open()
  await pair.clock.advance(10_000)
  expect(pair.client.phase).toBe('open')
  const before = sent(pair.clientEvents).length
  written.length = 0
  return { ...pair, written, since: () => sent(pair.clientEvents).slice(before) }
}

describe('options of the peer', () => {
  test('an Ack repeats the request octet for octet', () => {
    expect(inLcp().answers(1, 9, '020600000000070208020104059c')).toEqual([
      'LCP ConfAck 9 020600000000070208020104059c',
    ])
  })

  test('what is unknown is rejected, alone and in its order, even beside something to be nakked', () => {
    expect(inLcp().answers(1, 7, '0d03011102010400401104abcd')).toEqual([
      'LCP ConfRej 7 0d030111021104abcd',
    ])
  })

  test('after five Naks the sixth is a Reject', () => {
    const { answers } = inLcp()
    const codes = Array.from({ length: 6 }, (_, i) => answers(1, i, '01040040')[0]?.split(' ')[1])
    expect(codes).toEqual(['ConfNak', 'ConfNak', 'ConfNak', 'ConfNak', 'ConfNak', 'ConfRej'])
  })

  test('an option of length 0, or past the end, drops the packet', () => {
    const { answers } = inLcp()
    expect(answers(1, 1, '0500')).toEqual([])
    expect(answers(1, 1, '0509aabb')).toEqual([])
  })

  test('what it asks to be escaped is escaped in data, and nothing more', async () => {
    const { client, clock, written } = await open({
      server: { require: 'none' },
    })
    client.sendIp(Uint8Array.of(0x45, 0x11, 0x13, 0x01, 0x7e, 0x7d))
    await clock.advance(10)
    // The server asks for ACCM 0: only flag and escape are escaped, and `+`, which modems listen for.
    expect(hexOf(written.at(-1) ?? new Uint8Array())).toContain('451113017d5e7d5d')
  })
})

describe('replies', () => {
  test('count only with the id of the last request', async () => {
    const { link, events, clock } = inLcp()
    const [first = ''] = sent(events)
    const [, , id = '0', data = ''] = first.split(' ')
    say(link, lcp, 1, 1)
    say(link, lcp, 2, (Number(id) + 1) & 0xff, data)
    expect(brief(events)).not.toContain('phase network')
    say(link, lcp, 2, Number(id), data)
    expect(brief(events)).toContain('phase network')
    link.abort()
    await clock.advance(1)
  })

  test('an Ack with other options than we asked for is none', () => {
    const { link, events } = inLcp()
    const id = Number(sent(events)[0]?.split(' ')[2])
    say(link, lcp, 1, 1)
    say(link, lcp, 2, id, '01040200')
    expect(brief(events)).not.toContain('phase network')
  })

  test('a Reject of an option takes it out of the next request', () => {
    const { link, events } = inLcp()
    const [, , id = '0', data = ''] = (sent(events)[0] ?? '').split(' ')
    say(link, lcp, 4, Number(id), '07020802')
    const [, , , next = ''] = (sent(events).at(-1) ?? '').split(' ')
    expect(data).toContain('07020802')
    expect(next).toBe(data.replace('07020802', ''))
  })
})

describe('an open link', () => {
  test('answers an echo with its own magic and the same data', async () => {
    const { client, since } = await open()
    say(client, lcp, 9, 5, '01020304cafe')
    const [reply = ''] = since()
    expect(reply).toMatch(/^LCP EchoRep 5 [0-9a-f]{8}cafe$/)
    expect(reply).not.toContain('01020304')
  })

  test('is looped when its own echo comes back', async () => {
    const { client, clientEvents } = await open()
    say(client, lcp, 9, 5, '00000000')
    const magic = sent(clientEvents).at(-1)?.split(' ')[3] ?? ''
    say(client, lcp, 9, 6, magic)
    expect(lastDown(clientEvents)).toEqual({ code: 'link-looped', seen: 'our own echo came back' })
  })

  test.each([
    ['CCP', '80fd', 'open'],
    ['IPv6CP', '8057', 'open'],
    ['IPCP', '8021', 'link-no-ipcp'],
    ['IP', '0021', 'link-no-ipcp'],
    ['LCP', 'c021', 'link-terminated-by-peer'],
  ])('a Protocol-Reject of %s (%s): %s', async (_name, protocol, end) => {
    const { client, clock, clientEvents } = await open()
    say(client, lcp, 8, 1, `${protocol}01010004`)
    await clock.advance(20_000)
    expect(lastDown(clientEvents)?.code ?? client.phase).toBe(end)
  })

  test.each([1, 2, 3, 4, 5, 6])('a Code-Reject of code %i ends it', async (code) => {
    const { client, clock, clientEvents } = await open()
    say(client, lcp, 7, 1, `0${code}010004`)
    await clock.advance(20_000)
    expect(lastDown(clientEvents)).toEqual({
      code: 'link-terminated-by-peer',
      seen: `Code-Reject of LCP code ${code}`,
    })
  })

  test.each([8, 9, 10, 11])('a Code-Reject of code %i does not', async (code) => {
    const { client, clock } = await open()
    say(client, lcp, 7, 1, `0${code.toString(16)}010004`)
    await clock.advance(20_000)
    expect(client.phase).toBe('open')
  })

  test('quotes what it rejects, cut to what the peer takes', async () => {
    const { client, since } = await open({ server: { quirks: { mru: 200 } } })
    say(client, lcp, 99, 3, 'ab'.repeat(400))
    const [reply = ''] = since()
    expect(reply).toMatch(/^LCP CodeRej /)
    expect((reply.split(' ')[3] ?? '').length / 2 + 4).toBe(200)
  })

  test('takes compressed IP from a peer that agreed to nothing of the kind', async () => {
    const { client, clientEvents } = await open()
    const packet = Uint8Array.of(0x45, 0, 0, 4)
    for (const acfc of [true, false])
      for (const pfc of [true, false])
        client.feed(encodeFrame(0x21, packet, { acfc, pfc, accm: 0 }))
    expect(clientEvents.slice(-4)).toEqual(Array(4).fill({ kind: 'ip', packet }))
  })

  test('sends a flag first when the line was idle for a second, and shares one otherwise', async () => {
    const { client, clock, written } = await open()
    await clock.advance(2_000)
    written.length = 0
    client.sendIp(bytesOf('E1'))
    client.sendIp(bytesOf('E2'))
    expect(written.map((bytes) => bytes[0] === 0x7e)).toEqual([true, false])
    expect(written.every((bytes) => bytes.at(-1) === 0x7e)).toBe(true)
  })

  test('acknowledges a Terminate-Request at once, and then waits for NO CARRIER', async () => {
    const { client, clock, since, clientEvents } = await open()
    say(client, lcp, 5, 77)
    expect(since()).toEqual(['LCP TermAck 77 '])
    expect(client.phase).toBe('terminate')
    await clock.advance(1_000)
    client.feed(bytesOf('\r\nNO CARRIER\r\n'))
    expect(lastDown(clientEvents)?.code).toBe('link-terminated-by-peer')
    await clock.advance(100)
    expect(client.phase).toBe('dead')
  })

  test('ends with two Terminate-Requests, three seconds apart, when nobody answers', async () => {
    const { client, clock, server, written } = await open()
    server.abort()
    written.length = 0
    const closed = client.close()
    await clock.advance(2_999)
    expect(written).toHaveLength(1)
    await clock.advance(2)
    expect(written).toHaveLength(2)
    await clock.advance(10_000)
    await closed
    expect(client.phase).toBe('dead')
  })
})

test('the first IPCP request is 0.0.0.0 on every connection, never a remembered address', async () => {
  const pair = await open()
  for (let i = 0; i < 2; i++) {
    const closed = pair.client.close()
    await pair.clock.advance(10_000)
    await closed
    const before = sent(pair.clientEvents).length
    pair.server.open()
    pair.client.open()
    await pair.clock.advance(10_000)
    const first = sent(pair.clientEvents)
      .slice(before)
      .find((packet) => packet.startsWith('IPCP ConfReq'))
    expect(first).toMatch(/ 030600000000810600000000830600000000$/)
  }
})

test('packets of a later phase that come early are dropped in silence', () => {
  const { link, events, answers } = inLcp()
  const before = sent(events).length
  say(link, ipcp, 1, 1, '03060a000001')
  say(link, 0xc223, 1, 1, '0411223344')
  expect(sent(events)).toHaveLength(before)
  // Neither is an echo answered before LCP is open.
  expect(answers(9, 1, '01020304')).toEqual([])
})
