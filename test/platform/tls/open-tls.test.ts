import { describe, expect, onTestFinished, test } from 'vitest'
import { faultCode, Fault, type FaultCode } from '@core/fault'
import { IpHost } from '@core/ip/host'
import { buildNtpReply } from '@core/ip/ntp'
import { seededChance } from '@core/ports/chance'
import type { Clock } from '@core/ports/clock'
import { nodeClock } from '@platform/clock/node-clock'
import { tlsBy } from '@platform/tls/open-tls'
import { httpTool } from '@core/ip/tools/http'
import { tlsTool } from '@core/ip/tools/tls'
import { throughputTool } from '@core/ip/tools/throughput'
import { pageOf, pem, serveTls } from '../../support/tls-server'

const address = '10.9.8.7'

/** Two hosts on one wire; names are answered by the server's side. */
function wire(clock: Clock = nodeClock, mtu = 1500) {
  const chance = seededChance(7)
  const ends: { client?: IpHost; server?: IpHost } = {}
  const newHost = (own: string, other: 'client' | 'server', more: object) =>
    new IpHost({
      clock,
      chance,
      address: own,
      mtu,
      dns: [address],
      send: (packet) => {
        const copy = packet.slice()
        queueMicrotask(() => ends[other]?.receive(copy))
        return true
      },
      ...more,
    })
  const client = newHost('10.0.0.2', 'server', { openTls: tlsBy(clock) })
  const server = newHost(address, 'client', {})
  Object.assign(ends, { client, server })
  // Every name is this server.
  server.onUdp(53, ({ data, reply }) => reply(answerA(data)))
  onTestFinished(() => {
    client.close()
    server.close()
  })
  return { client, server }
}

/** An answer with one A record to a question of one name (RFC 1035 4.1). */
function answerA(query: Uint8Array): Uint8Array {
  const record = [0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 10, 9, 8, 7]
  const answer = Uint8Array.from([...query, ...record])
  answer.set([0x81, 0x80], 2)
  answer.set([0, 1], 6)
  return answer
}

const trust = { ca: pem('ca.pem') }
const codeOf = (work: Promise<unknown>) => work.then(() => 'none', faultCode)

describe('a page by https', () => {
  test('comes over TLS, with the session and its chain told', async () => {
    const { client, server } = wire()
    const { asked } = serveTls(server, 443, ['good.pem'], pageOf('hello'))
    const { ok, facts, lines } = await httpTool(client, { url: 'https://server.test/', tls: trust })
    expect(ok).toBe(true)
    expect(facts).toMatchObject({ status: 200, text: 'hello', address })
    expect(facts.tls).toMatchObject({
      protocol: 'TLSv1.3',
      serverName: 'server.test',
      trouble: null,
    })
    expect(facts.tls?.chain.map(({ subject }) => subject)).toEqual([
      'server.test',
      'Bench Test Authority',
    ])
    expect(JSON.stringify(lines)).toContain('issued by Bench Test Authority')
    expect(asked).toEqual(['server.test'])
  })

  test('by an address asks for no name, and the certificate must bear the address', async () => {
    const { client, server } = wire()
    const { asked } = serveTls(server, 8443, ['good.pem'], pageOf('x'))
    const { facts } = await httpTool(client, { url: `https://${address}:8443/`, tls: trust })
    expect(facts.status).toBe(200)
    expect(asked).toEqual([false])
  })

  test('of megabytes arrives octet for octet', async () => {
    const { client, server } = wire()
    const text = 'modem bench '.repeat(250_000)
    serveTls(server, 443, ['good.pem'], pageOf(text))
    const result = await client.http('https://server.test/', { tls: trust })
    expect(result.body.length).toBe(text.length)
    expect(Buffer.from(result.body).toString()).toBe(text)
  })

  test('that is sent away in mid-answer ends as the connection did', async () => {
    const { client, server } = wire()
    serveTls(server, 443, ['good.pem'], (socket) =>
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf')
        setImmediate(() => server.close())
        client.close()
      }),
    )
    expect(await codeOf(client.http('https://server.test/', { tls: trust }))).toBe('ip-closed')
  })

  test('is cancelled in the handshake', async () => {
    const { client, server } = wire()
    const cancel = new AbortController()
    // Takes the connection and says nothing.
    server.listenTcp(443, () => cancel.abort(new Fault('at-cancelled')))
    const { signal } = cancel
    expect(await codeOf(client.http('https://server.test/', { tls: trust, signal }))).toBe(
      'at-cancelled',
    )
  })
})

