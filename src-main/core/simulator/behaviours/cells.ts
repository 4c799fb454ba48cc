import { ok } from '../answer'
import type { Heard } from '../air'
import type { Behaviour } from '../behaviour'
import type { ModemParts } from '../modem-parts'

/** The serving cell first, then those that are heard in the same technology, the strongest first. */
export function around({ radio }: ModemParts): readonly Heard[] {
  const serving = radio.serving()
  if (!serving) return []
  const others = radio.air
    .heard()
    .filter(({ cell }) => cell !== serving.cell && cell.technology === serving.cell.technology)
    .toSorted((a, b) => b.level.powerDbm - a.level.powerDbm)
  return [serving, ...others]
}

/**
 * `+CCINFO:[SCELL],UARFCN:4436,MCC:505,MNC:001,LAC:338,ID:14302219,PSC:214,…` and `[NCell1]` without the identity, as a SIM5320A
 * answered in public; ID is decimal there, the level in RSCP and Ec/Io without their minus.
 */
function ccinfo({ cell, level }: Heard, at: number): string {
  const measured = `SSC:0,RSCP:${-Math.round(level.powerDbm)},ECIO:${(-level.qualityDb).toFixed(1)},RXLev:${Math.round(level.powerDbm)}dbm`
  const place = `PSC:${cell.physicalId},${measured}`
  if (at > 0) return `+CCINFO:[NCell${at}],UARFCN:${cell.channel},${place}`
  const plmn = `MCC:${cell.plmn.slice(0, 3)},MNC:${cell.plmn.slice(3).padStart(3, '0')}`
  const lac = cell.areaCode.toString(16)
  return `+CCINFO:[SCELL],UARFCN:${cell.channel},${plmn},LAC:${lac},ID:${cell.cellId},${place},TXPWR:0`
}

/** SIM5320 AT Command Manual, AT+CCINFO. */
export const cells: Behaviour = [
  {
    name: '+CCINFO',
    test: () => ok(),
    execute: ({ modem }) => ok(...around(modem).slice(0, 7).map(ccinfo)),
  },
]
