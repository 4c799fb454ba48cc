import { factText } from '@core/at/fact-text'
import { decoder } from '@core/at/decoder'
import { expandValues } from '@core/at/fields'
import { type ValueMeanings, int, say, text } from '@core/at/parameter'

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

const cnmp = decoder({
  id: '+CNMP',
  title: say('preferred radio technology', '優先する無線方式'),
  spec: 'A76XX manual p95',
  group: 'simcom',
  parameters: [int('mode', 'technology', '方式', modes)],
  derive: (facts) => ({ ...facts, name: modes[factText(facts['mode'])]?.en ?? null }),
  // Some firmware names each value: `((2-Automatic),(13-GSM Only))`.
  test: (rows) => ({
    mode_values: rows.flatMap((row) => expandValues(row.tail)).map((value) => leadingNumber(value)),
  }),
})

function leadingNumber(value: number | string): number | string {
  const digits = /^(\d+)\s*-\s*\D/.exec(String(value))?.[1]
  return digits === undefined ? value : Number(digits)
}

const cnbp = decoder({
  id: '+CNBP',
  title: say('band masks', 'バンド設定'),
  spec: 'A76XX manual p96',
  group: 'simcom',
  parameters: [
    text('mode', 'GSM and WCDMA mask', 'GSM・WCDMA マスク'),
    text('lte_mode', 'LTE mask', 'LTE マスク'),
    text('tds_mode', 'TDS mask', 'TDS マスク'),
  ],
  explain(facts, asked) {
    if (asked.form === 'test' || typeof facts['lte_mode'] !== 'string') return undefined
    const bands = lteBands(facts['lte_mode'])
    return {
      words: say(
        `LTE bands allowed: ${bands.join(', ') || 'none'}.`,
        `使用できる LTE バンド：${bands.join('、') || 'なし'}`,
      ),
    }
  },
})

/** Band n is bit n-1 of the mask. */
function lteBands(mask: string): number[] {
  const digits = /^(?:0x)?([0-9a-f]{1,64})$/i.exec(mask)?.[1] ?? ''
  const bits = [...digits].reverse().flatMap((digit) => {
    const value = parseInt(digit, 16)
    return [value & 1, value & 2, value & 4, value & 8]
  })
  return bits.flatMap((bit, i) => (bit === 0 ? [] : [i + 1]))
}

const cnaop = decoder({
  id: '+CNAOP',
  title: say('order of search for technologies', '方式サーチ順'),
  spec: 'A76XX manual',
  group: 'simcom',
  parameters: [
    int('acqord', 'order', '順序', {
      0: say('automatic', '自動'),
      1: say('GSM first', 'GSM 優先'),
      2: say('WCDMA first', 'WCDMA 優先'),
    }),
  ],
})

export default [cnmp, cnbp, cnaop]
