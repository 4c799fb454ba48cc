import { bytesOf, fromHex, hexOf } from '@core/bytes'
import {
  buildCoap,
  coapCodes,
  coapOptions,
  coapTypes,
  codeText,
  emptyCoap,
  parseCoap,
  type CoapMessage,
} from '@core/ip/coap-message'
import { parseCoapUrl } from '@core/ip/coap-url'
import { isUnreadable } from '@core/ip/packet'
import { coapTool, type CoapTool } from '@core/ip/tools/coap'
import { seededChance } from '@core/ports/chance'
import { answerCoap } from '@core/simulator/coap-server'
import type { UdpArrival } from '@core/ip/udp-table'
import { describe, expect, test } from 'vitest'
import { hostPair, type Weather } from './host-pair'

const octets = (hex: string) => fromHex(hex) ?? new Uint8Array()
const read = (bytes: Uint8Array): CoapMessage => {
  const message = parseCoap(bytes)
  if (isUnreadable(message)) throw new Error(message.error)
  return message
}

describe('messages (RFC 7252)', () => {
  // Appendix A: figures 16 (GET /temperature, and its piggybacked answer) and 17 (with a token).
  test.each([
    ['40017d34bb74656d7065726174757265', { type: 0, code: 1, id: 0x7d34 }, 'temperature', ''],
    ['60457d34ff32322e332043', { type: 2, code: 0x45, id: 0x7d34 }, '', '22.3 C'],
    ['41017d3520bb74656d7065726174757265', { type: 0, code: 1, id: 0x7d35 }, 'temperature', ''],
  ] as const)('%s', (hex, head, path, payload) => {
    const message = read(octets(hex))
    expect(message).toMatchObject(head)
    expect(message.options.map(({ value }) => String.fromCharCode(...value)).join('/')).toBe(path)
    expect(message.payload).toEqual(bytesOf(payload))
    expect(hexOf(buildCoap(message))).toBe(hex)
  })

  test.each([12, 13, 268, 269, 1000])('an option of %i octets behind a long step', (length) => {
    const option = { number: 2000, value: new Uint8Array(length).fill(65) }
    const head = { type: coapTypes.confirmable, code: coapCodes.get, id: 7, token: octets('0102') }
    const message = { ...head, options: [option], payload: bytesOf('x') }
    expect(read(buildCoap(message))).toEqual(message)
  })

  test.each([
    '',
    '40',
    '80000000',
    '490100000102030405060708090a',
    '4000000101',
    '40010001ff',
    '40010001f1',
    '400100010d',
  ])('“%s” is refused', (hex) => expect(parseCoap(octets(hex))).toHaveProperty('error'))

  test('codes are written as class and detail', () => expect(codeText(0x84)).toBe('4.04'))
})

