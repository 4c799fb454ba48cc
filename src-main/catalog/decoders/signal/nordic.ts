import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'
import { offOn } from '@core/at/words'
import { sentences } from '../shared/join'
import { levelSeverity, levels } from '../shared/quality'

export default decoder({
  id: '%CESQ',
  title: say('signal of the serving cell', '在圏セルの電波強度'),
  spec: 'nRF91 AT manual',
  group: 'nordic',
  forms: ['set'],
  parameters: [
    int('rsrp', 'RSRP index', 'RSRP 指数'),
    int('rsrp_threshold', 'RSRP class', 'RSRP 区分'),
    int('rsrq', 'RSRQ index', 'RSRQ 指数'),
    int('rsrq_threshold', 'RSRQ class', 'RSRQ 区分'),
  ],
  set: [int('n', 'reports', '通知', offOn)],
  urc: true,
  derive(facts) {
    const { rsrp, rsrq } = facts
    return {
      ...facts,
      rsrp_dbm: typeof rsrp === 'number' && rsrp <= 97 ? rsrp - 141 : null,
      rsrq_db: typeof rsrq === 'number' && rsrq <= 34 ? rsrq / 2 - 20 : null,
    }
  },
  explain(facts) {
    const values = { rsrp: facts['rsrp_dbm'], rsrq: facts['rsrq_db'] }
    const known = levels(values)
    return known ? { words: sentences(known), severity: levelSeverity(values) } : undefined
  },
})
