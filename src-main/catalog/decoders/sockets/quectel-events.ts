import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { say, text } from '@core/at/parameter'
import type { Words } from '@core/words'
import { display } from '../shared/join'
import { tcpResult } from '../shared/quectel-results'

/** What each event says; `$1`, `$2` are the values behind its name. */
const events: Readonly<Record<string, readonly [en: string, ja: string]>> = {
  closed: ['Socket $1 was closed by the other side.', 'ソケット $1 が相手側から切断されました。'],
  recv: ['Data waits on socket $1.', 'ソケット $1 に受信データがあります。'],
  'incoming full': [
    'A connection came in, but all sockets are in use.',
    '着信接続がありましたが、空きソケットがありません。',
  ],
  incoming: ['A connection came in on socket $1.', 'ソケット $1 に着信接続がありました。'],
  pdpdeact: [
    'The network ended context $1; activate it again with AT+QIACT.',
    'コンテキスト $1 がネットワーク側から切断されました。AT+QIACT で再接続してください。',
  ],
}

export default decoder({
  id: '+QIURC',
  title: say('event of the internal TCP/IP', '内蔵 TCP/IP のイベント'),
  spec: 'Quectel EC2x/EG9x/BG9x TCP/IP Application Note, 2.4 (URC)',
  group: 'quectel',
  forms: [],
  parameters: [text('event', 'event', 'イベント')],
  urc: true,
  row: (row) => ({ event: row.text(0), values: row.fields.slice(1).map((field) => field.text) }),
  explain(facts) {
    const words = saidOf(facts)
    if (!words) return undefined
    const severity = facts['event'] === 'pdpdeact' ? 'warning' : 'notice'
    return { words, severity }
  },
})

function saidOf(facts: Facts): Words | undefined {
  const event = display(facts['event'])
  const found = Object.hasOwn(events, event) ? events[event] : undefined
  const values = Array.isArray(facts['values']) ? facts['values'].map(String) : []
  const [first] = values
  if (event === 'dnsgip') return nameServerSaid(values)
  if (!found || first === undefined) return undefined
  return say(
    found[0].replace('$1', () => first),
    found[1].replace('$1', () => first),
  )
}

/** First `<err>[,<IP_count>,<DNS_ttl>]`, then an address a line (the same note, 2.3.15). */
function nameServerSaid([first = '', count]: readonly string[]): Words | undefined {
  if (first === '') return undefined
  if (!/^\d+$/.test(first)) return say(`DNS answered: ${first}.`, `DNS の応答：${first}`)
  if (first === '0')
    return say(`DNS found addresses: ${count ?? '?'}.`, `DNS で見つかったアドレス：${count ?? '?'}`)
  const why = tcpResult.values?.[first]
  return say(
    `DNS failed: result ${first}${why ? ` (${why.en})` : ''}.`,
    `DNS に失敗しました：結果 ${first}${why ? `（${why.ja}）` : ''}`,
  )
}
