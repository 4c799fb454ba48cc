import { int } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { caResult } from '../shared/simcom-results'
import {
  address,
  cid,
  host,
  item,
  length,
  localPort,
  onOff,
  port,
  protocol,
  value,
} from '../shared/vocabulary'

const { action, news, question, setting } = family(
  'SIMCom SIM7070/7080/7090 TCP/UDP(S) Application Note',
  'simcom',
)
const socket = int('cid', 'socket', 'ソケット')

export default [
  action(
    '+CAOPEN',
    'opening a socket',
    'ソケットの接続',
    [socket, int('pdp_index', 'context', 'コンテキスト'), protocol, host, port],
    { parameters: [socket, caResult] },
  ),
  action('+CASEND', 'sending on a socket', 'ソケットへの送信', [socket, length], {
    ends: { prompt: '> ' },
    parameters: [socket, caResult, length],
  }),
  action(
    '+CARECV',
    'reading what a socket received',
    'ソケット受信データの読み出し',
    [socket, length],
    {
      parameters: [length],
      row: (row) => ({
        length: row.int(0, 'length'),
        ...(row.count > 1 ? { data: row.tail.slice(row.tail.indexOf(',') + 1) } : {}),
      }),
    },
  ),
  action('+CACLOSE', 'closing a socket', 'ソケットの切断', [socket]),
  action(
    '+CASERVER',
    'listening for connections',
    '接続の待ち受け',
    [socket, int('pdp_index', 'context', 'コンテキスト'), protocol, localPort],
    { parameters: [socket, caResult] },
  ),
  question(
    '+CASTATE',
    'state of the socket',
    'ソケットの状態',
    [
      socket,
      int(
        'state',
        'state',
        '状態',
        table('0 closed|切断', '1 connected|接続済み', '2 listening|待ち受け中'),
      ),
    ],
    { urc: true, isUnsolicited: () => false },
  ),
  question(
    '+CAACK',
    'octets sent and not acknowledged',
    '送信量と未確認量',
    [int('total', 'octets sent', '送信済み'), int('unack', 'not acknowledged', '未確認')],
    { set: [socket] },
  ),
  news('+CADATAIND', 'data waits on a socket', 'ソケットにデータあり', [socket]),
  news('+CANEW', 'connection from a client', 'クライアントからの接続', [socket, address]),
  setting('+CACID', 'socket for the settings', '設定対象のソケット', [socket]),
  setting('+CASSLCFG', 'TLS settings of a socket', 'ソケットの TLS 設定', [socket, item, value]),
  setting('+CACFG', 'settings of the sockets', 'ソケットの設定', [item, value]),
  setting('+CASWITCH', 'transparent mode', '透過モード', [socket, onOff]),
  action(
    '+SNPING4',
    'sending pings from the modem',
    'モデムからの ping 送信',
    [
      host,
      int('count', 'count', '回数'),
      int('size', 'octets', 'サイズ'),
      int('timeout_ms', 'time limit ms', 'タイムアウト ms'),
    ],
    {
      parameters: [int('seq', 'number', '番号'), address, int('time_ms', 'ms', 'ms')],
      list: 'answers',
    },
  ),
  setting('+SNPDPID', 'context for pings', 'ping のコンテキスト', [cid]),
  setting('+CNTPCID', 'context for the time', '時刻取得のコンテキスト', [cid]),
  setting('+CDNSPDPID', 'context for DNS', 'DNS のコンテキスト', [cid]),
]
