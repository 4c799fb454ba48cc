import { afterEach, expect, test } from 'vitest'
import type { CallName, Input, Output } from '@contract'
import { benchFixture } from '../support/bench-fixture'

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
    clock.until(ask<N>(...(call as Parameters<typeof ask<N>>)), 120_000)
  for (const [i, path] of modems.entries()) {
    const slot = i === 0 ? 'a' : 'b'
    await ask('port.open', { slot, path })
    await done('at.send', { slot, text: 'AT' })
  }
  await clock.advance(60_000)
  return { ...fixture, done }
}
const own = { a: '', b: '' }
async function numbers({ done }: Awaited<ReturnType<typeof open>>) {
  for (const slot of ['a', 'b'] as const) {
    const { lines } = await done('at.send', { slot, text: 'AT+CNUM' })
    own[slot] = /"(\+?\d+)"/.exec(lines.join())?.[1] ?? ''
  }
  return own
}

test('a message from A is read on B, and its report on A', async () => {
  const both = await open('sim:sim7672', 'sim:sim5320')
  const { done, clock, state } = both
  const { a, b } = await numbers(both)
  const before = state('b').messages.count
  const message = { number: b, text: 'From A to B {€}', report: true }
  const sent = await done('messages.send', { slot: 'a', message })
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
