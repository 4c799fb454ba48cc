import { expect, test } from 'vitest'
import { disconnect, establish, type Dialogue } from '@core/cmux/opening'
import { cmuxTimers } from '@core/cmux/timers'
import { Waits } from '@core/cmux/waits'
import { faultCode } from '@core/fault'
import { ManualClock, settle } from '../../support/manual-clock'

/** What it asks, and when; notes in the language of the words. */
function dialogue() {
  const clock = new ManualClock()
  const said: string[] = []
  const notes: string[] = []
  const waits = new Waits<string>(clock)
  const it: Dialogue = {
    waits,
    timers: {
      ...cmuxTimers,
      startMs: 100,
      startTries: 3,
      answerMs: 50,
      answerTries: 2,
    },
    command: (dlci, control) => said.push(`${control} ${dlci} at ${clock.monotonicUs() / 1000}`),
    note: (severity, { en, ja }) => notes.push(severity, en, ja),
  }
  return { clock, waits, said, notes, it }
}

test.each([
  [
    0,
    ['SABM 0 at 0', 'SABM 0 at 100', 'SABM 0 at 200'],
    [
      'notice',
      'No answer yet; asking again to open the multiplexer (2 of 3).',
      '応答がないため、マルチプレクサーの開設を再要求します（2/3 回目）。',
      'notice',
      'No answer yet; asking again to open the multiplexer (3 of 3).',
      '応答がないため、マルチプレクサーの開設を再要求します（3/3 回目）。',
    ],
  ],
  [
    4,
    ['SABM 4 at 0', 'SABM 4 at 50'],
    [
      'notice',
      'No answer yet; asking again to open channel 4 (2 of 2).',
      '応答がないため、チャネル 4 の開設を再要求します（2/2 回目）。',
    ],
  ],
])('channel %i is asked for so often, and given up', async (dlci, asked, told) => {
  const { clock, said, notes, it } = dialogue()
  expect(await clock.until(establish(it, dlci))).toBeUndefined()
  expect(said).toEqual(asked)
  expect(notes).toEqual(told)
})

test('an answer ends the asking, whatever it is', async () => {
  const { clock, waits, said, it } = dialogue()
  const answer = establish(it, 1)
  await clock.advance(60)
  waits.settle('SABM 1', 'DM')
  expect(await answer).toBe('DM')
  await clock.advance(1000)
  expect(said).toEqual(['SABM 1 at 0', 'SABM 1 at 50'])
})

test('nothing is asked once it has ended, or was cancelled', async () => {
  const { clock, waits, said, it } = dialogue()
  const abort = new AbortController()
  const cancelled = establish(it, 1, abort.signal).catch(faultCode)
  const ended = establish(it, 2)
  await settle()
  abort.abort()
  waits.endAll()
  expect([await cancelled, await ended]).toEqual(['at-cancelled', undefined])
  expect([await establish(it, 3), await disconnect(it, 3)]).toEqual([undefined, undefined])
  await clock.advance(1000)
  expect(said).toEqual(['SABM 1 at 0', 'SABM 2 at 0'])
})

test.each([
  ['is asked so often', undefined, ['DISC 1 at 0', 'DISC 1 at 50'], 100],
  ['is over with the answer', 20, ['DISC 1 at 0'], 20],
])('closing %s', async (_what, answerMs, asked, overMs) => {
  const { clock, waits, said, it } = dialogue()
  if (answerMs !== undefined) clock.schedule(answerMs, () => waits.settle('DISC 1', 'UA'))
  await clock.until(disconnect(it, 1), 1000, 10)
  expect(clock.monotonicUs() / 1000).toBe(overMs)
  expect(said).toEqual(asked)
})
