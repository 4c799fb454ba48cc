import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readTestPlan } from '@bench/board-test/test-plan-file'
import { stepKinds } from '@bench/board-test/steps/index'
import { mistakeText } from '@bench/config/config-file'
import { shippedPresets } from '@bench/settings/presets'
import { root } from '../support/needs'

const read = (name: string) => readFileSync(join(root, 'docs/guides', name), 'utf8')
const guide = read('board-test.md')
const presets = { all: shippedPresets }
const mistakesIn = (text: string) =>
  readTestPlan(text, presets).mistakes.map((one) => mistakeText(one, 'plan', 'en'))

/** The examples in YAML that are no whole plan become one by what they leave out. */
const blocks = [...`${guide}\n${read('rig.md')}`.matchAll(/```yaml\n(.*?)```/gs)]
  .map(([, text = '']) => text)
  .filter((text) => /^(?:name|port|instruments|steps):/m.test(text))
const whole = (block: string): string => {
  const has = (key: string) => `\n${block}`.includes(`\n${key}:`)
  return [
    ...(has('name') ? [] : ['name: example']),
    ...(has('port') ? [] : ['port: sim:sim7672']),
    block,
    ...(has('steps') ? [] : ['steps: [{ name: RSRP, at: { send: AT } }]']),
  ].join('\n')
}

test.each(blocks.map((block) => [block.split('\n')[0], block]))(
  'the example that begins with %s can be read',
  (_begin, block = '') => {
    expect(mistakesIn(whole(block))).toEqual([])
  },
)

const table = guide.split('\n').filter((line) => /^\| `\w+: \{/.test(line))
const given = table.flatMap((line) =>
  [...(line.split(' | ')[0] ?? '').matchAll(/`(\w+: \{.*?\})`/g)].map(([, step = '']) => step),
)
/** What somebody puts in the place of the dots. */
const filled = (step: string): string =>
  step
    .replace('coap://…', 'coap://host')
    .replace("'+81…'", "'+819012345678'")
    .replace('url: …', 'url: http://example.com/')
    .replace('is: …', 'is: x')
    .replaceAll('…', 'example.com')

test.each(given)('%s is a step', (step) => {
  const plan = `name: t
port: sim:sim7672
preset: soracom
instruments: { meter: { port: sim:meter }, dmm: { port: sim:meter } }
steps:
  - { name: link, ppp: {} }
  - { name: it, ${filled(step)} }
`
  expect(mistakesIn(plan)).toEqual([])
})

test('every kind of step is in the table', () => {
  const told = given.map((step) => step.split(':')[0])
  expect(stepKinds.map(({ key }) => key).filter((key) => !told.includes(key))).toEqual([])
})

test('the mistake of the guide is told as it stands there', () => {
  const line = guide.split('\n').find((one) => one.startsWith('plan.yaml:')) ?? ''
  const [place, begin] = [
    line.replace(/^plan\.yaml:\d+:\d+: /, '').split(':')[0],
    'expected a time such as',
  ]
  const plan =
    'name: t\nport: sim:sim7672\nsteps:\n  - name: on\n    power: { do: on, within: soon }\n'
  expect(mistakesIn(plan)).toEqual([expect.stringContaining(`${place}: ${begin}`)])
})
