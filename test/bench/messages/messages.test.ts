import { afterEach, expect, test } from 'vitest'
import { CallFailed } from '@contract'
import type { CallName, Input, Output } from '@contract'
import { benchFixture } from '../../support/bench-fixture'

type Fixture = Awaited<ReturnType<typeof benchFixture>>
let bench: Fixture | undefined
afterEach(async () => {
  await bench?.end()
  bench = undefined
})

async function open(...modems: readonly string[]) {
  const fixture = await benchFixture()
  bench = fixture
  const { ask, clock } = fixture
  /** Asks and lets the time go on that it takes. */
  const done = <N extends CallName>(...call: [N, Input<N>]): Promise<Output<N>> =>
    clock.until(ask<N>(...(call as Parameters<typeof ask<N>>)), 600_000)
  for (const [i, path] of modems.entries()) {
    const slot = i === 0 ? 'a' : 'b'
    await ask('port.open', { slot, path })
    await done('at.send', { slot, text: 'AT' })
  }
  await clock.advance(60_000)
  const at = async (text: string, slot: 'a' | 'b' = 'a') =>
    (await done('at.send', { slot, text })).lines.join('\n')
  const knob = (fault: string, value: string) =>
    done('simulator.control', { name: 'sim:sim7672', fault, value })
  return { ...fixture, done, at, knob }
}
type Open = Awaited<ReturnType<typeof open>>

const numberOf = async ({ at }: Open, slot: 'a' | 'b' = 'a') =>
  /"(\+\d+)"/.exec(await at('AT+CNUM', slot))?.[1] ?? ''
const codeOf = (error: unknown) => (error instanceof CallFailed ? error.error.code : String(error))
const detailOf = (error: unknown) =>
  error instanceof CallFailed ? error.error.detail : String(error)
const text = (number: string, words: string, report = false) => ({
  slot: 'a' as const,
  message: { number, text: words, report },
})

test('a message from A is read on B, and its report on A', async () => {
  const both = await open('sim:sim7672', 'sim:sim5320')
  const { done, clock, state } = both
  const [a, b] = [await numberOf(both), await numberOf(both, 'b')]
  const before = state('b').messages.count
  const sent = await done('messages.send', text(b, 'From A to B {€}', true))
  expect(sent).toMatchObject({ parts: 1, alphabet: 'gsm', references: [1] })
  await clock.advance(5_000)
  expect(state('b').messages.count).toBeGreaterThan(before)
  const box = await done('messages.list', { slot: 'b' })
  expect(box.messages).toMatchObject([
    { kind: 'received', unread: true, number: a, text: 'From A to B {€}', id: 'SM:1' },
  ])
  const own = await done('messages.list', { slot: 'a', fresh: false })
  expect(own.messages).toMatchObject([
    { kind: 'sent', number: b, id: sent.id, report: { state: 'delivered' } },
  ])
})

test('a long Japanese text comes back whole, and every part is reported', async () => {
  const one = await open('sim:sim7672')
  const { done, clock } = one
  const own = await numberOf(one)
  const words = '温度は 31 度です😀'.repeat(15)
  const sent = await done('messages.send', text(own, words, true))
  expect(sent).toMatchObject({ parts: 3, alphabet: 'ucs2', references: [1, 2, 3] })
  await clock.advance(10_000)
  const { messages } = await done('messages.list', { slot: 'a' })
  expect(messages).toMatchObject([
    { kind: 'received', text: words, parts: 3, missing: [] },
    { kind: 'sent', text: words, report: { state: 'delivered' } },
  ])
})

test('what was set is put back: the format, the storage, and the reports when they have come', async () => {
  const one = await open('sim:sim7672')
  const { done, at, clock } = one
  const own = await numberOf(one)
  const settings = async () =>
    [await at('AT+CMGF?'), await at('AT+CPMS?'), await at('AT+CNMI?'), await at('AT+CSCS?')].join()
  await at('AT+CMGF=1')
  await at('AT+CPMS="ME","SM","SM"')
  await at('AT+CSCS="UCS2"')
  const before = await settings()
  await done('messages.list', { slot: 'a' })
  await done('messages.send', text(own, 'here', true))
  expect(await at('AT+CNMI?')).toMatch(/\+CNMI: \d,\d,\d,1,/)
  expect(await at('AT+CMGF?')).toBe('+CMGF: 1')
  await clock.advance(5_000)
  const { messages, centre } = await done('messages.list', { slot: 'a' })
  // The centre's number is said in UCS2 then, the report in the fields of text mode.
  expect(centre).toBe('+423660000000001')
  expect(messages.at(-1)?.report).toMatchObject({ state: 'delivered' })
  expect((await settings()).replace(/,\d+,(\d+)/g, ',n,$1')).toBe(
    before.replace(/,\d+,(\d+)/g, ',n,$1'),
  )
})

