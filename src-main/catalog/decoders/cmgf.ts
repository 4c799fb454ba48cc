import { decoder } from '@core/at/decoder'
import { int, ranged, say } from '@core/at/parameter'
import { expandValues } from '@core/at/fields'

export default decoder({
  id: '+CMGF',
  title: say('format of messages', 'SMS の形式'),
  spec: '3GPP TS 27.005, 3.2.3',
  group: 'sms',
  parameters: [
    ranged(
      0,
      1,
      int('mode', 'format', '形式', { 0: say('PDU', 'PDU'), 1: say('text', 'テキスト') }),
    ),
  ],
  test(rows) {
    const modes = rows.flatMap((row) => expandValues(row.tail))
    return { modes, mode_values: modes }
  },
})
