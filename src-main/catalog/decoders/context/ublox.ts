import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'

const manual = 'u-blox SARA/LARA AT commands manual'
const cid = int('cid', 'context', 'cid')

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
]
