import { radioFamilies } from '@catalog/radio'
import type { Step, StepContext } from '@core/connect/step'
import { StepFailure } from '@core/connect/step'
import { registration } from '@core/connect/steps/registration'
import { Fault, type FaultCode } from '@core/fault'
import { describe, expect, test } from 'vitest'
import { StepBench, type Answers } from '../../support/step-bench'

interface Course {
  /** What these commands reject with in place of an answer. */
  readonly rejects?: { readonly [command: string]: FaultCode }
  readonly registration?: readonly string[]
  readonly limited?: boolean
  /** Nobody can explain a line. */
  readonly unexplained?: boolean
}

/** A registration; what was asked with its second, what was told with its facts, and the failure. */
async function registered(
  answers: Answers,
  { rejects = {}, limited, unexplained, ...course }: Course = {},
) {
  const bench = new StepBench(answers, { profile: 'sim7672' })
  const startMs = bench.clock.nowMs()
  const second = () => Math.round((bench.clock.nowMs() - startMs) / 1000)
  const asked: (readonly [number, string])[] = []
  const told: unknown[] = []
  let failure: StepFailure | undefined
  const step = (context: StepContext): StepContext => ({
    ...context,
    ...(limited ? { radioFamilies } : {}),
    ...(unexplained ? { knowledge: { ...context.knowledge, line: () => undefined } } : {}),
    profile: () => ({ ...context.profile(), ...(course as object) }),
    ask(command, options) {
      asked.push([second(), command])
      const code = rejects[command]
      return code ? Promise.reject(new Fault(code)) : context.ask(command, options)
    },
    progress(words, facts) {
      told.push(facts)
      context.progress(words)
    },
  })
  const watched: Step = {
    ...registration,
    run: (context) =>
      registration.run(step(context)).catch((error: unknown) => {
        if (error instanceof StepFailure) failure = error
        throw error
      }),
  }
  const ended = await bench.run(watched)
  const { progress, found, seconds, seen } = bench
  const when = (command: string) => asked.filter(([, one]) => one === command).map(([s]) => s)
  return { ...ended, asked, when, told, progress, found, seconds, failure, seen }
}

const done = (line: string) => `${line}\r\n\r\nOK`
const stat = (...parts: (number | string)[]) => done(`+CEREG: ${parts.join(',')}`)
const searching = { 'AT+CEREG?': stat(0, 2) }
const denied = { 'AT+CEREG?': stat(0, 3) }
const reports = { 'AT+CEREG=3': 'OK', 'AT+CEREG=0': 'OK' }

describe('a modem that is registered', () => {
  test.each([
    [1, 'Registered at home 44010.'],
    [5, 'Registered, roaming 44010. Normal for a global SIM.'],
  ])('as %i, with its operator', async (state, en) => {
    const cops = { 'AT+COPS?': done('+COPS: 0,2,"44010",7') }
    const { facts, found, told, ...ended } = await registered({
      'AT+CEREG?': stat(0, state),
      ...cops,
    })
    expect(ended).toMatchObject({ state: 'ok', en })
    expect(facts).toMatchObject({ stat: state, oper: '44010', seconds: 0 })
    expect(found.registered).toMatchObject({ stat: state })
    expect(found.registered).not.toHaveProperty('oper')
    expect(told).toEqual([])
    expect(ended.asked).toEqual([
      [0, 'AT+CEREG?'],
      [0, 'AT+COPS?'],
    ])
  })
  test('without one that is told', async () => {
    const { en, facts } = await registered({
      'AT+CEREG?': stat(0, 1),
      'AT+COPS?': done('+COPS: 0'),
    })
    expect(en).toBe('Registered at home.')
    expect(facts).toMatchObject({ stat: 1, seconds: 0 })
  })
  test('each command of the profile is asked until one is understood', async () => {
    const commands = ['+CEREG', '+CGREG', '+CREG']
    const { asked } = await registered(
      { 'AT+CGREG?': done('+CGREG: 0,1') },
      { registration: commands },
    )
    expect(asked.map(([, command]) => command)).toEqual(['AT+CEREG?', 'AT+CGREG?', 'AT+COPS?'])
    const none = await registered({}, { registration: commands })
    expect(none.asked.map(([, command]) => command)).toEqual(['AT+CEREG?', 'AT+CGREG?', 'AT+CREG?'])
    expect(none).toMatchObject({ state: 'at-error', failure: expect.any(StepFailure) })
  })
})

