import { modemProfiles } from '@catalog/modems'
import type { ConnectState } from '@core/connect/connect-state'
import { StepFailure } from '@core/connect/step'
import { Fault } from '@core/fault'
import { sleep } from '@core/wait'
import { quoted, seenIn } from '@core/words'
import { describe, expect, test } from 'vitest'
import { soracom } from '../../support/connect-bench'
import { pressed, ran, shortOf, type Course } from '../../support/connect-course'

const idsOf = ({ steps }: ConnectState) => steps.map(({ id }) => id)

const overAt = 'power port mode setup identity sim stored configure radio registration signal'
const overPpp = 'dial ppp address dns ping http'

describe('what is told meanwhile', () => {
  test('each change, from the plan to the verdict', async () => {
    const { states, end, startMs, did } = await ran({
      until: 'power',
      target: { user: 'anna', password: 'hemlig', pin: '1234' },
      on: (clock) => sleep(clock, 2000).then(() => pressed),
    })
    const { password: _password, pin: _pin, ...target } = { ...soracom, pingHost: '', user: 'anna' }
    const power = {
      id: 'power',
      title: { en: 'Power', ja: '電源' },
      limitMs: 180_000,
      facts: {},
    }
    const running = { ...power, state: 'running', startedMs: startMs }
    const state = { state: 'running', target, verdict: null, startedMs: startMs }
    const key = { en: 'The key.', ja: 'キー。' }
    const ok = {
      ...running,
      state: 'ok',
      ms: 2000,
      words: {
        en: 'Powered on through 3GPI in 2.0 s.',
        ja: '3GPI で電源を入れました（2.0 秒）。',
      },
      facts: { presses: 1 },
    }
    const verdict = {
      result: 'connected',
      seen: [],
      meaning: { en: 'Connected.', ja: '接続しました。' },
      tries: [],
      ms: 2000,
      mode: 'command',
      dns: [],
    }
    expect(states).toEqual([
      { ...state, steps: [{ ...power, state: 'waiting' }] },
      { ...state, steps: [running] },
      { ...state, steps: [{ ...running, words: key }] },
      { ...state, steps: [ok] },
      { ...state, state: 'connected', steps: [ok], verdict },
    ])
    expect(end).toBe(states.at(-1))
    expect(did).toEqual([])
  })

  test('of several steps only the one that goes on changes', async () => {
    const { states } = await ran({ until: 'mode' })
    expect(states.map(shortOf)).toEqual([
      ['power waiting', 'port waiting', 'mode waiting'],
      ['power running', 'port waiting', 'mode waiting'],
      ['power skipped', 'port waiting', 'mode waiting'],
      ['power skipped', 'port running', 'mode waiting'],
      ['power skipped', 'port ok', 'mode waiting'],
      ['power skipped', 'port ok', 'mode running'],
      ['power skipped', 'port ok', 'mode skipped'],
      ['power skipped', 'port ok', 'mode skipped'],
    ])
  })

  test.each([
    [false, undefined, `${overAt} ${overPpp}`],
    [true, undefined, overPpp],
    [false, 'power', 'power'],
    [false, 'signal', overAt],
    [false, 'http', `${overAt} ${overPpp}`],
    [true, 'dial', 'dial'],
    [true, 'signal', overPpp],
  ] as const)('the plan, direct %s, until %s: %s', async (direct, until, ids) => {
    const { states } = await ran({ target: { direct }, until, signal: AbortSignal.abort() })
    expect(states[0] && idsOf(states[0]).join(' ')).toBe(ids)
  })
})

