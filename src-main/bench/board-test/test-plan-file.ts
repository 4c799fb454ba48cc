import type { ReadPlan } from '@contract'
import { readYaml, type KnownPresets } from '@bench/config/config-file'
import type { Found } from '@bench/config/config-words'
import { holdsSecret } from './plan-secrets'
import { picturesIn } from './picture-box'
import { casesOf, type Case } from './matrix'
import { matrixMistakes, partlyRead, placeholderMistakes, planMistakes } from './test-plan-checks'
import { inSlot, mostSteps, planOf, testConfig, wholePlan, type PlanCase } from './test-plan-config'

/** Reads a test plan in YAML (JSON is YAML). Every mistake is named with its place. */
export function readTestPlan(text: string, presets: KnownPresets) {
  let cases: readonly Case[] = []
  let left: readonly Found[] = []
  const read = readYaml(
    text,
    testConfig,
    (config) => [...planMistakes(config, presets), ...matrixMistakes(config), ...left],
    {
      partly: (values) => [...planMistakes(partlyRead(values), presets), ...left],
      variants: (values) => {
        cases = casesOf(values)
        left = cases[0] ? placeholderMistakes(cases[0].values) : []
        return cases.map((one) => one.values)
      },
      most: [{ path: ['steps'], most: mostSteps }],
    },
  )
  const planned = read.configs.flatMap((config, index): readonly PlanCase[] => {
    const { name = '', fails = [] } = cases[index] ?? {}
    return [{ name, fails, config }]
  })
  return { ...read, cases: planned }
}

/** The same for a window. */
export function toldPlan(text: string, presets: KnownPresets): ReadPlan {
  const { config, cases, mistakes } = readTestPlan(text, presets)
  return {
    plan: config && wholePlan(cases.map(planOf)),
    port: config?.port ?? null,
    ports: config && { a: inSlot(config, 'a').port, b: inSlot(config, 'b').port },
    pictures: picturesIn(cases),
    mistakes,
    secret: holdsSecret(text),
  }
}
