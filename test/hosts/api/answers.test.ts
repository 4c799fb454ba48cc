import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { dispatch, type AnyEvent } from '@contract'
import type { Schema } from '@hosts/api/contract-types'
import { describedCalls, describedEvents, namedTypes } from '@hosts/api/described'
import { benchFixture } from '../../support/bench-fixture'

let fixture: Awaited<ReturnType<typeof benchFixture>>
const events: AnyEvent[] = []
beforeEach(async () => {
  fixture = await benchFixture()
  fixture.bench.onEvent((event) => events.push(event))
})
afterEach(async () => {
  events.length = 0
  await fixture.end()
})

/** What a client makes of a description: the types that it refers to stand beside it, and what they do not name is no field. */
function checkOf(schema: Schema): z.ZodType {
  const text = JSON.stringify({ ...schema, $defs: namedTypes() })
  const whole: unknown = JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/'))
  return z.fromJSONSchema(closed(whole) as Parameters<typeof z.fromJSONSchema>[0])
}
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed)
  if (typeof value !== 'object' || value === null) return value
  const parts = Object.entries(value).map(([name, part]) => [name, closed(part)])
  const isOpen = 'properties' in value && !('additionalProperties' in value)
  return { ...Object.fromEntries(parts), ...(isOpen ? { additionalProperties: false } : {}) }
}
const mistakesOf = (schema: Schema, value: unknown) =>
  // As it travels: what is undefined has no field.
  checkOf(schema).safeParse(JSON.parse(JSON.stringify(value))).error?.issues ?? []

test('answers and events are what their descriptions say', async () => {
  const { bench } = fixture
  const settled = async () => {
    for (let turn = 0; turn < 60; turn++) await fixture.clock.advance(50)
  }
  const open = dispatch(bench.handlers, 'port.open', { slot: 'a', path: 'sim:sim7672' })
  await settled()
  expect(await open).toMatchObject({ ok: true })
  const asked: readonly (readonly [name: string, input?: object])[] = [
    ['app.snapshot'],
    ['ports.list'],
    ['at.send', { slot: 'a', text: 'AT+CSQ' }],
    ['explain.command', { text: 'AT+CGDCONT=1,"IP","soracom.io"' }],
    ['commands.reference'],
    ['log.page', { filter: {} }],
    ['log.story', { language: 'en', redact: true }],
    ['log.export', { slots: ['a'], format: 'text', language: 'en', redact: true }],
    ['board.list'],
    ['figures.read'],
    ['macros.list'],
    ['simulator.list'],
    ['signal.marks'],
    ['failover.state'],
    ['test.state'],
    ['test.examples'],
  ]
  for (const [name, input] of asked) {
    const answer = dispatch(bench.handlers, name, input)
    await settled()
    const reply = await answer
    expect(reply, name).toMatchObject({ ok: true })
    const described = describedCalls().find((call) => call.name === name)?.answer
    expect(mistakesOf(described ?? {}, reply.ok && reply.value), name).toEqual([])
  }
  const names = new Set(events.map(({ name }) => name))
  expect([...names]).toEqual(expect.arrayContaining(['patch', 'rows', 'bytes']))
  for (const { name, comment, value } of describedEvents()) {
    expect(comment).not.toBe('')
    const [seen] = events.filter((event) => event.name === name)
    if (seen) expect(mistakesOf(value, seen.value), name).toEqual([])
  }
})

test('what is not as described is found', () => {
  const [schema] = describedCalls().flatMap(({ name, answer }) =>
    name === 'at.send' && answer ? [answer] : [],
  )
  expect(mistakesOf(schema ?? {}, { lines: [], final: 'OK', ok: true, ms: 1 })).toEqual([])
  expect(mistakesOf(schema ?? {}, { lines: [1], final: 'OK', ok: true })).toHaveLength(2)
  expect(
    mistakesOf(schema ?? {}, { lines: [], final: 'OK', ok: true, ms: 1, more: 1 }),
  ).toHaveLength(1)
})
