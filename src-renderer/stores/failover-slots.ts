import type { SlotName } from '@contract'
import { useConnect } from './connect'
import { formOf } from './connect-form'
import type { Change } from './config-change'
import { useModems } from './modems'

const profileKeys = ['apn', 'user', 'password', 'auth', 'pdpType'] as const

/** The port a slot has open, or would open. */
export function portOf(slot: SlotName): string {
  const modems = useModems()
  return modems.slots[slot].port?.path ?? modems.chosen[slot]
}

/** What a configuration says of a slot, from its port and the connection set up for it. The PIN is never written down. */
export function slotChanges(slot: SlotName): readonly Change[] {
  const modems = useModems()
  const connect = useConnect()
  const form = connect.forms[slot]
  const preset = connect.presets.find(({ id }) => id === connect.chosen[slot])
  const wanted = preset ? formOf(preset) : {}
  const asPreset = preset !== undefined && profileKeys.every((key) => wanted[key] === form[key])
  const in_ = (...path: string[]) => ['slots', slot, ...path]
  const port = portOf(slot)
  const baud = modems.slots[slot].port?.baudRate ?? modems.baud[slot]
  const framing = modems.slots[slot].port?.framing ?? modems.framing[slot]
  return [
    { path: in_('port'), value: port === '' ? undefined : port },
    { path: in_('options', 'baudRate'), value: baud === 115200 ? undefined : baud },
    { path: in_('options', 'framing'), value: framing === '8N1' ? undefined : framing },
    { path: in_('preset'), value: asPreset ? preset.id : undefined },
    ...profileKeys.map((key) => ({
      path: in_('connect', key),
      value: asPreset || form[key] === '' ? undefined : form[key],
    })),
    { path: in_('connect', 'cid'), value: form.cid === '1' ? undefined : Number(form.cid) },
    { path: in_('connect', 'cmux'), value: form.cmux === true ? true : undefined },
    { path: in_('connect', 'direct'), value: form.direct ? true : undefined },
  ]
}
