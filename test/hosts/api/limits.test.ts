import { expect, test, vi } from 'vitest'
import type { AnyEvent } from '@contract'
import { EventLog } from '@hosts/api/event-log'
import { languageOf, problemOfCall, statusOf } from '@hosts/api/problem'
import { Rate } from '@hosts/api/rate'
import { callError } from '@contract'
import { Fault, faultRows } from '@core/fault'

/** A bench that tells what the test wants. */
function telling() {
  let tell: ((events: readonly AnyEvent[]) => void) | undefined
  const bench = {
    onEvents: (listener: (events: readonly AnyEvent[]) => void) => {
      tell = listener
      return () => (tell = undefined)
    },
  }
  return {
    log: new EventLog(bench),
    isHeard: () => tell !== undefined,
    tell: (text: string) =>
      tell?.([{ name: 'told', value: { slot: 'a', words: { en: text, ja: text } } }]),
  }
}

test('who comes back gets what was missed, in order, and is told where it is no longer kept', () => {
  const { log, tell } = telling()
  const seen: number[] = []
  const leave = log.read(({ number }) => seen.push(number))
  for (const text of ['one', 'two', 'three']) tell(text)
  expect(seen).toEqual([1, 2, 3])
  expect(log.since(1)?.map(({ number }) => number)).toEqual([2, 3])
  expect(log.since(3)).toEqual([])
  // A number of the time to come is of another run.
  expect(log.since(4)).toBeUndefined()
  const large = 'x'.repeat(1024 * 1024)
  for (let count = 0; count < 6; count++) tell(large)
  expect(log.since(3)).toBeUndefined()
  expect(log.since(8)?.map(({ number }) => number)).toEqual([9])
  leave()
  log.close()
})

test('nothing is kept while nobody has read for a minute, and that is told', () => {
  vi.useFakeTimers()
  try {
    const { log, tell, isHeard } = telling()
    expect(isHeard()).toBe(false)
    const leave = log.read(() => undefined)
    tell('one')
    leave()
    vi.advanceTimersByTime(59_000)
    expect(log.since(0)).toHaveLength(1)
    vi.advanceTimersByTime(2_000)
    expect(isHeard()).toBe(false)
    expect(log.since(1)).toBeUndefined()
    log.close()
  } finally {
    vi.useRealTimers()
  }
})

test('a token asks so often at once, then so often a second, and no other token waits for it', () => {
  let now = 0
  const rate = new Rate(() => now)
  const ask = (who = 'rig') => {
    const turn = rate.begin(who)
    if ('end' in turn) turn.end()
    return 'end' in turn
  }
  let taken = 0
  while (ask()) taken++
  expect(taken).toBe(200)
  expect(ask('another')).toBe(true)
  now = 1_000
  taken = 0
  while (ask()) taken++
  expect(taken).toBe(50)
})

test('calls that are under way count until they end', () => {
  const rate = new Rate(() => 0)
  const turns = Array.from({ length: 64 }, () => rate.begin('rig'))
  expect(rate.begin('rig')).toEqual({ waitSeconds: 1 })
  const [first] = turns
  if (first && 'end' in first) first.end()
  expect(rate.begin('rig')).toHaveProperty('end')
})

test.each([
  ['at-timeout', 504],
  ['bad-input', 400],
  ['port-closed', 409],
  ['port-permission', 409],
  ['radio-no-undo', 409],
  ['soracom-signed-out', 409],
  ['files-unknown', 409],
  ['output-exists', 409],
  ['files-empty', 400],
  ['files-missing', 404],
  ['port-not-found', 404],
  ['read-only', 403],
  ['at-error', 502],
  ['internal', 500],
  ['card-wrong-pin', 502],
])('%s is answered by %d', (code, status) => {
  expect(Object.hasOwn(faultRows, code)).toBe(true)
  expect(statusOf(code)).toBe(status)
})

test('a fault is said in the language that the header prefers', () => {
  expect(languageOf('ja')).toBe('ja')
  expect(languageOf('en;q=0.5, ja-JP')).toBe('ja')
  expect(languageOf('ja;q=0, de')).toBe('en')
  expect(languageOf(undefined)).toBe('en')
  const fault = new Fault('bad-input', { en: 'seen', ja: '見えたもの' })
  expect(problemOfCall(callError(fault), 'ja')).toMatchObject({
    type: '/api#bad-input',
    status: 400,
    detail: '見えたもの',
  })
})
