import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'

export default decoder({
  id: 'MISSED_CALL',
  prefixes: ['MISSED_CALL'],
  title: say('missed call', '不在着信'),
  spec: 'A76XX manual, MISSED_CALL',
  group: 'call',
  forms: [],
  urc: true,
  parameters: [text('details', 'time and number', '時刻と番号')],
  row(row: Row) {
    const number = /\+?\d{5,}\s*$/.exec(row.tail.slice(-40))?.[0].trim()
    if (number !== undefined) row.markText(number, 'number')
    return { details: row.tail || null }
  },
  explain: () => ({ words: say('A call was missed.', '不在着信がありました。') }),
})
