import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { mode, profile, value } from '../shared/vocabulary'

const manual = 'u-blox SARA/LARA AT commands manual'

const cid = int('cid', 'context', 'cid')

const lisa = family('u-blox SARA/LARA/LISA AT Commands Manual', 'u-blox')
const toby = family('u-blox SARA-R5/LARA-R6/TOBY-L2 AT Commands Manual (UBX-19047455)', 'u-blox')

export default [
  decoder({
    id: '+UGCNTRD',
    title: say('octets sent and received', '送受信オクテット数'),
    spec: `${manual}, +UGCNTRD`,
    group: 'u-blox',
    forms: ['action', 'test'],
    list: 'counters',
    least: 5,
    parameters: [
      cid,
      int('session_tx', 'sent in this session', '今回の送信'),
      int('session_rx', 'received in this session', '今回の受信'),
      int('total_tx', 'sent in total', '累計の送信'),
      int('total_rx', 'received in total', '累計の受信'),
    ],
  }),
  decoder({
    id: '+UIPADDR',
    title: say('addresses of the USB or internal interface', 'インターフェースのアドレス'),
    spec: `${manual}, +UIPADDR`,
    group: 'u-blox',
    forms: ['set', 'action', 'test'],
    asks: true,
    parameters: [
      cid,
      text('if_name', 'interface', 'インターフェース'),
      secret('address', text('ipv4_address', 'IPv4 address', 'IPv4 アドレス')),
      text('ipv4_subnet', 'mask', 'マスク'),
      secret('address', text('ipv6_global_address', 'IPv6 address', 'IPv6 アドレス')),
      secret('address', text('ipv6_link_local_address', 'IPv6 link-local', 'リンクローカル')),
    ],
    set: [cid],
  }),
  decoder({
    id: '+UAUTHREQ',
    title: say('authentication of a context', 'コンテキストの認証'),
    spec: `${manual}, +UAUTHREQ`,
    group: 'u-blox',
    forms: ['set', 'test'],
    parameters: [
      cid,
      int('auth_prot', 'protocol', '認証方式', {
        0: say('none', 'なし'),
        1: say('PAP', 'PAP'),
        2: say('CHAP', 'CHAP'),
      }),
      secret('password', text('userid', 'user name', 'ユーザー名')),
      secret('password', text('password', 'password', 'パスワード')),
    ],
  }),
  decoder({
    id: '+UBMCONF',
    title: say('networking mode', 'ネットワークモード'),
    spec: `${manual}, +UBMCONF`,
    group: 'u-blox',
    parameters: [
      int('mode', 'mode', 'モード', { 1: say('router', 'ルーター'), 2: say('bridge', 'ブリッジ') }),
    ],
  }),
  decoder({
    id: '+UUSBCONF',
    title: say('USB composition', 'USB 構成'),
    spec: `${manual}, +UUSBCONF`,
    group: 'u-blox',
    parameters: [
      int('id', 'configuration', '構成'),
      text('network', 'network function', 'ネットワーク機能'),
      text('audio', 'audio function', '音声機能'),
      text('product_id', 'product id', 'プロダクト ID'),
    ],
  }),
  decoder({
    id: '+UPINCNT',
    title: say('tries left for PIN and PUK', 'PIN/PUK の残り回数'),
    spec: `${manual}, +UPINCNT`,
    group: 'u-blox',
    forms: ['action', 'test'],
    parameters: [
      int('pin_attempts', 'PIN', 'PIN'),
      int('pin2_attempts', 'PIN2', 'PIN2'),
      int('puk_attempts', 'PUK', 'PUK'),
      int('puk2_attempts', 'PUK2', 'PUK2'),
    ],
  }),
  lisa.setting('+UCGDFLT', 'default bearer', '既定のベアラー', [
    text('pdp_type', 'type', '種別'),
    text('apn', 'APN', 'APN'),
  ]),
  lisa.setting('+UCSD', 'settings of the data call profile', 'データ通話プロファイル', [
    profile,
    int('param', 'what', '項目'),
    value,
  ]),
  lisa.action('+UCSDA', 'changing a data call profile', 'データ通話の操作', [profile, mode]),
  lisa.question(
    '+UCSND',
    'state of a data call profile',
    'データ通話の状態',
    [profile, int('param', 'what', '項目'), value],
    { set: [profile, int('param', 'what', '項目')] },
  ),
  toby.action('+UGCNTSET', 'resetting the packet counters', 'パケットカウンターの初期化', [
    int('cid', 'context', 'コンテキスト'),
  ]),
  toby.setting('+UPRDR', 'where the PPP data go', 'PPP データの転送先', [mode]),
]
