import { expect, test } from 'vitest'
import { IdleRun } from '@core/failover/idle-run'
import { Fault, faultCode } from '@core/fault'
import type { ModemSession, SessionEvent } from '@core/modem/session'
import { quoted, seenIn } from '@core/words'
import { ManualClock } from '../../support/manual-clock'

type Question = (...asked: unknown[]) => Promise<unknown>

/** A session with a link whose octets are counted by hand, measured for two minutes. */
function measured({
  probe = '',
  resolve,
  ping,
}: { probe?: string; resolve?: Question; ping?: Question } = {}) {
  const clock = new ManualClock(0)
  const counters = { rxIpBytes: 100, txIpBytes: 50 }
  const listeners = new Set<(event: SessionEvent) => void>()
  const unasked = () => expect.unreachable('asked')
  const host = { resolve: resolve ?? unasked, ping: ping ?? unasked }
  const session = {
    upLink: { link: { phase: 'open', counters }, host },
    port: { label: 'ttyUSB3' },
    on(listener: (event: SessionEvent) => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  } as unknown as ModemSession
  const changes: string[] = []
  const defects: unknown[] = []
  const run = new IdleRun({
    session,
    clock,
    upToMs: 120_000,
    probe,
    onChange: ({ state }) => changes.push(state),
    report: (error) => defects.push(error),
  })
  const tell = (event: unknown) => {
    for (const listener of [...listeners]) listener(event as SessionEvent)
  }
  const over = async () => {
    const { state, sign, seen, silentMs } = await clock.until(run.over)
    return { state, sign, seen: seen && seenIn(seen, 'en'), silentMs }
  }
  return { clock, counters, listeners, run, tell, over, changes, defects }
}

test.each([
  ['no link', undefined],
  ['a dead one', { link: { phase: 'dead', counters: { rxIpBytes: 0, txIpBytes: 0 } } }],
])('measures nothing on a session with %s', (_, upLink) => {
  const session = { upLink, on: () => () => undefined } as unknown as ModemSession
  const start = () =>
    new IdleRun({
      session,
      clock: new ManualClock(),
      upToMs: 1,
      probe: '',
      report: () => undefined,
    })
  let fault: unknown
  try {
    start()
  } catch (error) {
    fault = faultCode(error)
  }
  expect(fault).toBe('net-not-connected')
})

test.each([
  [
    'gone',
    'vanished',
    { state: 'cut', sign: 'port', seen: 'ttyUSB3 gone vanished', silentMs: 5_000 },
  ],
  ['failed', undefined, { state: 'cut', sign: 'port', seen: 'ttyUSB3 failed', silentMs: 5_000 }],
  ['closed', undefined, { state: 'stopped', sign: null, seen: 'ttyUSB3 closed', silentMs: 5_000 }],
])('a port that is %s (%s) ends it', async (reason, detail, found) => {
  const { clock, tell, over, listeners, changes } = measured()
  await clock.advance(5_000)
  tell({ kind: 'end', end: { reason, detail: detail && quoted(detail) } })
  expect(await over()).toEqual(found)
  expect([listeners.size, clock.pending, changes]).toEqual([0, 0, [found.state]])
})

test('the code of a port that failed is another than of one that is gone', async () => {
  const { tell, run } = measured()
  tell({ kind: 'row' })
  tell({ kind: 'link', event: { kind: 'phase' } })
  expect(run.state.state).toBe('silent')
  tell({ kind: 'link', event: { kind: 'down', code: 'link-echo-timeout', seen: '4 echoes' } })
  expect(run.state).toMatchObject({ state: 'cut', sign: 'echo', seen: quoted('4 echoes') })
})

test('counts octets of both directions, each once, as traffic of that second', async () => {
  const { clock, counters, run, changes } = measured()
  await clock.advance(5_000)
  expect(changes).toEqual([])
  counters.rxIpBytes += 30
  counters.txIpBytes += 12
  await clock.advance(1_000)
  expect(run.state).toMatchObject({ restarts: 1, seen: { en: '42 B of IP' }, since: { ms: 6_000 } })
  await clock.advance(10_000)
  expect(run.state.restarts).toBe(1)
})

test('asks the name server of the link where nobody else is named', async () => {
  const asked: unknown[] = []
  const { over, changes } = measured({
    resolve: async (...question) => {
      asked.push(question)
      return { server: '100.100.0.253' }
    },
  })
  const found = { state: 'not-cut', sign: null, seen: '100.100.0.253 answers', silentMs: 120_000 }
  expect(await over()).toEqual(found)
  expect(asked).toEqual([['dns.google', { timeoutMs: 10_000, signal: expect.any(AbortSignal) }]])
  expect(changes).toEqual(['asking', 'not-cut'])
})

test.each([
  ['is answered at once', 0, 'not-cut', 1],
  ['is answered at the third time', 2, 'not-cut', 3],
  ['is not answered three times', 3, 'quiet-cut', 3],
] as const)('a question that %s', async (_, failures, state, times) => {
  const asked: unknown[][] = []
  const { over } = measured({
    probe: '8.8.8.8',
    ping: async (...question) => {
      asked.push(question)
      return { received: asked.length > failures ? 1 : 0 }
    },
  })
  const found = await over()
  expect([found.state, asked.length]).toEqual([state, times])
  expect(found.seen).toMatch(state === 'not-cut' ? /^8\.8\.8\.8 answers$/ : /8\.8\.8\.8/)
  expect(asked[0]).toEqual([
    '8.8.8.8',
    { count: 1, timeoutMs: 10_000, signal: expect.any(AbortSignal) },
  ])
})

test('is not asked again once it is stopped, and the question is given up', async () => {
  let given: AbortSignal | undefined
  let asked = 0
  const { clock, run, over } = measured({
    probe: '8.8.8.8',
    ping: (_, options) => {
      asked++
      given = (options as { signal: AbortSignal }).signal
      return new Promise((_resolve, reject) => {
        given?.addEventListener('abort', () => reject(given?.reason as Error))
      })
    },
  })
  await clock.advance(121_000)
  run.stop(quoted('by hand'))
  expect(await over()).toMatchObject({ state: 'stopped', seen: 'by hand' })
  await clock.advance(1_000)
  expect([given?.aborted, faultCode(given?.reason), asked]).toEqual([true, 'at-cancelled', 1])
})

test('a defect is reported and ends it', async () => {
  const defect = new TypeError('defect')
  const { over, defects } = measured({ resolve: () => Promise.reject(defect) })
  expect(await over()).toMatchObject({ state: 'stopped' })
  expect(defects).toEqual([defect])
  const { over: other, defects: none } = measured({
    resolve: () => Promise.reject(new Fault('dns-no-answer')),
  })
  expect(await other()).toMatchObject({ state: 'quiet-cut' })
  expect(none).toEqual([])
})
