import { int, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { tcpResult } from '../shared/quectel-results'
import { accessMode, socketState } from '../shared/quectel-sockets'
import { host, item, length, localPort, port, value } from '../shared/vocabulary'

const { action, later, question, setting } = family(
  'Quectel EC2x/EG9x/BG9x SSL Application Note',
  'quectel',
)
const context = int('pdpctx_id', 'context', 'cid')
const ssl = int('sslctx_id', 'TLS settings', 'TLS 設定番号')
const client = int('client_id', 'socket', 'ソケット')

export default [
  setting('+QSSLCFG', 'settings of TLS', 'TLS の設定', [item, ssl, value]),
  later(
    '+QSSLOPEN',
    'opening a TLS socket',
    'TLS ソケットの接続',
    [context, ssl, client, host, port, accessMode],
    [client, tcpResult],
    {
      ends: { second: /^\+QSSLOPEN: *\d+, *\d+$/, secondMs: 150_000 },
    },
  ),
  action('+QSSLSEND', 'sending on a TLS socket', 'TLS ソケットへの送信', [client, length], {
    ends: { prompt: '> ', final: /^SEND (?:OK|FAIL)$/ },
  }),
  action(
    '+QSSLRECV',
    'reading what a TLS socket received',
    'TLS ソケット受信データの読み出し',
    [client, length],
    {
      parameters: [int('have_read', 'octets read', '読み出したオクテット数')],
      body: 'answer',
      answer: ([head, ...lines]) => ({
        ...(head ? { have_read: head.int(0, 'have_read') } : {}),
        ...(lines.length > 0 ? { data: lines.map(({ line }) => line).join('\n') } : {}),
      }),
    },
  ),
  action('+QSSLCLOSE', 'closing a TLS socket', 'TLS ソケットの切断', [
    client,
    int('timeout_s', 'time limit s', 'タイムアウト 秒'),
  ]),
  question(
    '+QSSLSTATE',
    'state of the TLS sockets',
    'TLS ソケットの状態',
    [client, text('type', 'type', '種別'), host, port, localPort, socketState],
    {
      set: [client],
      list: 'sockets',
    },
  ),
  setting('+QCERTIOP', 'certificates', '証明書', [item, value]),
]
