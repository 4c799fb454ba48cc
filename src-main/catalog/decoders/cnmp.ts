import { decoder } from '@core/at/decoder'
import { expandValues } from '@core/at/fields'
import { int, say, type ValueMeanings } from '@core/at/parameter'

const modes: ValueMeanings = {
  2: say('automatic', '自動'),
  13: say('GSM', 'GSM のみ'),
  14: say('WCDMA', 'WCDMA のみ'),
  19: say('GSM and WCDMA', 'GSM・WCDMA'),
  38: say('LTE', 'LTE のみ'),
  39: say('GSM, WCDMA and LTE', 'GSM・WCDMA・LTE'),
  48: say('all but LTE', 'LTE 以外'),
  51: say('GSM and LTE', 'GSM・LTE'),
  54: say('WCDMA and LTE', 'WCDMA・LTE'),
  71: say('NR', '5G NR のみ'),
  109: say('LTE and NR', 'LTE・5G NR'),
}

export default decoder({
  id: '+CNMP',
  title: say('preferred radio technology', '優先する無線方式'),
  spec: 'A76XX manual p95',
  group: 'simcom',
  parameters: [int('mode', 'technology', '方式', modes)],
  derive: (facts) => ({ ...facts, name: modes[String(facts['mode'])]?.en ?? null }),
  // Some firmware names each value: `((2-Automatic),(13-GSM Only))`.
  test: (rows) => ({
    mode_values: rows.flatMap((row) => expandValues(row.tail)).map((value) => leadingNumber(value)),
  }),
})

function leadingNumber(value: number | string): number | string {
  const digits = /^(\d+)\s*-\s*\D/.exec(String(value))?.[1]
  return digits === undefined ? value : Number(digits)
}
