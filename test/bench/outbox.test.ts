import { expect, test } from 'vitest'
import type { AnyEvent } from '@contract'
import { Outbox } from '@bench/outbox'
import type { LogRow } from '@core/log/row'
import { ManualClock } from '../support/manual-clock'

const row = (id: number): LogRow => ({
  id,
  slot: 'a',
  atMs: 0,
  monoUs: id,
  dir: 'rx',
  kind: 'unknown',
  text: `line ${id}`,
})

function outbox() {
  const clock = new ManualClock()
  const box = new Outbox(clock)
  const events: AnyEvent[] = []
  box.on((event) => events.push(event))
  return { clock, box, events }
}

test('gathers rows into at most 60 messages a second', async () => {
  const { clock, box, events } = outbox()
  for (let i = 0; i < 1000; i++) {
    box.rows([row(i)])
    await clock.advance(1)
  }
  expect(events.length).toBeLessThanOrEqual(61)
  expect(events.flatMap((e) => (e.name === 'rows' ? e.value.rows : []))).toHaveLength(
    1000 - (1000 % 17),
  )
})

test('counts the rows of a burst that it does not send', async () => {
  const { clock, box, events } = outbox()
  box.rows(Array.from({ length: 10_000 }, (_, i) => row(i)))
  await clock.advance(20)
  const sent = events.flatMap((e) => (e.name === 'rows' ? [e.value] : []))
  expect(sent).toHaveLength(1)
  expect((sent[0]?.rows.length ?? 0) + (sent[0]?.behind ?? 0)).toBe(10_000)
  expect(sent[0]?.rows.at(-1)?.id).toBe(9999)
})

test('bounds the octets of one message', async () => {
  const { clock, box, events } = outbox()
  for (let i = 0; i < 1000; i++)
    box.bytes({ slot: 'a', dir: 'rx', text: 'x'.repeat(1000), atMs: 0 })
  await clock.advance(20)
  const chars = events
    .flatMap((e) => (e.name === 'bytes' ? e.value : []))
    .reduce((n, c) => n + c.text.length, 0)
  expect(chars).toBeLessThan(70_000)
})

test('keeps the order of rows and patches', () => {
  const { box, events } = outbox()
  box.rows([row(1)])
  box.send('ports', [])
  expect(events.map((event) => event.name)).toEqual(['rows', 'ports'])
})

test('keeps the order when a listener causes the next event in the middle of one', () => {
  const { box, events } = outbox()
  const seen: string[] = []
  box.on((event) => {
    if (event.name === 'rows') box.send('ports', [])
  })
  box.on((event) => seen.push(event.name))
  box.rows([row(1)])
  box.send('presets', [])
  expect(seen).toEqual(['rows', 'presets', 'ports'])
  expect(events.map((event) => event.name)).toEqual(['rows', 'presets', 'ports'])
})
