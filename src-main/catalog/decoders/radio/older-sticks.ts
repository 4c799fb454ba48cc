import type { Definition } from '@core/at/decoder'
import { int, secret, text, type Parameter, type ValueMeanings } from '@core/at/parameter'
import { binValue, type Bin } from '../shared/bins'
import { family, table } from '../shared/family'
import { levels } from '../shared/quality'
import { cid, mode, onOff, state } from '../shared/vocabulary'

const option = family('Option HSDPA modems, AT commands (_O…)', 'others')
const icera = family('Icera AT commands', 'others')
const novatel = family('Novatel Wireless AT commands ($NW…)', 'others')
const ericsson = family('Ericsson Mobile Broadband Module AT commands', 'others')

/** An underscore is a letter to a pattern: what the lines of such a command begin with has to be said. */
const own = (id: string, more: Partial<Definition> = {}): Partial<Definition> => ({
  prefixes: [id],
  ...more,
})
/** `<n>,<value>` where it was asked, `<value>` alone where it comes by itself. */
const alsoAlone = (id: string, value: Parameter): Partial<Definition> =>
  own(id, { urc: [value], isUnsolicited: (row) => row.count === 1 })

const choice = int(
  'mode',
  'technology',
  '方式',
  table(
    '0 2G only|2G のみ',
    '1 3G only|3G のみ',
    '2 2G preferred|2G 優先',
    '3 3G preferred|3G 優先',
    '5 automatic|自動',
  ),
)
const domain = int(
  'domain',
  'domain',
  'ドメイン',
  table('0 voice|音声', '1 packet|パケット', '2 voice and packet|音声とパケット', '3 any|すべて'),
)

const connection: ValueMeanings = table(
  '0 down|切断',
  '1 up|接続',
  '2 coming up|接続処理中',
  '3 failed|失敗',
)
const connectionState = int('status', 'state', '状態', connection)

const system2g = int(
  'tech',
  'technology',
  '方式',
  table('0 none|なし', '1 GSM|GSM', '2 GPRS|GPRS', '3 EDGE|EDGE'),
)
const system3g = int(
  'tech',
  'technology',
  '方式',
  table('0 none|なし', '1 UMTS|UMTS', '2 HSDPA|HSDPA', '3 HSUPA|HSUPA', '4 HSPA|HSPA'),
)
const system = int('system', 'system', '方式', table('0 2G|2G', '2 3G|3G', '3 no service|圏外'))

const reports = int('n', 'reports', '通知')
const rssi: Bin = { name: 'rssi', max: 31, unknown: 99, base: -113, step: 2, unit: 'dbm' }
const rssiIndex = int('rssi', 'RSSI index', 'RSSI 指数')

const addresses = ['ip', 'gateway', 'dns1', 'dns2', 'nbns1', 'nbns2']

/** Option: HSO sticks (GI0201, iCON). */
const ofOption = [
  option.setting(
    '_OPSYS',
    'choice of radio technology',
    '方式の選択',
    [choice, domain],
    own('_OPSYS'),
  ),
  option.setting('_OSSYS', 'radio system in use', '使用中の方式', [reports, system], {
    set: [reports],
    ...alsoAlone('_OSSYS', system),
  }),
  option.news('_OSSYSI', 'radio system in use', '使用中の方式', [system], own('_OSSYSI')),
  option.setting('_OCTI', 'technology of 2G in use', '使用中の 2G の方式', [reports, system2g], {
    set: [reports],
    ...alsoAlone('_OCTI', system2g),
  }),
  option.question(
    '_OWCTI',
    'technology of 3G in use',
    '使用中の 3G の方式',
    [system3g],
    own('_OWCTI'),
  ),
  option.setting('_OUWCTI', 'technology of 3G in use', '使用中の 3G の方式', [system3g], {
    set: [reports],
    ...own('_OUWCTI', { urc: true }),
  }),
  option.setting('_OSQI', 'reports of the signal', '電波強度の通知', [onOff], own('_OSQI')),
  option.question(
    '_OSIGQ',
    'signal strength',
    '電波強度',
    [rssiIndex, int('ber', 'bit errors', 'ビット誤り率')],
    {
      ...own('_OSIGQ', { urc: true }),
      derive: (facts) => ({ ...facts, rssi_dbm: binValue(rssi, facts['rssi']) }),
      explain(facts, asked) {
        const words = asked.form === 'test' ? undefined : levels({ rssi: facts['rssi_dbm'] })
        return words && { words }
      },
    },
  ),
  option.setting(
    '_OWANCALL',
    'data session of the network adapter',
    'ネットワークアダプターのデータ接続',
    [cid, connectionState],
    {
      set: [cid, int('status', 'state', '状態', table('0 ends|切断', '1 starts|開始')), reports],
      ...own('_OWANCALL', { urc: true }),
    },
  ),
  option.question(
    '_OWANDATA',
    'addresses of the data session',
    'データ接続のアドレス',
    [
      cid,
      ...addresses.map((name) => secret('address', text(name, name, name))),
      int('speed', 'speed', '速度'),
    ],
    own('_OWANDATA', { set: [cid] }),
  ),
  option.setting('_OPCMENABLE', 'sound by USB', 'USB 音声', [onOff], own('_OPCMENABLE')),
]