describe('while a modem searches', () => {
  test('each second is told, with its facts', async () => {
    const { told, progress } = await registered({
      'AT+CEREG?': [stat(0, 2), stat(0, 0), stat(0, 1)],
    })
    expect(told).toMatchObject([
      { stat: 2, seconds: 0 },
      { stat: 0, seconds: 1 },
    ])
    expect(progress).toEqual(['0 s: searching.', '1 s: not searching.'])
  })
  test('the network’s reason is asked for each 25 s, and once more at the end', async () => {
    const { when, state } = await registered(searching)
    expect(when('AT+CEREG=3')).toEqual([25, 50, 75, 100, 125, 150, 175, 181])
    expect([when('AT+CEREG=0'), when('AT+CEER')]).toEqual([[], [181]])
    expect(state).toBe('registration-searching')
  })
  test('it is told from then on until none is given any more', async () => {
    const states = Array.from({ length: 200 }, (_, i) =>
      i < 40 ? stat(3, 2, '', '', '', 0, 22) : stat(0, 2),
    )
    const { progress } = await registered({ ...reports, 'AT+CEREG?': states })
    const reasons = progress.map((line) => /congestion/i.test(line))
    expect(reasons.indexOf(true)).toBe(25)
    expect(reasons.lastIndexOf(true)).toBe(49)
    expect(reasons.slice(25, 50)).not.toContain(false)
  })
  test('a refusal counts from its beginning, and anew after another state', async () => {
    const refused = (count: number) => Array.from({ length: count }, () => stat(0, 3))
    const states = [stat(0, 2), ...refused(20), stat(0, 2), ...refused(30)]
    const { state, seconds } = await registered({ 'AT+CEREG?': states })
    expect([state, seconds]).toEqual(['registration-denied', 42])
  })
})

