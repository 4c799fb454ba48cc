import type { BenchConfig } from '@contract'
import { slotNames } from '@core/modem/slot-state'
import { boardMistakes, targetMistakes } from './config-checks'
import type { KnownPresets } from './config-file'
import type { Found } from './config-words'
import { kindsIn, testConfig, type GivenStep, type TestConfig } from './test-plan-config'
import { stepKinds } from './test-steps'
import { found } from './test-steps/parts'
import type { Need, StepKind } from './test-steps/step-kind'

/** A plan of which some settings may not have been read: they have mistakes of their own. */
type Partly<T> = { readonly [key in keyof T]?: T[key] | undefined }
type Plan = Partly<Omit<TestConfig, 'steps'>> & { readonly steps: readonly Partly<GivenStep>[] }

/** What the settings of a plan cannot mean, or not together. */
export function planMistakes(plan: Plan, presets: KnownPresets): readonly Found[] {
  return [
    ...slotMistakes(plan, presets),
    ...plan.steps.flatMap((step, index) => [
      ...kindMistakes(step, ['steps', index]),
      ...nameMistakes(plan.steps, index),
      ...kindsIn(step).flatMap((kind) => ownMistakes(plan, kind, step, index)),
    ]),
  ]
}

const needsOf = (step: Partly<GivenStep>): readonly Need[] =>
  kindsIn(step).flatMap((kind) => kind.needs?.(settingsOf(step, kind)) ?? [])
const settingsOf = (step: Partly<GivenStep>, { key }: StepKind) =>
  Object(step[key]) as { readonly [setting: string]: unknown }

const nowhere = testConfig.pick({ connect: true, options: true }).parse({})

/** The checks of a slot's settings are those of failover; their places are not under a slot here. */
function slotMistakes(plan: Plan, presets: KnownPresets): readonly Found[] {
  const { preset, board } = plan
  const slot = {
    port: plan.port ?? '',
    label: '',
    connect: plan.connect ?? nowhere.connect,
    options: plan.options ?? nowhere.options,
    ...(preset === undefined ? {} : { preset }),
    ...(board === undefined ? {} : { board }),
  }
  const slots: Pick<BenchConfig, 'slots'> = { slots: { a: slot, b: slot } }
  const connects = plan.steps.some((step) =>
    needsOf(step).some((need) => need === 'target' || need === 'link'),
  )
  const [first] = slotNames
  return [
    ...(connects || preset !== undefined ? targetMistakes(slots, first, presets) : []),
    ...boardMistakes(slots, first),
  ].map(({ path, words }) => ({ path: path.slice(2), words }))
}

function kindMistakes(step: Partly<GivenStep>, path: Found['path']): readonly Found[] {
  const kinds = kindsIn(step).map(({ key }) => key)
  if (kinds.length === 1) return []
  if (kinds.length === 0) {
    const all = stepKinds.map(({ key }) => key).join(', ')
    return [
      found(
        path,
        `says nothing to do: give it one of ${all}`,
        `何をするかの指定がありません。${all} のいずれか 1 つを書いてください`,
      ),
    ]
  }
  return [
    found(
      [...path, kinds[1] ?? ''],
      `a step does one thing; found ${kinds.join(', ')}: make steps of them`,
      `1 つのステップでできることは 1 つです（現在：${kinds.join('、')}）。ステップを分けてください`,
    ),
  ]
}

function nameMistakes(steps: Plan['steps'], index: number): readonly Found[] {
  const { name = '', needs = [] } = steps[index] ?? {}
  const before = steps.slice(0, index).map((one) => one.name)
  const mistakes: Found[] = []
  if (name !== '' && before.includes(name))
    mistakes.push(
      found(
        ['steps', index, 'name'],
        `another step has the name "${name}"`,
        `「${name}」という名前のステップがほかにあります`,
      ),
    )
  for (const need of needs)
    if (!before.includes(need))
      mistakes.push(
        found(
          ['steps', index, 'needs'],
          `no step before this one is called "${need}"`,
          `これより前に「${need}」という名前のステップはありません`,
        ),
      )
  return mistakes
}

/** What its kind says of its settings, and what it needs around it. */
function ownMistakes(
  plan: Plan,
  kind: StepKind,
  step: Partly<GivenStep>,
  index: number,
): readonly Found[] {
  const path = ['steps', index, kind.key]
  const settings = settingsOf(step, kind)
  const own = kind.mistakes?.(settings, { keep: plan.keep ?? { imei: 'whole' } }) ?? []
  return [
    ...own.map((one) => ({ ...one, path: [...path, ...one.path] })),
    ...(kind.needs?.(settings) === 'board' ? boardlessMistakes(plan, path) : []),
  ]
}

/** The ports of simulated and MicroPython boards bring a board of their own. */
const boardlessMistakes = ({ board, port = 'sim:' }: Plan, path: Found['path']) =>
  board || /^(sim|micropython):/i.test(port)
    ? []
    : [
        found(
          path,
          'needs a board that can do it: give "board", such as board: { id: microcat1 }',
          'ボードの指定が必要です。board: { id: microcat1 } のように書いてください',
        ),
      ]
