import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { decimal, int, say, type ValueMeanings } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { sentence } from '../shared/join'

const charge: ValueMeanings = {
  0: say('not charging', '充電していない'),
  1: say('charging', '充電中'),
  2: say('charging finished', '充電完了'),
}

export default decoder({
  id: '+CBC',
  title: say('supply voltage', '電源電圧'),
  spec: 'A76XX manual p280; 3GPP TS 27.007, 8.4',
  group: 'power',
  forms: ['action', 'read', 'test'],
  parameters: [
    int('charge_status', 'charging', '充電状態', charge),
    int('level_pct', 'charge %', '残量 %'),
    decimal('voltage_v', 'V', '電圧 V'),
  ],
  row,
  explain(facts, asked) {
    const { voltage_v: volts } = facts
    if (asked.form === 'test' || typeof volts !== 'number') return undefined
    if (volts < 3.4)
      return {
        words: say(
          `Supply ${volts} V: below the 3.4 V a SIM7672 needs. Check the supply under load.`,
          `電源電圧 ${volts} V：SIM7672 の下限 3.4 V を下回っています。負荷時の電源を確認してください。`,
        ),
        severity: 'warning',
      }
    if (volts > 4.3)
      return {
        words: say(
          `Supply ${volts} V: above the 4.2 V a SIM7672 takes. Check the supply before it does damage.`,
          `電源電圧 ${volts} V：SIM7672 の上限 4.2 V を超えています。故障の原因になるため電源を確認してください。`,
        ),
        severity: 'warning',
      }
    const { level_pct: level, charge_status: charging } = facts
    const more = typeof level === 'number' ? say(`charge ${level} %`, `残量 ${level} %`) : undefined
    const state = typeof charging === 'number' ? charge[charging] : undefined
    return { words: sentence(say(`supply ${volts} V`, `電源電圧 ${volts} V`), more, state) }
  },
})

const leastMillivolts = 1000

/** `3.978V` (A76xx), `0,62,3.837V` (SIM5320), `0,93,4105` in mV (SIM800, Quectel), `0,3750` (L850), `0,62` (3GPP). */
function row(line: Row): Facts {
  if (line.count === 0) line.refuse('a voltage')
  if (line.count === 1) return { voltage_v: volts(line, 0) }
  // 27.007, 8.4 ends at 100 %: Fibocom's L850 and L860 give mV in its place.
  if (line.count === 2 && Number(line.text(1)) >= leastMillivolts)
    return { charge_status: line.int(0, 'charge_status'), voltage_v: volts(line, 1) }
  return {
    charge_status: line.int(0, 'charge_status'),
    level_pct: line.int(1, 'level_pct'),
    ...(line.count > 2 ? { voltage_v: volts(line, 2) } : {}),
  }
}

function volts(line: Row, i: number): number | null {
  const found = /^(\d{1,6}(?:\.\d{1,4})?)\s*(m?V)?$/i.exec(line.text(i) ?? '')
  if (!found) {
    line.refuse('a voltage')
    return null
  }
  const value = Number(found[1])
  const milli = found[2]?.toLowerCase() === 'mv' || (found[2] === undefined && value >= 100)
  return milli ? value / 1000 : value
}
