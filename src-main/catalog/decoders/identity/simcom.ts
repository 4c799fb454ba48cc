import { decoder } from '@core/at/decoder'
import { say, secret, text } from '@core/at/parameter'
import { linesOf } from './ati'

export default decoder({
  id: 'SIMCOMATI',
  aliases: ['+SIMCOMATI'],
  prefixes: [],
  title: say('full identity of the firmware', 'ファームウェアの詳細情報'),
  spec: 'A76XX manual',
  group: 'simcom',
  forms: ['action', 'test'],
  parameters: [
    text('text', 'text', '文字列'),
    text('manufacturer', 'maker', 'メーカー'),
    text('model', 'model', '型番'),
    text('revision', 'firmware', 'ファームウェア'),
    secret('imei', text('imei', 'IMEI', 'IMEI')),
  ],
  free: true,
  answer(rows) {
    const lines = rows.flatMap((row) => linesOf(row.line.trim()))
    const facts: Record<string, string> = { text: lines.join('\n') }
    for (const line of lines) {
      const [, label = '', value = ''] =
        /^(Manufacturer|Model|Revision|IMEI) ?: *(\S.*)$/.exec(line) ?? []
      if (value !== '') facts[label.toLowerCase()] ??= value
    }
    return facts
  },
  explain({ manufacturer, model, revision, imei }) {
    const named = [
      ['Maker', 'メーカー', manufacturer],
      ['Model', '型番', model],
      ['Firmware', 'ファームウェア', revision],
    ] as const
    const known = named.flatMap(([en, ja, value]) =>
      typeof value === 'string' ? [say(`${en}: ${value}`, `${ja}：${value}`)] : [],
    )
    return {
      words:
        known.length === 0
          ? typeof imei === 'string'
            ? say('IMEI of the modem.', 'モデムの IMEI です。')
            : say('The full identity of the firmware.', 'ファームウェアの詳細情報です。')
          : say(`${known.map((one) => one.en).join(', ')}.`, known.map((one) => one.ja).join('、')),
    }
  },
})
