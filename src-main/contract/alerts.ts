import { z } from 'zod'
import { alertStates, alertValues, type AlertCondition, type AlertRule } from '@core/alerts/alert'
import type { SlotName } from '@core/modem/slot-names'
import type { Words } from '@core/words'
import { call } from './call'
import type { ConfigMistake } from './failover'
import { onOff, time } from './failover-config'
import { slotName } from './schema'

export { alertStates, alertValues }
export type { AlertRule }
export const alertModes = ['closed', 'unknown', 'booting', 'command', 'data', 'cmux'] as const
const weekMs = 7 * 86_400_000
/** Nobody reads more, and each row of the log is held against every pattern. */
export const mostAlertRules = 50

const name = z.string().trim().min(1).max(60)

/** One of pattern, value, state and mode; `bench/alerts/alert-checks.ts` looks at what belongs together. */
const when = z.strictObject({
  /** As it is typed into the search of the log: `/…/`, `rsrp<-110`, or a text. */
  pattern: z.string().trim().min(1).max(500).optional(),
  /** By the name that /metrics uses. */
  value: z.enum(alertValues).optional(),
  below: z.number().optional(),
  above: z.number().optional(),
  /** Once raised it ends when the value is back on this side; absent: the limit itself. */
  back: z.number().optional(),
  state: z.enum(alertStates).optional(),
  mode: z.enum(alertModes).optional(),
  /** How long it must hold. */
  for: time(0, weekMs).optional(),
})

/** A rule as it is written in a file and kept. */
export const alertRule = z.strictObject({
  name,
  slot: z.enum(['a', 'b', 'either']).default('either'),
  on: onOff.default(true),
  when,
  /** It is raised once in this time at most. */
  again: time(10_000, weekMs).prefault(300),
  do: z
    .strictObject({
      /** A notice of the system, where the desktop app runs. */
      notice: onOff.default(true),
      /** Every open window sounds. */
      sound: onOff.default(false),
      /** JSON is posted there when it is raised, and when it is over. */
      webhook: z.string().trim().min(1).max(2048).optional(),
      /** A macro by its id, on the slot. */
      macro: z.string().trim().min(1).max(64).optional(),
    })
    .prefault({}),
})
export type GivenAlertRule = z.output<typeof alertRule>
/** A rule as a file writes it: times as `30s` or in seconds. */
export type WrittenAlertRule = z.input<typeof alertRule>

/** Rules as one file. */
export const alertsConfig = z.strictObject({
  alerts: z.array(alertRule).min(1).max(mostAlertRules),
})
export type AlertsConfig = z.output<typeof alertsConfig>

/** A rule in the words of the watch; what belongs together was looked at before. */
export function alertRuleOf(given: GivenAlertRule): AlertRule {
  return {
    ...{ name: given.name, slot: given.slot, on: given.on, againMs: given.again },
    when: conditionOf(given.when),
    does: given.do,
  }
}

function conditionOf(given: GivenAlertRule['when']): AlertCondition {
  const forMs = given.for ?? 0
  if (given.pattern !== undefined) return { kind: 'pattern', pattern: given.pattern }
  if (given.state !== undefined) return { kind: 'state', state: given.state, forMs }
  if (given.mode !== undefined) return { kind: 'mode', mode: given.mode, forMs }
  const side = given.below === undefined ? 'above' : 'below'
  const limit = given.below ?? given.above ?? 0
  const value = given.value ?? alertValues[0]
  return { ...{ kind: 'value', value, side, limit, forMs }, back: given.back ?? limit }
}

/** The same rule as a file writes it. */
export function writtenAlertRule({ when: given, again, ...rule }: GivenAlertRule) {
  const { for: forMs, ...what } = given
  return {
    ...rule,
    when: { ...what, ...(forMs === undefined ? {} : { for: forMs / 1000 }) },
    again: again / 1000,
  } satisfies WrittenAlertRule
}

/** A rule as a window and a command see it: of a webhook the path and the login are hidden, as its address is its password. */
export type ToldAlertRule = ReturnType<typeof writtenAlertRule> & {
  /** The condition in words. */
  readonly words: Words
}

/** One that is raised now. */
export interface RaisedAlert {
  readonly name: string
  readonly slot: SlotName
  readonly sinceMs: number
  readonly words: Words
}

/** What happened with a rule, and what came of its actions. */
export interface AlertNews {
  /** Counts up by one. */
  readonly id: number
  readonly atMs: number
  readonly slot: SlotName
  readonly name: string
  readonly kind: 'raised' | 'cleared' | 'done' | 'failed'
  readonly words: Words
  /** Show a notice of the system. */
  readonly notice: boolean
  /** Sound. */
  readonly sound: boolean
}

export interface AlertsState {
  readonly rules: readonly ToldAlertRule[]
  /** Newest first. */
  readonly raised: readonly RaisedAlert[]
  /** The last hundred, newest first. */
  readonly news: readonly AlertNews[]
}

/** Rules as they were read from a file. */
export interface ReadAlerts {
  /** Null when there are mistakes. */
  readonly rules: readonly ToldAlertRule[] | null
  readonly mistakes: readonly ConfigMistake[]
}

const withText = z.object({
  /** YAML or JSON; every mistake is named by its line. */
  text: z.string().max(1_000_000),
})

/** A rule and how often it was raised since the bench was started. */
export interface AlertFigures {
  readonly name: string
  readonly slot: SlotName
  readonly raised: boolean
  readonly count: number
}

/** What is watched while nobody looks, and what is done then. */
export const alertCalls = {
  /** The rules, what is raised now, and what happened lately. */
  'alerts.list': call<AlertsState>()(z.undefined()),
  /** Reads rules from a text and keeps none. */
  'alerts.read': call<ReadAlerts>()(withText),
  /** Adds the rules of a text; the same name replaces. Rejects with bad-input, naming every mistake. */
  'alerts.add': call<AlertsState>()(withText),
  /** Keeps one rule; `was`: the name it had. A webhook that is given back as it was told stays as it is. */
  'alerts.save': call<AlertsState>()(z.object({ rule: alertRule, was: name.optional() })),
  /** Removes a rule; what it had raised is over. */
  'alerts.remove': call<AlertsState>()(z.object({ name })),
  /** Does what the rule does when it is raised, once and now, and tells what came of it. */
  'alerts.try': call<readonly AlertNews[]>()(z.object({ name, slot: slotName })),
  /** A person has seen it: it is over until it has ended and comes again. */
  'alerts.dismiss': call<AlertsState>()(z.object({ name, slot: slotName })),
} as const
