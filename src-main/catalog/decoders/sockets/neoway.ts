import type { Facts } from '@core/at/knowledge'
import { int, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { family, table } from '../shared/family'
import {
  address,
  apn,
  data,
  host,
  item,
  length,
  mode,
  password,
  port,
  socket,
  state,
  user,
  value,
} from '../shared/vocabulary'

const { action, news, question, setting } = family(
  'Neoway M590/N720/N58 AT Commands Manual',
  'others',
)

const link = int('link', 'socket', 'ソケット')

const result = text(
  'result',
  'result',
  '結果',
  table('OK success|成功', 'FAIL failed|失敗', 'ERROR not possible|実行不可'),
)

const stat = int('stat', 'state', '状態', table('0 down|切断', '1 up|接続'))

const channel = int('channel', 'channel', 'チャネル')

/** `0,"USERPWD","user,password"`: who logs in is masked. */
function setOf(row: Row): Facts {
  const name = row.text(1)
  const masked = /^(?:USERPWD|USER|PWD|AUTH\w*)$/i.test(name ?? '')
  const given = row.text(2)
  if (masked) for (let i = 2; i < row.count; i++) row.mark(i, 'password')
  return {
    channel: row.int(0, 'channel'),
    item: name,
    ...(given === undefined ? {} : { [masked ? 'secret_value' : 'value']: given }),
  }
}

const sim8260 = family('SIMCom SIM8260/SIM8380 AT Command Manual', 'simcom')
const n58 = family('Neoway N58/N720 AT Commands Manual', 'others')
const n720 = family('Neoway N720/N58 AT Commands Manual', 'others')

const outcome = text('result', 'result', '結果')

export default [
  setting('+ENPWRSAVE', 'sleep', 'スリープ', [mode]),
  question('$MYGMR', 'model and firmware', '型番とファームウェア', [text('text', 'text', '内容')], {
    free: true,
    answer: (rows) => ({ text: rows.map((row) => row.tail).join(', ') || null }),
  }),
  question('$MYCCID', 'number of the SIM card', 'SIM カード番号', [
    secret('iccid', text('iccid', 'ICCID', 'ICCID')),
  ]),
  question('$MYTYPE', 'kind of the module', 'モジュールの種別', [text('type', 'kind', '種別')]),
  question('$MYSYSINFO', 'network in use', '使用中のネットワーク', [
    int('system', 'system', '方式'),
    int('operator', 'operator', '事業者'),
  ]),
  setting('$MYNETINFO', 'reports of the network', 'ネットワークの通知設定', [mode]),
  setting(
    '$MYNETCON',
    'settings of a context',
    'コンテキストの設定',
    [channel, item, value, secret('password', text('secret_value', 'value', '値'))],
    {
      list: 'settings',
      row: setOf,
      setFacts: setOf,
    },
  ),
  setting('$MYNETACT', 'internal context', '内蔵コンテキスト', [channel, stat, address], {
    set: [channel, stat],
    list: 'contexts',
    ends: {},
  }),
  setting(
    '$MYNETSRV',
    'server of a socket',
    'ソケットの接続先',
    [
      channel,
      socket,
      int('type', 'kind', '種別'),
      int('view', 'form', '形式'),
      text('server', 'server', 'サーバー'),
    ],
    { list: 'sockets' },
  ),
  action('$MYNETOPEN', 'opening a socket', 'ソケットの接続', [socket], {
    row: (row) => ({ socket: row.int(0, 'socket') }),
    parameters: [socket],
  }),
  action('$MYNETWRITE', 'sending on a socket', 'ソケットへの送信', [socket, length], {
    parameters: [socket, length],
    ends: { prompt: '$MYNETWRITE:' },
  }),
  action(
    '$MYNETREAD',
    'reading what a socket received',
    'ソケット受信データの読み出し',
    [socket, length],
    {
      parameters: [socket, length],
      body: 'answer',
      asks: true,
      answer: ([head, ...lines]) => ({
        socket: head?.int(0, 'socket'),
        length: head?.int(1, 'length'),
        ...(lines.length > 0 ? { data: lines.map(({ line }) => line).join('\n') } : {}),
      }),
    },
  ),
  action('$MYNETCLOSE', 'closing a socket', 'ソケットの切断', [socket], { parameters: [socket] }),
  news('$MYURCREAD', 'data waits on a socket', 'ソケットに受信データあり', [socket]),
  news('$MYURCCLOSE', 'socket closed', 'ソケットの切断', [socket]),
  news('$MYURCACT', 'context changed', 'コンテキストの変化', [channel, stat, address]),
  news('$MYURCCLIENT', 'connection from a client', 'クライアントからの接続', [
    socket,
    address,
    port,
  ]),
  action('$MYPOWEROFF', 'switching the modem off', 'モデムの電源オフ'),
  setting('+XIIC', 'internal PPP', '内蔵 PPP', [stat, address], { set: [stat], ends: {} }),
  setting('+XISP', 'internal or own PPP', 'PPP の使い方', [
    int('mode', 'stack', 'スタック', table('0 inside the modem|モデム内蔵', '1 own|外部')),
  ]),
  action('+TCPSETUP', 'opening a TCP socket', 'TCP ソケットの接続', [link, host, port], {
    parameters: [link, result],
    urc: true,
    setAnswers: false,
    ends: { second: /^\+TCPSETUP:/ },
  }),
  action('+TCPSEND', 'sending on a TCP socket', 'TCP ソケットへの送信', [link, length], {
    parameters: [link, length],
    urc: true,
    setAnswers: false,
    row: (row) => ({
      link: row.int(0, 'link'),
      ...(/^\d+$/.test(row.text(1) ?? '')
        ? { length: row.int(1, 'length') }
        : { result: row.text(1) }),
    }),
    ends: { prompt: '>', second: /^\+TCPSEND:/ },
  }),
  news('+TCPRECV', 'data from a TCP socket', 'TCP ソケットの受信データ', [link, length, data]),
  action('+TCPCLOSE', 'closing a TCP socket', 'TCP ソケットの切断', [link], {
    parameters: [link, result],
    urc: true,
    setAnswers: false,
  }),
  action('+UDPSETUP', 'opening a UDP socket', 'UDP ソケットの作成', [link, host, port], {
    parameters: [link, result],
    urc: true,
    setAnswers: false,
    ends: { second: /^\+UDPSETUP:/ },
  }),
  action('+UDPSEND', 'sending on a UDP socket', 'UDP ソケットへの送信', [link, length], {
    parameters: [link, length],
    urc: true,
    setAnswers: false,
    ends: { prompt: '>', second: /^\+UDPSEND:/ },
  }),
  news('+UDPRECV', 'data from a UDP socket', 'UDP ソケットの受信データ', [link, length, data]),
  action('+UDPCLOSE', 'closing a UDP socket', 'UDP ソケットの切断', [link], {
    parameters: [link, result],
    urc: true,
    setAnswers: false,
  }),
  question(
    '+IPSTATUS',
    'state of a socket',
    'ソケットの状態',
    [
      link,
      text(
        'state',
        'state',
        '状態',
        table('CONNECT connected|接続中', 'DISCONNECT not connected|切断'),
      ),
      text('protocol', 'protocol', 'プロトコル'),
      int('free', 'room for sending', '送信バッファー残量'),
    ],
    { set: [link], list: 'sockets' },
  ),
  sim8260.setting('+NETACT', 'data connection of the computer', 'PC のデータ接続', [
    int('state', 'state', '状態', table('0 disconnect|切断', '1 connect|接続')),
  ]),
  n58.action('+TCPLISTEN', 'listening at a port', '待ち受け', [port], {
    urc: [link, outcome],
  }),
  n58.action('+TCPSENDS', 'sending to a client', 'クライアントへの送信', [link, length], {
    ends: { prompt: '> ' },
    urc: [link, outcome],
  }),
  n58.news('+TCPRECVS', 'data of a client came', 'クライアントからの受信', [link, length, data]),
  n58.action('+TCPTRANS', 'opening a transparent connection', '透過接続', [host, port], {
    urc: [outcome],
  }),
  n58.setting('+RECVMODE', 'how received data is given out', '受信データの渡し方', [mode, mode]),
  n58.action('+TCPREAD', 'reading what a socket received', '受信データの読み出し', [link, length], {
    parameters: [link, length, data],
  }),
  n58.question('+NETDNS', 'address of a name', '名前の解決', [value], { set: [host] }),
  n58.setting('+MQTTCONNPARAM', 'login of MQTT', 'MQTT の認証', [
    text('client_id', 'client', 'クライアント'),
    secret('password', text('userid', 'user name', 'ユーザー名')),
    password,
  ]),
  n58.setting('+MQTTWILLPARAM', 'last will of MQTT', 'MQTT の Will メッセージ', [
    mode,
    mode,
    text('topic', 'topic', 'トピック'),
    data,
  ]),
  n58.action('+MQTTDISCONN', 'ending the MQTT connection', 'MQTT の切断'),
  n58.question('+MQTTSTATE', 'state of MQTT', 'MQTT の状態', [state]),
  n58.action('+UPDATETIME', 'getting the time by NTP', 'NTP での時刻取得', [mode, host, value], {
    urc: [outcome],
  }),
  n58.action(
    '+FTPLOGIN',
    'connecting to the FTP server',
    'FTP サーバーへの接続',
    [host, port, secret('password', text('userid', 'user name', 'ユーザー名')), password],
    { urc: [outcome] },
  ),
  n58.action('+FTPLOGOUT', 'closing the FTP connection', 'FTP の切断', [], {
    urc: [outcome],
  }),
  n720.setting('+NETAPN', 'APN and login', 'APN と認証', [apn, user, password]),
]
