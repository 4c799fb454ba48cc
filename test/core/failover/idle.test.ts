import { expect, test } from 'vitest'
import { idleState, measureIdle, type IdleMeasurement } from '@core/failover/idle'
import { connectBench } from '../../support/connect-bench'

const at = (minutes: number) => ({ ms: minutes * 60_000, us: minutes * 60_000_000 })

test('warns at 55 minutes of silence and counts down to the hour', () => {
  expect(idleState(at(0), at(54)).warns).toBe(false)
  expect(idleState(at(0), at(55))).toMatchObject({ warns: true, leftMs: 300_000 })
  expect(idleState(at(0), at(61)).words.en).toContain('beyond')
})

test('measures the limit and says how the network hung up; traffic spoils it', () => {
  const silent: IdleMeasurement = { state: 'silent', since: at(0), upTo: 90 * 60_000 }
  expect(measureIdle(silent, { kind: 'down', at: at(62), seen: 'NO CARRIER' })).toMatchObject({
    state: 'cut',
    silentMs: 62 * 60_000,
    seen: 'NO CARRIER',
  })
  const spoilt = measureIdle(silent, { kind: 'traffic', at: at(5), seen: 'ping' })
  expect(spoilt.state).toBe('spoilt')
  expect(measureIdle(silent, { kind: 'tick', at: at(90) }).state).toBe('not cut')
})

test('is cut by the network after 62 silent minutes, and not with a ping each quarter', async () => {
  for (const keep of [false, true]) {
    const bench = await connectBench()
    const verdict = await bench.connect()
    expect(verdict.state).toBe('connected')
    const downs: string[] = []
    bench.session.on((event) => {
      if (event.kind === 'link' && event.event.kind === 'down') downs.push(event.event.seen)
    })
    for (let quarter = 0; quarter < 5; quarter++) {
      await bench.clock.advance(15 * 60_000)
      const host = bench.session.upLink?.host
      if (keep && host) await bench.clock.until(host.ping('pong.soracom.io', { count: 1 }))
    }
    expect(downs, keep ? 'with keep-alive' : 'without').toHaveLength(keep ? 0 : 1)
    await bench.session.close()
    bench.simulated.dispose()
  }
}, 30_000)
