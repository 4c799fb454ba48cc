import { decoder } from '@core/at/decoder'
import { expandValues } from '@core/at/fields'
import { type ValueMeanings, int, ranged, say } from '@core/at/parameter'

const cemode = decoder({
  id: '+CEMODE',
  title: say('mode of operation in LTE', 'LTE の動作モード'),
  spec: '3GPP TS 27.007, 10.1.28',
  group: 'network',
  parameters: [
    ranged(
      0,
      3,
      int('mode', 'mode', 'モード', {
        0: say('packet only, data centric', 'PS モード 2：データ優先'),
        1: say('voice and data, voice centric', 'CS/PS モード 1：音声優先'),
        2: say('voice and data, data centric', 'CS/PS モード 2：データ優先'),
        3: say('packet only, voice centric', 'PS モード 1：音声優先'),
      }),
    ),
  ],
})

const modes: ValueMeanings = {
  12: say('GSM', '2G（GSM）のみ'),
  22: say('UTRAN', '3G（UTRAN）のみ'),
  25: say('GSM, UTRAN and E-UTRAN', '2G・3G・LTE'),
  28: say('E-UTRAN', 'LTE のみ'),
  29: say('GSM and UTRAN', '2G・3G'),
  30: say('GSM and E-UTRAN', '2G・LTE'),
  31: say('UTRAN and E-UTRAN', '3G・LTE'),
  35: say('GSM, UTRAN, E-UTRAN and NG-RAN', '2G・3G・LTE・5G'),
  36: say('NG-RAN', '5G のみ'),
  37: say('E-UTRAN and NG-RAN', 'LTE・5G'),
  38: say('UTRAN, E-UTRAN and NG-RAN', '3G・LTE・5G'),
  39: say('GSM, E-UTRAN and NG-RAN', '2G・LTE・5G'),
  40: say('UTRAN and NG-RAN', '3G・5G'),
  41: say('GSM, UTRAN and NG-RAN', '2G・3G・5G'),
}

const ws46 = decoder({
  id: '+WS46',
  title: say('radio technologies in use', '使用する無線方式'),
  spec: '3GPP TS 27.007, 5.9',
  group: 'network',
  // Old firmware answers with the bare number.
  free: true,
  parameters: [int('n', 'technologies', '方式', modes)],
  test(rows) {
    const values = rows.flatMap((row) => expandValues(row.tail))
    return { values, modes: values.map((value) => modes[String(value)]?.en ?? String(value)) }
  },
})

export default [cemode, ws46]
