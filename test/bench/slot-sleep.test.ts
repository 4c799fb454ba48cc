import { expect, test } from 'vitest'
import { SlotSleep } from '@bench/slot/slot-sleep'
import type { Token } from '@core/at/token'
import type { SleepState } from '@core/modem/sleep'
import type { PsmGranted } from '@contract'
import { ManualClock } from '../support/manual-clock'

const hour: PsmGranted = { activeTime: '1 min', periodicTau: '1 h', tauSeconds: 3600 }
const line = (text: string): Token =>
  ({ kind: 'unsolicited', text, raw: new Uint8Array(), atUs: 0, row: {} }) as unknown as Token
const result = { kind: 'final', text: 'OK', final: { kind: 'ok' } } as unknown as Token

function sleeper(granted: PsmGranted | null, answers = true) {
  const clock = new ManualClock()
  const told: (SleepState | null)[] = []
  const notes: string[] = []
  let knocks = 0
  const sleep = new SlotSleep({
    clock,
    granted: () => granted,
    knock: async () => {
      knocks++
      return answers
    },
    onChange: (state) => told.push(state),
    note: ({ en }) => notes.push(en),
    report: (error) => {
      throw error
    },
  })
  return { clock, told, notes, sleep, knocks: () => knocks }
}

test.each(['+CPSMSTATUS: "ENTER PSM"', 'PSM POWER DOWN', '+UUPSMR: 1'])(
  '%s says that the modem sleeps, and its next answer that it is awake',
  (text) => {
    const { sleep, told, notes } = sleeper(hour)
    sleep.hear(line(text))
    expect(told).toMatchObject([{ told: true }])
    expect(notes[0]).toMatch(/60 min at the latest/)
    sleep.hear(result)
    expect([sleep.asleep, told.at(-1)]).toEqual([false, null])
  },
)

test.each(['+CPSMSTATUS: "EXIT PSM"', '+UUPSMR: 0'])('%s says that it woke', (text) => {
  const { sleep } = sleeper(null)
  sleep.hear(line('PSM POWER DOWN'))
  expect(sleep.asleep).toBe(true)
  sleep.hear(line(text))
  expect(sleep.asleep).toBe(false)
})

test('silence without PSM is no sleep, and other lines say nothing of it', () => {
  const { sleep } = sleeper(null)
  sleep.silent()
  sleep.hear(line('+CEREG: 2'))
  expect(sleep.asleep).toBe(false)
})

test('a modem that does not answer when its own clock should have woken it is silent again', async () => {
  const { sleep, clock, notes, knocks } = sleeper(hour, false)
  sleep.silent()
  await clock.advance(3_600_000)
  expect([sleep.asleep, knocks()]).toEqual([true, 0])
  await clock.advance(15_000)
  expect([sleep.asleep, knocks()]).toEqual([false, 1])
  expect(notes.at(-1)).toMatch(/does not answer/)
})