test('what comes for the computer alone is kept, and no report for longer than two minutes', async () => {
  const one = await open('sim:sim7672')
  const { done, at, knob, clock, state } = one
  await at('AT+CNMI=2,2,0,0,0')
  const { count } = state('a').messages
  await knob('sms', '+819012345678: 直接')
  await clock.advance(2_000)
  expect(state('a').messages.count).toBe(count + 1)
  await at('AT+CMGF=1')
  await knob('sms', '+819012345678: text mode')
  await clock.advance(2_000)
  const { messages } = await done('messages.list', { slot: 'a', fresh: false })
  expect(messages).toMatchObject([
    { kind: 'received', text: '直接', places: [], unread: true },
    { kind: 'received', text: 'text mode', number: '+819012345678' },
  ])
  await done('messages.delete', { slot: 'a', ids: messages.map(({ id }) => id) })
  expect((await done('messages.list', { slot: 'a', fresh: false })).messages).toEqual([])
})

test('new stays new until it was seen, though the modem forgets that by listing it', async () => {
  const { done, knob, clock } = await open('sim:sim7672')
  await knob('sms', 'new')
  await clock.advance(2_000)
  for (let i = 0; i < 2; i++)
    expect((await done('messages.list', { slot: 'a' })).messages).toMatchObject([{ unread: true }])
  await done('messages.seen', { slot: 'a', ids: ['SM:1'] })
  expect((await done('messages.list', { slot: 'a' })).messages).toMatchObject([{ unread: false }])
})

test('a message is deleted with all its parts, and nothing where another one lies by now', async () => {
  const { done, at, knob, clock } = await open('sim:sim7672')
  await knob('sms', 'x'.repeat(200))
  await knob('sms', 'second')
  await clock.advance(2_000)
  const { messages } = await done('messages.list', { slot: 'a' })
  expect(messages.map(({ id }) => id)).toEqual(['SM:1', 'SM:3'])
  await at('AT+CMGD=3')
  await knob('sms', 'third')
  await clock.advance(2_000)
  const moved = done('messages.delete', { slot: 'a', ids: ['SM:3'] })
  expect(await moved.catch(codeOf)).toBe('sms-moved')
  await done('messages.delete', { slot: 'a', ids: ['SM:1'] })
  expect((await done('messages.list', { slot: 'a' })).messages).toMatchObject([{ text: 'third' }])
  const unknown = done('messages.delete', { slot: 'a', ids: ['SM:9'] })
  expect(await unknown.catch(codeOf)).toBe('sms-unknown')
})

test.each([
  ['sim:sim7672?nosim=1', 'sms-no-sim'],
  ['sim:sim7672?lose-cells=1', 'sms-no-network'],
])('%s is told as %s, whatever AT+CMEE says', async (path, code) => {
  const { done, at } = await open(path)
  for (const cmee of [2, 1, 0]) {
    await at(`AT+CMEE=${cmee}`)
    const sent = done('messages.send', text('+819012345678', 'hello'))
    expect(await sent.catch(codeOf), `AT+CMEE=${cmee}`).toBe(code)
  }
})

test.each(['sara-r4', 'lara-r6', 'le910'])(
  'a simulated %s on no network refuses by a bare ERROR, and that is told',
  async (id) => {
    const { done } = await open(`sim:${id}?lose-cells=1`)
    const sent = done('messages.send', text('+819012345678', 'hello'))
    expect(await sent.catch(codeOf)).toBe('sms-no-network')
  },
)

