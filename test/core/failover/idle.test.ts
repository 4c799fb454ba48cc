import { expect, test } from 'vitest'
import { idleCountdown, idleSignOf, measureIdle, newIdleMeasurement } from '@core/failover/idle'
import { IdleRun } from '@core/failover/idle-run'
import { KeepAlive } from '@core/ip/keep-alive'
import { connectBench } from '../../support/connect-bench'
import { quoted } from '@core/words'

const at = (minutes: number) => ({ ms: minutes * 60_000, us: minutes * 60_000_000 })
const silent = newIdleMeasurement(at(0), 90 * 60_000)

test('warns at 55 minutes of silence and counts down to the hour', () => {
  expect(idleCountdown(0)).toEqual({
    lastTrafficMs: 0,
    warnsAtMs: 55 * 60_000,
    cutAtMs: 60 * 60_000,
  })
})

test('finds the limit and says how the network hung up', () => {
  const down = {
    kind: 'down',
    at: at(62),
    code: 'link-modem-hung-up',
    seen: quoted('NO CARRIER'),
  } as const
  const found = measureIdle(silent, down)
  expect(found).toMatchObject({ state: 'cut', silentMs: 62 * 60_000, sign: 'no-carrier' })
  expect(found.words.en).toBe('The network hung up after 62.0 min of silence: NO CARRIER.')
})

test.each([
  ['link-modem-hung-up', 'NO CARRIER', 'no-carrier'],
  ['link-modem-hung-up', '+PPPD: DISCONNECTED', 'pppd'],
  ['link-modem-hung-up', '+CGEV: NW PDN DEACT 1', 'event'],
  ['link-terminated-by-peer', 'Terminate-Request', 'terminate'],
  ['link-echo-timeout', '4 echoes were not answered', 'echo'],
  ['link-down', 'DCD fell', 'carrier'],
  ['port-gone', 'ttyUSB3 gone', 'port'],
  ['link-down', 'DV fell', 'carrier'],
  ['link-down', 'DVD', 'other'],
  ['link-down', 'DISCONNECTED', 'pppd'],
  ['link-down', 'Terminate-Request', 'terminate'],
  ['link-terminated-by-peer', '', 'terminate'],
  ['port-failed', 'EIO', 'port'],
  ['link-down', '', 'other'],
] as const)('tells %s with “%s” as %s', (code, seen, sign) => {
  expect(idleSignOf(code, quoted(seen))).toBe(sign)
})

test('counts anew after traffic, and gives up on a link that is never silent', () => {
  const traffic = (minute: number) =>
    ({ kind: 'traffic', at: at(minute), seen: quoted('84 B of IP') }) as const
  const again = measureIdle(silent, traffic(5))
  expect(again).toMatchObject({ state: 'silent', since: at(5), restarts: 1, startedMs: 0 })
  let state = silent
  for (let minute = 1; minute <= 101; minute++) state = measureIdle(state, traffic(minute))
  expect(state.state).toBe('spoilt')
})

test('asks when the time is up, and tells a quiet cut from none', () => {
  const asking = measureIdle(silent, { kind: 'tick', at: at(90) })
  expect(asking.state).toBe('asking')
  const ok = { kind: 'asked', at: at(90), ok: true, seen: quoted('8.8.8.8 answers') } as const
  expect(measureIdle(asking, ok)).toMatchObject({ state: 'not-cut', silentMs: 90 * 60_000 })
  expect(measureIdle(asking, { ...ok, ok: false, seen: quoted('no answer') })).toMatchObject({
    state: 'quiet-cut',
    sign: 'silence',
  })
})

test('is silent to the end of the time, and asks once', () => {
  const early = { ms: 90 * 60_000 - 1, us: 90 * 60_000_000 - 1 }
  expect(measureIdle(silent, { kind: 'tick', at: early })).toBe(silent)
  const asking = measureIdle(silent, { kind: 'tick', at: at(91) })
  expect(asking).toMatchObject({ state: 'asking', silentMs: 91 * 60_000 })
  expect(measureIdle(asking, { kind: 'tick', at: at(92) })).toBe(asking)
  // The question itself passes, and is no traffic of somebody else.
  expect(measureIdle(asking, { kind: 'traffic', at: at(92), seen: quoted('84 B') })).toBe(asking)
})

test('begins without a result', () => {
  expect(silent).toMatchObject({
    state: 'silent',
    startedMs: 0,
    since: { ms: 0, us: 0 },
    upToMs: 5_400_000,
    silentMs: null,
    sign: null,
    seen: null,
    restarts: 0,
    words: { en: 'Silent, and waiting for the network to hang up, at most 90.0 min.' },
  })
})

