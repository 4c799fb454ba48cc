import { expect, test } from 'vitest'
import { idleNet, type AnyEvent } from '@contract'
import { Outbox } from '@bench/window/outbox'
import type { LogRow } from '@core/log/row'
import { ManualClock } from '../../support/manual-clock'
import { quoted } from '@core/words'

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
  const messages: (readonly AnyEvent[])[] = []
  box.on((events) => messages.push(events))
  return { clock, box, messages, events: () => messages.flat() }
}
const names = (events: readonly AnyEvent[]) => events.map((event) => event.name)

test('gathers whatever happens into at most 60 messages a second', async () => {
  const { clock, box, messages, events } = outbox()
  for (let i = 0; i < 1000; i++) {
    box.rows([row(i)])
    box.bytes({ slot: 'a', dir: 'rx', text: 'x', atMs: i })
    box.patch('a', i, { mode: 'command' })
    box.signal([{ slot: 'a', atMs: i, monoUs: i, csq: 20 }])
    box.send('net', {
      slot: 'a',
      tool: 'ping',
      progress: { index: i, line: quoted(`${i}`), value: i },
    })
    await clock.advance(1)
  }
  box.flush()
  expect(messages.length).toBeLessThanOrEqual(60)
  expect(events().flatMap((e) => (e.name === 'rows' ? e.value.rows : []))).toHaveLength(1000)
  expect(events().flatMap((e) => (e.name === 'signal' ? e.value : []))).toHaveLength(1000)
  expect(events().filter((e) => e.name === 'net')).toHaveLength(1000)
})

test('tells a state that every line changes ten times a second, and the last one in the end', async () => {
  const { clock, box, events } = outbox()
  for (let i = 0; i < 1000; i++) {
    box.rows([row(i)])
    box.patch('a', i, { mode: 'command' })
    await clock.advance(1)
  }
  await clock.advance(200)
  const patches = events().flatMap((e) => (e.name === 'patch' ? [e.value.seq] : []))
  expect(patches.length).toBeLessThanOrEqual(11)
  expect(patches.at(-1)).toBe(999)
})

test('sends what a window can show five times a second while more arrive than can be drawn', async () => {
  const { clock, box, messages, events } = outbox()
  for (let i = 0; i < 1000; i++) {
    box.rows(Array.from({ length: 100 }, (_, n) => row(i * 100 + n)))
    await clock.advance(1)
  }
  await clock.advance(200)
  expect(messages.length).toBeLessThanOrEqual(7)
  const told = events().flatMap((e) => (e.name === 'rows' ? [e.value] : []))
  expect(told.reduce((n, { rows, behind }) => n + rows.length + behind.a, 0)).toBe(100_000)
  expect(told.at(-1)?.rows.at(-1)?.id).toBe(99_999)
  expect(told.map(({ rows }) => rows.length)).toEqual([400, ...told.slice(1).map(() => 60)])
  // When it is over, a burst comes whole again.
  await clock.advance(1000)
  box.rows(Array.from({ length: 300 }, (_, n) => row(100_000 + n)))
  await clock.advance(200)
  expect(messages.at(-1)?.[0]?.value).toMatchObject({ behind: { a: 0, b: 0 } })
})

test('many small pieces are a flood as well', async () => {
  const { clock, box, messages, events } = outbox()
  for (let i = 0; i < 1000; i++) {
    box.rows(Array.from({ length: 4 }, (_, n) => row(i * 4 + n)))
    await clock.advance(1)
  }
  await clock.advance(300)
  const told = events().flatMap((e) => (e.name === 'rows' ? [e.value] : []))
  expect(messages.length).toBeLessThan(20)
  expect(told.reduce((n, { rows }) => n + rows.length, 0)).toBeLessThan(1000)
  expect(told.reduce((n, { rows, behind }) => n + rows.length + behind.a, 0)).toBe(4000)
  expect(told.at(-1)?.rows.at(-1)?.id).toBe(3999)
})

test('counts the rows of a burst that it does not send', async () => {
  const { clock, box, events } = outbox()
  box.rows(Array.from({ length: 10_000 }, (_, i) => row(i)))
  await clock.advance(20)
  const sent = events().flatMap((e) => (e.name === 'rows' ? [e.value] : []))
  expect(sent).toHaveLength(1)
  expect(sent[0]?.rows).toHaveLength(400)
  expect(sent[0]?.behind).toEqual({ a: 9600, b: 0 })
  expect(sent[0]?.rows.at(-1)?.id).toBe(9999)
})

test('counts each row of many small bursts once', async () => {
  const { clock, box, events } = outbox()
  for (let i = 0; i < 10_000; i++) box.rows([row(i)])
  await clock.advance(20)
  const [sent] = events().flatMap((e) => (e.name === 'rows' ? [e.value] : []))
  expect((sent?.rows.length ?? 0) + (sent?.behind.a ?? 0)).toBe(10_000)
  expect(sent?.rows.at(-1)?.id).toBe(9999)
})

test('bounds the octets and the samples of one message', async () => {
  const { clock, box, events } = outbox()
  for (let i = 0; i < 1000; i++)
    box.bytes({ slot: 'a', dir: 'rx', text: 'x'.repeat(1000), atMs: 0 })
  box.signal(
    Array.from({ length: 10_000 }, (_, i) => ({ slot: 'a', atMs: i, monoUs: i, csq: 20 }) as const),
  )
  await clock.advance(20)
  const chars = events()
    .flatMap((e) => (e.name === 'bytes' ? e.value : []))
    .reduce((n, c) => n + c.text.length, 0)
  expect(chars).toBeLessThan(70_000)
  expect(events().flatMap((e) => (e.name === 'signal' ? e.value : [])).length).toBe(400)
})

