import { expect, test } from 'vitest'
import type { Token } from '@core/at/token'
import { SlotVoice } from '@bench/voice/voice'
import { ManualClock } from '../support/manual-clock'
import { openedBench, refusal } from '../support/opened-bench'

/** A SIM7600 in slot A and a SIM5320 in slot B, both registered. */
async function twoSlots() {
  const bench = await openedBench('sim:sim7600')
  const { ask, done, clock, state, simulators } = bench
  await ask('port.open', { slot: 'b', path: 'sim:sim5320' })
  await done('at.send', { slot: 'b', text: 'AT+CLIP=1' })
  await clock.advance(60_000)
  const number = String(simulators.modem('sim:sim5320').card.data?.number)
  return { ...bench, number, phases: () => [state('a').voice?.phase, state('b').voice?.phase] }
}
const a = { slot: 'a' } as const
const b = { slot: 'b' } as const

test('slot A calls slot B, which sees who calls, answers, hears a key, and is told the end', async () => {
  const { done, clock, state, number, phases } = await twoSlots()
  expect((await done('voice.dial', { ...a, number })).phase).toBe('dialling')
  await clock.advance(8_000)
  expect(phases()).toEqual(['alerting', 'incoming'])
  expect(state('b').voice?.number).toMatch(/^\+\d+$/)
  await done('voice.answer', b)
  await clock.advance(3_000)
  expect(phases()).toEqual(['active', 'active'])
  await done('voice.keys', { ...a, keys: '1#' })
  await done('voice.hangUp', b)
  await clock.advance(3_000)
  expect(state('a').voice).toMatchObject({ phase: 'ended', end: { seen: 'NO CARRIER' } })
  expect(state('b').voice?.end?.meaning.en).toBe('Hung up here.')
  const { text } = await done('log.export', {
    slots: ['b'],
    format: 'text',
    language: 'en',
    redact: true,
  })
  expect(text).toMatch(/\+RXDTMF: 1[\s\S]*\+RXDTMF: #/)
})

// From the look that finds the call there to the next, the end comes before, among and behind the lines of an answer.
test.each([480, 498, 501, 519])('the end %i ms later is told with its code', async (ms) => {
  const { done, clock, state, number } = await twoSlots()
  await done('voice.dial', { ...a, number })
  await clock.advance(8_000)
  await done('voice.answer', b)
  await clock.advance(3_000 + ms)
  await done('voice.hangUp', a)
  await clock.advance(15_000)
  expect(state('b').voice?.end?.seen).toBe('NO CARRIER')
})

test('a call that is rejected is BUSY, one that nobody takes NO ANSWER, one to nobody NO CARRIER', async () => {
  const { done, clock, state, number } = await twoSlots()
  await done('voice.dial', { ...a, number })
  await clock.advance(5_000)
  await done('voice.hangUp', b)
  await clock.advance(1_000)
  expect(state('a').voice?.end?.seen).toBe('BUSY')
  await done('voice.dial', { ...a, number })
  await clock.advance(70_000)
  expect(state('a').voice?.end).toMatchObject({ seen: 'NO ANSWER' })
  await done('voice.dial', { ...a, number: '0312345678' })
  await clock.advance(5_000)
  expect(state('a').voice?.end).toMatchObject({ seen: 'NO CARRIER' })
})

test('what cannot be dialled is refused before anything is sent, and a data-only modem says so', async () => {
  const { done } = await openedBench('sim:sim7672')
  const dial = (number: string) => done('voice.dial', { ...a, number }).catch(refusal)
  await expect(dial('hello')).resolves.toMatch(/^voice-number hello/)
  await expect(dial('abc')).resolves.toMatch(/^voice-number abc/)
  await expect(dial('03-1234-5678')).resolves.toMatch(/^voice-refused NO CARRIER/)
  await expect(done('voice.keys', { ...a, keys: '1' }).catch(refusal)).resolves.toMatch(
    /^voice-none/,
  )
  await expect(done('voice.answer', a).catch(refusal)).resolves.toMatch(/^voice-none/)
})

test.each([
  [10_000, 'NO CARRIER'],
  [10_001, 'AT+CLCC'],
])(
  'a code that comes %i ms after the list of calls was found empty: the end is %s',
  async (ms, seen) => {
    const clock = new ManualClock()
    const session = {
      ask: async () => ({ lines: [], final: { kind: 'ok', text: 'OK' }, ok: true }),
    }
    const voice = new SlotVoice({
      clock,
      session: () => session,
      onCall: () => undefined,
      report: (error: unknown) => expect.fail(String(error)),
    } as unknown as ConstructorParameters<typeof SlotVoice>[0])
    const hear = (text: string) => voice.hear({ kind: 'unsolicited', text } as Token)
    hear('RING')
    await clock.advance(2_000)
    expect(voice.call?.end?.seen).toBe('AT+CLCC')
    await clock.advance(ms)
    hear('NO CARRIER')
    expect(voice.call?.end?.seen).toBe(seen)
  },
)
