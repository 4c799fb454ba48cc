import { connectTarget, portOptions, type BenchConfig } from '@contract'
import { Fault } from '@core/fault'
import type { SlotName } from '@core/modem/slot-names'
import type { SlotSetup } from '@bench/failover/failover-slot'
import type { Presets } from '@bench/settings/presets'
import { presetOfSlotMissing, targetOfSlotMissing } from './words'

/** Port and connection of a slot: what the configuration gives goes before the preset it names. */
export function slotSetup(
  { slots }: Pick<BenchConfig, 'slots'>,
  name: SlotName,
  presets: Pick<Presets, 'all'>,
): SlotSetup {
  const { port, options, preset, connect } = slots[name]
  const found = presets.all.find(({ id }) => id === preset)
  if (preset !== undefined && !found)
    throw new Fault('bad-input', presetOfSlotMissing(name, preset))
  const chosen = found
    ? { user: found.user, password: found.password, auth: found.auth, pdpType: found.pdpType }
    : {}
  const apn = connect.apn ?? found?.apn ?? ''
  const parsed = connectTarget.safeParse({ ...chosen, ...defined(connect), apn })
  if (!parsed.success || (apn === '' && !parsed.data.direct))
    throw new Fault('bad-input', targetOfSlotMissing(name))
  const { pin, cmux, ...target } = parsed.data
  return {
    port,
    options: portOptions.parse(options),
    target: {
      ...target,
      // What is proved, and how, is the failover's business.
      pingHost: '',
      httpUrl: '',
      ...(pin === undefined ? {} : { pin }),
      ...(cmux === undefined ? {} : { cmux }),
    },
  }
}

/** Only what was given. */
const defined = (given: object) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
