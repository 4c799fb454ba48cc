import { expect, test } from 'vitest'
import type { ByteStream } from '@core/ports/stream'
import { seededChance } from '@core/ports/chance'
import { mqttBy } from '@platform/mqtt/run-mqtt'
import { ManualClock } from '../../support/manual-clock'

/** A connection on which nothing comes. */
const silent = (): ByteStream => ({
  write: () => new Promise(() => undefined),
  read: () => new Promise(() => undefined),
  end: () => undefined,
  remote: { address: '203.0.113.9', port: 1883 },
  counters: { bytesOut: 0 },
  unacknowledged: 0,
  abort: () => undefined,
})

test.each([
  [
    'a host that takes no connection is not told as a broker',
    () => new Promise<ByteStream>(() => undefined),
    'tcp-timeout',
  ],
  ['a broker that is silent is', async () => silent(), 'mqtt-no-answer'],
] as const)('%s', async (_name, open, code) => {
  const clock = new ManualClock()
  const visit = mqttBy(clock, seededChance(1))(open, {
    version: 4,
    clientId: 'bench',
    topic: 'bench/1',
    qos: 0,
    count: 1,
    intervalMs: 0,
    timeoutMs: 20_000,
  })
  const told = expect(visit).rejects.toMatchObject({ code })
  await clock.advance(21_000)
  await told
})
