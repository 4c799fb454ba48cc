import { decimal, int, secret, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import {
  address,
  apn,
  host,
  length,
  mode,
  onOff,
  password,
  port,
  socket,
  state,
  value,
} from '../shared/vocabulary'

const { action, news, question, setting } = family(
  'ZTE MF6xx/ME3630/ZM8620 AT command manual',
  'others',
)

const system = text('system', 'system', '方式')

const domain = text('srv_domain', 'domain', 'ドメイン')

const operator = [
  text('name', 'operator', '事業者'),
  text('mcc', 'MCC', 'MCC'),
  text('mnc', 'MNC', 'MNC'),
  domain,
  text('roaming', 'roaming', 'ローミング'),
]

const result = text('result', 'result', '結果')

const me3630 = family('ZTE ME3630/MF AT Commands Reference Guide', 'others')
const modems = family('ZTE ME3630/MF modems AT Commands Reference Guide', 'others')

export default [
  question('+ZPAS', 'system and service', '通信方式とサービス', [system, domain], { urc: true }),
  news('+ZPASR', 'system changed', '通信方式の変化', [system, domain]),
  question('+ZDON', 'operator and service', '事業者とサービス', operator),
  news('+ZDONR', 'operator changed', '事業者の変化', operator),
  news('+ZUSIMR', 'SIM state changed', 'SIM 状態の変化', [int('state', 'state', '状態')]),
  news('+ZUSLOTR', 'card slot', 'カードスロットの通知', [int('state', 'state', '状態')]),
  setting('+ZSNT', 'choice of radio technology', '無線方式の選択', [
    int(
      'rat',
      'technology',
      '方式',
      table(
        '0 automatic|自動',
        '1 GSM only|GSM のみ',
        '2 WCDMA only|WCDMA のみ',
        '6 LTE only|LTE のみ',
      ),
    ),
    int('selection', 'operator', '事業者の選択', table('0 automatic|自動', '1 by hand|手動')),
    int('preferred', 'preferred', '優先', table('0 automatic|自動', '1 GSM|GSM', '2 WCDMA|WCDMA')),
  ]),
  question('+ZRSSI', 'signal strength', '電波強度', [], {
    row: (row) => ({ values: row.fields.map((field) => field.text) }),
    urc: true,
  }),
  question('+ZSINR', 'SINR', 'SINR の値', [decimal('sinr', 'SINR', 'SINR')]),
  question('+ZCELLINFO', 'serving cell', '在圏セル', [], {
    row(row) {
      row.markText(row.tail, 'cell')
      return { values: row.fields.map((field) => field.text) }
    },
  }),
  question('+ZPINPUK', 'tries left for PIN and PUK', 'PIN・PUK の残り試行回数', [
    int('pin', 'PIN', 'PIN'),
    int('puk', 'PUK', 'PUK'),
  ]),
  setting('+ZCDRUN', 'virtual CD of the stick', '仮想 CD の設定', [
    int('action', 'what to do', '動作', table('8 off|オフ', '9 on|オン')),
  ]),
  setting('+ZOPRT', 'operation of the radio', '無線の動作', [
    int('mode', 'mode', 'モード', table('5 on line|オンライン', '6 off line|オフライン')),
  ]),
  setting('+ZCFGCH', 'settings of the ports', 'ポートの設定', [mode]),
  setting('+ZBANDI', 'bands', 'バンド', [int('band', 'band', 'バンド')]),
  question('+ZICCID', 'number of the SIM card', 'SIM カード番号', [
    secret('iccid', text('iccid', 'ICCID', 'ICCID')),
  ]),
  setting('+ZFLAG', 'flags of the modem', 'モデムのフラグ', [text('item', 'item', '項目'), value]),
  setting('+ZSET', 'settings of the modem', 'モデムの設定', [text('item', 'item', '項目'), value], {
    list: 'settings',
  }),
  setting('+ZECMCALL', 'network adapter on USB', 'USB ネットワークアダプター', [onOff], {
    urc: [text('event', 'event', 'イベント')],
    row: (row, asked) =>
      asked.form === 'urc' && !/^\d+$/.test(row.tail)
        ? { event: row.tail || null }
        : { n: row.int(0, 'n') },
    ends: { second: /^\+ZECMCALL: *(?:DIS)?CONNECT/i },
  }),
  setting('+ZIPCALL', 'internal context', '内蔵コンテキスト', [onOff, address], {
    set: [onOff],
    urc: true,
    setAnswers: true,
    ends: {},
  }),
  action(
    '+ZIPOPEN',
    'opening a socket',
    'ソケットの接続',
    [socket, int('type', 'kind', '種別'), host, port],
    {
      parameters: [socket, result],
      forms: ['set', 'read', 'test'],
    },
  ),
  action(
    '+ZIPSEND',
    'sending on a socket',
    'ソケットへの送信',
    [socket, text('data', 'data', 'データ')],
    {
      parameters: [socket, result],
    },
  ),
  news('+ZIPRECV', 'data from a socket', 'ソケットの受信データ', [
    socket,
    address,
    port,
    length,
    text('data', 'data', 'データ'),
  ]),
  news('+ZIPSTAT', 'state of a socket', 'ソケットの状態', [socket, result]),
  action('+ZIPCLOSE', 'closing a socket', 'ソケットの切断', [socket]),
  me3630.setting('+ZBAND', 'bands', 'バンド', [value]),
  me3630.question('+ZGETICCID', 'card number (ICCID)', 'カード番号（ICCID）', [
    secret('iccid', text('iccid', 'ICCID', 'ICCID')),
  ]),
  me3630.action('+ZNCK', 'giving the code of the SIM lock', 'SIM ロックの解除', [password]),
  me3630.question('+ZSEC', 'SIM lock', 'SIM ロックの状態', [state, int('item', 'item', '項目')]),
  me3630.news('+ZPBIC', 'phone book is ready', '電話帳の準備完了', [state]),
  me3630.news('+ZMSRI', 'modem is ready', 'モデムの準備完了'),
  modems.setting('+ZGDCONT', 'context of the network card', 'ネットワークカードのコンテキスト', [
    int('cid', 'context', 'コンテキスト'),
    text('pdp_type', 'type', '種別'),
    apn,
  ]),
  modems.question(
    '+ZCONSTAT',
    'state of the connection',
    '接続の状態',
    [int('state', 'state', '状態'), int('cid', 'context', 'コンテキスト')],
    { urc: true },
  ),
  modems.action('+ZSWITCH', 'switching the USB mode', 'USB モードの切り替え', [
    text('mode', 'mode', 'モード'),
  ]),
]