test('merges the changes of a slot: the last value of a field wins', async () => {
  const { clock, box, events } = outbox()
  box.patch('a', 1, { mode: 'unknown', unresponsive: false })
  box.patch('b', 2, { mode: 'data' })
  box.patch('a', 3, { mode: 'command' })
  await clock.advance(20)
  expect(events().map((e) => e.value)).toEqual([
    { slot: 'b', seq: 2, patch: { mode: 'data' } },
    { slot: 'a', seq: 3, patch: { mode: 'command', unresponsive: false } },
  ])
})

test('adds up marks, and sends the newest of what is told whole', async () => {
  const { clock, box, events } = outbox()
  const mark = (atMs: number) =>
    ({
      slot: 'a',
      atMs,
      monoUs: atMs,
      kind: 'fault',
      severity: 'failure',
      words: { en: '', ja: '' },
    }) as const
  box.marks({ events: [mark(1)], cells: [] })
  box.marks({ events: [mark(2)], cells: [] })
  box.send('presets', [])
  box.send('ports', [])
  box.send('presets', [])
  await clock.advance(20)
  expect(names(events())).toEqual(['marks', 'presets', 'ports'])
  expect(events()[0]?.value).toEqual({ events: [mark(1), mark(2)], cells: [] })
})

test('hands rows over before the state that they changed', () => {
  const { box, events } = outbox()
  box.patch('a', 1, { mode: 'command' })
  box.rows([row(1)])
  box.flush()
  expect(names(events())).toEqual(['rows', 'patch'])
})

test('says nothing when there is nothing, and goes on after a flush', async () => {
  const { clock, box, messages } = outbox()
  box.flush()
  box.send('ports', [])
  box.flush()
  await clock.advance(40)
  expect(messages).toHaveLength(1)
  box.send('ports', [])
  await clock.advance(20)
  expect(messages).toHaveLength(2)
})

test('keeps the order when a listener causes the next message in the middle of one', () => {
  const { box, events } = outbox()
  const seen: string[] = []
  box.on((told) => {
    if (told.some((event) => event.name !== 'rows')) return
    box.send('ports', [])
    box.flush()
  })
  box.on((told) => seen.push(...names(told)))
  box.rows([row(1)])
  box.flush()
  expect(seen).toEqual(['rows', 'ports'])
  expect(names(events())).toEqual(['rows', 'ports'])
})

test('what a round of polls changes is one message, and a longer round keeps nobody waiting', async () => {
  const { clock, box, messages, events } = outbox()
  const end = box.hold()
  for (let at = 0; at < 4; at++) {
    box.rows([row(at)])
    box.patch('a', at, { mode: 'command' })
    await clock.advance(100)
  }
  expect(messages).toEqual([])
  end()
  await clock.advance(17)
  expect(messages).toHaveLength(1)
  expect(names(events())).toEqual(['rows', 'patch'])

  await clock.advance(1000)
  const endLate = box.hold()
  box.rows([row(4)])
  await clock.advance(517)
  expect(messages).toHaveLength(2)
  // Its end comes after all that: nothing is there that anybody waited for.
  endLate()
  await clock.advance(1000)
  expect(messages).toHaveLength(2)
})

test('an answer waits for no round, and two rounds wait for each other', async () => {
  const { clock, box, messages } = outbox()
  const [one, other] = [box.hold(), box.hold()]
  box.rows([row(0)])
  box.flush()
  expect(messages).toHaveLength(1)
  box.rows([row(1)])
  one()
  one()
  await clock.advance(100)
  expect(messages).toHaveLength(1)
  other()
  await clock.advance(17)
  expect(messages).toHaveLength(2)
})

test('what has passed over a link waits for nobody, and nobody for it', async () => {
  const { clock, box, messages, events } = outbox()
  const net = { ...idleNet, bytes: { rx: 84, tx: 84 } }
  box.patch('a', 0, { net })
  await clock.advance(1000)
  expect(messages).toEqual([])
  box.patch('a', 1, { mode: 'command' })
  await clock.advance(100)
  expect(events()).toEqual([
    { name: 'patch', value: { slot: 'a', seq: 1, patch: { net, mode: 'command' } } },
  ])
})

test('the size of the journal goes with the next message, or comes by itself', async () => {
  const { clock, box, messages, events } = outbox()
  const size = (bytes: number) => ({ journal: { file: 'today.journal', bytes } })
  box.patch('a', 0, size(1))
  await clock.advance(1000)
  expect(messages).toEqual([])
  box.rows([row(0)])
  await clock.advance(17)
  expect(names(events())).toEqual(['rows', 'patch'])
  await clock.advance(1000)
  box.patch('a', 1, size(2))
  await clock.advance(5017)
  expect(messages).toHaveLength(2)
  await clock.advance(60_000)
  expect(messages).toHaveLength(2)
})

test('what is there goes out at the end, and no timer keeps the program alive', async () => {
  const { clock, box, events } = outbox()
  box.hold()
  box.rows([row(1)])
  box.patch('a', 1, { mode: 'command' })
  box.flush()
  box.patch('a', 2, { journal: null })
  box.rows([row(2)])
  box.end()
  expect(names(events())).toEqual(['rows', 'patch', 'rows', 'patch'])
  expect(clock.pending).toBe(0)
  box.rows([row(3)])
  box.patch('a', 3, { mode: 'command' })
  expect(clock.pending).toBe(0)
})
