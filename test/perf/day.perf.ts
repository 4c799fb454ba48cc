import { expect, test } from 'vitest'
import type { Journal } from '@bench/environment'
import { benchFixture } from '../support/bench-fixture'
import { heldMb } from '../support/heap'

const hours = 24
const timeoutMs = 1_800_000
const target = { apn: 'soracom.io', user: 'sora', password: 'sora', pingHost: 'pong.soracom.io' }

/** What is on the disk is no memory: it counts only. */
function countingJournal(): Journal {
  let count = 0
  return {
    file: 'day.journal',
    closed: false,
    get count() {
      return count
    },
    get bytes() {
      return count
    },
    append: () => void count++,
    kept: async () => 0,
    read: async () => [],
    listen: () => () => undefined,
    close: async () => undefined,
  }
}

test(
  'a day of two connected slots, as the memory of the bench and its processor time',
  async () => {
    const bench = await benchFixture(1, {}, { openJournal: async () => countingJournal() })
    try {
      for (const [slot, path] of [
        ['a', 'sim:sim7672'],
        ['b', 'sim:sim7600'],
      ] as const) {
        await bench.ask('port.open', { slot, path })
        await bench.ask('connect.start', { slot, target })
        expect((await bench.verdict(slot)).result).toBe('connected')
        // The simulated networks hang up on a link over which nothing passes.
        await bench.ask('net.keepAlive', { slot, on: true })
      }
      const held: number[] = []
      const began = process.cpuUsage()
      for (let quarter = 0; quarter <= hours * 4; quarter++) {
        // The fixture keeps every event for a test to read.
        bench.events.length = 0
        if (quarter % 16 === 0) {
          held.push(heldMb())
          const { user, system } = process.cpuUsage(began)
          const cpu = ((user + system) / 1e6).toFixed(0)
          console.log(
            `hour ${quarter / 4}: ${held.at(-1)?.toFixed(1)} MB, ${cpu} s of the processor`,
          )
        }
        await bench.clock.advance(900_000)
      }
      expect(bench.state('a').connect.verdict?.result).toBe('connected')
      expect(held).toHaveLength(hours / 4 + 1)
    } finally {
      await bench.end()
    }
  },
  timeoutMs,
)
