import { radioFamilies } from '@catalog/radio'
import type { Findings, Step, StepContext } from '@core/connect/step'
import { ok, skipped } from '@core/connect/step'
import { configure } from '@core/connect/steps/configure'
import { forbiddenNetworks } from '@core/connect/steps/forbidden'
import { identity } from '@core/connect/steps/identity'
import { powerOn } from '@core/connect/steps/power-on'
import { radioLimits } from '@core/connect/steps/radio-limits'
import { radioOn } from '@core/connect/steps/radio-on'
import { setUp } from '@core/connect/steps/set-up'
import { levelOf, signal } from '@core/connect/steps/signal'
import { simReady } from '@core/connect/steps/sim-ready'
import { stored } from '@core/connect/steps/stored'
import { Fault, type FaultCode } from '@core/fault'
import { seenIn } from '@core/words'
import { describe, expect, test } from 'vitest'
import { given, StepBench, type Answers, type StepBenchOptions } from '../../support/step-bench'

const done = (...lines: string[]) => `${lines.join('\r\n')}\r\n\r\nOK`

interface Course extends StepBenchOptions {
  readonly rejects?: { readonly [command: string]: FaultCode }
  /** On the clock before the step begins. */
  readonly afterMs?: number
  readonly parts?: object
}

/** A step with what it asked, and how. */
async function ran(
  step: Step,
  answers: Answers,
  { rejects = {}, afterMs = 0, parts, ...options }: Course = {},
) {
  const bench = new StepBench(answers, options)
  const asked: (readonly [string, object | undefined])[] = []
  await bench.clock.advance(afterMs)
  const listened: Step = {
    ...step,
    run: (context) =>
      step.run({
        ...context,
        ask(command, how) {
          asked.push([command, how])
          const code = rejects[command]
          return code ? Promise.reject(new Fault(code)) : context.ask(command, how)
        },
      }),
  }
  const ended = await bench.run(given(listened, parts ?? {}))
  const { progress, seconds, found, session } = bench
  const seen = bench.seen.map((line) => [seenIn(line, 'en'), seenIn(line, 'ja')])
  const commands = asked.map(([command]) => command)
  return { ...ended, asked, commands, progress, seconds, found, session, seen }
}

test('what a step comes to has facts where there are some', () => {
  const words = { en: 'x', ja: 'y' }
  expect(ok(words)).toStrictEqual({ state: 'ok', words })
  expect(ok(words, { n: 1 })).toStrictEqual({ state: 'ok', words, facts: { n: 1 } })
  expect(skipped(words)).toStrictEqual({ state: 'skipped', words })
  expect(skipped(words, { n: 1 })).toStrictEqual({ state: 'skipped', words, facts: { n: 1 } })
})

