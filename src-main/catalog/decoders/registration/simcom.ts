import { type Asked, decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { type ValueMeanings, int, ranged, say, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'
import type { Row } from '@core/at/row'

const modes: ValueMeanings = {
  0: say('none', '圏外'),
  1: say('GSM', 'GSM'),
  2: say('GPRS', 'GPRS'),
  3: say('EGPRS', 'EGPRS（EDGE）'),
  4: say('WCDMA', 'WCDMA'),
  5: say('HSDPA', 'HSDPA'),
  6: say('HSUPA', 'HSUPA'),
  7: say('HSPA', 'HSPA'),
  8: say('LTE', 'LTE'),
  9: say('TDS-CDMA', 'TDS-CDMA'),
}

const cnsmod = decoder({
  id: '+CNSMOD',
  title: say('technology in use', '現在の無線方式'),
  spec: 'A76XX manual p102',
  group: 'simcom',
  parameters: [
    int('n', 'reporting', '通知', offOn),
    ranged(0, 15, int('stat', 'technology', '方式', modes)),
  ],
  set: [int('n', 'reporting', '通知', offOn)],
  urc: true,
  isUnsolicited: (row) => row.count === 1,
  row,
  explain(facts, asked) {
    const { stat } = facts
    if (asked.form === 'test' || typeof stat !== 'number') return undefined
    const mode = modes[stat] ?? say(`value ${stat}`, `値 ${stat}`)
    return {
      words: say(`Technology in use: ${mode.en}.`, `現在の無線方式：${mode.ja}`),
      severity: stat === 0 ? 'warning' : 'fine',
    }
  },
})

function row(line: Row, _asked: Asked): Facts {
  const read = line.count > 1
  const stat = line.int(read ? 1 : 0, 'stat')
  return { ...(read ? { n: line.int(0, 'n') } : {}), stat, name: modes[String(stat)]?.en ?? null }
}

const cnti = decoder({
  id: '*CNTI',
  title: say('technology in use', '現在の無線方式'),
  spec: 'SIM5320 AT manual',
  group: 'simcom',
  parameters: [
    int('n', 'kind', '種別', {
      0: say('now', '現在'),
      1: say('available', '利用可能'),
      2: say('supported', '対応'),
    }),
    text('tech', 'technology', '方式'),
  ],
  set: [int('n', 'kind', '種別')],
})

export default [cnsmod, cnti]