test('a URL of CoAP', () => {
  expect(parseCoapUrl('coap://a.example')).toEqual({
    host: 'a.example',
    port: 5683,
    path: '/.well-known/core',
  })
  expect(parseCoapUrl('[2001:db8::1]:61616/s?x=1')).toEqual({
    host: '2001:db8::1',
    port: 61_616,
    path: '/s?x=1',
  })
  for (const wrong of ['coaps://a.example', 'http://a.example', 'coap://', 'coap://a:0', 'a b'])
    expect(() => parseCoapUrl(wrong)).toThrow(/expected coap:\/\//)
})

const simulated = ({ data, reply }: UdpArrival) => {
  const answer = answerCoap(data)
  if (answer) reply(answer)
}

function server(serve: (arrival: UdpArrival) => void, weather: Weather = {}) {
  const pair = hostPair(weather)
  pair.internet.onUdp(5683, serve)
  const parts = { clock: pair.clock, chance: seededChance(3), host: pair.client }
  const run = (more: Partial<CoapTool> = {}) => {
    const options = { url: 'coap://203.0.113.5', count: 2, intervalMs: 100, ...more }
    return pair.clock.until(coapTool(parts, options), 120_000, 5)
  }
  return { ...pair, run }
}

describe('a visit to a server', () => {
  test('pings are reset, and the list of resources comes in blocks', async () => {
    const { ok, facts, words, lines } = await server(simulated).run()
    expect(ok).toBe(true)
    expect(facts.ping).toMatchObject({ sent: 2, received: 2, avgMs: 40 })
    expect(facts.response).toMatchObject({ code: '2.05', format: 40, blocks: 2, repeated: 0 })
    expect(words.en).toMatch(/ It offers 2 resources \(\/\.well-known\/core\)\.$/)
    expect(lines).toContainEqual('</hello>;title="Hello"')
  })

  test('a resource that is not there is refused by its code', async () => {
    const { ok, words } = await server(simulated).run({ url: 'coap://203.0.113.5/none' })
    expect(ok).toBe(false)
    expect(words.en).toMatch(/\/none is refused: 4\.04 Not Found\.$/)
  })

  test('a request that gets lost is sent again', async () => {
    let requests = 0
    const serve = (arrival: UdpArrival) => {
      if (read(arrival.data).code !== coapCodes.get || ++requests > 2) simulated(arrival)
    }
    const { facts } = await server(serve).run({
      url: 'coap://203.0.113.5/hello',
      timeoutMs: 20_000,
    })
    expect(facts.response).toMatchObject({ code: '2.05', text: 'Hello\n', repeated: 2 })
  })

  test('an answer that comes later on its own is acknowledged', async () => {
    const heard: number[] = []
    const pair = server((arrival) => {
      const { type, code, id, token } = read(arrival.data)
      heard.push(type)
      if (type === coapTypes.acknowledgement) return
      if (code === coapCodes.empty) return arrival.reply(emptyCoap(coapTypes.reset, id))
      arrival.reply(emptyCoap(coapTypes.acknowledgement, id))
      const later = { type: coapTypes.confirmable, code: coapCodes.content, id: 99, token }
      const options = [{ number: coapOptions.contentFormat, value: new Uint8Array() }]
      pair.clock.schedule(3_500, () =>
        arrival.reply(buildCoap({ ...later, options, payload: bytesOf('late') })),
      )
    })
    const { facts } = await pair.run({ count: 1 })
    expect(facts.response).toMatchObject({ text: 'late', format: 0, repeated: 0 })
    await pair.clock.advance(100)
    expect(heard).toEqual([coapTypes.confirmable, coapTypes.confirmable, coapTypes.acknowledgement])
  })

  test('another message number, and another token, are no answers', async () => {
    const { ok, facts } = await server(({ data, reply }) => {
      const { id, token, code } = read(data)
      reply(emptyCoap(coapTypes.reset, id ^ 1))
      if (code === coapCodes.empty) return
      const other = token.map((octet) => octet ^ 1)
      const head = { type: coapTypes.acknowledgement, code: coapCodes.content, id, token: other }
      reply(buildCoap({ ...head, options: [], payload: bytesOf('x') }))
    }).run({ count: 1 })
    expect(ok).toBe(false)
    expect(facts).toMatchObject({ ping: { received: 0 }, response: null, unanswered: 'silent' })
  })

  test('a server that resets requests, one that is not there, and one that is silent', async () => {
    const reset = await server(({ data, reply }) =>
      reply(emptyCoap(coapTypes.reset, read(data).id)),
    ).run({ count: 1 })
    expect(reset).toMatchObject({ ok: false, facts: { unanswered: 'reset' } })
    const closed = await server(simulated).run({ url: 'coap://203.0.113.5:5000', count: 1 })
    expect(closed.facts.unanswered).toBe('refused')
    expect(closed.words.en).toContain('says “port unreachable”')
    const silent = await server(() => undefined).run({ count: 1, get: false })
    expect(silent.words.ja).toContain('DTLS（5684）のみの対応')
  })
})