describe('the SIM', () => {
  const ready = done('+CPIN: READY')

  test('is told with its numbers', async () => {
    const { facts, commands } = await ran(
      simReady,
      {
        'AT+CPIN?': ready,
        'AT+CIMI': done('901310000000007'),
        'AT+CICCID': done('+ICCID: 89423100000000000007'),
      },
      { profile: 'sim7672', afterMs: 100_000 },
    )
    expect(facts).toMatchObject({
      code: 'READY',
      imsi: '901310000000007',
      iccid: '89423100000000000007',
    })
    expect(commands).toEqual(['AT+CPIN?', 'AT+CIMI', 'AT+CICCID'])
    expect((await ran(simReady, { 'AT+CPIN?': ready })).facts).toMatchObject({ code: 'READY' })
  })
  test('is waited for by what passes from now on', async () => {
    const busy = ['+CME ERROR: 14', '+CME ERROR: 14', ready]
    const { state, progress, seconds } = await ran(
      simReady,
      { 'AT+CPIN?': busy },
      { afterMs: 100_000 },
    )
    expect([state, seconds]).toEqual(['ok', 4])
    expect(progress).toEqual([
      'The SIM is not ready yet (+CME ERROR: 14), 0 s.',
      'The SIM is not ready yet (+CME ERROR: 14), 2 s.',
    ])
  })
  test.each([
    ['says nothing', 'OK', 'OK'],
    ['says what nobody knows', done('+CPIN: SIM BUSY'), '+CPIN: SIM BUSY'],
    ['says more', done('+CPIN: SIM BUSY', '+CPIN: SIM BUSY'), '+CPIN: SIM BUSY +CPIN: SIM BUSY'],
    ['says something and fails', '+X: 1\r\n\r\n+CME ERROR: 14', '+CME ERROR: 14'],
  ])('may be ready later where it %s', async (_, answer, said) => {
    const { state, progress, seconds } = await ran(simReady, { 'AT+CPIN?': [answer, ready] })
    expect([state, seconds]).toEqual(['ok', 2])
    expect(progress).toEqual([`The SIM is not ready yet (${said}), 0 s.`])
  })
  test('that fails is told as it said so, one that is locked by its lock', async () => {
    const failed = (answer: string) => ran(simReady, { 'AT+CPIN?': answer }).then(({ en }) => en)
    expect(await failed(done('+CPIN: SIM FAILURE'))).toBe('+CPIN: SIM FAILURE')
    expect(await failed(done('+CPIN: PH-NET PIN'))).toBe('The SIM is locked: PH-NET PIN.')
  })
  test('a PIN is a secret, also where the radio went on', async () => {
    const pin = { 'AT+CPIN?': [done('+CPIN: SIM PIN'), ready], 'AT+CPIN="1234"': 'OK' }
    const target = { pin: '1234' }
    const secret = ['AT+CPIN="1234"', { secret: true }]
    expect((await ran(simReady, pin, { target })).asked).toContainEqual(secret)
    const radio = await ran(radioOn, { ...pin, 'AT+CFUN=1': 'OK' }, { target })
    expect(radio).toMatchObject({ state: 'ok', facts: { fun: 1 } })
    expect(radio.asked).toContainEqual(secret)
  })
})

describe('what is stored', () => {
  const context = done('+CGDCONT: 2,"IPV6","b.c","0.0.0.0"', '+CGDCONT: 1,"IP","a.b","0.0.0.0"')
  test.each([
    [
      { 'AT+CGDCONT?': context, 'AT+CGAUTH?': done('+CGAUTH: 1,2,"sora","sora"') },
      { apn: 'a.b', pdp_type: 'IP', auth_prot: 2, differences: ['APN "a.b" → "soracom.io"'] },
    ],
    [
      { 'AT+CGDCONT?': 'OK' },
      { apn: null, pdp_type: null, auth_prot: null, differences: ['context 1 is not defined'] },
    ],
    [
      {
        'AT+CGDCONT?': done('+CGDCONT: 1,"IP","soracom.io"'),
        'AT+CGAUTH?': done('+CGAUTH: 1,1,"sora","sora"'),
      },
      { apn: 'soracom.io', pdp_type: 'IP', auth_prot: 1, differences: [] },
    ],
  ])('%j', async (answers: Answers, facts) => {
    const found = await ran(stored, answers)
    expect(found.facts).toEqual({ cid: 1, ...facts })
    expect(found.found.authUnsupported).toBe(!('AT+CGAUTH?' in answers))
    expect(found.found.differences?.map(({ en }) => en)).toEqual(facts.differences)
  })
})