const bad: [string, string[], object, FaultCode, RegExp][] = [
  ['expired', ['expired.pem'], trust, 'tls-expired', /valid until 2021-01-01/],
  ['not valid yet', ['future.pem'], trust, 'tls-not-yet-valid', /valid from 2090-01-01/],
  ['for another name', ['other.pem'], trust, 'tls-wrong-name', /for other\.test, www\.other\.test/],
  ['of an authority of a lab, alone', ['good.pem'], {}, 'tls-unknown-ca', /Bench Test Authority/],
  ['of an unknown authority', ['good.pem', 'ca.pem'], {}, 'tls-unknown-ca', /Bench Test Authority/],
  ['that vouches for itself', ['self.pem'], {}, 'tls-self-signed', /SHA-256/],
  ['without the one between', ['below.pem'], trust, 'tls-incomplete-chain', /Bench Test Middle/],
]

describe('a certificate', () => {
  test.for(bad)(
    '%s has a verdict of its own, and nothing is sent',
    async ([, certificates, tls, code, detail]) => {
      const { client, server } = wire()
      const heard: Buffer[] = []
      serveTls(server, 443, certificates, (socket) =>
        socket.on('data', (chunk: Buffer) => heard.push(chunk)),
      )
      const failed = await client
        .http('https://server.test/secret', { tls })
        .catch((error: unknown) => error)
      expect(faultCode(failed)).toBe(code)
      expect(String(failed)).toMatch(detail)
      expect(heard).toEqual([])
    },
  )

  test.for(bad)('%s is told by the tool, with the chain', async ([, certificates, tls, code]) => {
    const { client, server } = wire()
    serveTls(server, 443, certificates, () => undefined)
    const { ok, facts, words } = await tlsTool(client, { host: 'server.test', port: 443, ...tls })
    expect(ok).toBe(false)
    expect(facts.trouble).toBe(code)
    expect(facts.chain.length).toBeGreaterThan(0)
    expect(words.ja).toContain(new Fault(code).row.meaning.ja)
  })

  test('that is not trusted is passed over when a person wants that, and said', async () => {
    const { client, server } = wire()
    serveTls(server, 443, ['self.pem'], pageOf('hello'))
    const { ok, facts, words } = await httpTool(client, {
      url: 'https://server.test/',
      tls: { insecure: true },
    })
    expect(ok).toBe(true)
    expect(facts.tls?.trouble).toBe('tls-self-signed')
    expect(words.en).toContain('vouches for itself')
  })

  test('with two faults has both told, the name first', async () => {
    const { client, server } = wire()
    serveTls(server, 443, ['self.pem'], () => undefined)
    const failed: unknown = await client
      .http('https://other.test/')
      .catch((error: unknown) => error)
    expect(faultCode(failed)).toBe('tls-wrong-name')
    expect(String(failed)).toContain('vouches for itself')
    const { facts, words } = await tlsTool(client, { host: 'other.test', port: 443 })
    expect([facts.trouble, facts.also]).toEqual(['tls-wrong-name', ['tls-self-signed']])
    expect(words.ja).toContain('自己署名')
  })

  test('of a chain with the one between is trusted', async () => {
    const { client, server } = wire()
    serveTls(server, 443, ['below.pem', 'middle.pem'], pageOf('hello'))
    const { facts } = await httpTool(client, { url: 'https://server.test/', tls: trust })
    expect(facts.tls?.chain.length).toBe(3)
  })

  test('for another name is taken by that name', async () => {
    const { client, server } = wire()
    const { asked } = serveTls(server, 443, ['other.pem'], pageOf('hello'))
    const tls = { ...trust, serverName: 'www.other.test' }
    const { facts } = await httpTool(client, { url: 'https://server.test/', tls })
    expect(facts.status).toBe(200)
    expect(asked).toEqual(['www.other.test'])
  })

  test('to trust that is none is refused with words', async () => {
    const { client, server } = wire()
    serveTls(server, 443, ['good.pem'], () => undefined)
    const tls = { ca: '-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n' }
    expect(await codeOf(client.http('https://server.test/', { tls }))).toBe('bad-input')
  })
})

