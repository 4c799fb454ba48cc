import { expect, test } from 'vitest'
import { Waits } from '@core/cmux/waits'
import { Fault, faultCode } from '@core/fault'
import { ManualClock, settle } from '../../support/manual-clock'

function waiting() {
  const clock = new ManualClock()
  const waits = new Waits<string>(clock)
  const said: string[] = []
  const wait = (key: string, ms: number, signal?: AbortSignal) => {
    void waits.wait(key, ms, signal).then(
      (answer) => said.push(`${key}: ${answer}`),
      (error) => said.push(`${key}: ${faultCode(error)}`),
    )
  }
  return { clock, waits, said, wait }
}

test('everyone who waits for a key gets its answer, once', async () => {
  const { clock, waits, said, wait } = waiting()
  wait('UA 1', 100)
  wait('UA 1', 200)
  wait('UA 2', 300)
  expect([waits.has('UA 1'), waits.has('UA 2'), waits.has('UA 3')]).toEqual([true, true, false])
  expect([waits.settle('UA 1', 'yes'), waits.settle('UA 1', 'again')]).toEqual([true, false])
  expect([waits.has('UA 1'), waits.has('UA 2')]).toEqual([false, true])
  await settle()
  expect(said).toEqual(['UA 1: yes', 'UA 1: yes'])
  expect(clock.pending).toBe(1)
})

test('keys may be chosen by what they are', async () => {
  const { waits, said, wait } = waiting()
  wait('MSC 1', 100)
  wait('PN 1', 100)
  expect(waits.settleWhere((key) => key.startsWith('MSC'), 'NSC')).toBe(true)
  expect(waits.settleWhere((key) => key.startsWith('MSC'), 'NSC')).toBe(false)
  await settle()
  expect(said).toEqual(['MSC 1: NSC'])
})

test('nobody waits longer than was said', async () => {
  const { clock, waits, said, wait } = waiting()
  wait('UA', 100)
  await clock.advance(99.999)
  expect(waits.has('UA')).toBe(true)
  await clock.advance(0.001)
  expect([said, waits.has('UA')]).toEqual([['UA: undefined'], false])
})

test('a cancelled wait rejects with the reason, before, while and after', async () => {
  const { clock, waits, said, wait } = waiting()
  const abort = new AbortController()
  wait('UA', 100, abort.signal)
  wait('DM', 100, abort.signal)
  waits.settle('DM', 'yes')
  abort.abort(new Fault('cmux-ended'))
  wait('late', 100, abort.signal)
  await settle()
  expect(said.toSorted()).toEqual(['DM: yes', 'UA: cmux-ended', 'late: cmux-ended'])
  expect([clock.pending, waits.has('UA'), waits.has('late')]).toEqual([0, false, false])
})

test('without a reason of its own it is at-cancelled', async () => {
  const { said, wait } = waiting()
  const abort = new AbortController()
  wait('UA', 100, abort.signal)
  abort.abort()
  await settle()
  expect(said).toEqual(['UA: at-cancelled'])
})

test('what has ended answers nobody any more', async () => {
  const { clock, waits, said, wait } = waiting()
  wait('UA', 100)
  wait('DM', 100)
  expect(waits.ended).toBe(false)
  waits.endAll()
  expect(waits.ended).toBe(true)
  wait('late', 100)
  await settle()
  expect(said).toEqual(['UA: undefined', 'DM: undefined', 'late: undefined'])
  expect(clock.pending).toBe(0)
})
