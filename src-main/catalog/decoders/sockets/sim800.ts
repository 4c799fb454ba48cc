import type { Command } from '@core/at/command-text'
import { decoder, type Note } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import type { Row } from '@core/at/row'
import { int, say, secret, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'
import type { Words } from '@core/words'

const manual = 'SIM800 Series AT Command Manual V1.12'
const link = int('link_num', 'connection', '接続番号')

/** `0,1,"TCP","192.0.2.1","80","CONNECTED"`; ESP-AT leaves the bearer out, and has ports behind: `0,"TCP","192.0.2.1",80,51234,0`. */
function connectionOf(row: Row): Facts {
  const own = /^(?:TCP|UDP)/.test(row.text(1) ?? '')
  const at = own ? 1 : 2
  if (row.count < at + 4) return { state: row.text(0) }
  return {
    link_num: row.int(0, 'link_num'),
    ...(own ? {} : { bearer: row.text(1) }),
    protocol: row.text(at),
    remote_address: row.text(at + 1),
    remote_port: row.text(at + 2),
    ...(own ? { local_port: row.int(4, 'local_port') } : { state: row.text(5) }),
  }
}

/** SIM800 Series AT Command Manual V1.12, 9.1.1: most of these forms do something; two ask. */
const bearerActions = {
  0: say('close', '切断'),
  1: say('open', '接続'),
  2: say('ask', '問い合わせ'),
  3: say('set a parameter', 'パラメーターの設定'),
  4: say('read the parameters', 'パラメーターの読み出し'),
  5: say('save', '保存'),
}

const bearerDoes: Readonly<Record<number, Words>> = {
  0: say('Closes bearer # of the internal applications.', '内蔵アプリ用ベアラー # を切断します。'),
  1: say('Opens bearer # of the internal applications.', '内蔵アプリ用ベアラー # を接続します。'),
  2: say(
    'Asks for the state and address of bearer #.',
    'ベアラー # の状態とアドレスを問い合わせます。',
  ),
  4: say('Asks for the parameters of bearer #.', 'ベアラー # のパラメーターを問い合わせます。'),
  5: say('Saves the parameters of bearer #.', 'ベアラー # のパラメーターを保存します。'),
}

function bearerCommand(facts: Facts, { form }: Command): Note | undefined {
  const { cmd_type: type, cid, tag } = facts
  if (form !== 'set' || typeof type !== 'number') return undefined
  const which = typeof cid === 'number' ? String(cid) : ''
  const does = bearerDoes[type]
  if (does) return { words: say(does.en.replace('#', which), does.ja.replace('#', which)) }
  if (type !== 3 || typeof tag !== 'string') return undefined
  return {
    words: say(
      `Sets a parameter of bearer ${which} of the internal applications: ${tag}.`,
      `内蔵アプリ用ベアラー ${which} のパラメーターを設定します：${tag}`,
    ),
  }
}

/** The sockets of SIM800 and SIM900. Several of these commands end without OK. */
export default [
  decoder({
    id: '+CSTT',
    title: say('APN of the internal IP connection', '内蔵 IP 接続の APN'),
    spec: `${manual}, 8.2.11`,
    group: 'simcom',
    parameters: [
      text('apn', 'APN', 'APN'),
      secret('password', text('userid', 'user name', 'ユーザー名')),
      secret('password', text('password', 'password', 'パスワード')),
    ],
  }),
  decoder({
    id: '+CIICR',
    title: say('internal IP connection', '内蔵 IP 接続'),
    does: say('Brings the internal IP connection up.', '内蔵 IP 接続を開始します。'),
    spec: `${manual}, 8.2.12`,
    group: 'simcom',
    forms: ['action', 'test'],
  }),
  decoder({
    id: '+CIFSR',
    title: say('own address', '自分の IP アドレス'),
    spec: `${manual}, 8.2.13: the address alone, no OK`,
    group: 'simcom',
    forms: ['action', 'test'],
    free: true,
    ends: { final: /^\d{1,3}(?:\.\d{1,3}){3}$/ },
    parameters: [secret('address', text('address', 'address', 'アドレス'))],
  }),
  decoder({
    id: '+CIPSTART',
    title: say('connection to a host', 'ホストへの接続'),
    does: say('Opens a TCP or UDP connection.', 'TCP/UDP 接続を開きます。'),
    spec: `${manual}, 8.2.2: OK, then CONNECT OK or CONNECT FAIL; ESP-AT User Guide, TCP/IP: CONNECT, then OK`,
    group: 'simcom',
    forms: ['set', 'read', 'test'],
    ends: {
      lead: /^(?:\d,)?CONNECT$/,
      second: /^(?:\d{1,2}, *)?(?:CONNECT OK|CONNECT FAIL|ALREADY CONNECT)$|^STATE: /,
      last: /^(?:\d{1,2}, *)?(?:CONNECT OK|CONNECT FAIL|ALREADY CONNECT)$/,
      secondMs: 160_000,
    },
    setFacts: (row) => {
      const at = row.fields[0]?.quoted ? 0 : 1
      return {
        ...(at === 1 ? { link_num: row.int(0, 'link_num') } : {}),
        type: row.text(at),
        host: row.text(at + 1),
        port: row.int(at + 2, 'port'),
      }
    },
    parameters: [
      link,
      text('type', 'protocol', 'プロトコル'),
      text('host', 'host', '接続先'),
      int('port', 'port', 'ポート番号'),
    ],
  }),
  decoder({
    id: '+CIPSHUT',
    title: say('internal IP connection', '内蔵 IP 接続'),
    does: say('Closes the internal IP connection.', '内蔵 IP 接続を終了します。'),
    spec: `${manual}, 8.2.7: SHUT OK instead of OK`,
    group: 'simcom',
    forms: ['action', 'test'],
    ends: { final: /^SHUT OK$/ },
  }),
  decoder({
    id: '+CIPMUX',
    title: say('several connections at once', '複数接続'),
    spec: `${manual}, 8.2.1`,
    group: 'simcom',
    parameters: [int('n', 'several connections', '複数接続', offOn)],
  }),
  decoder({
    id: '+CIPSTATUS',
    title: say('state of the internal IP connection', '内蔵 IP 接続の状態'),
    spec: `${manual}, 8.2.14: OK, then STATE`,
    group: 'simcom',
    forms: ['action', 'set', 'test'],
    asks: true,
    parameters: [
      link,
      text('protocol', 'protocol', 'プロトコル'),
      text('remote_port', 'port', 'ポート'),
      text('state', 'state', '状態'),
    ],
    set: [link],
    ends: { second: /^STATE: /, secondMs: 5_000 },
    row: connectionOf,
  }),
  decoder({
    id: 'STATE',
    prefixes: ['STATE'],
    title: say('state of the internal IP connection', '内蔵 IP 接続の状態'),
    spec: `${manual}, 8.2.14`,
    group: 'simcom',
    forms: [],
    urc: true,
    parameters: [text('state', 'state', '状態')],
  }),
  decoder({
    id: '+CIPQSEND',
    title: say('quick sending', '高速送信モード'),
    spec: `${manual}, 8.2.4`,
    group: 'simcom',
    parameters: [int('n', 'quick sending', '高速送信', offOn)],
  }),
  decoder({
    id: '+CIPSPRT',
    title: say('prompt after AT+CIPSEND', 'AT+CIPSEND のプロンプト'),
    spec: `${manual}, 8.2.18`,
    group: 'simcom',
    parameters: [
      int('mode', 'prompt', 'プロンプト', {
        0: say('none, SEND OK', 'なし、SEND OK あり'),
        1: say('prompt and SEND OK', 'プロンプトと SEND OK'),
        2: say('neither', 'どちらもなし'),
      }),
    ],
  }),
  decoder({
    id: '+CIPSERVER',
    title: say('listening for connections', '接続の待ち受け'),
    spec: `${manual}, 8.2.19: OK, then SERVER OK`,
    group: 'simcom',
    parameters: [int('mode', 'server', 'サーバー', offOn), int('port', 'port', 'ポート番号')],
    ends: { second: /^SERVER (?:OK|CLOSE)$/ },
  }),
  decoder({
    id: '+SAPBR',
    title: say('bearer of the internal applications', '内蔵アプリ用ベアラー'),
    explainCommand: bearerCommand,
    spec: `${manual}, 9.1.1`,
    group: 'simcom',
    forms: ['set', 'test'],
    asks: true,
    setAnswers: true,
    parameters: [
      int('cid', 'bearer', 'ベアラー'),
      int('status', 'state', '状態', {
        0: say('connecting', '接続中'),
        1: say('connected', '接続済み'),
        2: say('closing', '切断中'),
        3: say('closed', '切断済み'),
      }),
      secret('address', text('address', 'address', 'アドレス')),
    ],
    set: [
      int('cmd_type', 'what to do', '動作', bearerActions),
      int('cid', 'bearer', 'ベアラー'),
      text('tag', 'parameter', 'パラメーター'),
      // Which of them are secret follows from their names: core/log/redact/credentials.ts.
      text('value', 'value', '値'),
    ],
  }),
  decoder({
    id: '+HTTPDATA',
    title: say('body of a request', 'リクエスト本文'),
    does: say(
      'Takes the body of a POST after DOWNLOAD.',
      'DOWNLOAD の後に POST 本文を受け取ります。',
    ),
    spec: `${manual}, 11.2.4; A76XX manual`,
    group: 'simcom',
    forms: ['set', 'test'],
    parameters: [int('size', 'octets', 'オクテット数'), int('time', 'limit, ms', '待ち時間 ms')],
    ends: { prompt: 'DOWNLOAD' },
  }),
  decoder({
    id: 'DOWNLOAD',
    pattern: /^DOWNLOAD$/,
    title: say('prompt for data', 'データ入力のプロンプト'),
    spec: `${manual}, 11.2.4`,
    group: 'simcom',
    explain: () => ({
      words: say('The modem waits for the data.', 'データの入力を待っています。'),
    }),
  }),
]