describe('why there is none', () => {
  const after = (said: string) => `After 21 s: refused by the network (state 3).${said}`
  const end = ({ state, en, failure }: Awaited<ReturnType<typeof registered>>) => ({
    state,
    en: en.slice(en.indexOf('After')),
    refusal: failure?.refusal && [failure.refusal.kind, failure.refusal.code],
  })
  const cause = (...parts: (number | string)[]) => ({
    ...reports,
    'AT+CEREG?': [
      ...Array.from({ length: 22 }, () => stat(0, 3)),
      stat(3, 3, '', '', '', ...parts),
    ],
  })

  test('the network’s reason that has a number is told by that, not by words', async () => {
    const found = await registered(cause(0, 11))
    expect(end(found)).toEqual({
      state: 'registration-denied',
      en: after(''),
      refusal: ['emm', 11],
    })
    expect(found.asked.slice(-4, -1).map(([, command]) => command)).toContain('AT+CEREG=0')
    expect(found.when('AT+CEER')).toEqual([])
    expect(found.failure).toMatchObject({ forbidden: undefined, limits: undefined, tries: [] })
  })
  test('one that has none, by its words', async () => {
    const { refusal, en } = end(await registered(cause(1, 11)))
    expect(refusal).toBeUndefined()
    expect(en).toContain(after(' '))
    expect(en.length).toBeGreaterThan(after('').length + 5)
  })

  const report = (line: string) => ({ 'AT+CEER': line })
  test.each([
    ['none', { ...denied }, ''],
    ['reports that are not taken', { ...cause(0, 11), 'AT+CEREG=3': 'ERROR' }, ''],
    ['an answer without a cause', { ...denied, ...reports }, ''],
    [
      'the extended report',
      { ...denied, ...report(done('something else')) },
      ' Reason of the last failure: something else.',
    ],
    ['a report that fails', { ...denied, ...report('something\r\n\r\nERROR') }, ''],
    ['an empty report', { ...denied, ...report('OK') }, ''],
    [
      'no cause, but a report',
      { ...denied, ...reports, ...report(done('something else')) },
      ' Reason of the last failure: something else.',
    ],
  ])('%s', async (_, answers: Answers, said) => {
    expect(end(await registered(answers))).toEqual({
      state: 'registration-denied',
      en: after(said),
      refusal: undefined,
    })
  })

  test('a report that nobody can explain stands as it came', async () => {
    const answers = { ...denied, ...report(done('+CEER: 5,7')) }
    expect(end(await registered(answers, { unexplained: true })).en).toBe(after(' +CEER: 5,7'))
  })

  test('what is not answered is no reason to tell nothing', async () => {
    const silent = { rejects: { 'AT+CEREG=3': 'at-timeout', 'AT+CEER': 'at-timeout' } } as const
    const found = await registered({ ...denied, ...reports }, silent)
    expect(end(found).en).toBe(after(''))
    expect([found.when('AT+CEREG=3'), found.when('AT+CEREG=0')]).toEqual([[21], []])
  })

  const forbidden = {
    'AT+CRSM=192,28539,0,0,0': done('+CRSM: 144,0,"62128202412183026F7B8A01058B036F060780020006"'),
    'AT+CRSM=176,28539,0,0,6': done('+CRSM: 144,0,"44F002FFFFFF"'),
  }
  const locked = {
    ATI: done('Manufacturer: SIMCOM INCORPORATED\r\nModel: SIM7600G-H'),
    'AT+CGMI': done('SIMCOM INCORPORATED'),
    'AT+CGMM': done('SIM7600G-H'),
    'AT+CNMP?': done('+CNMP: 13'),
    'AT+COPS?': done('+COPS: 0'),
  }
  test('networks that the card forbids are told, with what to do', async () => {
    const { failure, en } = await registered({ ...denied, ...forbidden })
    expect(failure?.forbidden).toEqual(['44020'])
    expect(failure?.limits).toBeUndefined()
    expect(en).toContain('forbidden networks (EF_FPLMN)')
    expect(failure?.tries.map((one) => one.en)).toEqual([
      expect.stringContaining('sim-card clear-forbidden'),
    ])
  })
  test('what limits the radio, before them', async () => {
    const { failure, en } = await registered(
      { ...denied, ...forbidden, ...locked },
      { limited: true },
    )
    expect(failure?.limits).toMatchObject([{ item: 'rat' }])
    expect(failure?.forbidden).toEqual(['44020'])
    expect(failure?.tries).toHaveLength(2)
    expect(failure?.tries[1]?.en).toContain('sim-card clear-forbidden')
    expect(en.indexOf('GSM')).toBeGreaterThan(0)
    expect(en.indexOf('GSM')).toBeLessThan(en.indexOf('EF_FPLMN'))
    const limits = await registered({ ...denied, ...locked }, { limited: true })
    expect(limits.failure?.forbidden).toBeUndefined()
    expect(limits.failure?.tries).toHaveLength(1)
    expect(limits.en).not.toContain('EF_FPLMN')
  })

  test.each([
    [0, 'registration-idle', 'not searching (state 0).'],
    [2, 'registration-searching', 'searching (state 2).'],
    [4, 'registration-no-coverage', 'out of coverage (state 4).'],
    [8, 'registration-searching', 'registered for emergency calls only (state 8).'],
    [1.5, 'registration-searching', 'no answer that tells the state.'],
  ])('state %d: %s', async (state, code, words) => {
    const found = await registered({ 'AT+CEREG?': stat(0, state) })
    expect(found.state).toBe(code)
    expect(found.en).toContain(`: ${words}`)
    expect(found.seconds).toBe(182)
  })
})
