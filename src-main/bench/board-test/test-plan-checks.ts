import type { BenchConfig } from '@contract'
import { slotNames } from '@core/modem/slot-names'
import { boardMistakes, targetMistakes } from '@bench/config/config-checks'
import type { KnownPresets } from '@bench/config/config-file'
import type { Found } from '@bench/config/config-words'
import {
  kindsIn,
  stepConfig,
  testConfig,
  type GivenStep,
  type TestConfig,
} from './test-plan-config'
import { stepKinds } from '@bench/board-test/steps/index'
import { meteredModem } from '@core/simulator/meter'
import { instrumentConfig, type InstrumentConfig } from '@bench/board-test/instruments'
import { groupMistakes, patternMistake } from '@bench/board-test/steps/parts'
import { portMistakes } from '@bench/config/port-mistakes'
import type { Words } from '@core/words'
import { unfilledIn } from './matrix'
import { whatCanBeRead } from './what-can-be-read'
import type { Need, StepKind } from '@bench/board-test/steps/step-kind'
import {
  boardMissing,
  doesOneThing,
  linkEnded,
  linkMissing,
  nameTaken,
  needsItself,
  noAxisCalled,
  noStepCalled,
  noStepNamed,
  saysNothingToDo,
  standsBehind,
} from './words'

/** A plan of which some settings may not have been read: they have mistakes of their own. */
type Partly<T> = { readonly [key in keyof T]?: T[key] | undefined }
type Plan = Partly<Omit<TestConfig, 'steps' | 'instruments'>> & {
  readonly steps: readonly Partly<GivenStep>[]
  readonly instruments?: { readonly [name: string]: Partly<InstrumentConfig> } | undefined
}

/** What the settings of a plan cannot mean, or not together. */
export function planMistakes(plan: Plan, presets: KnownPresets): readonly Found[] {
  return [
    ...portMistakes(plan.port),
    ...placeMistakes(plan),
    ...slotMistakes(plan, presets),
    ...Object.entries(plan.instruments ?? {}).flatMap(([name, one]) => meterMistakes(name, one)),
    ...plan.steps.flatMap((step, index) => [
      ...kindMistakes(step, ['steps', index]),
      ...nameMistakes(plan.steps, index),
      ...kindsIn(step).flatMap((kind) => ownMistakes(plan, kind, step, index)),
    ]),
  ]
}

/** The port of an instrument is one like a modem's, or a simulated one's own; its pattern one with a group. */
function meterMistakes(name: string, given: Partly<InstrumentConfig>): readonly Found[] {
  const { port, value } = given
  const path = ['instruments', name]
  const ports = typeof port === 'object' ? Object.entries(port) : [[undefined, port] as const]
  const ofPorts = ports.flatMap(([slot, one]) =>
    typeof one !== 'string' || meteredModem(one) !== undefined
      ? []
      : portMistakes(one).map(({ words }) => ({
          path: slot === undefined ? [...path, 'port'] : [...path, 'port', slot],
          words,
        })),
  )
  const ofValue = patternMistake('value', value) ?? groupMistakes(value)
  return [...ofPorts, ...ofValue.map((one) => ({ ...one, path: [...path, ...one.path] }))]
}

/** What can be read of values that are no plan as a whole. */
export function partlyRead(values: unknown): Plan {
  const read = Object(whatCanBeRead(testConfig, values)) as Partly<TestConfig>
  const written: unknown = Reflect.get(Object(values) as object, 'steps')
  const steps = Array.isArray(written) ? written.map(partlyStep) : []
  return {
    ...read,
    steps,
    instruments: partlyInstruments(Reflect.get(Object(values) as object, 'instruments')),
  }
}

/** By their names, which are there even where an instrument has mistakes of its own. */
function partlyInstruments(written: unknown): NonNullable<Plan['instruments']> {
  if (typeof written !== 'object' || Array.isArray(written)) return {}
  const all = Object.entries(Object(written) as { readonly [name: string]: unknown })
  return Object.fromEntries(
    all.map(([name, one]) => [
      name,
      Object(whatCanBeRead(instrumentConfig, one)) as Partly<InstrumentConfig>,
    ]),
  )
}

/** The ports and boards of slots that have their own. */
const placeMistakes = ({ slots }: Plan): readonly Found[] =>
  slotNames.flatMap((slot) => {
    const { port, board } = slots?.[slot] ?? {}
    const own = { ...nowhere, port: port ?? '', label: '', ...(board ? { board } : {}) }
    return [
      ...portMistakes(port).map(({ words }) => ({ path: ['slots', slot, 'port'], words })),
      ...boardMistakes({ slots: { a: own, b: own } }, slot),
    ]
  })

