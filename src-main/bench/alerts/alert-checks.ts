import type { GivenAlertRule } from '@contract'
import { rowSearch } from '@core/log/row-search'
import type { Found } from '@bench/config/config-words'
import { webhookUrl } from './webhook-address'
import {
  aPercentage,
  backOnWrongSide,
  belowAndAbove,
  belowOrAbove,
  doesNothing,
  noSuchMacro,
  noTimeForPattern,
  noWebhookAddress,
  oneCondition,
  onlyWithValue,
  sameName,
} from './words'

/** Macros that a rule may name. */
export interface KnownMacros {
  readonly all: readonly { readonly id: string }[]
}

/** What the schema of a rule cannot see. The paths are within the rule. */
export function ruleMistakes(rule: GivenAlertRule, macros: KnownMacros): readonly Found[] {
  return [...conditionMistakes(rule.when), ...actionMistakes(rule.do, macros)]
}

/** The same for a file of them; undefined: one that could not be read. */
export function alertMistakes(
  rules: readonly (GivenAlertRule | undefined)[],
  macros: KnownMacros,
): readonly Found[] {
  return rules.flatMap((rule, at) =>
    rule === undefined
      ? []
      : [
          ...ruleMistakes(rule, macros).map((found) => ({
            ...found,
            path: ['alerts', at, ...found.path],
          })),
          ...(rules.findIndex((one) => one?.name === rule.name) < at
            ? [{ path: ['alerts', at, 'name'], words: sameName(rule.name) }]
            : []),
        ],
  )
}

const kinds = ['pattern', 'value', 'state', 'mode'] as const

function conditionMistakes(when: GivenAlertRule['when']): readonly Found[] {
  const found = kinds.filter((kind) => when[kind] !== undefined)
  if (found.length !== 1) return [{ path: ['when'], words: oneCondition(found) }]
  if (when.value !== undefined) return valueMistakes(when)
  const ofValues = (['below', 'above', 'back'] as const).filter((key) => when[key] !== undefined)
  const mistakes: Found[] = ofValues.map((key) => ({ path: ['when', key], words: onlyWithValue }))
  if (when.pattern === undefined) return mistakes
  const { problem } = rowSearch(when.pattern)
  if (problem) mistakes.push({ path: ['when', 'pattern'], words: problem })
  if (when.for !== undefined) mistakes.push({ path: ['when', 'for'], words: noTimeForPattern })
  return mistakes
}

function valueMistakes({ value, below, above, back }: GivenAlertRule['when']): readonly Found[] {
  const limit = below ?? above
  if (limit === undefined) return [{ path: ['when', 'value'], words: belowOrAbove }]
  if (below !== undefined && above !== undefined)
    return [{ path: ['when', 'above'], words: belowAndAbove }]
  if (value?.endsWith('_percent') && (limit < 0 || limit > 100))
    return [{ path: ['when', below === undefined ? 'above' : 'below'], words: aPercentage }]
  if (back === undefined) return []
  if (below !== undefined && back < below)
    return [{ path: ['when', 'back'], words: backOnWrongSide('below') }]
  if (above !== undefined && back > above)
    return [{ path: ['when', 'back'], words: backOnWrongSide('above') }]
  return []
}

function actionMistakes(
  { notice, sound, webhook, macro }: GivenAlertRule['do'],
  macros: KnownMacros,
): Found[] {
  const mistakes: Found[] = []
  if (notice === false && !sound && webhook === undefined && macro === undefined)
    mistakes.push({ path: ['do'], words: doesNothing })
  if (webhook !== undefined && !webhookUrl(webhook))
    mistakes.push({ path: ['do', 'webhook'], words: noWebhookAddress })
  if (macro !== undefined && !macros.all.some(({ id }) => id === macro)) {
    const known = macros.all.map(({ id }) => id)
    mistakes.push({ path: ['do', 'macro'], words: noSuchMacro(macro, known) })
  }
  return mistakes
}
