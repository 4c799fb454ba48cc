import { decoder } from '@core/at/decoder'
import type { FactValue, Facts } from '@core/at/knowledge'
import { int, say } from '@core/at/parameter'
import { type Bin, binFact, binValue, outOfRange } from '../shared/bins'
import { sentences } from '../shared/join'
import { levelSeverity, levels } from '../shared/quality'

/** 3GPP TS 27.007, 8.69, in the order of the line; the last three came with 5G. */
const bins: readonly Bin[] = [
  { name: 'rxlev', max: 63, unknown: 99, base: -111, step: 1, unit: 'dbm', as: 'rssi' },
  { name: 'rscp', max: 96, unknown: 255, base: -121, step: 1, unit: 'dbm' },
  { name: 'ecno', max: 49, unknown: 255, base: -24.5, step: 0.5, unit: 'db' },
  { name: 'rsrq', max: 34, unknown: 255, base: -20, step: 0.5, unit: 'db' },
  { name: 'rsrp', max: 97, unknown: 255, base: -141, step: 1, unit: 'dbm' },
  { name: 'ss_rsrq', max: 126, unknown: 255, base: -43.5, step: 0.5, unit: 'db' },
  { name: 'ss_rsrp', max: 126, unknown: 255, base: -157, step: 1, unit: 'dbm' },
  { name: 'ss_sinr', max: 127, unknown: 255, base: -23.5, step: 0.5, unit: 'db' },
]

const ber: Bin = { name: 'ber', max: 7, unknown: 99, base: 0, step: 1, unit: 'db' }

export default decoder({
  id: '+CESQ',
  title: say('extended signal quality', '拡張電波品質'),
  spec: '3GPP TS 27.007, 8.69',
  group: 'signal',
  forms: ['action', 'test'],
  parameters: [
    int('rxlev', '2G level index', '2G 受信レベル指数'),
    int('ber', 'bit error rate class', 'ビット誤り率'),
    int('rscp', '3G RSCP index', '3G RSCP 指数'),
    int('ecno', '3G Ec/No index', '3G Ec/No 指数'),
    int('rsrq', 'LTE RSRQ index', 'LTE RSRQ 指数'),
    int('rsrp', 'LTE RSRP index', 'LTE RSRP 指数'),
    int('ss_rsrq', '5G RSRQ index', '5G RSRQ 指数'),
    int('ss_rsrp', '5G RSRP index', '5G RSRP 指数'),
    int('ss_sinr', '5G SINR index', '5G SINR 指数'),
  ],
  urc: true,
  derive,
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const wrong = outOfRange([...bins, ber], facts)
    const values = {
      rsrp: facts['rsrp_dbm'] ?? facts['ss_rsrp_dbm'],
      rsrq: facts['rsrq_db'] ?? facts['ss_rsrq_db'],
      sinr: facts['ss_sinr_db'],
      rscp: facts['rscp_dbm'],
      ecio: facts['ecno_db'],
      rssi: facts['rssi_dbm'],
    }
    const known = levels(values)
    const words = sentences(known, wrong, known || wrong ? undefined : unknown)
    return { words, severity: wrong ? 'warning' : levelSeverity(values) }
  },
})

const unknown = say(
  'All signal measurements are unknown: the modem measures no cell now',
  '測定値はすべて不明です。モデムは現在どのセルも測定していません',
)

function derive(facts: Facts): Facts {
  const all: Record<string, FactValue | undefined> = { ...facts }
  for (const bin of bins) {
    const value = binValue(bin, facts[bin.name])
    if (value !== undefined) all[binFact(bin)] = value
  }
  return all
}
