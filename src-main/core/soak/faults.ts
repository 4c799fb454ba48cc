import { faultKnobs } from '../simulator/fault-rows'
import type { Words } from '../words'
import { hardwareFaults, hardwareTitles } from './fault-words'
import type { PlannedFault } from './plan'

/** A fault that a run may plan. */
export interface FaultChoice {
  readonly id: string
  readonly title: Words
  /** Needs a simulated modem. */
  readonly simulated: boolean
  /** Takes a value: `on`, `off`, or a number. */
  readonly takesValue: boolean
}

export const faultChoices: readonly FaultChoice[] = [
  ...hardwareFaults.map((id) => ({
    id,
    title: hardwareTitles[id],
    simulated: false,
    takesValue: id === 'disc-channel',
  })),
  ...faultKnobs.map(({ id, title, kind }) => ({
    id,
    title,
    simulated: true,
    takesValue: kind !== 'act',
  })),
]

/** What will be done, in a line. */
export function faultWords({ fault, slot, value, note }: PlannedFault): Words {
  const known = faultChoices.find(({ id }) => id === fault)?.title ?? { en: fault, ja: fault }
  const tail = [value === null ? '' : ` = ${value}`, note === null ? '' : `: ${note}`].join('')
  return {
    en: `${slot.toUpperCase()}: ${known.en}${tail}`,
    ja: `${slot.toUpperCase()}：${known.ja}${tail}`,
  }
}