describe('what a failure is told as', () => {
  const failing = (error: unknown, more: Course = {}) =>
    ran({ until: 'mode', on: () => Promise.reject(error), ...more })

  test('a fault of a step by its code; the steps behind it wait for ever', async () => {
    const { end, did, states } = await failing(new Fault('power-stuck', quoted('STATUS')))
    expect(states.map((state) => `${state.state}: ${state.steps[0]?.state}`)).toEqual([
      'running: waiting',
      'running: running',
      'running: running',
      'running: failed',
      'running: failed',
      'failed: failed',
    ])
    expect(shortOf(end)).toEqual(['power failed', 'port waiting', 'mode waiting'])
    expect(end).toMatchObject({
      state: 'failed',
      verdict: { result: 'failed', step: 'power', reason: 'power-stuck', mode: 'command', dns: [] },
    })
    expect(end.steps[0]?.words).toEqual(end.verdict?.meaning)
    expect(end.steps[0]?.ms).toBe(0)
    expect(did).toEqual(['no multiplexer'])
  })

  test.each([
    ['an error', new Error('cannot read x'), 'cannot read x'],
    ['what is no error', 'out of cheese', 'out of cheese'],
  ])('%s is one of this program, with its words', async (_, error, words) => {
    const { verdict } = (await failing(error)).end
    expect(verdict).toMatchObject({ result: 'failed', reason: 'internal' })
    expect(verdict?.meaning.en).toContain(words)
  })

  test.each([
    ['gone', 'port-gone'],
    ['failed', 'port-failed'],
    ['closed', 'port-closed'],
  ])('a port that is %s is the reason, whatever the step says', async (reason, code) => {
    const session = { end: { reason, detail: quoted('EIO') } }
    const { verdict } = (await failing(new Fault('power-stuck'), { session })).end
    expect(verdict?.reason).toBe(code)
    expect(verdict?.meaning.en).toContain('EIO')
  })

  test.each([
    ['any fault', new Fault('at-cancelled'), 'cancelled', 'connect-cancelled'],
    ['any error', new Error('x'), 'cancelled', 'connect-cancelled'],
    ['a step’s own failure', new StepFailure('power-stuck'), 'failed', 'power-stuck'],
  ] as const)('cancelled by a person, %s', async (_, error, state, reason) => {
    const stop = new AbortController()
    const on = async () => {
      stop.abort()
      throw error
    }
    const { end } = await ran({ until: 'mode', on, signal: stop.signal })
    expect(end).toMatchObject({ state, verdict: { result: state, step: 'power', reason } })
  })

  test('cancelled before a step begins: it is not carried out', async () => {
    let presses = 0
    const on = async () => {
      presses += 1
      return pressed
    }
    const { end } = await ran({ until: 'port', on, signal: AbortSignal.abort() })
    expect(shortOf(end)).toEqual(['power failed', 'port waiting'])
    expect([end.state, presses]).toEqual(['cancelled', 0])
  })

  test('a step that takes too long', async () => {
    const { end, clock } = await ran({
      until: 'power',
      on: (manual, signal) => sleep(manual, 10_000_000, signal),
    })
    expect(end.verdict).toMatchObject({ result: 'failed', reason: 'step-too-long', ms: 180_000 })
    expect(end.verdict?.meaning.en).toMatch(/ Power: 180 s\.$/)
    expect(end.verdict?.meaning.ja).toMatch(/電源：180 秒。$/)
    expect(end.steps[0]?.ms).toBe(180_000)
    expect(clock.pending).toBe(0)
  })
  test('one that is done in time is not stopped later', async () => {
    const { clock } = await ran({ until: 'power', on: async () => pressed })
    expect(clock.pending).toBe(0)
  })

  test('without profiles nothing is known of any modem', async () => {
    const session = { mode: 'unknown', listenFirst: async () => 'nothing' }
    const { end } = await ran({ until: 'port', session, profiles: [] })
    expect(end.verdict).toMatchObject({ reason: 'internal', step: 'port' })
    expect(end.verdict?.meaning.en).toContain('The catalogue of modems is empty.')
  })
})