describe('what is written', () => {
  const different = { differences: [{ en: 'APN', ja: 'APN' }] }
  const answers = {
    'AT+CFUN=4': 'OK',
    'AT+CFUN=1': 'OK',
    'AT+CGDCONT=1,"IP","soracom.io"': 'OK',
    'AT+CGDCONT=2,"IP","soracom.io"': 'OK',
    'AT+CGAUTH=1,2,"sora","sora"': 'OK',
    'AT+CGAUTH=2,2,"sora","sora"': 'OK',
    'AT+CGDCONT?': done('+CGDCONT: 1,"IP","soracom.io"', '+CGDCONT: 2,"IP","soracom.io"'),
    'AT+CGAUTH?': done('+CGAUTH: 1,2,"sora","sora"', '+CGAUTH: 2,2,"sora","sora"'),
  }
  const written = (cid: number, more: Course = {}, found: Findings = different) =>
    ran(configure, answers, { profile: 'sim7672', target: { cid }, found: { ...found }, ...more })

  test.each([
    [1, true],
    [2, false],
  ])('in context %i, the radio off: %s', async (cid, off) => {
    const { state, facts, asked, found } = await written(cid)
    expect([state, facts]).toEqual(['ok', { written: ['APN'], radio_off: off }])
    expect(asked).toContainEqual([`AT+CGAUTH=${cid},2,"sora","sora"`, { secret: true }])
    expect(found.differences).toEqual([])
    expect(found.context).toEqual({ cid, apn: 'soracom.io', pdpType: 'IP' })
  })
  test('nothing where nobody has looked', async () => {
    expect(await written(1, {}, {})).toMatchObject({ state: 'skipped', commands: [] })
  })
  test('and refused: the radio goes on again where it was off, whoever cancelled', async () => {
    const rejects = { 'AT+CGDCONT?': 'at-cancelled' } as const
    const off = await written(1, { rejects })
    expect(off.asked.at(-1)).toEqual(['AT+CFUN=1', { signal: expect.any(AbortSignal) }])
    expect(off.state).toBe('at-cancelled')
    const on = await written(2, { rejects })
    expect(on.commands).not.toContain('AT+CFUN=1')
    expect(on.state).toBe('at-cancelled')
  })
  test('and the port is gone: nothing goes on any more', async () => {
    const rejects = { 'AT+CGDCONT?': 'port-gone' } as const
    const { commands, state } = await written(1, { rejects, parts: { session: { end: {} } } })
    expect(commands).not.toContain('AT+CFUN=1')
    expect(state).toBe('port-gone')
  })
  test('and the radio does not go on: that stands beside why', async () => {
    const rejects = { 'AT+CGDCONT?': 'at-cancelled', 'AT+CFUN=1': 'at-timeout' } as const
    const { state, seen } = await written(1, { rejects })
    expect(state).toBe('at-cancelled')
    const [en, ja] = seen.at(-1) ?? []
    expect(en).toMatch(/^AT\+CFUN=1: [A-Z]/)
    expect(ja).toMatch(/^AT\+CFUN=1: .*[ぁ-ん]/)
  })
})

describe('networks that the SIM forbids', () => {
  const forbidden = async (context: StepContext) =>
    ok({ en: '', ja: '' }, { list: [...(await forbiddenNetworks(context))] })
  const step = { ...simReady, run: forbidden }
  const [shape, list] = ['AT+CRSM=192,28539,0,0,0', 'AT+CRSM=176,28539,0,0,0']
  test.each([
    ['144,0,"44F002"', ['44020']],
    ['145,0,"44F002"', ['44020']],
    ['105,130,"44F002"', []],
    ['144,0', []],
  ])('%s', async (said, networks) => {
    const { facts } = await ran(step, {
      [shape]: done('+CRSM: 106,130'),
      [list]: done(`+CRSM: ${said}`),
    })
    expect(facts).toEqual({ list: networks })
  })
  test('a card that cannot be asked forbids none, and leaves no line', async () => {
    const rejects = { [list]: 'at-timeout' } as const
    const { facts, seen } = await ran(step, { [shape]: done('+CRSM: 106,130') }, { rejects })
    expect([facts, seen]).toEqual([{ list: [] }, []])
  })
})

test('what limits a radio that cannot be asked is not known', async () => {
  const limited = async (context: StepContext) =>
    ok({ en: '', ja: '' }, { count: (await radioLimits({ ...context, radioFamilies })).length })
  const rejects = { 'AT+CGMI': 'at-timeout' } as const
  const { facts, seen } = await ran(
    { ...simReady, run: limited },
    { ATI: done('ACME') },
    { rejects },
  )
  expect([facts, seen]).toEqual([{ count: 0 }, []])
})

test('the family of a radio is known by each line the modem says of itself, and by no refusal', async () => {
  const identities: string[] = []
  const matches = (identity: string) => {
    identities.push(identity)
    return false
  }
  const families = [{ ...radioFamilies[0], matches }] as never
  const limited = async (context: StepContext) => {
    await radioLimits({ ...context, radioFamilies: families })
    return ok({ en: '', ja: '' })
  }
  await ran({ ...simReady, run: limited }, { ATI: done('ACME', 'X1'), 'AT+CGMM': done('X1-J') })
  expect(identities).toEqual(['ACME\nX1\nX1-J'])
})

