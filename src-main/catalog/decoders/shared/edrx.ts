import type { Facts } from '@core/at/knowledge'
import { int, say, text, type Parameter } from '@core/at/parameter'
import { edrxCycle } from './timers'

export const edrxParameters: Parameter[] = [
  int('act_type', 'technology', '方式', {
    0: say('no eDRX', 'eDRX なし'),
    1: say('EC-GSM-IoT', 'EC-GSM-IoT'),
    2: say('GSM', 'GSM'),
    3: say('UTRAN', 'UTRAN'),
    4: say('LTE', 'LTE'),
    5: say('NB-IoT', 'NB-IoT'),
  }),
  text('requested', 'requested cycle', '要求周期'),
  text('nw_provided', 'granted cycle', '許可周期'),
  text('ptw', 'paging window', 'ページング時間枠'),
]

export function edrxWords(facts: Facts) {
  if (facts['act_type'] === 0) return say('eDRX is not used.', 'eDRX は使用されていません。')
  const asked = edrxCycle(facts['requested'])
  const granted = edrxCycle(facts['nw_provided'])
  const window = pagingWindow(facts)
  return say(
    `eDRX${asked ? `: asked for a cycle of ${asked}` : ''}${granted ? `, the network grants ${granted}` : ''}${window ? `, paging window ${window}` : ''}.`,
    `eDRX${asked ? `：要求周期 ${asked}` : ''}${granted ? `、ネットワークの許可周期 ${granted}` : ''}${window ? `、ページング時間枠 ${window}` : ''}`,
  )
}

/** Steps of the paging time window, in hundredths of a second (3GPP TS 24.008, 10.5.5.32): LTE and NB-IoT differ. */
const windowSteps: Readonly<Record<string, number>> = { 4: 128, 5: 256 }

function pagingWindow({ act_type: type, ptw }: Facts): string | undefined {
  const step = typeof type === 'number' ? windowSteps[type] : undefined
  if (step === undefined || typeof ptw !== 'string' || !/^[01]{4}$/.test(ptw)) return undefined
  return `${((parseInt(ptw, 2) + 1) * step) / 100} s`
}