/** A kind whose settings cannot be read at all is there all the same. */
function partlyStep(written: unknown): Partly<GivenStep> {
  const given = Object(written) as { readonly [key: string]: unknown }
  const kinds = kindsIn(given).map(({ key }) => [key, {}])
  const unknown = Object.keys(given).filter((key) => !(key in stepConfig.shape))
  return {
    ...Object.fromEntries([...kinds, ...unknown.map((key) => [key, given[key]])]),
    ...Object(whatCanBeRead(stepConfig, given)),
  }
}

/** What it says is told by the schema as well: whoever writes what is not known here has said something. */
const saysMore = (step: object) => Object.keys(step).some((key) => !(key in stepConfig.shape))

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
  ].map(({ path, words, beside }) => ({
    path: path.slice(2),
    words,
    ...(beside ? { beside: beside.slice(2) } : {}),
  }))
}

const found = (path: Found['path'], words: Words): Found => ({ path, words })

function kindMistakes(step: Partly<GivenStep>, path: Found['path']): readonly Found[] {
  const kinds = kindsIn(step).map(({ key }) => key)
  if (kinds.length === 1) return []
  if (kinds.length === 0 && saysMore(step)) return []
  if (kinds.length === 0) {
    const all = stepKinds.map(({ key }) => key).join(', ')
    return [found(path, saysNothingToDo(all))]
  }
  return [found([...path, kinds[1] ?? ''], doesOneThing(kinds))]
}

function nameMistakes(steps: Plan['steps'], index: number): readonly Found[] {
  const { name = '', needs = [] } = steps[index] ?? {}
  const before = steps.slice(0, index).map((one) => one.name)
  const mistakes: Found[] = []
  if (name !== '' && before.includes(name))
    mistakes.push(found(['steps', index, 'name'], nameTaken(name)))
  for (const need of needs)
    if (!before.includes(need)) mistakes.push(needMistake(need, steps, index))
  return mistakes
}

/** A step that is needed and stands behind, is the step itself, or is nowhere. */
function needMistake(need: string, steps: Plan['steps'], index: number): Found {
  const at = steps.findIndex(({ name }) => name === need)
  const path = ['steps', index, 'needs']
  if (at === index) return found(path, needsItself)
  if (at > index) return found(path, standsBehind(need))
  const names = steps.slice(0, index).flatMap(({ name }) => name ?? [])
  return found(path, noStepCalled(need, names))
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
  const around = {
    keep: plan.keep ?? { imei: 'whole' as const },
    instruments: Object.keys(plan.instruments ?? {}),
  }
  const own = kind.mistakes?.(settings, around) ?? []
  return [
    ...own.map((one) => ({
      ...one,
      path: [...path, ...one.path],
      ...(one.follows && { follows: one.follows.map((other) => [...path, ...other]) }),
    })),
    ...(kind.needs?.(settings) === 'board' ? boardlessMistakes(plan, path) : []),
    ...(kind.needs?.(settings) === 'link'
      ? linklessMistakes(plan.steps.slice(0, index), path)
      : []),
  ]
}

/** The link is made by a step before, and no step between switches the modem off. */
function linklessMistakes(before: Plan['steps'], path: Found['path']): readonly Found[] {
  const last = before.findLast((step) => kindsIn(step).some(({ link }) => link !== undefined))
  const kind = last && kindsIn(last).find(({ link }) => link !== undefined)
  if (kind?.link === 'makes') return []
  if (!last || !kind) return [found(path, linkMissing)]
  return [found(path, linkEnded(last.name ?? kind.key))]
}

/** The ports of simulated and MicroPython boards bring a board of their own. */
const boardlessMistakes = ({ board, port = 'sim:' }: Plan, path: Found['path']) =>
  board || /^(sim|micropython):/i.test(port) ? [] : [found(path, boardMissing)]

/** A placeholder that stays as it is typed would go to the modem so. `values`: the plan as written, its own placeholders filled. */
export function placeholderMistakes(values: unknown): readonly Found[] {
  const matrix: unknown = Reflect.get(Object(values) as object, 'matrix')
  const axes = Object.keys(Object(matrix) as object)
  return unfilledIn(values).map(({ path, name }) => ({
    ...found([...path], noAxisCalled(name, axes)),
    cause: true,
  }))
}

/** A step that must fail in some case is one of the plan. */
export function matrixMistakes({ matrix = {}, steps }: Pick<TestConfig, 'matrix' | 'steps'>) {
  const names = steps.map(({ name }) => name)
  return Object.entries(matrix).flatMap(([axis, values]) =>
    values.flatMap((one, index): readonly Found[] => {
      const fails = typeof one === 'object' ? one.fails : undefined
      if (fails === undefined || names.includes(fails)) return []
      return [found(['matrix', axis, index, 'fails'], noStepNamed(fails, names))]
    }),
  )
}