describe('a command of a step', () => {
  /** A modem in command mode that answers from a table, and ERROR to everything else. */
  function modem(answers: { readonly [command: string]: readonly string[] }) {
    const asked: unknown[] = []
    const send = async (command: string, { signal, ...rest }: { signal: unknown }) => {
      asked.push([command, rest, signal instanceof AbortSignal])
      const lines = answers[command]
      const final = { kind: lines ? 'ok' : 'error' }
      return { command, lines: lines ?? [], final, ok: lines !== undefined }
    }
    return { asked, session: { at: { send } } }
  }
  const seenOf = ({ verdict }: ConnectState) => verdict?.seen.map((line) => seenIn(line, 'en'))

  test('goes out before others, and stands in what was seen with its answer', async () => {
    const none = [{ ...modemProfiles[0], matches: () => false }] as never
    const { asked, session } = modem({ ATI: ['ACME', 'Model 1'] })
    const { end } = await ran({ until: 'identity', session, profiles: none })
    expect(end.verdict).toMatchObject({ step: 'identity', reason: 'internal' })
    expect(end.verdict?.meaning.en).toContain('No profile takes this modem.')
    expect(seenOf(end)).toEqual(['ATI', 'ACME', 'Model 1', 'OK', 'AT+CGMM', 'ERROR'])
    expect(asked.slice(-2)).toEqual([
      ['ATI', { priority: 'wizard' }, true],
      ['AT+CGMM', { priority: 'wizard' }, true],
    ])
  })

  test('is shown without its secret', async () => {
    const { asked, session } = modem({ 'AT+CPIN?': ['+CPIN: SIM PIN'] })
    const target = { pin: '9182' }
    const { end, states } = await ran({ until: 'sim', session, target })
    expect(end.verdict).toMatchObject({ step: 'sim', reason: 'sim-pin-wrong' })
    expect(seenOf(end)).toEqual(['AT+CPIN?', '+CPIN: SIM PIN', 'OK', 'AT+CPIN=…', 'ERROR'])
    expect(asked.at(-1)).toEqual(['AT+CPIN="9182"', { priority: 'wizard', secret: true }, true])
    expect(JSON.stringify(states)).not.toContain('9182')
  })

  test('what is told with facts keeps them, and without leaves those that are there', async () => {
    const { session } = modem({
      'AT+CPIN?': ['+CPIN: READY'],
      'AT+CGDCONT?': ['+CGDCONT: 1,"IP","soracom.io"'],
      'AT+CFUN?': ['+CFUN: 1'],
      'AT+CEREG?': ['+CEREG: 0,2'],
    })
    const memory = { profile: modemProfiles.find(({ id }) => id === 'sim7672'), setUp: true }
    const { states, end } = await ran({ until: 'registration', session: { ...session, memory } })
    const told = states
      .map((state) => state.steps.find(({ id }) => id === 'registration'))
      .filter((step) => step?.state === 'running')
    expect(told[0]?.facts).toEqual({})
    expect(told[1]?.facts).toMatchObject({ stat: 2, seconds: 0 })
    expect(told[2]?.facts).toMatchObject({ stat: 2, seconds: 1 })
    expect(end.verdict?.reason).toBe('registration-searching')
  })
})

test('a modem that nobody knows yet is taken as that of the last profile', async () => {
  const asked: string[] = []
  const session = {
    mode: 'unknown',
    port: { onBytes: () => () => undefined },
    on: () => () => undefined,
    listenFirst: async () => 'nothing',
    escape: async () => undefined,
    askInPpp: async () => 'ppp',
    at: {
      send: async (command: string) => {
        asked.push(command)
        throw new Fault('at-timeout')
      },
    },
  }
  const profiles = [0, 0, 60_000].map((bootMs) => ({ ...modemProfiles[0], bootMs })) as never
  const { end } = await ran({ until: 'port', session, profiles })
  // The others would have booted by the first one.
  expect([asked, end.state]).toEqual([['AT', 'AT'], 'connected'])
})
