import { faultKnobs } from '../simulator/fault-rows'
import type { Words } from '../words'
import type { PlannedFault } from './plan'

/** Faults that work on hardware too. */
export const hardwareFaults = [
  'hang-up',
  'disc-channel',
  'radio-off',
  'radio-on',
  'power-off',
  'power-on',
  'by-hand',
] as const
export type HardwareFault = (typeof hardwareFaults)[number]

const hardwareTitles: { readonly [fault in HardwareFault]: Words } = {
  'hang-up': { en: 'Hang up PPP', ja: 'PPP を切断' },
  'disc-channel': {
    en: 'Close a CMUX channel (DISC)',
    ja: 'CMUX チャネルを閉じる（DISC）',
  },
  'radio-off': { en: 'Radio off (CFUN=4)', ja: '無線オフ（CFUN=4）' },
  'radio-on': { en: 'Radio on (CFUN=1)', ja: '無線オン（CFUN=1）' },
  'power-off': { en: 'Power off by the board', ja: 'ボードで電源オフ' },
  'power-on': { en: 'Power on by the board', ja: 'ボードで電源オン' },
  'by-hand': { en: 'A step by hand', ja: '手作業' },
}

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
    ja: `${slot.toUpperCase()}: ${known.ja}${tail}`,
  }
}
