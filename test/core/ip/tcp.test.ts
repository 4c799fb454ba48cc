import { concat } from '@core/bytes'
import { faultCode } from '@core/fault'
import type { TcpConnection } from '@core/ip/tcp'
import { seededChance } from '@core/ports/chance'
import { expect, test } from 'vitest'
import { hostPair, type HostPair, type Weather } from './host-pair'

function randomBytes(length: number, seed: number): Uint8Array {
  const chance = seededChance(seed)
  return Uint8Array.from({ length }, () => Math.floor(chance.next() * 256))
}

async function readAll(connection: TcpConnection): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for (;;) {
    const part = await connection.read()
    if (!part) return concat(parts)
    parts.push(part)
  }
}

async function transfer(pair: HostPair, down: Uint8Array, up: Uint8Array) {
  const { clock, client, internet } = pair
  let arrived: Promise<Uint8Array> | undefined
  internet.listenTcp(7, (connection) => {
    arrived = readAll(connection)
    void connection.write(down).then(() => connection.end())
  })
  const work = (async () => {
    const connection = await client.connect('203.0.113.1', 7, { timeoutMs: 60_000 })
    await connection.write(up)
    connection.end()
    const got = await readAll(connection)
    await connection.closed
    return { got, connection }
  })()
  const { got, connection } = await clock.until(work, 3_600_000, 1_000)
  return { got, connection, arrived: await arrived }
}

test.each<[string, Weather, number]>([
  ['a clean line', {}, 1],
  ['5 % loss', { loss: 0.05 }, 2],
  ['reordering', { reorder: 0.3 }, 3],
  ['duplication', { duplicate: 0.2 }, 4],
  ['corruption', { corrupt: 0.03 }, 5],
  ['all of it', { loss: 0.05, reorder: 0.2, duplicate: 0.1, corrupt: 0.01 }, 6],
])('carries the same octets both ways over %s', async (_name, weather, seed) => {
  const pair = hostPair(weather, seed)
  const down = randomBytes(150_000, seed)
  const up = randomBytes(60_000, seed + 100)
  const { got, arrived, connection } = await transfer(pair, down, up)
  expect(Buffer.compare(got, down)).toBe(0)
  expect(arrived && Buffer.compare(arrived, up)).toBe(0)
  if (!weather.loss) expect(connection.counters.retransmitted).toBeLessThan(80)
  await pair.clock.advance(120_000)
  expect(pair.client.connections + pair.internet.connections).toBe(0)
  expect(pair.clock.pending).toBe(0)
})

test('twenty seeds of bad weather give identical octets', async () => {
  for (let seed = 10; seed < 30; seed++) {
    const pair = hostPair({ loss: 0.05, reorder: 0.2, duplicate: 0.1 }, seed)
    const down = randomBytes(30_000, seed)
    const { got } = await transfer(pair, down, new Uint8Array())
    expect(Buffer.compare(got, down)).toBe(0)
  }
})

test('the sender waits while nobody reads, and goes on when somebody does', async () => {
  const pair = hostPair({ loss: 0.02 }, 7)
  const down = randomBytes(700_000, 7)
  let accepted = false
  pair.internet.listenTcp(7, (connection) => {
    void connection.write(down).then(() => {
      accepted = true
      connection.end()
    })
  })
  const connection = await pair.clock.until(pair.client.connect('203.0.113.1', 7))
  await pair.clock.advance(60_000)
  expect(accepted).toBe(false)
  const got = await pair.clock.until(readAll(connection), 3_600_000, 1_000)
  expect(Buffer.compare(got, down)).toBe(0)
})

test('segments keep to the MTU of the link', async () => {
  const pair = hostPair({}, 8, { client: { mtu: 300 } })
  let longest = 0
  const receive = pair.client.receive.bind(pair.client)
  pair.client.receive = (packet) => {
    longest = Math.max(longest, packet.length)
    receive(packet)
  }
  const { got } = await transfer(pair, randomBytes(5_000, 8), new Uint8Array())
  expect(got).toHaveLength(5_000)
  expect(longest).toBe(300)
})

async function codeOf(pair: HostPair, promise: Promise<unknown>): Promise<string | undefined> {
  return pair.clock.until(
    promise.then(
      () => 'no fault',
      (error: unknown) => faultCode(error),
    ),
    3_600_000,
    1_000,
  )
}

test('a port where nobody listens is refused', async () => {
  const pair = hostPair()
  expect(await codeOf(pair, pair.client.connect('203.0.113.1', 81))).toBe('tcp-refused')
  expect(pair.client.connections).toBe(0)
})

test('a host that never answers is a time-out', async () => {
  const pair = hostPair({ loss: 1 })
  expect(await codeOf(pair, pair.client.connect('203.0.113.1', 80))).toBe('tcp-timeout')
  expect(pair.clock.pending).toBe(0)
})

test('a connection whose line dies ends by itself', async () => {
  const pair = hostPair()
  pair.internet.listenTcp(7, () => undefined)
  const connection = await pair.clock.until(pair.client.connect('203.0.113.1', 7))
  pair.weather.loss = 1
  await connection.write(randomBytes(10_000, 1))
  expect(await codeOf(pair, connection.read())).toBe('tcp-timeout')
  await pair.clock.advance(3_600_000)
  expect(pair.clock.pending).toBe(0)
})

test('an aborted wait rejects at once and leaves nothing behind', async () => {
  const pair = hostPair({ loss: 1 })
  const stop = new AbortController()
  const code = codeOf(pair, pair.client.connect('203.0.113.1', 80, { signal: stop.signal }))
  stop.abort()
  expect(await code).toBe('at-cancelled')
  expect(pair.clock.pending).toBe(0)
})

test('the other side cutting the connection is told apart from its end', async () => {
  const pair = hostPair()
  pair.internet.listenTcp(7, (connection) => connection.abort())
  const connection = await pair.clock.until(pair.client.connect('203.0.113.1', 7))
  expect(await codeOf(pair, connection.read())).toBe('tcp-reset')
})

test('closing the host ends connections under way', async () => {
  const pair = hostPair()
  pair.internet.listenTcp(7, () => undefined)
  const connection = await pair.clock.until(pair.client.connect('203.0.113.1', 7))
  const code = codeOf(pair, connection.read())
  pair.client.close()
  expect(await code).toBe('ip-closed')
})
