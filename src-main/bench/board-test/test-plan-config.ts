import { z } from 'zod'
import { onOff, portPath, slotConfig, time } from '@contract'
import type { SlotName } from '@core/modem/slot-names'
import type { PlanStep, TestPlan } from '@core/plan/plan'
import { instrumentConfig } from '@bench/board-test/instruments'
import { matrixConfig } from '@bench/board-test/matrix'
import { stepKindOf, stepKinds } from '@bench/board-test/steps/index'
import { texts } from '@bench/board-test/steps/parts'

/** What every step may say beside what it does. */
const ofEveryStep = {
  name: z.string().trim().min(1).max(80),
  needs: texts.optional(),
  retries: z.number().int().min(0).max(20).default(0),
  timeout: time(100, 86_400_000).optional(),
  always: onOff.default(false),
}
/** What a step does stands under the key of its kind, which only its own file knows. */
export type GivenStep = z.output<z.ZodObject<typeof ofEveryStep>> & {
  readonly [kind: string]: unknown
}
export const stepConfig = z.strictObject({
  ...ofEveryStep,
  ...Object.fromEntries(stepKinds.map(({ key, settings }) => [key, settings.optional()])),
})
const step = stepConfig as unknown as z.ZodType<GivenStep>

/** What is otherwise in one of the slots. */
const place = z.strictObject({
  port: portPath.optional(),
  options: slotConfig.shape.options.unwrap().optional(),
  board: slotConfig.shape.board,
})

/** Steps of one plan. */
export const mostSteps = 500

/** A test of a board as one file. */
export const testConfig = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'expected lower-case letters, digits and dashes'),
  /** Where the board is, unless the person says otherwise. */
  port: portPath,
  options: slotConfig.shape.options,
  preset: slotConfig.shape.preset,
  connect: slotConfig.shape.connect,
  board: slotConfig.shape.board,
  /** What measures beside the modem, by the names that steps use. */
  instruments: z
    .record(
      z
        .string()
        .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'expected lower-case letters, digits and dashes'),
      instrumentConfig,
    )
    .default({}),
  /** The other board of two that are tested at once. */
  slots: z.strictObject({ a: place.optional(), b: place.optional() }).optional(),
  matrix: matrixConfig.optional(),
  stop: z.enum(['first-failure', 'never']).default('first-failure'),
  /** How identifiers stand in records and reports. */
  keep: z
    .strictObject({
      imei: z.enum(['whole', 'masked']).default('whole'),
      iccid: z.enum(['whole', 'masked']).default('masked'),
    })
    .prefault({}),
  steps: z.array(step).min(1).max(mostSteps),
})
export type TestConfig = z.output<typeof testConfig>

/** The kinds a step names; exactly one is right. */
export const kindsIn = (given: { readonly [key: string]: unknown }) =>
  stepKinds.filter(({ key }) => given[key] !== undefined)

/** A case of a plan: without a matrix there is one, without a name. */
export interface PlanCase {
  readonly name: string
  /** Steps that must fail, as they are called in the plan. */
  readonly fails: readonly string[]
  readonly config: TestConfig
}

/** The plan of a case in the words of the run; its steps are told apart by its name. */
export function planOf({ name, fails, config }: PlanCase): TestPlan {
  const { stop, keep, steps } = config
  const named = (step: string) => (name === '' ? step : `${name}: ${step}`)
  return {
    name: config.name,
    stop,
    keep,
    steps: steps.map((given) => {
      const step = planStep(given)
      const needs = step.needs.map(named)
      const mustFail = fails.includes(step.name) ? { mustFail: true } : {}
      return { ...step, name: named(step.name), needs, ...mustFail }
    }),
  }
}

/** All cases one after the other. */
export function wholePlan(cases: readonly TestPlan[]): TestPlan | null {
  const [first] = cases
  return first ? { ...first, steps: cases.flatMap(({ steps }) => steps) } : null
}

/** The plan as it is in a slot. */
export function inSlot(config: TestConfig, slot: SlotName): TestConfig {
  const there = config.slots?.[slot]
  return {
    ...config,
    port: there?.port ?? config.port,
    options: there?.options ?? config.options,
    board: there?.board ?? config.board,
  }
}

function planStep(given: GivenStep): PlanStep {
  const kind = stepKindOf(kindsIn(given)[0]?.key ?? '')
  const settings = Object(given[kind.key]) as { readonly [setting: string]: unknown }
  return {
    name: given.name,
    title: kind.title,
    does: { kind: kind.key, settings },
    limits: kind.limits(settings),
    needs: given.needs ?? [],
    retries: given.retries,
    timeoutMs: given.timeout ?? kind.usualMs(settings),
    always: given.always,
  }
}
