import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CTZV',
  title: say('time zone of the network', '網のタイムゾーン'),
  spec: '3GPP TS 27.007, 8.41',
  group: 'control',
  forms: [],
  parameters: [int('tz_quarters', 'quarters of an hour from UTC', 'UTC との差（15 分単位）')],
  urc: true,
  row: (row) => ({
    tz_quarters: row.int(0, 'tz_quarters'),
    time:
      row.fields
        .slice(1)
        .map((field) => field.text)
        .join(',') || null,
  }),
})
