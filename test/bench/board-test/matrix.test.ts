import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { casesOf } from '@bench/board-test/matrix'
import { readTestPlan } from '@bench/board-test/test-plan-file'
import { shippedPresets } from '@bench/settings/presets'
import { mistakeText } from '@contract'
import { benchFixture } from '../../support/bench-fixture'

let fixture: Awaited<ReturnType<typeof benchFixture>> | undefined
afterEach(async () => {
  await fixture?.end()
  fixture = undefined
})
async function ended(text: string, slot: 'a' | 'b' = 'a') {
  fixture = await benchFixture()
  await fixture.ask('test.start', { slot, text, serial: '1' })
  for (let passed = 0; passed < 3_600_000; passed += 500) {
    await fixture.clock.advance(500)
    const now = fixture.bench.tests.states[slot]
    if (now && now.state !== 'running') return now
  }
  throw new Error('the test did not end')
}

const plan = `name: m
port: 'sim:{modem}?speed=fast&{fault}'
connect: { apn: '{apn}', user: sora, password: sora }
matrix:
  modem: [sim7672, sim5320]
  apn: [soracom.io]
  fault: [roaming=roaming, { value: signal=-118, fails: signal }]
steps:
  - { name: registered, registered: {} }
  - { name: signal, at: { send: AT+CSQ, value: '\\+CSQ: (\\d+)', min: 8, max: 31 } }
  - { name: PPP, ppp: {}, needs: signal }
`

test('every combination is carried out, each on a modem of its own, and a planted fault must be found', async () => {
  const end = await ended(plan)
  const judged = end.steps.filter(({ name }) => !name.endsWith('registered'))
  expect(judged.map(({ name, state, words }) => [name, state, words.en])).toEqual([
    ['modem=sim7672, apn=soracom.io, fault=roaming=roaming: signal', 'passed', expect.any(String)],
    ['modem=sim7672, apn=soracom.io, fault=roaming=roaming: PPP', 'passed', expect.any(String)],
    [
      'modem=sim7672, apn=soracom.io, fault=signal=-118: signal',
      'passed',
      expect.stringMatching(/^Failed, as it must here: Value 3; wanted: 8 to 31\.$/),
    ],
    ['modem=sim7672, apn=soracom.io, fault=signal=-118: PPP', 'skipped', expect.any(String)],
    ['modem=sim5320, apn=soracom.io, fault=roaming=roaming: signal', 'passed', expect.any(String)],
    ['modem=sim5320, apn=soracom.io, fault=roaming=roaming: PPP', 'passed', expect.any(String)],
    [
      'modem=sim5320, apn=soracom.io, fault=signal=-118: signal',
      'passed',
      expect.stringMatching(/^Failed, as it must here/),
    ],
    ['modem=sim5320, apn=soracom.io, fault=signal=-118: PPP', 'skipped', expect.any(String)],
  ])
  expect(end.state).toBe('passed')
})

test('a fault that is not found, and a case that fails, fail the board; the next case is tried all the same', async () => {
  const end = await ended(
    plan
      .replace('value: signal=-118', 'value: signal=-70')
      .replace('modem: [sim7672, sim5320]', 'modem: [sim5320]')
      .replace('fault: [roaming=roaming, ', 'fault: [signal=-119, '),
  )
  expect(end.state).toBe('failed')
  expect(end.steps.map(({ state }) => state)).toEqual([
    ...['passed', 'failed', 'skipped'],
    ...['passed', 'failed', 'skipped'],
  ])
  expect(end.steps[4]?.words.en).toMatch(/^Passed, though it must fail here: Value \d+\.$/)
})

test('a value that the modem does not tell shows no fault, and is no verdict', async () => {
  const end = await ended(
    plan
      .replace('modem: [sim7672, sim5320]', 'modem: [sim5320]')
      .replace(
        'fault: [roaming=roaming, { value: signal=-118, fails: signal }]',
        'fault: [{ value: roaming=roaming, fails: RSRP }]',
      )
      .replace(
        '  - { name: PPP, ppp: {}, needs: signal }',
        '  - { name: RSRP, rsrp: { min: -105, for: 1s } }',
      ),
  )
  const rsrp = end.steps.find(({ name }) => name.endsWith(': RSRP'))
  expect([rsrp?.state, end.state]).toEqual(['error', 'error'])
  expect(rsrp?.words.en).toMatch(/^Nothing was measured, which shows no fault: /)
  expect(rsrp?.words.ja).toMatch(/^測定値がないため、障害の有無を判定できません：/)
})

