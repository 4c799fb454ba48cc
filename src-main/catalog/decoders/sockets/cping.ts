import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'
import { display } from '../shared/join'

const cping = decoder({
  id: '+CPING',
  title: say('ping from inside the modem', 'モデム内蔵の ping'),
  does: say(
    'Pings a host from inside the modem; results come after OK.',
    'モデム内蔵の ping を実行します。結果は OK の後に通知されます。',
  ),
  spec: 'A76XX manual p150',
  ends: { second: /^\+CPING:/, last: /^\+CPING: *3,/ },
  group: 'internet',
  forms: ['set', 'test'],
  parameters: [
    int('result_type', 'result', '結果', {
      1: say('answer', '応答あり'),
      2: say('timeout', 'タイムアウト'),
      3: say('summary', '集計'),
    }),
  ],
  set: [
    text('dest_addr', 'host', '宛先'),
    int('dest_addr_type', 'type', '種別'),
    int('num_pings', 'count', '回数'),
    int('data_packet_size', 'octets', 'サイズ'),
    int('interval_time', 'interval ms', '間隔 ms'),
    int('wait_time', 'wait ms', '待ち ms'),
    int('ttl', 'TTL', 'TTL'),
  ],
  urc: true,
  row(row) {
    const type = row.int(0, 'result_type')
    if (type === 1)
      return {
        result_type: type,
        ip: row.text(1),
        size: row.int(2),
        rtt_ms: row.int(3),
        ttl: row.int(4),
      }
    if (type !== 3) return { result_type: type }
    return {
      result_type: type,
      sent: row.int(1),
      received: row.int(2),
      lost: row.int(3),
      min_ms: row.int(4),
      max_ms: row.int(5),
      avg_ms: row.int(6),
    }
  },
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const { result_type: type, rtt_ms: rtt, sent, received } = facts
    if (type === 1)
      return {
        words: say(`Ping answered after ${display(rtt)} ms.`, `ping 応答：${display(rtt)} ms`),
      }
    if (type === 2)
      return { words: say('Ping: no answer in time.', 'ping：タイムアウト'), severity: 'warning' }
    const lost = sent !== received
    return {
      words: say(
        `Ping: ${display(received)} of ${display(sent)} answered.`,
        `ping：${display(sent)} 回中 ${display(received)} 回応答`,
      ),
      severity: lost ? 'warning' : 'fine',
    }
  },
})

const cpingstop = decoder({
  id: '+CPINGSTOP',
  title: say('end of a ping', 'ping の中止'),
  does: say('Stops the ping inside the modem.', 'モデム内蔵の ping を中止します。'),
  spec: 'A76XX manual p150',
  group: 'internet',
  forms: ['action', 'test'],
  parameters: [],
})

export default [cping, cpingstop]
