import type { failoverCalls, Handlers } from '@contract'
import { stoppedByHand } from '@core/failover/words'
import { Fault } from '@core/fault'
import { quoted } from '@core/words'
import { failoverPlan } from '@bench/failover/failover-plan'
import { mustRead, readConfig } from '@bench/config/config-file'
import { writeConfig } from '@bench/config/config-write'
import type { BenchFailover } from '@bench/failover/failover'
import type { Environment } from '@bench/environment'
import type { BenchSoak } from '@bench/soak/soak'
import type { Slots } from '@bench/slot/slot'
import type { Presets } from '@bench/settings/presets'

/** What of the bench is needed here. */
export interface FailoverCallParts {
  readonly failover: BenchFailover
  readonly soak: BenchSoak
  readonly slots: Slots
  readonly presets: Presets
  readonly environment: Environment
}

/** The calls of failover and soak. */
export function failoverHandlersOf(
  bench: FailoverCallParts,
): Pick<Handlers, keyof typeof failoverCalls> {
  const { failover, soak, slots } = bench
  return {
    'failover.read': async ({ text }) => readConfig(text, bench.presets),
    'failover.plan': async ({ text }) =>
      failoverPlan(mustRead(text, bench.presets), bench.presets, bench.environment),
    'failover.write': async ({ text, changes }) => writeConfig(text, changes, bench.presets),
    'failover.start': async ({ text }) => failover.start(mustRead(text, bench.presets)),
    'failover.stop': async () => {
      soak.stop()
      await failover.stop()
    },
    'failover.switch': async ({ to }) => failover.switchTo(to),
    'failover.state': async () => failover.state,

    'soak.start': async ({ text }) => soak.start(text),
    'soak.resume': async () => soak.resume(),
    'soak.stored': async () => soak.stored(),
    'soak.matches': async ({ text }) => soak.matches(text),
    'soak.stop': async () => soak.stop(),
    'soak.state': async () => soak.state,
    'soak.report': async ({ format, language, linked }) => soak.report(format, language, linked),
    'soak.reports': async ({ language }) => soak.reports(language),

    'idle.start': async ({ slot, upToMinutes, probe }) => {
      if (failover.running) throw new Fault('idle-busy')
      return slots[slot].idle.start({ upToMs: upToMinutes * 60_000, probe })
    },
    'idle.stop': async ({ slot, seen }) =>
      slots[slot].idle.stop(seen === undefined ? stoppedByHand : quoted(seen)),
    'idle.state': async ({ slot }) => slots[slot].state.idle,
  }
}
