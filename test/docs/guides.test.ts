import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { personas } from '@catalog/modems/personas'
import { faultKnobs } from '@core/simulator/fault-rows'
import { meteredModem } from '@core/simulator/meter'
import { parseBenchName } from '@core/simulator/bench-name'
import { root } from '../support/needs'

const guide = readFileSync(join(root, 'docs/guides/simulator.md'), 'utf8')
const ids = [...personas.map((persona) => persona.id), 'replay']

/** Of a family the guide has further models: the READMEs name it once. */
const named = [...new Set(ids.map((id) => id.replace(/^sim5320je$/, 'sim5320')))]

describe.each([
  ['README.md', /Simulated modems \(([^)]+)\)/],
  ['README.ja.md', /模擬モデム（([^）]+)）/],
])('the list of simulated modems in %s', (file, list) => {
  test('has every one that there is', () => {
    const [, told = ''] = list.exec(readFileSync(join(root, file), 'utf8')) ?? []
    const names = told.split(/, |、/).map((name) => name.toLowerCase().replace('汎用', 'generic'))
    expect(names.toSorted()).toEqual(named.filter((id) => id !== 'replay').toSorted())
  })
})

describe('the guide to simulated modems', () => {
  test.each(ids)('has %s', (id) => {
    expect(guide).toContain(`\`${id}\``)
  })

  test('has every option there is', () => {
    const said = () => parseBenchName('sim:sim7672?nothing=1', ids)
    const listed = /there are (.+)$/.exec(messageOf(said))?.[1] ?? ''
    const options = listed.split(', ')
    expect(options).toContain('nosim')
    for (const option of options) expect(guide).toContain(`\`${option}\``)
  })

  test.each(faultKnobs.map(({ id }) => id))('has the knob %s', (id) => {
    expect(guide).toContain(`| \`${id}\` `)
  })

  test('names no modem that is not there', () => {
    for (const [name] of guide.matchAll(/sim:[a-z0-9]+(#\d)?(\?[a-z]+=[a-z0-9&=]+)?/g))
      expect(() => meteredModem(name) ?? parseBenchName(name, ids)).not.toThrow()
  })
})

function messageOf(act: () => unknown): string {
  try {
    act()
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe('what people copy', () => {
  const guides = readdirSync(join(root, 'docs/guides')).map((name) => `docs/guides/${name}`)
  test.each(['README.md', 'README.ja.md', ...guides])(
    '%s puts no password or PIN on a command line',
    (file) => {
      const text = readFileSync(join(root, file), 'utf8')
      expect(text).not.toMatch(/^modem-bench .*--(password|pin)[ =](?!file)/m)
    },
  )
})
