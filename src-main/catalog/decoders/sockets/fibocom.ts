import { int, say, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import {
  address,
  apn,
  host,
  length,
  mode,
  password,
  port,
  socket,
  state,
  user,
  value,
} from '../shared/vocabulary'

const { action, news, setting } = family(
  'Fibocom L610/H330/G510 AT Commands User Manual, TCP/IP',
  'others',
)

const stat = int('stat', 'state', '状態', table('0 down|切断', '1 up|接続'))

const outcome = int('result', 'result', '結果', table('0 failed|失敗', '1 success|成功'))

const l610 = family('Fibocom L610/L716/FM150/FM160 AT Commands Manual', 'others')
const l7 = family('Fibocom L7xx/FM150/FM350 AT Commands User Manual', 'others')

export default [
  setting('+MIPCALL', 'internal context', '内蔵コンテキスト', [stat, address], {
    set: [stat, apn, user, password],
    urc: true,
    setAnswers: true,
    row: (row) => {
      const alone = row.count === 1 && (row.text(0) ?? '').includes('.')
      if (alone || row.count > 1) row.mark(row.count - 1, 'address')
      return alone
        ? { stat: 1, address: row.text(0) }
        : { stat: row.int(0, 'stat'), ...(row.count > 1 ? { address: row.text(1) } : {}) }
    },
    explain: ({ stat: up, address: own }, { form }) =>
      up !== 0 || own !== undefined || form === 'test' || form === 'read'
        ? undefined
        : {
            words: say(
              'The internal context is down: it did not come up, or the network ended it. Look at APN, registration and plan.',
              '内蔵コンテキストがダウンしています。接続できなかったか、ネットワークが切断しました。APN、登録状態、契約を確認してください。',
            ),
            severity: 'failure',
          },
    ends: { second: /^\+MIPCALL:/ },
  }),
  action(
    '+MIPOPEN',
    'opening a socket',
    'ソケットの接続',
    [
      socket,
      port,
      host,
      int('remote_port', 'port', 'ポート'),
      int('protocol', 'protocol', 'プロトコル', table('0 TCP|TCP', '1 UDP|UDP')),
    ],
    {
      parameters: [socket, outcome],
      urc: true,
      forms: ['set', 'read', 'test'],
      setAnswers: false,
      ends: { second: /^\+MIPOPEN:/ },
    },
  ),
  action(
    '+MIPSEND',
    'sending on a socket',
    'ソケットへの送信',
    [socket, text('data', 'data', 'データ')],
    {
      parameters: [socket, int('result', 'result', '結果')],
      urc: true,
      ends: { prompt: '>' },
    },
  ),
  action('+MIPPUSH', 'sending what waits on a socket', 'ソケットの送信待ちデータの送信', [socket], {
    parameters: [socket, int('result', 'result', '結果')],
    urc: true,
  }),
  action('+MIPCLOSE', 'closing a socket', 'ソケットの切断', [socket], {
    parameters: [socket, int('result', 'result', '結果')],
    urc: true,
    setAnswers: false,
  }),
  news('+MIPRTCP', 'data from a TCP socket', 'TCP ソケットの受信データ', [
    socket,
    int('left', 'left', '残り'),
    text('data', 'data', 'データ'),
  ]),
  news('+MIPRUDP', 'data from a UDP socket', 'UDP ソケットの受信データ', [
    address,
    port,
    socket,
    int('left', 'left', '残り'),
    text('data', 'data', 'データ'),
  ]),
  news('+MIPSTAT', 'state of a socket', 'ソケットの状態', [socket, int('state', 'state', '状態')]),
  l610.setting('+MIPXOFF', 'flow control of sockets', 'ソケットのフロー制御', [socket, state]),
  l610.question('+MIPDNS', 'address of a name', '名前の解決', [host, value], { set: [host] }),
  l610.setting('+MIPSETS', 'buffer of a socket', 'ソケットのバッファー', [socket, length, value]),
  l610.question('+MIPSACK', 'data that was acknowledged', '到達確認済みのデータ量', [value], {
    set: [socket],
  }),
  l610.action('+MIPFLUSH', 'clearing the buffer of a socket', 'ソケットのバッファーの消去', [
    socket,
  ]),
  l610.setting('+MIPODM', 'transparent mode of a socket', 'ソケットの透過モード', [
    socket,
    port,
    host,
    port,
    mode,
  ]),
  l7.later('+MPING', 'sending pings', 'ping の送信', [mode, host], [value]),
]
