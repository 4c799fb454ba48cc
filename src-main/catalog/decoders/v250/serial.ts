import { decoder } from '@core/at/decoder'
import { factText } from '@core/at/fact-text'
import { int, ranged, say, type ValueMeanings } from '@core/at/parameter'
import { offOn } from '@core/at/words'

const formats: ValueMeanings = {
  0: say('found by itself', '自動検出'),
  1: say('8 data, 2 stop', '8 ビット・ストップ 2'),
  2: say('8 data, parity, 1 stop', '8 ビット・パリティあり・ストップ 1'),
  3: say('8 data, 1 stop', '8 ビット・ストップ 1'),
  4: say('7 data, 2 stop', '7 ビット・ストップ 2'),
  5: say('7 data, parity, 1 stop', '7 ビット・パリティあり・ストップ 1'),
  6: say('7 data, 1 stop', '7 ビット・ストップ 1'),
}

const icf = decoder({
  id: '+ICF',
  title: say('UART character format', 'UART の文字形式'),
  spec: 'ITU-T V.250, 6.2.11',
  group: 'basic',
  parameters: [
    ranged(0, 6, int('format', 'format', '形式', formats)),
    ranged(
      0,
      3,
      int('parity', 'parity', 'パリティ', {
        0: say('odd', '奇数'),
        1: say('even', '偶数'),
        2: say('mark', 'マーク'),
        3: say('space', 'スペース'),
      }),
    ),
  ],
  // Without parity its kind is printed, too, and means nothing.
  explain({ format }, asked) {
    const known =
      typeof format === 'number' && ![0, 2, 5].includes(format) ? formats[format] : undefined
    if (asked.form === 'test' || !known) return undefined
    const shown = factText(format)
    return {
      words: say(
        `UART character format: format ${shown} (${known.en}).`,
        `UART の文字形式：形式 ${shown}（${known.ja}）`,
      ),
    }
  },
})

const ipr = decoder({
  id: '+IPR',
  title: say('UART speed', 'UART 通信速度'),
  spec: 'ITU-T V.250, 6.2.10',
  group: 'basic',
  parameters: [int('rate', 'bit/s', 'bit/s', { 0: say('found automatically', '自動検出') })],
  explain(facts, asked) {
    const { rate } = facts
    if (asked.form === 'test' || typeof rate !== 'number') return undefined
    if (rate === 0)
      return { words: say('UART speed: found automatically (0).', 'UART 通信速度：自動検出（0）') }
    return { words: say(`UART speed: ${rate} bit/s.`, `UART 通信速度：${rate} bit/s`) }
  },
  explainCommand(facts, command) {
    const { rate } = facts
    if (command.form !== 'set' || typeof rate !== 'number') return undefined
    return {
      words: say(
        `Sets the UART speed to ${rate} bit/s; the port must follow after OK.`,
        `UART 通信速度を ${rate} bit/s にします。OK の後、ポート側も合わせる必要があります。`,
      ),
      severity: 'notice',
    }
  },
})

const iprex = decoder({
  id: '+IPREX',
  title: say('UART speed, kept over power-off', 'UART 通信速度（保存）'),
  spec: 'A76XX manual p259',
  group: 'basic',
  parameters: [int('rate', 'bit/s', 'bit/s')],
})

const ilrr = decoder({
  id: '+ILRR',
  title: say('reporting of the UART speed', 'UART 速度の通知'),
  spec: 'ITU-T V.250, 6.2.13',
  group: 'basic',
  parameters: [int('value', 'report', '通知', offOn)],
})

export default [icf, ipr, iprex, ilrr]
