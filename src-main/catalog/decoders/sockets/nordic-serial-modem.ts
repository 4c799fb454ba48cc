import type { Note } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, say, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { length, offset, onOff, socket } from '../shared/vocabulary'

/** What Nordic's Serial Modem has beyond the Serial LTE Modem that it came from. */
const { action, news, setting } = family(
  'Nordic Serial Modem, AT commands (HTTP client, CoAP client, trace, nRF Provisioning)',
  'nordic',
)

const status = int('status_code', 'status', 'ステータス')
const total = int('total_bytes', 'octets in all', '合計オクテット')
const pieces = { parameters: [socket, offset, length], urc: true as const }

/** -1 is a request that failed, ended in time or was cancelled; the rest is the status of HTTP. */
function httpEnd({ status_code: code, connection_close: closes }: Facts): Note | undefined {
  if (typeof code !== 'number') return undefined
  const after =
    closes === 1
      ? say(' The server closes the connection.', 'サーバーが接続を閉じます。')
      : say('', '')
  if (code < 0)
    return {
      words: say(
        `The HTTP request failed, took too long or was cancelled.${after.en}`,
        `HTTP リクエストが失敗、タイムアウト、または中止されました。${after.ja}`,
      ),
      severity: 'warning',
    }
  return {
    words: say(
      `HTTP request finished: status ${code}.${after.en}`,
      `HTTP リクエストの完了：ステータス ${code}。${after.ja}`,
    ),
    severity: code >= 400 ? 'warning' : 'fine',
  }
}

/** RFC 7252, 12.1: class and detail, `2.05`. */
const coapCode = (code: number): string => `${code >> 5}.${String(code & 31).padStart(2, '0')}`

function coapEnd({ status_code: code }: Facts): Note | undefined {
  if (typeof code !== 'number') return undefined
  if (code < 0)
    return {
      words: say(
        'The CoAP request failed or was cancelled.',
        'CoAP リクエストが失敗または中止されました。',
      ),
      severity: 'warning',
    }
  return {
    words: say(
      `CoAP request finished: ${coapCode(code)}.`,
      `CoAP リクエストの完了：${coapCode(code)}`,
    ),
    severity: code >= 128 ? 'warning' : 'fine',
  }
}

export default [
  setting('#XLOG', 'log of the application on the trace port', 'アプリのログ出力', [
    int('mode', 'log', 'ログ', table('0 off|オフ', '1 without secrets|機密なし', '2 as hex|16 進')),
  ]),
  setting('#XTRACE', 'trace of the modem on the trace port', 'モデムのトレース出力', [onOff]),
  action(
    '#XHTTPCDATA',
    'reading of an HTTP answer',
    'HTTP 応答の読み出し',
    [socket, length],
    pieces,
  ),
  news('#XHTTPCHEAD', 'head of an HTTP answer', 'HTTP 応答のヘッダー', [
    socket,
    status,
    int('content_length', 'octets', 'オクテット数', table('-1 not told|不明')),
  ]),
  news(
    '#XHTTPCSTAT',
    'end of an HTTP request',
    'HTTP リクエストの完了',
    [socket, status, total, int('connection_close', 'closed', '切断')],
    { explain: httpEnd },
  ),
  action('#XHTTPCCANCEL', 'ending an HTTP request', 'HTTP リクエストの中止', [socket]),
  action('#XCOAPCREQ', 'sending a CoAP request', 'CoAP リクエストの送信', [
    socket,
    text('path', 'path', 'パス'),
    int(
      'method',
      'method',
      'メソッド',
      table(
        '1 GET|GET',
        '2 POST|POST',
        '3 PUT|PUT',
        '4 DELETE|DELETE',
        '5 FETCH|FETCH',
        '6 PATCH|PATCH',
        '7 iPATCH|iPATCH',
      ),
    ),
  ]),
  action(
    '#XCOAPCDATA',
    'reading of a CoAP answer',
    'CoAP 応答の読み出し',
    [socket, length],
    pieces,
  ),
  news('#XCOAPCHEAD', 'head of a CoAP answer', 'CoAP 応答のヘッダー', [socket, status, length], {
    derive: (facts) =>
      typeof facts['status_code'] === 'number'
        ? { ...facts, code: coapCode(facts['status_code']) }
        : facts,
  }),
  news('#XCOAPCSTAT', 'end of a CoAP request', 'CoAP リクエストの完了', [socket, status, total], {
    explain: coapEnd,
  }),
  action('#XCOAPCCANCEL', 'ending a CoAP request', 'CoAP リクエストの中止', [socket]),
  action('#XNRFPROV', 'starting nRF provisioning', 'nRF プロビジョニングの開始', [], {
    parameters: [
      int(
        'status',
        'state',
        '状態',
        table(
          '0 done, or nothing to do|完了または処理なし',
          '1 wants the radio off (AT+CFUN=4)|無線オフが必要（AT+CFUN=4）',
          '2 wants the radio on (AT+CFUN=1)|無線オンが必要（AT+CFUN=1）',
          '-1 failed|失敗',
          '-2 the device is not claimed|デバイス未登録',
          '-3 wrong root CA|ルート CA の誤り',
          '-4 no valid time|有効な時刻なし',
          '-5 too many commands|コマンド過多',
          '-6 fatal error|致命的なエラー',
        ),
      ),
    ],
    urc: true,
  }),
]
