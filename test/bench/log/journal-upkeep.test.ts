import { expect, test } from 'vitest'
import type { AnyEvent } from '@contract'
import { Fault } from '@core/fault'
import type { JournalCare, JournalKeep } from '@core/ports/journal-care'
import { quoted } from '@core/words'
import { benchFixture } from '../../support/bench-fixture'

const hourMs = 3_600_000
const nothing = { count: 0, bytes: 0 }

/** Ten journals of 1 MiB; a limit in days takes three, one of size what is above it. */
function care(kept = 10) {
  const asked: { keep: JournalKeep; dryRun: boolean }[] = []
  let packs = 0
  let closed = false
  const journals: JournalCare = {
    state: async () => ({ count: kept, bytes: kept, freeBytes: 99 }),
    prune: async (keep, dryRun) => {
      if (closed) throw new Fault('store-failed', quoted('the disk'))
      asked.push({ keep, dryRun })
      const count = Math.max(keep.days === null ? 0 : 3, keep.mib === null ? 0 : kept - keep.mib)
      if (!dryRun) kept -= count
      return { count, bytes: count }
    },
    pack: async () => {
      packs++
      return packs === 1 ? { count: 2, bytes: 5 } : nothing
    },
  }
  return { journals, asked, packs: () => packs, close: () => (closed = true) }
}

const said = (events: readonly AnyEvent[]) =>
  events.flatMap((event) => (event.name === 'upkeep' ? [event.value.en] : []))

test('nothing is removed or packed unless it is set', async () => {
  const { journals, asked, packs } = care()
  const { clock, events, client } = await benchFixture(1, {}, { journals })
  await clock.advance(3 * hourMs)
  expect(asked.every(({ keep }) => keep.days === null && keep.mib === null)).toBe(true)
  expect(asked.length).toBeGreaterThanOrEqual(3)
  expect(packs()).toBe(0)
  expect(said(events)).toEqual([])
  expect(await client.call('journals.state')).toEqual({
    count: 10,
    bytes: 10,
    freeBytes: 99,
    beyond: nothing,
  })
})

test('limits of the settings are kept every hour, and what went is said', async () => {
  const { journals, packs } = care()
  const { bench, clock, events, client } = await benchFixture(1, {}, { journals })
  await clock.advance(1000)
  await client.call('settings.change', {
    journals: { days: null, mib: 8, freeMib: null, pack: true },
  })
  expect((await client.call('journals.state')).beyond).toEqual({ count: 2, bytes: 2 })
  await clock.advance(hourMs)
  expect(said(events)).toEqual([
    '2 journals beyond the limits were removed.',
    '2 closed journals were packed.',
  ])
  await clock.advance(hourMs)
  expect(packs()).toBe(2)
  expect(said(events)).toHaveLength(2)
  await bench.stop()
  await clock.advance(5 * hourMs)
  expect(packs()).toBe(2)
})

test('what the host was started with counts before the settings', async () => {
  const { journals, asked } = care()
  const { clock } = await benchFixture(1, {}, { journals, journalKeep: { days: 7 } })
  await clock.advance(1000)
  expect(asked.at(-1)).toEqual({
    keep: expect.objectContaining({ days: 7, mib: null }),
    dryRun: false,
  })
})

test('a disk that refuses is told, and tried again', async () => {
  const { journals, close } = care()
  const { clock, events, reports, client } = await benchFixture(1, {}, { journals })
  close()
  await clock.advance(hourMs + 1000)
  expect(said(events)).toHaveLength(2)
  expect(said(events)[0]).toMatch(/^Old journals could not be looked after: .*the disk/)
  expect(reports).toHaveLength(2)
  await expect(client.call('journals.prune')).rejects.toMatchObject({
    error: { code: 'store-failed' },
  })
})

test('a bench of one command has none to look after', async () => {
  const { client } = await benchFixture()
  await expect(client.call('journals.state')).rejects.toMatchObject({
    error: { code: 'store-failed' },
  })
})
