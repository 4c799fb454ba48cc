import { decoder } from '@core/at/decoder'
import { expandValues } from '@core/at/fields'
import { say, text } from '@core/at/parameter'
import { decodedFields } from './shared/ucs2'

export default decoder({
  id: '+CSCS',
  title: say('character set of names and texts', '文字セット'),
  spec: '3GPP TS 27.007, 5.5',
  group: 'control',
  parameters: [
    text('charset', 'character set', '文字セット', {
      UCS2: say(
        'names and texts come as hex, four digits a character',
        '名称や本文は 1 文字 4 桁の 16 進数',
      ),
      GSM: say('GSM 7 bit', 'GSM 7 ビット'),
      IRA: say('ASCII', 'ASCII'),
    }),
  ],
  derive: (facts, asked) => ({ ...facts, ...decodedFields(facts, ['charset'], asked.charset) }),
  test: (rows) => ({ charsets: rows.flatMap((row) => expandValues(row.tail)) }),
})
