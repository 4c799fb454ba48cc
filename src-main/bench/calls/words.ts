import type { SlotName } from '@core/modem/slot-names'
import type { Words } from '@core/words'

export const probedBaud = (label: string, baudRate: number): Words => ({
  en: `${label} probed, ${baudRate} baud`,
  ja: `${label} を調べています（${baudRate} baud）`,
})

export const otherSlotHas = (slot: SlotName, path: string): Words => ({
  en: `Slot ${slot.toUpperCase()} of this bench has ${path}.`,
  ja: `${path} はこのベンチのスロット ${slot.toUpperCase()} で開いています。`,
})