test('a hundred restarts are no more than a nuisance, one more is the end', () => {
  let state = silent
  const traffic = (s: number) =>
    ({ kind: 'traffic', at: at(s), seen: quoted('84 B of IP') }) as const
  for (let minute = 1; minute <= 100; minute++) state = measureIdle(state, traffic(minute))
  expect(state).toMatchObject({ state: 'silent', restarts: 100, since: at(100), startedMs: 0 })
  expect(measureIdle(state, traffic(102))).toMatchObject({
    state: 'spoilt',
    restarts: 101,
    silentMs: 2 * 60_000,
    seen: quoted('84 B of IP'),
    words: { en: 'Something passes again and again (84 B of IP): the link is not silent.' },
  })
})

test('says in words what was found', () => {
  const asking = measureIdle(silent, { kind: 'tick', at: at(90) })
  const seen = quoted('NO CARRIER')
  const asked = (ok: boolean) => measureIdle(asking, { kind: 'asked', at: at(91), ok, seen })
  const down = { kind: 'down', at: at(91), code: 'link-modem-hung-up', seen } as const
  expect(
    [asked(true), asked(false), measureIdle(asking, down)].map(({ words, silentMs }) => [
      words.en,
      silentMs,
    ]),
  ).toEqual([
    ['Not cut within 90.0 min of silence: NO CARRIER.', 90 * 60_000],
    [
      'The network ended the session within 90.0 min of silence and said nothing: NO CARRIER',
      90 * 60_000,
    ],
    [
      'The network had hung up within 90.0 min of silence, and said so when asked: NO CARRIER.',
      90 * 60_000,
    ],
  ])
  const stopped = measureIdle(silent, { kind: 'stop', at: at(3), seen })
  expect([stopped.words.en, stopped.silentMs, stopped.seen]).toEqual([
    'Stopped after 3.0 min of silence: NO CARRIER',
    3 * 60_000,
    seen,
  ])
})

test('keeps its result whatever comes later', () => {
  const stopped = measureIdle(silent, { kind: 'stop', at: at(3), seen: quoted('by hand') })
  expect(stopped.state).toBe('stopped')
  expect(measureIdle(stopped, { kind: 'traffic', at: at(4), seen: quoted('') })).toBe(stopped)
})

async function connected() {
  const bench = await connectBench('sim:sim7672?idle=62')
  expect((await bench.connect()).state).toBe('connected')
  return bench
}
const run = (bench: Awaited<ReturnType<typeof connected>>, upToMinutes: number) =>
  new IdleRun({
    session: bench.session,
    clock: bench.clock,
    upToMs: upToMinutes * 60_000,
    probe: 'pong.soracom.io',
    report: (error) => expect.unreachable(String(error)),
  })

test('measures that the network hangs up after 62 silent minutes, and how it says so', async () => {
  const bench = await connected()
  const idle = run(bench, 90)
  const found = await bench.clock.until(idle.over, 90 * 60_000, 1_000)
  expect(found).toMatchObject({ state: 'cut', sign: 'terminate', restarts: 0 })
  expect((found.silentMs ?? 0) / 60_000).toBeCloseTo(62, 1)
  await bench.session.close()
  bench.simulated.dispose()
})

test('is not cut within 50 minutes, which one question proves', async () => {
  const bench = await connected()
  const found = await bench.clock.until(run(bench, 50).over, 60 * 60_000, 1_000)
  expect(found).toMatchObject({ state: 'not-cut', seen: { en: 'pong.soracom.io answers' } })
  await bench.session.close()
  bench.simulated.dispose()
})

test('finds a link that died without a word by its silence', async () => {
  const bench = await connected()
  bench.modem.faults.impair({ loss: 1 })
  const found = await bench.clock.until(run(bench, 50).over, 60 * 60_000, 1_000)
  expect(found).toMatchObject({ state: 'quiet-cut', sign: 'silence' })
  await bench.session.close()
  bench.simulated.dispose()
})

test('is never cut with a keep-alive each quarter of an hour', async () => {
  const bench = await connected()
  const idle = run(bench, 90)
  const keepAlive = new KeepAlive({
    kind: 'ping',
    host: 'pong.soracom.io',
    everyMs: 15 * 60_000,
    clock: bench.clock,
    link: () => bench.session.upLink?.host,
    onChange: () => undefined,
  })
  keepAlive.start()
  await bench.clock.advance(3 * 3_600_000 + 5_000)
  expect(idle.state.state).toBe('silent')
  expect(idle.state.restarts).toBeGreaterThanOrEqual(11)
  expect(keepAlive.state).toMatchObject({ sent: 12, answered: 12 })
  expect(bench.session.upLink?.link.phase).toBe('open')
  keepAlive.stop()
  idle.stop(quoted('the test is over'))
  await bench.session.close()
  bench.simulated.dispose()
})
