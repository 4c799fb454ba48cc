import { expect, test } from 'vitest'
import { latin1 } from '@core/bytes'
import { benchFixture } from '../support/bench-fixture'
import { MemoryPort } from '../support/memory-port'

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

async function onPort(port: MemoryPort) {
  const backs: ((name: string) => void)[] = []
  const opened: string[] = []
  const fixture = await benchFixture(
    1,
    {},
    {
      openPort: async (path) => (opened.push(path), port),
      onReturn: (_, back) => {
        backs.push(back)
        return () => void backs.splice(backs.indexOf(back), 1)
      },
    },
  )
  await fixture.ask('port.open', { slot: 'a', path: '/dev/ttyUSB2' })
  return { fixture, backs, opened }
}

test('a port that is opened again while the program ends is closed, and not told into the closed journal', async () => {
  const port = new MemoryPort()
  const { fixture, backs, opened } = await onPort(port)
  const late = new MemoryPort()
  let arrive = (): void => undefined
  const arrived = new Promise<MemoryPort>((resolve) => (arrive = () => resolve(late)))
  Object.assign(fixture.bench.environment, {
    openPort: (path: string) => (opened.push(path), arrived),
  })
  port.end({ reason: 'gone' })
  backs[0]?.('/dev/ttyUSB3')
  expect(opened).toEqual(['/dev/ttyUSB2', '/dev/ttyUSB3'])
  await fixture.end()
  const kept = fixture.entries.length
  arrive()
  await fixture.clock.advance(1000)
  expect(late.open).toBe(false)
  expect(fixture.entries).toHaveLength(kept)
  expect(fixture.reports).toEqual([])
})

test('what is noted after the journal was closed is shown, and is no error', async () => {
  const { fixture } = await onPort(new MemoryPort())
  await fixture.end()
  const kept = fixture.entries.length
  fixture.bench.slots.a.recorder.note({ en: 'Too late.', ja: '遅すぎました。' })
  fixture.bench.outbox.flush()
  expect(fixture.entries).toHaveLength(kept)
  expect(JSON.stringify(fixture.events)).toContain('Too late.')
})

test('a name that cannot be a port begins no journal', async () => {
  const fixture = await benchFixture()
  for (const path of ['rfc2217://127.0.0.1', 'sim:sim7672?sped=50'])
    await expect(fixture.ask('port.open', { slot: 'a', path })).rejects.toThrow()
  expect(fixture.state('a').journal).toBeNull()
  expect(fixture.entries).toEqual([])
  await fixture.end()
})
