import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { cid, value } from '../shared/vocabulary'

const qicsgp = decoder({
  id: '+QICSGP',
  title: say('APN and authentication', 'APN と認証の設定'),
  spec: 'Quectel BG96 manual',
  group: 'quectel',
  forms: ['set', 'test'],
  parameters: [
    int('context_type', 'type', '種別'),
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
  set: [
    int('cid', 'context', 'cid'),
    int('context_type', 'type', '種別'),
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
})

const qiact = decoder({
  id: '+QIACT',
  title: say('active internal contexts', '内蔵 TCP/IP の接続'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  parameters: [
    int('cid', 'context', 'cid'),
    int('context_state', 'state', '状態'),
    int('context_type', 'type', '種別'),
    secret('address', text('ip_address', 'address', 'アドレス')),
  ],
  set: [int('cid', 'context', 'cid')],
  list: 'contexts',
})

const em05 = family('Quectel EC2x/EG2x/EG9x/EM05 AT Commands Manual', 'quectel')
const m66 = family('Quectel M66/M95 AT Commands Manual', 'quectel')

const netState = int('state', 'state', '状態', table('0 down|切断', '1 up|接続'))

export default [
  qicsgp,
  qiact,
  em05.setting('+QNETDEVCTL', 'network card of the computer', 'PC のネットワークカード', [
    int(
      'type',
      'what to do',
      '動作',
      table('0 disconnect|切断', '1 connect once|1 回接続', '3 connect always|常に接続'),
    ),
    cid,
    int('urc', 'reports', '通知', table('0 off|オフ', '1 on|オン')),
    netState,
  ]),
  em05.news('+QNETDEVSTATUS', 'network card of the computer', 'PC のネットワークカードの状態', [
    netState,
  ]),
  m66.setting('+QGPCLASS', 'GPRS multislot class', 'GPRS マルチスロットクラス', [
    int('class', 'class', 'クラス'),
  ]),
  m66.setting('+QCGTFT', 'traffic flow template', 'トラフィックフローテンプレート（TFT）', [value]),
]
