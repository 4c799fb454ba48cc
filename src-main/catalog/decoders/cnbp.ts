import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
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
