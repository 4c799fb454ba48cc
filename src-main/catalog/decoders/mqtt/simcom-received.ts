import { decoder, type Decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'
import type { Words } from '@core/words'

const cmqttrxstart = decoder({
  id: '+CMQTTRXSTART',
  title: say('MQTT message, beginning', 'MQTT 受信（開始）'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: [],
  parameters: [
    int('client_index', 'client', 'クライアント'),
    int('topic_length', 'octets of the topic', 'トピック長'),
    int('payload_length', 'octets of the payload', '本文長'),
  ],
  urc: true,
})

/** A header that counts octets, and the text behind it. */
function received(id: string, title: Words): Decoder {
  return decoder({
    id,
    title,
    spec: 'A76XX manual',
    group: 'internet',
    forms: [],
    parameters: [
      int('client_index', 'client', 'クライアント'),
      int('length', 'octets', 'オクテット数'),
    ],
    urc: true,
    body: 'urc',
    answer: ([header, ...texts]) =>
      header
        ? {
            client_index: header.int(0, 'client_index'),
            length: header.int(1, 'length'),
            text: texts.map((row) => row.line).join('\n') || null,
          }
        : {},
  })
}

const cmqttrxtopic = received('+CMQTTRXTOPIC', say('MQTT message, topic', 'MQTT 受信（トピック）'))

const cmqttrxpayload = received(
  '+CMQTTRXPAYLOAD',
  say('MQTT message, payload', 'MQTT 受信（本文）'),
)

const cmqttrxend = decoder({
  id: '+CMQTTRXEND',
  title: say('MQTT message, end', 'MQTT 受信（終了）'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: [],
  parameters: [int('client_index', 'client', 'クライアント')],
  urc: true,
})

export default [cmqttrxstart, cmqttrxtopic, cmqttrxpayload, cmqttrxend]