test.each([
  ['abc', 'hello', 'sms-number'],
  ['', 'hello', 'sms-number'],
  ['+8190123456789012345678', 'hello', 'sms-number'],
  ['+819012345678', '', 'sms-text'],
  ['+819012345678', 'half \ud83d', 'sms-text'],
  ['+819012345678', 'あ'.repeat(67 * 255 + 1), 'sms-text'],
])('nothing is sent to %j with %.10j…: %s', async (number, words, code) => {
  const { done, entries } = await open('sim:sim7672')
  const before = entries.length
  expect(await done('messages.send', text(number, words)).catch(codeOf)).toBe(code)
  expect(entries.length).toBe(before)
})

test('a cancel at the prompt leaves it with ESC, and what was set is put back', async () => {
  const one = await open('sim:sim7672')
  const { ask, at, clock, state } = one
  await at('AT+CMGF=1')
  const sent = ask('messages.send', text('+819012345678', 'a'.repeat(500))).catch(codeOf)
  await clock.until(
    (async () => {
      while (state('a').messages.sending?.done !== 1) await clock.advance(10)
    })(),
    60_000,
  )
  await ask('at.cancel', { slot: 'a' })
  expect(await clock.until(sent, 60_000)).toBe('sms-partly')
  await clock.advance(20_000)
  expect(state('a').prompt).toBeNull()
  expect(state('a').messages.sending).toBeNull()
  expect(await at('AT+CMGF?')).toBe('+CMGF: 1')
})

test('a network that goes between two parts says how many went out', async () => {
  const one = await open('sim:sim7672')
  const { ask, knob, clock, state } = one
  const sent = ask('messages.send', text('+819012345678', 'a'.repeat(500))).catch(detailOf)
  await clock.until(
    (async () => {
      while (state('a').messages.sending?.done !== 1) await clock.advance(10)
    })(),
    60_000,
  )
  await knob('lose-cells', 'on')
  expect(await clock.until(sent, 120_000)).toMatch(/^1 of 4 parts went out\./)
})

test('a port that goes in the middle of it ends the call with that, and nothing waits', async () => {
  const one = await open('sim:sim7672')
  const { ask, clock, state, done } = one
  const sent = ask('messages.send', text('+819012345678', 'a'.repeat(500))).catch(codeOf)
  await clock.advance(300)
  const closed = ask('port.close', { slot: 'a' })
  expect(await clock.until(sent, 60_000)).toMatch(/^(at-cancelled|port-closed|sms-partly)$/)
  await clock.until(closed, 60_000)
  expect(state('a').messages.sending).toBeNull()
  expect(await done('messages.list', { slot: 'a' }).catch(codeOf)).toBe('port-closed')
})

test('a full storage is told, and what waits in the network comes when there is room', async () => {
  const { done, knob, clock } = await open('sim:sim7672')
  for (let i = 0; i < 51; i++) await knob('sms', `number ${i}`)
  await clock.advance(2_000)
  const { storages, messages } = await done('messages.list', { slot: 'a' })
  expect(storages).toMatchObject([{ name: 'SM', used: 50, total: 50, receives: true }, {}, {}])
  await done('messages.delete', { slot: 'a', ids: messages.slice(0, 2).map(({ id }) => id) })
  await clock.advance(2_000)
  const after = await done('messages.list', { slot: 'a' })
  expect(after.messages.map((one) => one.text)).toContain('number 50')
})

test('the service centre is set and told, and a PDU goes out as it is', async () => {
  const one = await open('sim:sim7672')
  const { done, at, clock } = one
  await done('messages.setCentre', { slot: 'a', number: '+81 90-0000 0000' })
  expect(await at('AT+CSCA?')).toBe('+CSCA: "+819000000000",145')
  const pdu = '0011000B916400000000F00000AA0AE8329BFD4697D9EC37'
  expect(await done('messages.send', { slot: 'a', message: { pdu } })).toMatchObject({
    parts: 1,
    alphabet: 'pdu',
  })
  const bad = done('messages.send', { slot: 'a', message: { pdu: pdu.slice(0, -4) } })
  expect(await bad.catch(detailOf)).toMatch(/The PDU ends in the text/)
  await clock.advance(1_000)
})

test('while PPP has the port it says so', async () => {
  const { done, ask, clock } = await open('sim:sim7672')
  const target = { apn: 'soracom.io', user: 'sora', password: 'sora' }
  await ask('connect.start', { slot: 'a', target })
  await clock.advance(60_000)
  expect(await done('messages.list', { slot: 'a' }).catch(codeOf)).toBe('at-not-command-mode')
})