describe('a clock that is wrong', () => {
  /** A clock years behind the one of the time server. */
  const behind: Clock = { ...nodeClock, nowMs: () => Date.parse('2015-01-01T00:00:00Z') }
  test('is told as that when the time server says so', async () => {
    const { client, server } = wire(behind)
    server.onUdp(123, ({ data, reply }) =>
      reply(buildNtpReply(data, Date.parse('2026-11-29T00:00:00Z'))),
    )
    serveTls(server, 443, ['good.pem'], () => undefined)
    const failed: unknown = await client
      .http('https://server.test/', { tls: trust })
      .catch((error: unknown) => error)
    expect(faultCode(failed)).toBe('tls-clock')
    expect(String(failed)).toMatch(/2015-01-01.*2026-11-29/)
    const { ok, facts, words, lines } = await tlsTool(client, {
      ...trust,
      host: 'server.test',
      port: 443,
    })
    expect([ok, facts.trouble]).toEqual([false, 'tls-clock'])
    expect(words.en).toContain('clock of this computer is wrong')
    expect(words.ja).toContain('時計がずれている')
    expect(JSON.stringify(lines.at(-1))).toMatch(/2015-01-01.*2026-11-29/)
  })

  test('is not told where the time server agrees', async () => {
    const { client, server } = wire(behind)
    server.onUdp(123, ({ data, reply }) => reply(buildNtpReply(data, behind.nowMs() + 60_000)))
    serveTls(server, 443, ['good.pem'], () => undefined)
    expect(await codeOf(client.http('https://server.test/', { tls: trust }))).toBe(
      'tls-not-yet-valid',
    )
  })
})

describe('a server', () => {
  test('of plain text is no TLS', async () => {
    const { client, server } = wire()
    server.listenTcp(443, (connection) => {
      void connection
        .read()
        .then(() => connection.write(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')))
    })
    expect(await codeOf(client.http('https://server.test/', { tls: trust }))).toBe('tls-not-tls')
  })

  test('that speaks only what is withdrawn has no version in common', async () => {
    const { client, server } = wire()
    serveTls(server, 443, ['good.pem'], () => undefined, {
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT:@SECLEVEL=0',
    })
    expect(await codeOf(client.http('https://server.test/', { tls: trust }))).toBe('tls-version')
  })

  test('that hangs up on the first message broke the handshake', async () => {
    const { client, server } = wire()
    server.listenTcp(443, (connection) => void connection.read().then(() => connection.end()))
    expect(await codeOf(client.http('https://server.test/', { tls: trust }))).toBe('tls-broken')
  })

  test('that resets is told as a reset', async () => {
    const { client, server } = wire()
    server.listenTcp(443, (connection) => void connection.read().then(() => connection.abort()))
    expect(await codeOf(client.http('https://server.test/', { tls: trust }))).toBe('tcp-reset')
  })

  test('that says nothing runs out of time', async () => {
    const { client, server } = wire()
    server.listenTcp(443, () => undefined)
    const work = client.connectTls('server.test', 443, { ...trust, timeoutMs: 200 })
    expect(await codeOf(work)).toBe('tls-timeout')
  })

  const mostInRecord = 16_384
  test('takes an upload by https, of which only what was acknowledged counts', async () => {
    const { client, server } = wire()
    let received = 0
    serveTls(server, 443, ['good.pem'], (socket) =>
      socket.on('data', (chunk: Buffer) => (received += chunk.length)),
    )
    const { facts } = await throughputTool(nodeClock, client, {
      direction: 'up',
      url: 'https://server.test/take',
      seconds: 60,
      budgetBytes: 400_000,
      tls: trust,
    })
    expect(facts.bytes).toBeGreaterThan(300_000)
    // TCP acknowledges the octets of a record that TLS has not whole yet, and hands on none of it.
    expect(facts.bytes).toBeLessThan(received + mostInRecord)
  })
})

test('a link without TLS says so', async () => {
  const { client } = wire()
  const bare = new IpHost({
    clock: nodeClock,
    chance: seededChance(1),
    address: '10.0.0.3',
    mtu: 1500,
    dns: [],
    send: () => true,
  })
  expect(await codeOf(bare.http('https://10.9.8.7/'))).toBe('tls-none')
  expect(client.address).toBe('10.0.0.2')
})
