import { expect, test } from 'vitest'
import { KeepAlive } from '@core/cmux/keep-alive'
import { ManualClock, settle } from '../../support/manual-clock'

/** Probed every `everyMs`; each probe is answered by the next of `answers`, and never where there is none. */
function kept(everyMs: number, ...answers: boolean[]) {
  const clock = new ManualClock()
  const said: string[] = []
  const say = (what: string) => said.push(`${what} at ${clock.monotonicUs() / 1000}`)
  const it = new KeepAlive({
    clock,
    everyMs,
    probe: () => {
      say('probe')
      const answer = answers.shift()
      return new Promise((resolve) => answer !== undefined && resolve(answer))
    },
    onSilence: () => say('silence'),
  })
  return { clock, said, it }
}

test.each<[string, number, boolean[], string[]]>([
  [
    'is asked again as long as it answers',
    100,
    [true, true],
    [100, 200, 300].map((at) => `probe at ${at}`),
  ],
  [
    'without answer it is silent, and asked no more',
    100,
    [true, false],
    ['probe at 100', 'probe at 200', 'silence at 200'],
  ],
  ['0 asks nothing', 0, [], []],
])('%s', async (_what, everyMs, answers, expected) => {
  const { clock, said, it } = kept(everyMs, ...answers)
  it.start()
  await clock.advance(1000)
  expect(said).toEqual(expected)
  expect(clock.pending).toBe(0)
})

test('stopped, it asks no more: before it starts, while it waits and while it asks', async () => {
  for (const answer of [true, false]) {
    const { clock, said, it } = kept(100, answer)
    it.start()
    void clock.advance(100)
    await settle(3)
    it.stop()
    await clock.advance(1000)
    expect(said.filter((what) => !what.startsWith('probe'))).toEqual([])
    expect(said.length).toBeLessThan(2)
    it.start()
    expect(clock.pending).toBe(0)
  }
  const waiting = kept(100, true)
  waiting.it.start()
  waiting.it.stop()
  expect(waiting.clock.pending).toBe(0)
  waiting.it.stop()
})
