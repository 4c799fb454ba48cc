import { expect, test } from 'vitest'
import { discoveryOf } from '../../../src-main/hosts/web/home-assistant'
import { benchFixture } from '../../support/bench-fixture'

const told = { prefix: 'lab/one', at: 'homeassistant', version: '1.2.3' }

test('each entity has a topic that Home Assistant takes, and a name of its own on every bench', async () => {
  const fixture = await benchFixture()
  const all = fixture.bench
    .figures()
    .slots.flatMap((slot) =>
      ['lab/one', 'lab_one', 'ラボ'].flatMap((prefix) => discoveryOf(slot, { ...told, prefix })),
    )
  await fixture.end()
  // The matcher of its MQTT integration (discovery.py): what does not fit is dropped with a warning.
  for (const { topic } of all)
    expect(topic).toMatch(
      /^homeassistant\/(binary_)?sensor\/[a-zA-Z0-9_-]+\/[a-zA-Z0-9_-]+\/config$/,
    )
  const ids = all.map(({ text }) => (JSON.parse(text) as { unique_id: string }).unique_id)
  expect(new Set(ids).size).toBe(all.length)
  expect(new Set(all.map(({ topic }) => topic)).size).toBe(all.length)
})

test('what is read from the state is there: no template names a value that the state has not', async () => {
  const fixture = await benchFixture()
  const [slot] = fixture.bench.figures().slots
  await fixture.end()
  if (!slot) throw new Error('a bench has two slots')
  const known = JSON.stringify(slot)
  const never = [
    'rsrpDbm',
    'rsrqDb',
    'sinrDb',
    'rssiDbm',
    'rscpDbm',
    'ecioDb',
    'temperatureCelsius',
    'supplyVolts',
  ]
  for (const { text } of discoveryOf(slot, told)) {
    const { value_template: template } = JSON.parse(text) as { value_template: string }
    for (const [, path = ''] of template.matchAll(/value_json\.([a-zA-Z.]+)/g)) {
      const [first = '', second = ''] = path.split('.')
      expect(known).toContain(`"${first}":`)
      if (first === 'measured') expect(never).toContain(second)
      if (first === 'counted') expect(slot.counted).toHaveProperty(second)
    }
  }
})
