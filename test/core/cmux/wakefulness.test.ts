import { Wakefulness } from '@core/cmux/wakefulness'
import { expect, test } from 'vitest'
import { ManualClock } from '../../support/manual-clock'

/** What it did, in order: `4 flags at 0`. */
function side() {
  const clock = new ManualClock()
  const did: string[] = []
  const say = (what: string) => did.push(`${what} at ${clock.monotonicUs() / 1000}`)
  const it = new Wakefulness({
    clock,
    stepMs: 100,
    limitMs: 300,
    flags: (count) => say(`${count} flags`),
    hold: (held) => say(held ? 'hold' : 'go'),
    onSilence: () => say('silence'),
  })
  return { clock, did, it }
}

test('asleep, no frame goes out; what is heard wakes it', () => {
  const { did, it } = side()
  it.fallAsleep()
  expect(it.asleep).toBe(true)
  it.heard()
  expect(it.asleep).toBe(false)
  it.heard()
  expect(did).toEqual(['hold at 0', 'go at 0'])
})

test('wakes the other side by four flags each step, and gives up at the limit', async () => {
  const { clock, did, it } = side()
  it.fallAsleep()
  it.wake()
  it.wake()
  await clock.advance(1000)
  expect(did).toEqual([
    'hold at 0',
    '4 flags at 0',
    '4 flags at 100',
    '4 flags at 200',
    'silence at 300',
  ])
  // It may be woken once more, for as long.
  did.length = 0
  it.wake()
  await clock.advance(250)
  it.stop()
  await clock.advance(1000)
  expect(did).toEqual(['4 flags at 1000', '4 flags at 1100', '4 flags at 1200'])
})

test('awake, there is nobody to wake', async () => {
  const { clock, did, it } = side()
  it.wake()
  await clock.advance(1000)
  expect(did).toEqual([])
})

test('stops to knock when it is heard, and does not answer the flags it asked for', async () => {
  const { clock, did, it } = side()
  it.fallAsleep()
  it.wake()
  await clock.advance(50)
  it.flagsHeard(2)
  await clock.advance(1000)
  expect(did).toEqual(['hold at 0', '4 flags at 0', 'go at 50'])
})

test.each([
  ['asleep, one flag is answered', true, 1, ['go at 1000', '2 flags at 1000']],
  ['awake, three flags are none that wake', false, 3, []],
  ['awake, four are', false, 4, ['2 flags at 1000']],
])('%s', async (_what, asleep, run, expected) => {
  const { clock, did, it } = side()
  await clock.advance(1000)
  if (asleep) it.fallAsleep()
  did.length = 0
  it.flagsHeard(run)
  expect(did).toEqual(expected)
})

test('flags are answered at once, and then not within half a second of our own', async () => {
  const { clock, did, it } = side()
  it.flagsHeard(4)
  await clock.advance(499.999)
  it.flagsHeard(4)
  await clock.advance(0.001)
  it.flagsHeard(4)
  await clock.advance(499.999)
  it.flagsHeard(4)
  expect(did).toEqual(['2 flags at 0', '2 flags at 500'])
})
