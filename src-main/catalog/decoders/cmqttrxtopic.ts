import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CMQTTRXTOPIC',
  title: say('MQTT message, topic', 'MQTT 受信（トピック）'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: [],
  parameters: [
    int('client_index', 'client', 'クライアント'),
    int('length', 'octets', 'オクテット数'),
  ],
  urc: true,
  body: 'urc',
  answer: (rows) =>
    rows[0]
      ? {
          client_index: rows[0].int(0, 'client_index'),
          length: rows[0].int(1, 'length'),
          text:
            rows
              .slice(1)
              .map((row) => row.line)
              .join('\n') || null,
        }
      : {},
})
