import { decoder, type Note } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { positional } from '@core/at/read-facts'
import type { Row } from '@core/at/row'
import { int, say, secret, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import {
  address,
  client,
  host,
  item,
  length,
  mode,
  onOff,
  password,
  port,
  qos,
  retain,
  topic,
  url,
  user,
  value,
} from '../shared/vocabulary'

const manual = 'ESP-AT User Guide (docs.espressif.com/projects/esp-at)'
const { action, news, question, setting } = family(manual, 'others')
const ssid = secret('name', text('ssid', 'network', 'SSID'))
const baud = int('baud', 'bit/s', 'ビット/秒')
const uart = [
  baud,
  int('databits', 'data bits', 'データビット'),
  int('stopbits', 'stop bits', 'ストップビット'),
  int('parity', 'parity', 'パリティ'),
  int(
    'flow_control',
    'flow control',
    'フロー制御',
    table('0 off|なし', '1 RTS|RTS', '2 CTS|CTS', '3 RTS and CTS|RTS・CTS'),
  ),
]
const addresses = [
  address,
  text('gateway', 'gateway', 'ゲートウェイ'),
  text('netmask', 'mask', 'マスク'),
]

function said(id: string, en: string, ja: string, severity?: 'notice', pattern = id) {
  return decoder({
    id,
    pattern: new RegExp(`^${pattern}$`),
    title: say(en, ja),
    spec: `${manual}, AT Messages`,
    group: 'others',
    urc: true,
    explain: () => ({ words: say(`${en}.`, ja), ...(severity ? { severity } : {}) }),
  })
}

const joinErrors = table(
  '1 no answer in time|タイムアウト',
  '2 wrong password|パスワードの誤り',
  '3 the network was not found|アクセスポイントが見つからない',
  '4 the access point did not take it|アクセスポイントに接続できない',
)

/** `+CWJAP:4` before ERROR is why it did not join; else it is the network. */
function joined(row: Row): Facts {
  const [first] = row.fields
  if (row.count === 1 && first && !first.quoted && /^\d$/.test(first.text))
    return { error: row.int(0, 'error') }
  // Asked, it tells the network: name, the address of the access point, channel and level.
  if (row.count > 2 && /^(?:[\da-f]{2}:){5}[\da-f]{2}$/i.test(row.text(1) ?? '')) {
    row.mark(0, 'name')
    row.mark(1, 'address')
    return {
      ssid: row.text(0),
      bssid: row.text(1),
      channel: row.int(2, 'channel'),
      rssi_dbm: row.int(3, 'rssi'),
    }
  }
  return positional(row, [ssid, password])
}

/** `+CIPSTA:ip:"192.168.1.5"`, a line each; older firmware gives the address alone. */
function labelledAddresses(rows: readonly Row[]): Facts {
  const names: Readonly<Record<string, string>> = {
    ip: 'address',
    gateway: 'gateway',
    netmask: 'netmask',
  }
  const found = rows.map((row) => {
    const [, label = 'ip', value = ''] = /^(?:(\w+):)?"?([\d.:a-f]*)"?/i.exec(row.tail) ?? []
    row.markText(value, 'address')
    return [names[label] ?? label, value || null]
  })
  return Object.fromEntries(found) as Facts
}

/** `+IPD,<link>,<length>:` or, with one connection, `+IPD,<length>:`, then the data. */
function received(row: Row): Facts {
  const [, first = '', second] = /^\+IPD,(\d+)(?:,(\d+))?/.exec(row.line.trim()) ?? []
  return second === undefined
    ? { length: Number(first) }
    : { link: Number(first), length: Number(second) }
}

function notJoined({ error }: Facts): Note | undefined {
  if (typeof error !== 'number') return undefined
  const why = joinErrors[error] ?? say(`error ${error}`, `エラー ${error}`)
  return {
    words: say(`Wi-Fi was not joined: ${why.en}.`, `Wi-Fi に接続できませんでした：${why.ja}。`),
    severity: 'failure',
  }
}

export default [
  decoder({
    id: 'STATUS',
    prefixes: ['STATUS'],
    title: say('state of the connection', '接続の状態'),
    spec: `${manual}, AT+CIPSTATUS`,
    group: 'others',
    forms: [],
    urc: true,
    parameters: [
      int(
        'state',
        'state',
        '状態',
        table(
          '0 Wi-Fi not started|Wi-Fi 未初期化',
          '1 Wi-Fi not connected yet|Wi-Fi 未接続',
          '2 has an address|IP アドレス取得済み',
          '3 a socket was opened|ソケット接続済み',
          '4 no socket is open|ソケット切断',
          '5 no Wi-Fi|Wi-Fi 切断',
        ),
      ),
    ],
  }),
  action('+RST', 'restarting the module', 'モジュールの再起動'),
  action('+RESTORE', 'resetting all settings', '設定の初期化'),
  action('+GSLP', 'starting deep sleep', 'ディープスリープの開始', [int('time_ms', 'ms', 'ms')]),
  setting('+SLEEP', 'sleep mode', 'スリープモード', [mode]),
  question('+SYSRAM', 'free memory', '空きメモリ', [
    int('remaining', 'octets left', '残りオクテット'),
    int('least', 'least octets', '最小オクテット'),
  ]),
  setting('+SYSSTORE', 'whether settings are stored', '設定の保存', [onOff]),
  setting('+SYSLOG', 'error codes in answers', 'エラーコードの表示', [onOff]),
  setting('+UART_CUR', 'speed and form of the serial port for now', 'シリアル設定（一時）', uart),
  setting('+UART_DEF', 'speed and form of the serial port, stored', 'シリアル設定（保存）', uart),
  setting('+CWINIT', 'Wi-Fi driver', 'Wi-Fi ドライバー', [onOff]),
  setting('+CWMODE', 'Wi-Fi mode', 'Wi-Fi モード', [
    int(
      'mode',
      'mode',
      'モード',
      table(
        '0 off|オフ',
        '1 station|ステーション',
        '2 access point|アクセスポイント',
        '3 both|両方',
      ),
    ),
  ]),
  question('+CWSTATE', 'state of the Wi-Fi connection', 'Wi-Fi 接続の状態', [
    int(
      'state',
      'state',
      '状態',
      table(
        '0 not started|未開始',
        '1 connected, no address yet|接続済み（アドレス未取得）',
        '2 connected with an address|接続済み（アドレス取得済み）',
        '3 connecting or reconnecting|接続中',
        '4 disconnected|切断',
      ),
    ),
    ssid,
  ]),
  setting('+CWJAP', 'Wi-Fi network to join', '接続する Wi-Fi', [ssid, password], {
    row: joined,
    explain: notJoined,
  }),
  action('+CWQAP', 'leaving the Wi-Fi network', 'Wi-Fi の切断'),
  action('+CWLAP', 'scanning Wi-Fi networks', 'Wi-Fi のスキャン', [], {
    parameters: [text('networks', 'networks', 'ネットワーク')],
    row: (row) => {
      // (<ecn>,"<ssid>",<rssi>,…): only the level is nobody's name.
      const found = /^\(\d+,"([^"]*)",(-?\d+)/.exec(row.tail)
      if (!found) return { networks: row.tail }
      row.markText(found[1] ?? '', 'name')
      return { rssi_dbm: Number(found[2]) }
    },
  }),
  setting('+CWSAP', 'own access point', '自アクセスポイント', [
    ssid,
    password,
    int('channel', 'channel', 'チャネル'),
  ]),
  setting('+CWDHCP', 'DHCP', 'DHCP の使用', [int('operate', 'on or off', 'オン・オフ'), mode]),
  setting('+CWAUTOCONN', 'joining Wi-Fi at power-on', '起動時の Wi-Fi 自動接続', [onOff]),
  setting('+CIPSTA', 'address of the station', 'ステーションのアドレス', addresses, {
    answer: labelledAddresses,
  }),
  setting('+CIPAP', 'address of the access point', 'アクセスポイントのアドレス', addresses, {
    answer: labelledAddresses,
  }),
  news(
    '+IPD',
    'data came',
    'データ受信',
    [int('link', 'link', 'リンク'), int('length', 'octets', 'オクテット数')],
    {
      prefixes: [],
      pattern: /^\+IPD,\d/,
      row: received,
    },
  ),
  question('+CIPSTATE', 'connections', '接続の一覧', [
    int('link', 'link', 'リンク'),
    text('protocol', 'protocol', 'プロトコル'),
    address,
    port,
  ]),
  setting('+CIPDNS', 'DNS servers', 'DNS サーバー', [onOff]),
  setting('+CIPSNTPCFG', 'time server', '時刻サーバー', [
    onOff,
    int('timezone', 'zone', '時差'),
    host,
  ]),
  question('+CIPSNTPTIME', 'time of the server', 'サーバーの時刻', [text('time', 'time', '時刻')]),
  setting('+CIPRECVMODE', 'how received data come', '受信データの渡し方', [
    int('mode', 'mode', 'モード', table('0 at once|即時', '1 when asked|読み出し時')),
  ]),
  setting('+CIPDINFO', 'sender before received data', '受信データの送信元表示', [onOff]),
  setting('+CIPSSLCCONF', 'TLS of a connection', '接続の TLS', [
    int('link', 'link', 'リンク'),
    mode,
  ]),
  setting('+MQTTUSERCFG', 'MQTT client', 'MQTT クライアント', [
    client,
    int('scheme', 'scheme', '方式'),
    text('client_id', 'name', '名前'),
    user,
    password,
  ]),
  setting('+MQTTCONN', 'MQTT connection', 'MQTT の接続', [client, host, port]),
  action('+MQTTPUB', 'publishing a message', 'メッセージの送信', [
    client,
    topic,
    text('data', 'data', 'データ'),
    qos,
    retain,
  ]),
  setting('+MQTTSUB', 'MQTT subscription', 'MQTT の購読', [client, topic, qos], {
    // ESP-AT answers `0,6,"topic",1`: the state of the client stands before; Neoway tells of a message: `0,"topic",5,hello`.
    row: (row) =>
      row.fields[2]?.quoted
        ? { client: row.int(0, 'client'), topic: row.text(2), qos: row.int(3, 'QoS') }
        : {
            client: row.int(0, 'client'),
            topic: row.text(1),
            ...(row.count > 3
              ? { length: row.int(2, 'octets'), data: row.text(3) }
              : { qos: row.int(2, 'QoS') }),
          },
  }),
  action('+MQTTUNSUB', 'ending a subscription', '購読の解除', [client, topic]),
  action('+MQTTCLEAN', 'closing the MQTT connection', 'MQTT の切断', [client]),
  action(
    '+HTTPCLIENT',
    'sending an HTTP request',
    'HTTP リクエストの送信',
    [int('opt', 'method', 'メソッド'), int('content_type', 'content', 'コンテンツ種別'), url],
    {
      parameters: [length, text('data', 'data', 'データ')],
    },
  ),
  setting('+HTTPCHEAD', 'HTTP header', 'HTTP ヘッダー', [length, item, value]),
  news('+MQTTCONNECTED', 'MQTT connected', 'MQTT 接続完了', [client]),
  news('+MQTTDISCONNECTED', 'MQTT connection lost', 'MQTT 切断', [client]),
  said(
    'busy p...',
    'The module still carries out the command before: it did not take this one',
    '前のコマンドを実行中のため、このコマンドは受け付けられませんでした',
    'notice',
  ),
  said(
    'busy s...',
    'The module still sends: it did not take this command',
    '送信中のため、このコマンドは受け付けられませんでした',
    'notice',
  ),
  said(
    'Recv bytes',
    'The module took the data from the port',
    'データを受け取りました。',
    undefined,
    'Recv \\d{1,5} bytes',
  ),
  said('WIFI CONNECTED', 'The module joined the Wi-Fi network', 'Wi-Fi に接続しました。'),
  said(
    'WIFI GOT IP',
    'The module got an address from the Wi-Fi network',
    'Wi-Fi からアドレスを取得しました。',
  ),
  said('WIFI DISCONNECT', 'The Wi-Fi connection was lost', 'Wi-Fi が切断されました。', 'notice'),
]
