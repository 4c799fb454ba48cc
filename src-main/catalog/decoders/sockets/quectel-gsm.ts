import { int, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { cid, length, mode, onOff, port } from '../shared/vocabulary'

const { action, question, setting } = family('Quectel M66/M95 AT Commands Manual', 'quectel')

const channel = int('channel', 'channel', 'チャネル')

export default [
  setting('+QIFGCNT', 'foreground context', '前面のコンテキスト', [cid]),
  question('+QISTAT', 'state of the internal connection', '内蔵接続の状態', [
    text('state', 'state', '状態'),
  ]),
  question(
    '+QISACK',
    'what was sent and acknowledged',
    '送信量と確認応答',
    [
      int('sent', 'sent', '送信'),
      int('acked', 'acknowledged', '確認済み'),
      int('nacked', 'not acknowledged', '未確認'),
    ],
    { set: [channel] },
  ),
  setting(
    '+QNITZ',
    'time from the network',
    'ネットワークからの時刻',
    [text('time', 'time', '日時')],
    {
      urc: true,
      row: (row) => ({ time: row.text(0) }),
      set: [onOff],
    },
  ),
  question('+QNSTATUS', 'state of the network', 'ネットワークの状態', [
    int('state', 'state', '状態'),
  ]),
  setting('+QISHOWRA', 'sender before received data', '受信データの送信元表示', [onOff]),
  setting('+QIPROMPT', 'prompt while sending', '送信時のプロンプト', [mode]),
  setting('+QISRVC', 'service of the internal connection', '内蔵接続の役割', [mode]),
  setting('+QILPORT', 'own port', '自ポート番号', [
    text('protocol', 'protocol', 'プロトコル'),
    port,
  ]),
  action('+QISERVER', 'listening for connections', '接続の待ち受け', [mode]),
  setting('+QITCFG', 'transparent mode', '透過モードの設定', [
    int('wait', 'wait', '待ち時間'),
    int('again', 'tries', '再試行'),
    length,
  ]),
  setting('+QISHOWPT', 'protocol shown with received data', '受信データのプロトコル表示', [onOff]),
  setting('+QISHOWLA', 'own address shown with received data', '受信データの自アドレス表示', [
    onOff,
  ]),
]
