import { decoder } from '@core/at/decoder'
import { expandValues } from '@core/at/fields'
import { int, say, type ValueMeanings } from '@core/at/parameter'

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
  38: say('E-UTRAN and NG-RAN', 'LTE・5G'),
}

export default decoder({
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
