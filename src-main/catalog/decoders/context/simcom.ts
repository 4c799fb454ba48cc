import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'

const cnact = decoder({
  id: '+CNACT',
  title: say('network of the modem', '内蔵ネットワーク'),
  spec: 'SIM7070 AT manual',
  ends: { second: /^\+APP PDP:/ },
  group: 'internet',
  parameters: [
    int('pdpidx', 'context', 'コンテキスト'),
    int('statusx', 'state', '状態', {
      0: say('down', '切断'),
      1: say('up', '接続'),
      2: say('coming up', '接続中'),
    }),
    secret('address', text('addressx', 'address', 'アドレス')),
  ],
  list: 'contexts',
})

const cncfg = decoder({
  id: '+CNCFG',
  title: say('context of the internal network', '内蔵ネットワークの設定'),
  spec: 'SIM7070 AT manual',
  group: 'simcom',
  parameters: [
    int('pdpidx', 'context', 'コンテキスト'),
    int('ip_type', 'IP', 'IP 種別'),
    text('apn', 'APN', 'APN'),
    secret('password', text('userid', 'user', 'ユーザー名')),
    secret('password', text('password', 'password', 'パスワード')),
    int('auth_prot', 'protocol', '認証方式', {
      0: say('no authentication', '認証なし'),
      1: say('PAP', 'PAP'),
      2: say('CHAP', 'CHAP'),
      3: say('PAP or CHAP', 'PAP または CHAP'),
    }),
  ],
  list: 'contexts',
})

const cgnapn = decoder({
  id: '+CGNAPN',
  title: say('APN from the network', 'ネットワークから通知された APN'),
  spec: 'SIM7070 AT manual',
  group: 'simcom',
  forms: ['action', 'test'],
  parameters: [int('valid', 'valid', '有効', offOn), text('network_apn', 'APN', 'APN')],
})

const cgsockcont = decoder({
  id: '+CGSOCKCONT',
  title: say('contexts of the internal sockets', '内蔵ソケット用コンテキスト'),
  spec: 'SIM5320 AT manual',
  group: 'simcom',
  parameters: [
    int('cid', 'context', 'cid'),
    text('pdp_type', 'type', 'タイプ'),
    text('apn', 'APN', 'APN'),
    secret('address', text('pdp_addr', 'address', 'アドレス')),
    int('d_comp', 'data compression', 'データ圧縮'),
    int('h_comp', 'header compression', 'ヘッダー圧縮'),
  ],
  list: 'contexts',
})

const csocksetpn = decoder({
  id: '+CSOCKSETPN',
  title: say('context of the internal sockets', '内蔵ソケットの cid'),
  spec: 'SIM5320 AT manual',
  group: 'simcom',
  parameters: [int('profile', 'context', 'cid')],
})

const pppd = decoder({
  id: '+PPPD',
  title: say('PPP server in the modem', 'モデム内 PPP サーバー'),
  spec: 'SIM7672 firmware V1.9',
  group: 'simcom',
  forms: [],
  parameters: [text('event', 'event', 'イベント')],
  urc: true,
  row: (row) => ({ event: row.tail || null }),
  explain: () => ({
    words: say(
      'The PPP server in the modem stopped: AT commands work again.',
      'モデム内の PPP が終了しました。AT コマンドを使えます。',
    ),
    severity: 'notice',
  }),
})

const appPdp = decoder({
  id: '+APP PDP',
  prefixes: ['+APP PDP'],
  title: say('network of the modem', '内蔵ネットワーク'),
  spec: 'SIM7070 AT manual',
  group: 'internet',
  forms: [],
  parameters: [text('event', 'event', 'イベント')],
  urc: true,
  row: (row) => ({ event: row.tail || null }),
  explain: ({ event }) => appPdpWords(typeof event === 'string' ? event : ''),
})

function appPdpWords(event: string) {
  // SIM7000 has one network, and says no number.
  const [, context, state = ''] = /^(?:(\d+), *)?(\w+)/.exec(event) ?? []
  const which =
    context === undefined
      ? say('The network of the modem', '内蔵ネットワーク')
      : say(`Network ${context} of the modem`, `内蔵ネットワーク ${context} `)
  if (state === 'ACTIVE')
    return {
      words: say(`${which.en} is up.`, `${which.ja}が使えるようになりました。`),
      severity: 'fine' as const,
    }
  return {
    words: say(
      `${which.en} is down, or did not come up: look at APN, registration and plan.`,
      `${which.ja}が切断されたか、起動できませんでした。APN、登録状態、契約を確認してください。`,
    ),
    severity: 'failure' as const,
  }
}

const pdp = decoder({
  id: '+PDP',
  title: say('data connection of the modem', '内蔵データ接続'),
  spec: 'SIM800 AT manual',
  group: 'internet',
  forms: [],
  parameters: [text('event', 'event', 'イベント')],
  urc: true,
  row: (row) => ({ event: row.tail || null }),
  explain: ({ event }) =>
    event === 'DEACT'
      ? {
          words: say(
            'The network ended the data connection: look at signal and plan, then send AT+CIPSHUT and begin anew.',
            'ネットワークがデータ接続を切断しました。電波状態と契約を確認し、AT+CIPSHUT を送ってやり直してください。',
          ),
          severity: 'failure',
        }
      : undefined,
})

export default [cnact, cncfg, cgnapn, cgsockcont, csocksetpn, pppd, appPdp, pdp]
