import { describe, expect, test } from 'vitest'
import { Flow } from '@core/cmux/flow'
import { quiet, ready } from '@core/cmux/values'
import { ManualClock } from '../../support/manual-clock'

function channel() {
  const clock = new ManualClock()
  const said: string[] = []
  const say = (what: string) => said.push(`${what} at ${clock.monotonicUs() / 1000}`)
  const flow = new Flow({ clock, pausedMs: 3000, go: () => say('go') })
  const leave = flow.onPaused((pause) => say(pause ?? 'resumed'))
  return { clock, said, flow, leave }
}

describe('what stops a channel', () => {
  test.each<[string, (flow: Flow) => void, string | undefined]>([
    ['nothing told', () => {}, undefined],
    ['RTR that was never up', (flow) => flow.told(quiet), undefined],
    ['all is well', (flow) => flow.told(ready), undefined],
    ['FC', (flow) => flow.told({ ...ready, fc: true }), 'flow control'],
    ['FCoff', (flow) => flow.stopAll(true), 'all channels'],
    [
      'FCoff, then FCon',
      (flow) => {
        flow.stopAll(true)
        flow.stopAll(false)
      },
      undefined,
    ],
    [
      'RTR that fell',
      (flow) => {
        flow.told({ ...quiet, rtr: true })
        flow.told({ ...quiet, rtc: true })
      },
      'RTR',
    ],
    [
      'RTR that fell and rose',
      (flow) => {
        flow.told(ready)
        flow.told(quiet)
        flow.told({ ...quiet, rtr: true })
      },
      undefined,
    ],
    [
      'FC before RTR',
      (flow) => {
        flow.told(ready)
        flow.told({ ...quiet, fc: true })
      },
      'flow control',
    ],
    [
      'FCoff before FC',
      (flow) => {
        flow.told({ ...ready, fc: true })
        flow.stopAll(true)
      },
      'all channels',
    ],
    ['just opened', (flow) => flow.holdUntilReady(), 'RTR'],
    [
      'just opened, ready before',
      (flow) => {
        flow.told(ready)
        flow.holdUntilReady()
      },
      undefined,
    ],
    [
      'just opened, RTC alone before',
      (flow) => {
        flow.told({ ...quiet, rtc: true })
        flow.holdUntilReady()
      },
      'RTR',
    ],
    [
      'just opened, RTR alone before',
      (flow) => {
        flow.told({ ...quiet, rtr: true })
        flow.holdUntilReady()
      },
      'RTR',
    ],
    [
      'just opened, then RTC alone',
      (flow) => {
        flow.holdUntilReady()
        flow.told({ ...quiet, rtc: true })
      },
      'RTR',
    ],
    [
      'just opened, then FC',
      (flow) => {
        flow.holdUntilReady()
        flow.told({ ...quiet, fc: true })
      },
      'flow control',
    ],
    [
      'just opened, then ready',
      (flow) => {
        flow.holdUntilReady()
        flow.told(ready)
      },
      undefined,
    ],
    [
      'just opened, and about to be closed',
      (flow) => {
        flow.holdUntilReady()
        flow.waitNoMore()
        flow.waitNoMore()
      },
      undefined,
    ],
  ])('%s', (_what, happens, stopped) => {
    const { flow } = channel()
    happens(flow)
    expect(flow.stopped).toBe(stopped)
  })
})

test('one that has just been opened is waited for a second at most', async () => {
  const { clock, flow, said } = channel()
  flow.holdUntilReady()
  await clock.advance(999.999)
  expect([flow.stopped, said]).toEqual(['RTR', []])
  await clock.advance(0.001)
  expect([flow.stopped, said, clock.pending]).toEqual([undefined, ['go at 1000'], 0])
})

test('a stop of three seconds is a pause, and its end is told', async () => {
  const { clock, flow, said } = channel()
  flow.stopAll(true)
  await clock.advance(2999.999)
  expect(flow.paused).toBeUndefined()
  await clock.advance(0.001)
  expect(flow.paused).toBe('all channels')
  flow.stopAll(true)
  await clock.advance(5000)
  flow.stopAll(false)
  expect(flow.paused).toBeUndefined()
  expect(said).toEqual(['all channels at 3000', 'resumed at 8000', 'go at 8000'])
})

test('two short stops are no long one; one for two reasons is', async () => {
  const { clock, flow, said } = channel()
  flow.stopAll(true)
  await clock.advance(2000)
  flow.stopAll(false)
  flow.told({ ...ready, fc: true })
  await clock.advance(2000)
  flow.stopAll(true)
  await clock.advance(999.999)
  expect(said).toEqual(['go at 2000'])
  await clock.advance(0.001)
  expect(said).toEqual(['go at 2000', 'all channels at 5000'])
})

test('who listens no more is told no more; what is over tells nothing', async () => {
  const { clock, flow, said, leave } = channel()
  leave()
  flow.stopAll(true)
  await clock.advance(3000)
  expect([flow.paused, said]).toEqual(['all channels', []])
  const other = channel()
  other.flow.holdUntilReady()
  other.flow.end()
  expect([other.flow.stopped, other.clock.pending]).toEqual([undefined, 0])
  other.flow.stopAll(true)
  other.flow.end()
  expect(other.clock.pending).toBe(0)
  expect(flow.peerSignals).toBeUndefined()
})
