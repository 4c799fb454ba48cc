import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readConfig } from '@bench/config/config-file'
import { writeConfig } from '@bench/config/config-write'
import { benchConfig } from '@contract'

const example = (name: string) =>
  readFileSync(resolve(import.meta.dirname, '../../../resources/examples', name), 'utf8')
const twoPorts = [
  { path: ['slots', 'a', 'port'], value: 'sim:sim7672?speed=fast' },
  { path: ['slots', 'b', 'port'], value: '/dev/ttyUSB2' },
  { path: ['slots', 'a', 'preset'], value: 'soracom' },
  { path: ['slots', 'b', 'preset'], value: 'soracom' },
]

test('writes a configuration from nothing', () => {
  const { text, config, mistakes } = writeConfig('', twoPorts)
  expect(mistakes).toEqual([])
  expect(config?.slots.a.port).toBe('sim:sim7672?speed=fast')
  expect(text).toBe(
    'slots:\n  a:\n    port: sim:sim7672?speed=fast\n    preset: soracom\n  b:\n    port: /dev/ttyUSB2\n    preset: soracom\n',
  )
})

test('changes one setting and leaves comments, order and everything else as they were', () => {
  const before = example('failover.yaml')
  const { text } = writeConfig(before, [{ path: ['failover', 'mode'], value: 'warm' }])
  const lines = (of: string) => of.replace(/health:\s+\{/, 'health: {')
  expect(lines(text)).toBe(lines(before.replace('mode: hot #', 'mode: warm #')))
})

const onOneLine = 'slots: { a: { port: x, preset: soracom }, b: { port: y, preset: soracom } }\n'

test('sets what stands in a map on one line, and below a key that was left empty', () => {
  const { text, config } = writeConfig(`${onOneLine}failover:\n`, [
    { path: ['failover', 'triggers', 'health', 'every'], value: '20s' },
    { path: ['slots', 'a', 'label'], value: 'yes: "no" #' },
  ])
  expect(config?.failover.triggers.health.every).toBe(20_000)
  expect(config?.slots.a.label).toBe('yes: "no" #')
  expect(text).toContain('slots: { a: { port: x, preset: soracom, label:')
})

test('takes a setting away, and the map that held only this one', () => {
  const { text } = writeConfig('slots: { a: { port: x }, b: { port: y } }\nsoak:\n  for: 10h\n', [
    { path: ['soak', 'for'] },
    { path: ['soak', 'upload', 'target'], value: null },
  ])
  expect(text).toBe('slots: { a: { port: x }, b: { port: y } }\n')
})

test('keeps a wrong value as it was typed and names it', () => {
  const { values, mistakes } = writeConfig(example('soak.yaml'), [
    { path: ['soak', 'for'], value: 'soon' },
    { path: ['soak', 'faults', 0, 'fault'], value: 'rain' },
  ])
  expect(values).toMatchObject({ soak: { for: 'soon' } })
  expect(mistakes.map(({ place }) => place)).toContain('soak.for')
})

test('refuses to change what is no YAML', () => {
  expect(() => writeConfig('a: [', [{ path: ['a'], value: 1 }])).toThrow('no YAML')
})

test('what was set is what is read, whatever it is', () => {
  const duration = fc.integer({ min: 10, max: 900 }).map((n) => `${n}s`)
  const settings = fc.record({
    'slots.a.label': fc.string({ maxLength: 20 }),
    'slots.b.connect.apn': fc.constantFrom('soracom.io', 'a.b', '0x10', 'true', '~'),
    'failover.mode': fc.constantFrom('cold', 'warm', 'hot'),
    'failover.back.hold': duration,
    'failover.limits.perHour': fc.integer({ min: 1, max: 99 }),
    'failover.retry.tries': fc.oneof(fc.constant('forever'), fc.integer({ min: 1, max: 9 })),
    'failover.triggers.signal.below': fc.integer({ min: -140, max: -40 }),
    'soak.for': fc.constantFrom('4h', '10h', '1h200m'),
    'soak.upload.target': fc.constantFrom('http://ip.example/#x', 'http://h/a: b'),
  })
  fc.assert(
    fc.property(
      settings,
      fc.constantFrom('', example('failover.yaml'), example('soak.yaml')),
      (set, before) => {
        const changes = Object.entries(set).map(([path, value]) => ({
          path: path.split('.'),
          value,
        }))
        const { text, config, values, mistakes } = writeConfig(before, [...twoPorts, ...changes])
        expect(mistakes).toEqual([])
        for (const { path, value } of changes)
          expect(path.reduce<unknown>((at, key) => Object(at)[key], values)).toEqual(value)
        expect(config).toEqual(benchConfig.parse(values))
        expect(readConfig(text)).toMatchObject({ config, values })
        expect(writeConfig(text, changes).text).toBe(text)
      },
    ),
    { numRuns: 60 },
  )
})
