import { policyOf, soakPlanOf, type BenchConfig, type FailoverPlan } from '@contract'
import { slotNames } from '@core/modem/slot-names'
import { slotSetup } from '@bench/config/config-target'
import type { Environment } from '@bench/environment'
import type { Presets } from '@bench/settings/presets'

/** What a configuration comes to, for whoever wants to see it before anything is touched. */
export function failoverPlan(
  config: BenchConfig,
  presets: Pick<Presets, 'all'>,
  { systemCommands }: Pick<Environment, 'systemCommands'>,
): FailoverPlan {
  const { slots, failover, goal } = config
  const commands = () =>
    slotNames.flatMap((slot) => {
      const { port, target } = slotSetup(config, slot, presets)
      const { apn, user, password } = target
      const deviceId = `DEVICE-ID-${slot.toUpperCase()}`
      return systemCommands(port, { slot, deviceId, apn, user, password })
    })
  return {
    ports: { a: slots.a.port, b: slots.b.port },
    policy: policyOf(config),
    soak: soakPlanOf(config) ?? null,
    goal,
    commands: failover.link === 'own' ? [] : commands(),
  }
}
