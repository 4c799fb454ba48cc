import { expect, test } from 'vitest'
import { latin1 } from '@core/bytes'
import { benchFixture } from '../support/bench-fixture'

const target = {
  apn: 'soracom.io',
  user: 'sora',
  password: 'sora',
  auth: 'auto',
  pdpType: 'IP',
  cid: 1,
  direct: false,
  pingHost: '',
} as const

async function connected(more: { readonly cmux?: true } = {}) {
  const fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await fixture.ask('connect.start', { slot: 'a', target: { ...target, ...more } })
  expect((await fixture.verdict('a')).result).toBe('connected')
  const from = fixture.entries.length
  const passed = (dir: 'rx' | 'tx') =>
    fixture.entries
      .slice(from)
      .filter((entry) => entry.dir === dir)
      .map(({ bytes }) => latin1(bytes))
      .join('')
  return { fixture, passed }
}

// LCP Terminate-Request: protocol C021, code 5, which travels as 7D 25.
const terminate = '\xc0\x21\x7d\x25'

test('the end of the program hangs up before it closes the port', async () => {
  const { fixture, passed } = await connected()
  await fixture.end()
  expect(passed('tx')).toContain(terminate)
  expect(passed('rx')).toContain('+PPPD: DISCONNECTED')
  expect(fixture.state('a').port).toBeNull()
})

test('a modem that answers nobody does not hold up the end', async () => {
  const { fixture, passed } = await connected()
  fixture.simulators.control('sim:sim7672', 'hang', 'on')
  const fromMs = fixture.clock.nowMs()
  await fixture.end()
  expect(passed('tx')).toContain(terminate)
  expect(fixture.clock.nowMs() - fromMs).toBeLessThan(4_000)
})

test('the end of the program closes the multiplexer, with its call, before the port', async () => {
  const { fixture, passed } = await connected({ cmux: true })
  await fixture.end()
  expect(passed('tx')).toContain(terminate)
  // Close-down (CLD) on the control channel: its type C3, no length, and the close-down's answer comes back.
  expect(passed('tx')).toContain('\xc3\x01')
  expect(passed('rx')).toContain('\xc1\x01')
})
