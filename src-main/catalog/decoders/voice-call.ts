import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'

export default decoder({
  id: 'VOICE CALL',
  prefixes: ['VOICE CALL'],
  title: say('voice call', '音声通話'),
  spec: 'A76XX manual, VOICE CALL',
  group: 'call',
  forms: [],
  urc: true,
  parameters: [text('event', 'event', 'イベント'), int('duration_s', 'seconds', '秒数')],
  row(row: Row) {
    const found = /^(BEGIN|END)\s*(?::\s*(\d{1,9}))?/.exec(row.tail)
    if (!found) row.refuse('BEGIN or END')
    return {
      event: found?.[1] ?? null,
      ...(found?.[2] === undefined ? {} : { duration_s: Number(found[2]) }),
    }
  },
})