test('a value alone is itself, other braces stay, and a plan without a matrix is one case', () => {
  const values = {
    matrix: { level: [-100, -90], text: ['', 'x'] },
    port: '{level}/{text}',
    min: '{level}',
    macro: 'AT{other}',
  }
  expect(casesOf(values).map(({ name, values: one }) => [name, one])).toEqual(
    [
      ['level=-100, text=none', { port: '-100/', min: -100 }],
      ['level=-100, text=x', { port: '-100/x', min: -100 }],
      ['level=-90, text=none', { port: '-90/', min: -90 }],
      ['level=-90, text=x', { port: '-90/x', min: -90 }],
    ].map(([name, one]) => [
      name,
      { ...(one as object), macro: 'AT{other}', matrix: values.matrix },
    ]),
  )
  expect(casesOf({ a: 1 })).toEqual([{ name: '', fails: [], values: { a: 1 } }])
})

test.each([
  [
    'modem: [sim7672, nosuch]',
    /^p:2:1: port: sim:nosuch\?.*there is no such simulated modem/,
    /模擬モデム/,
  ],
  ['modem: []', /matrix\.modem: must be at least 1/, /1 件以上/],
  ['Modem: [a]', /matrix\.Modem: expected lower-case/, /小文字/],
  [
    `modem: [${'sim7672, '.repeat(49)}sim7672]\n  x: [1, 2, 3, 4, 5]`,
    /matrix: must not make more than 200/,
    /200/,
  ],
  [
    'modem: [sim7672]\n  x: [{ value: 1, fails: nothing }]',
    /matrix\.x\.1\.fails: no step is called "nothing"; there are registered, signal, PPP/,
    /定義済み：registered、signal、PPP/,
  ],
])('%s is refused where it stands', (axes, en, ja) => {
  const text = plan
    .replace(/matrix:[^]*?steps:/, `matrix:\n  ${axes}\nsteps:`)
    .replace('&{fault}', '')
    .replace("'{apn}'", 'x')
  const { mistakes } = readTestPlan(text, { all: shippedPresets })
  const told = mistakes.map((one) => [mistakeText(one, 'p'), mistakeText(one, 'p', 'ja')])
  expect(
    told.some(([one = '', other = '']) => en.test(one) && ja.test(other)),
    JSON.stringify(told),
  ).toBe(true)
})

test('the slots of a plan have ports of their own', async () => {
  const text = `name: s
port: sim:sim7672?speed=fast
slots: { b: { port: 'sim:sim5320?speed=fast' } }
steps:
  - { name: model, model: { is: [SIMCOM_SIM5320J] } }
`
  expect(await ended(text, 'b')).toMatchObject({ state: 'passed' })
  await fixture?.end()
  expect(await ended(text, 'a')).toMatchObject({ state: 'failed' })
})

test('the example for the night finds every fault that it plants, and passes', async () => {
  const path = '../../../resources/examples/board-test-night.yaml'
  const end = await ended(readFileSync(resolve(import.meta.dirname, path), 'utf8'))
  const wrong = end.steps.filter(({ state }) => state === 'failed' || state === 'error')
  expect(wrong.map(({ name, words }) => `${name} ${words.en}`)).toEqual([])
  expect(end.state).toBe('passed')
  const found = end.steps.filter(({ words }) => words.en.startsWith('Failed, as it must here'))
  expect(found).toHaveLength(8)
})

test('a placeholder that no axis has is a mistake of the file, with its place; names of a macro and letters of a pattern are none', () => {
  const told = (text: string) =>
    readTestPlan(text, { all: shippedPresets }).mistakes.map((one) => mistakeText(one, 'en'))
  expect(told(plan.replace('AT+CSQ,', "'AT{z}',"))).toEqual([
    expect.stringMatching(
      /:10:27: steps\.2\.at\.send: no axis of a matrix is called "z".*modem, apn, fault/,
    ),
  ])
  const limits = plan.replace('min: 8, max: 31', "min: '{z}'")
  expect(told(limits)).toEqual([expect.stringContaining('steps.2.at.min: no axis')])
  const alone = `name: m
port: sim:sim7672
steps:
  - { name: a, at: { send: 'AT{z}', expect: '\\x{af}\\d{3}' } }
  - { name: b, macro: { text: "set x 1\\nAT+{x}" } }
`
  expect(told(alone)).toEqual([expect.stringContaining('the plan has no matrix')])
})
