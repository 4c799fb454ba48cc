import {
  alertRule,
  alertRuleOf,
  alertsConfig,
  mostAlertRules,
  writtenAlertRule,
  type GivenAlertRule,
  type ReadAlerts,
  type ToldAlertRule,
} from '@contract'
import { conditionWords } from '@core/alerts/words'
import { Fault } from '@core/fault'
import { mustHave, readYaml } from '@bench/config/config-file'
import { alertMistakes, ruleMistakes, type KnownMacros } from './alert-checks'
import { shownWebhook } from './webhook-address'

/** Reads rules in YAML (JSON is YAML). Every mistake is named with its place. */
export function readAlerts(text: string, macros: KnownMacros) {
  return readYaml(text, alertsConfig, ({ alerts }) => alertMistakes(alerts, macros), {
    partly: (values) => alertMistakes(partly(values), macros),
    most: [{ path: ['alerts'], most: mostAlertRules }],
  })
}

/** Of a list with mistakes, the rules that can be read keep their places; the others are looked at by nobody. */
function partly(values: unknown): readonly (GivenAlertRule | undefined)[] {
  const list: unknown =
    typeof values === 'object' && values !== null ? Reflect.get(values, 'alerts') : undefined
  if (!Array.isArray(list)) return []
  return list.map((one) => alertRule.safeParse(one).data)
}

/** The rules of a text. Throws `Fault('bad-input')`, naming every mistake. */
export const mustReadAlerts = (text: string, macros: KnownMacros): readonly GivenAlertRule[] =>
  mustHave(readAlerts(text, macros)).alerts

/** Throws `Fault('bad-input')` with what is wrong with a rule. */
export function mustBeRule(rule: GivenAlertRule, macros: KnownMacros): void {
  const mistakes = ruleMistakes(rule, macros)
  if (mistakes.length === 0) return
  const all = (language: 'en' | 'ja') =>
    mistakes
      .map(({ path, words }) => `${path.map(String).join('.')}: ${words[language]}`)
      .join('; ')
  throw new Fault('bad-input', { en: all('en'), ja: all('ja') })
}

/** A rule as a window sees it. */
export function toldRule(rule: GivenAlertRule): ToldAlertRule {
  const written = writtenAlertRule(rule)
  const { webhook } = written.do
  return {
    ...written,
    do: { ...written.do, ...(webhook === undefined ? {} : { webhook: shownWebhook(webhook) }) },
    words: conditionWords(alertRuleOf(rule).when),
  }
}

export function toldAlerts(text: string, macros: KnownMacros): ReadAlerts {
  const { config, mistakes } = readAlerts(text, macros)
  return { rules: config && config.alerts.map(toldRule), mistakes }
}
