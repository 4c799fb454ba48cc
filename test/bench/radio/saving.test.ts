import { expect, test } from 'vitest'
import type { RadioItemId, RadioState } from '@contract'
import { openedBench, refusal } from '../../support/opened-bench'

const slot = 'a' as const
const change = (item: RadioItemId, ...chosen: string[]) => ({ item, chosen })
const chosen = ({ items }: RadioState, id: RadioItemId) =>
  items.find((one) => one.id === id)?.chosen

test('PSM and eDRX are compared, written, read back with what is granted, and taken back', async () => {
  const { done, at } = await openedBench('sim:generic')
  const before = await done('radio.read', { slot })
  expect([chosen(before, 'psm'), chosen(before, 'edrx')]).toEqual([['off'], ['off']])
  expect(chosen(before, 'edrx-nbiot')).toBeUndefined()
  const changes = [change('psm', '3600,2'), change('edrx', '0000')]
  const { differences, warnings } = await done('radio.compare', { slot, changes })
  expect(differences.map(({ en }) => en)).toEqual([
    'PSM asked for: off → T3412 1 h, T3324 2 s',
    'eDRX asked for, LTE: off → 5.12 s',
  ])
  expect(warnings.map(({ en }) => en).join(' ')).toMatch(/sleeps 2 s after its last traffic/)
  const written = await done('radio.write', { slot, changes })
  expect((await at('AT+CPSMS?')).lines).toEqual(['+CPSMS: 1,,,"00000110","00000001"'])
  // The network listens for a minute at least, and has no cycle under 20.48 s.
  expect(written.saving).toMatchObject({
    psm: {
      asked: { activeTime: '2 s', periodicTau: '1 h' },
      granted: { activeTime: '1 min', periodicTau: '1 h' },
    },
    edrx: [{ act: 4, asked: '5.12 s', granted: '20.48 s' }],
  })
  const back = await done('radio.undo', { slot })
  expect([chosen(back, 'psm'), chosen(back, 'edrx')]).toEqual([['off'], ['off']])
  expect(back.saving.psm).toMatchObject({ on: false, granted: null })
})

test('a timer that cannot be had names those next to it', async () => {
  const { done } = await openedBench('sim:generic')
  const refused = (...one: string[]) =>
    done('radio.write', { slot, changes: [change('psm', ...one)] }).catch(refusal)
  await expect(refused('3700,3')).resolves.toMatch(
    /^radio-bad-choice .*expected T3412=1h or 70min, T3324=2s or 4s/,
  )
  await expect(refused('an hour')).resolves.toMatch(
    /T3412 and T3324 such as 1h,30s \(or in seconds: 3600,30\)/,
  )
})

test('a modem that went silent after PSM was granted sleeps: nothing fails, nothing is asked, and it is back by its own clock', async () => {
  const bench = await openedBench('sim:generic')
  const { done, clock, state } = bench
  const modem = () => bench.simulators.modem('sim:generic')
  await done('radio.write', { slot, changes: [change('psm', '1200,60')] })
  await done('radio.keep', { slot })
  await clock.advance(70_000)
  expect(modem().power.state).toBe('asleep')
  const { sleep, rungs } = state(slot)
  expect(sleep?.told).toBe(false)
  expect((sleep?.untilMs ?? 0) - (sleep?.sinceMs ?? 0)).toBe(1_200_000)
  expect(rungs.filter(({ id }) => id === 'power' || id === 'port')).toMatchObject([
    { state: 'idle', word: { en: 'may sleep' } },
    { state: 'idle', word: { en: 'may sleep' } },
  ])
  // T3412 is over, and the modem boots.
  await clock.advance(1_200_000)
  expect(modem().power.state).not.toBe('asleep')
  expect(state(slot)).toMatchObject({ sleep: null, unresponsive: false })
})

test('PWRKEY wakes a sleeping modem, and it says so', async () => {
  const { done, clock, state, simulators } = await openedBench('sim:generic')
  await done('radio.write', { slot, changes: [change('psm', '36000,60')] })
  await done('radio.keep', { slot })
  await clock.advance(200_000)
  expect(state(slot).sleep).not.toBeNull()
  simulators.modem('sim:generic').power.pwrkey(true)
  await clock.advance(10_000)
  expect(state(slot)).toMatchObject({ sleep: null, unresponsive: false })
})

test('without STATUS three commands without an answer say the same', async () => {
  const { done, clock, state, simulators } = await openedBench('sim:generic')
  await done('radio.write', { slot, changes: [change('psm', '36000,7200')] })
  simulators.modem('sim:generic').faults.hang(true)
  await clock.advance(120_000)
  expect(state(slot)).toMatchObject({ unresponsive: true, sleep: { told: false } })
  const { text } = await done('log.export', {
    slots: [slot],
    format: 'text',
    language: 'en',
    redact: true,
  })
  expect(text).toMatch(/may sleep.*in 600 min at the latest/)
  expect(text).not.toMatch(/polling stopped/)
})

test('what the network grants is read by the command of the maker, and the paging window beside it', async () => {
  const { done, at } = await openedBench('sim:bg95')
  await at('AT+CPSMS=1,,,"00000110","00000001"')
  await at('AT+QPTWEDRXS=1,4,"0111","0010"')
  const sent = await done('radio.read', { slot })
  expect(sent.saving).toEqual({
    psm: {
      on: true,
      asked: { activeTime: '2 s', periodicTau: '1 h' },
      granted: { activeTime: '1 min', periodicTau: '1 h', tauSeconds: 3600 },
    },
    edrx: [
      {
        act: 4,
        asked: '20.48 s',
        granted: '20.48 s',
        window: { asked: '10.24 s', granted: '5.12 s' },
      },
    ],
  })
  // No report of the registration was touched for it.
  const { text } = await done('log.export', {
    slots: ['a'],
    format: 'text',
    language: 'en',
    redact: true,
  })
  expect(text).toContain('AT+QPSMS?')
  expect(text).not.toContain('AT+CEREG=4')
})
