import type { Handlers } from '@contract'
import type { alertCalls } from '@contract/alerts'
import type { Alerts } from '@bench/alerts/alerts'
import { toldAlerts } from '@bench/alerts/alert-file'
import type { Macros } from '@bench/macros/macros'

/** What of the bench is needed here. */
export interface AlertCallParts {
  readonly alerts: Alerts
  readonly macros: Macros
}

/** The calls for alerts. */
export function alertHandlersOf(bench: AlertCallParts): Pick<Handlers, keyof typeof alertCalls> {
  const { alerts, macros } = bench
  return {
    'alerts.list': async () => alerts.state,
    'alerts.read': async ({ text }) => toldAlerts(text, macros),
    'alerts.add': async ({ text }) => alerts.add(text),
    'alerts.save': async ({ rule, was }) => alerts.save(rule, was),
    'alerts.remove': async ({ name }) => alerts.remove(name),
    'alerts.try': async ({ name, slot }) => alerts.try(name, slot),
    'alerts.dismiss': async ({ name, slot }) => alerts.dismiss(name, slot),
  }
}