test('who the modem is, by all it says', async () => {
  const { facts, session, commands } = await ran(identity, {
    ATI: done('Manufacturer: SIMCOM INCORPORATED', 'Model: SIM7672JP-MNGV'),
    'AT+CGMM': done('SIM7672JP-MNGV'),
    'AT+CGSN': done('860000000000000'),
  })
  expect(facts).toMatchObject({
    model: 'SIM7672JP-MNGV',
    imei: '860000000000000',
    profile: 'sim7672',
  })
  expect(session.memory.identity).toBe(
    'Manufacturer: SIMCOM INCORPORATED\nModel: SIM7672JP-MNGV\nSIM7672JP-MNGV',
  )
  expect(commands).toEqual(['ATI', 'AT+CGMM', 'AT+CGSN'])
})

describe('the signal', () => {
  test('of a refused question nothing is known', async () => {
    const answers = { 'AT+CSQ': '+CSQ: 22,99\r\n\r\nERROR' }
    expect((await ran(signal, answers, { profile: 'generic' })).en).toBe(
      'The modem does not tell the signal now.',
    )
  })
  test('what a later answer does not know stays as an earlier one told it', async () => {
    const twice = () => ({ signal: ['AT+CSQ', 'AT+X'] })
    const read = ({ command }: { command: string }) =>
      command === 'AT+X' ? { rssi_dbm: null, n: 1 } : { rssi_dbm: -69 }
    const { facts, en } = await ran(
      signal,
      { 'AT+CSQ': 'OK', 'AT+X': 'OK' },
      { parts: { profile: twice, read } },
    )
    expect([facts, en]).toEqual([{ rssi_dbm: -69, n: 1 }, 'RSSI -69 dBm.'])
  })
  test.each([
    [{}, undefined],
    [{ rsrp_dbm: null, rssi_dbm: '-69' }, undefined],
    [{ rssi_dbm: -69 }, 'RSSI -69 dBm'],
    [{ rscp_dbm: -80, rssi_dbm: -69 }, 'RSCP -80 dBm, RSSI -69 dBm'],
    [{ rscp_dbm: -80 }, 'RSCP -80 dBm'],
    [{ rsrq_db: -10, rsrp_dbm: -95 }, 'RSRP -95 dBm, RSRQ -10 dB'],
    [{ rsrp_dbm: -95, rscp_dbm: -80, rsrq_db: -10, rssi_dbm: -69 }, 'RSRP -95 dBm, RSCP -80 dBm'],
  ])('%j: %s', (facts, level) => {
    expect(levelOf(facts)).toBe(level)
  })
})

test('errors in words where the modem has them: not by number then', async () => {
  const { commands } = await ran(setUp, { ATE1: 'OK', 'AT+CMEE=2': 'OK' })
  expect(commands).toEqual(['ATE1', 'AT+CMEE=2', 'AT+IFC?'])
})

describe('power', () => {
  const board = (look: () => Promise<unknown>, outcome = 'done') => ({
    name: '3GPI',
    insist: false,
    look,
    on: async (_: unknown, tell: (entry: object) => void) => {
      tell({ words: { en: 'The key.', ja: 'キー。' } })
      return { outcome, presses: 2, ms: 12_340 }
    },
  })
  const off = async () => ({ by: 'status', power: 'off' })
  test.each([
    ['done', 'Powered on through 3GPI in 12.3 s.'],
    ['pressed', 'The power key was pressed once; the port is asked what became of it.'],
  ])('%s, with how often the key was pressed', async (outcome, en) => {
    const parts = { power: board(off, outcome) }
    const ended = await ran(powerOn, {}, { parts })
    expect(ended).toMatchObject({ state: 'ok', en, facts: { presses: 2 }, progress: ['The key.'] })
  })
  test('a STATUS that cannot be read is a fault of the adapter; what else fails is not hidden', async () => {
    const gone = { power: board(() => Promise.reject(new Fault('port-gone'))) }
    expect((await ran(powerOn, {}, { parts: gone })).state).toBe('skipped')
    const cancelled = { ...gone, signal: AbortSignal.abort() }
    expect((await ran(powerOn, {}, { parts: cancelled })).state).toBe('port-gone')
    const broken = { power: board(() => Promise.reject(new TypeError('x'))) }
    await expect(ran(powerOn, {}, { parts: broken })).rejects.toThrow(TypeError)
  })
})