/** Icera: sticks of Option, Nokia, ZTE and others with its chips. */
const ofIcera = [
  icera.setting('%IPSYS', 'choice of radio technology', '方式の選択', [choice, domain]),
  icera.setting(
    '%IPDPACT',
    'data session of the network adapter',
    'ネットワークアダプターのデータ接続',
    [cid, connectionState],
    {
      set: [
        cid,
        int('status', 'state', '状態', table('0 ends|切断', '1 starts|開始')),
        text('interface', 'interface', 'インターフェース'),
      ],
      urc: true,
    },
  ),
  icera.setting(
    '%NWSTATE',
    'state of the network',
    'ネットワークの状態',
    [
      int('bars', 'signal bars', 'アンテナ表示'),
      text('oper', 'operator', '事業者'),
      text('tech', 'technology', '方式'),
      text('connection', 'in use', '使用中'),
      int('regulation', 'regulation', '規制'),
    ],
    { set: [onOff], urc: true, setAnswers: true },
  ),
]

const ofNovatel = [
  novatel.setting('$NWRAT', 'choice of radio technology', '方式の選択', [
    int('mode', 'technology', '方式', table('0 automatic|自動', '1 2G|2G', '2 3G|3G')),
    int('only', 'how', '指定', table('1 only this|これのみ', '2 preferred|優先')),
    state,
  ]),
  novatel.setting('$NWDMAT', 'port for diagnostics', '診断ポート', [onOff]),
  novatel.action(
    '$NWQMICONNECT',
    'connecting the network adapter',
    'ネットワークアダプターの接続',
    [text('profile', 'profile', 'プロファイル')],
  ),
  novatel.action('$NWQMIDISCONNECT', 'closing the data session', 'データ接続の切断'),
  novatel.question(
    '$NWQMISTATUS',
    'data session',
    'データ接続',
    [text('status', 'state', '状態')],
    {
      row: (row) => ({ status: /QMI State: ([^,]+)/i.exec(row.tail)?.[1] ?? (row.tail || null) }),
    },
  ),
  novatel.question(
    '$NWLTIME',
    'time of the network',
    'ネットワークの時刻',
    [text('time', 'time', '時刻')],
    {
      row: (row) => ({ time: row.tail || null }),
    },
  ),
]

const ofEricsson = [
  ericsson.setting(
    '*E2NAP',
    'data session of the network adapter',
    'ネットワークアダプターのデータ接続',
    [
      int('status', 'state', '状態', table('0 down|切断', '1 up|接続', '2 coming up|接続処理中')),
      int('cause', 'cause', '理由'),
    ],
    { set: [reports], urc: true },
  ),
  ericsson.setting(
    '*ENAP',
    'network adapter',
    'ネットワークアダプター',
    [
      int('status', 'state', '状態', table('0 down|切断', '1 up|接続', '2 coming up|接続処理中')),
      cid,
    ],
    {
      set: [int('status', 'state', '状態', table('0 ends|切断', '1 starts|開始')), cid],
    },
  ),
  ericsson.setting(
    '*ERINFO',
    'radio technology in use',
    '使用中の方式',
    [
      mode,
      int('gsm', '2G', '2G', table('0 none|なし', '1 GPRS|GPRS', '2 EDGE|EDGE')),
      int('umts', '3G', '3G', table('0 none|なし', '1 UMTS|UMTS', '2 HSDPA|HSDPA')),
    ],
    { set: [mode], urc: true },
  ),
  ericsson.setting('*E2REG', 'reports of registration', '登録状態の通知', [reports]),
  ericsson.setting('*E2CFUN', 'state at the start', '起動時の状態', [mode]),
  ericsson.setting('*E2GPSCTL', 'GPS', 'GPS の制御', [
    onOff,
    int('interval_s', 'interval s', '間隔 秒'),
    onOff,
  ]),
  ericsson.setting('*E2GPSNPD', 'NMEA on this port', 'このポートへの NMEA 出力', []),
  ericsson.setting('*EPSB', 'data rates of the network', 'ネットワークの通信速度', [reports]),
  ericsson.setting('*ENAPMON', 'supervision of the data session', 'データ接続の監視', [onOff]),
  ericsson.news('*EMWI', 'message waiting', 'メッセージ通知', [state]),
  ericsson.news('+PACSP', 'choice of the operator by the SIM', 'SIM による事業者選択の設定', [], {
    // `+PACSP0`: the number stands in the name.
    prefixes: [],
    pattern: /^\+PACSP ?[01]$/,
  }),
]

export default [...ofOption, ...ofIcera, ...ofNovatel, ...ofEricsson]
