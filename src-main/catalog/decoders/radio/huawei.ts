import type { Facts } from '@core/at/knowledge'
import { int, say, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { family, table } from '../shared/family'
import { apn, cid, item, mode, onOff, password, port, user, value } from '../shared/vocabulary'

const { action, news, question, setting } = family(
  'Huawei ME909s AT command interface specification',
  'huawei',
)

const domain = int(
  'srv_domain',
  'domain',
  'ドメイン',
  table(
    '0 voice|音声',
    '1 packet|パケット',
    '2 voice and packet|音声とパケット',
    '3 any|任意',
    '4 unchanged|変更なし',
  ),
)
const roaming = int(
  'roam',
  'roaming',
  'ローミング',
  table('0 not allowed|禁止', '1 allowed|許可', '2 unchanged|変更なし'),
)
const connect = int('connect', 'state', '状態', table('0 down|切断', '1 up|接続'))
const auth = int(
  'auth_prot',
  'authentication',
  '認証方式',
  table('0 none|なし', '1 PAP|PAP', '2 CHAP|CHAP'),
)

/** Seven hex numbers: duration, speeds, totals, and two limits. */
function flow(row: Row): Facts {
  return {
    duration_s: row.hex(0, 'duration'),
    tx_bytes_per_s: row.hex(1, 'tx speed'),
    rx_bytes_per_s: row.hex(2, 'rx speed'),
    tx_bytes: row.hex(3, 'tx'),
    rx_bytes: row.hex(4, 'rx'),
  }
}

const traffic = [
  int('duration_s', 's', '秒'),
  int('tx_bytes', 'octets sent', '送信'),
  int('rx_bytes', 'octets received', '受信'),
]

/** Tenths of a degree; 65535 where there is no sensor (ME909s manual, ^CHIPTEMP). */
function tenths(value: number | null | undefined): number | null {
  return typeof value === 'number' && value !== 65535 ? value / 10 : null
}

export default [
  news('^MODE', 'radio system changed', '通信方式の変化', [
    int(
      'sys_mode',
      'system',
      '方式',
      table(
        '0 none|なし',
        '3 GSM|GSM',
        '5 WCDMA|WCDMA',
        '7 LTE|LTE',
        '11 5G|5G',
        '15 TD-SCDMA|TD-SCDMA',
      ),
    ),
    int(
      'sys_submode',
      'kind',
      '種別',
      table(
        '2 GPRS|GPRS',
        '3 EDGE|EDGE',
        '4 WCDMA|WCDMA',
        '5 HSDPA|HSDPA',
        '6 HSUPA|HSUPA',
        '7 HSDPA and HSUPA|HSDPA・HSUPA',
      ),
    ),
  ]),
  news('^SIMST', 'SIM state changed', 'SIM 状態の変化', [
    int('sim_state', 'SIM', 'SIM', table('0 not usable|無効', '1 usable|有効', '255 absent|なし')),
    int('lock_state', 'lock', 'ロック'),
  ]),
  news('^SRVST', 'service changed', 'サービス状態の変化', [
    int(
      'srv_status',
      'service',
      'サービス',
      table(
        '0 none|なし',
        '1 limited|限定',
        '2 valid|有効',
        '3 limited regional|地域限定',
        '4 power saving|省電力',
      ),
    ),
  ]),
  news('^BOOT', 'start of the modem', 'モデムの起動'),
  news('^STIN', 'SIM toolkit news', 'SIM ツールキットの通知'),
  news('^STN', 'step of the SIM toolkit', 'SIM ツールキットの処理'),
  news('^CINIT', 'start of the SIM toolkit', 'SIM ツールキットの開始'),
  news('^DSFLOWRPT', 'traffic of the data session', 'データ通信量の通知', traffic, { row: flow }),
  question('^DSFLOWQRY', 'traffic counters', 'データ通信量', [], { prefixes: ['^DSFLOWQRY'] }),
  action('^DSFLOWCLR', 'clearing the traffic counters', 'データ通信量の消去'),
  setting('^NDISDUP', 'data session', 'データ接続', [cid, connect], {
    set: [cid, connect, apn, user, password, auth],
    ends: { second: /^\^NDISSTAT:/, secondMs: 60_000 },
  }),
  setting('^DIALMODE', 'dialling on start', 'ダイヤル方式', [mode]),
  setting('^AUTHDATA', 'authentication of contexts', 'コンテキストの認証', [cid, auth], {
    set: [cid, auth, text('plmn', 'operator', 'PLMN'), password, user],
    list: 'contexts',
  }),
  setting('^SYSCFGEX', 'choice of system, bands and roaming', '方式・バンド・ローミングの設定', [
    text(
      'acqorder',
      'order',
      '優先順',
      table(
        '00 automatic|自動',
        '01 GSM only|GSM のみ',
        '02 WCDMA only|WCDMA のみ',
        '03 LTE only|LTE のみ',
        '99 unchanged|変更なし',
      ),
    ),
    text('band', 'bands', 'バンド'),
    roaming,
    domain,
    text('lteband', 'LTE bands', 'LTE バンド'),
  ]),
  setting('^SYSCFG', 'choice of system, bands and roaming', '方式・バンド・ローミングの設定', [
    int(
      'mode',
      'system',
      '方式',
      table(
        '2 automatic|自動',
        '13 GSM only|GSM のみ',
        '14 WCDMA only|WCDMA のみ',
        '16 unchanged|変更なし',
      ),
    ),
    int(
      'acqorder',
      'order',
      '優先順',
      table(
        '0 automatic|自動',
        '1 GSM first|GSM 優先',
        '2 WCDMA first|WCDMA 優先',
        '3 unchanged|変更なし',
      ),
    ),
    text('band', 'bands', 'バンド'),
    roaming,
    domain,
  ]),
  question(
    '^CARDMODE',
    'kind of the SIM',
    'SIM の種別',
    [
      int(
        'type',
        'SIM',
        'SIM',
        table('0 none|なし', '1 SIM|SIM', '2 USIM|USIM', '255 absent|なし'),
      ),
    ],
    { urc: true },
  ),
  setting(
    '^CPIN',
    'PIN and its tries',
    'PIN と残り回数',
    [
      text('code', 'state', '状態', table('READY ready|準備完了')),
      int('times', 'tries', '残り回数'),
      int('puk_times', 'PUK', 'PUK'),
      int('pin_times', 'PIN', 'PIN'),
      int('puk2_times', 'PUK2', 'PUK2'),
      int('pin2_times', 'PIN2', 'PIN2'),
    ],
    {
      set: [
        secret('pin', text('pin', 'PIN', 'PIN')),
        secret('pin', text('new_pin', 'new PIN', '新しい PIN')),
      ],
      urc: true,
    },
  ),
  setting(
    '^CARDLOCK',
    'operator lock',
    '事業者ロック',
    [
      int('status', 'state', '状態'),
      int('times', 'tries', '残り回数'),
      text('operator', 'operator', '事業者'),
    ],
    { set: [secret('pin', text('code', 'code', 'コード'))] },
  ),
  setting('^SETPORT', 'ports on USB', 'USB のポート構成', [text('ports', 'ports', 'ポート')], {
    row: (row) => ({ ports: row.tail.replaceAll('"', '') || null }),
    setFacts: (row) => ({ ports: row.tail.replaceAll('"', '') || null }),
  }),
  setting('^U2DIAG', 'interfaces of the stick', 'USB インターフェースの設定', [mode]),
  setting('^CURC', 'reports that come unasked', '自発通知の設定', [
    int('mode', 'reports', '通知', table('0 off|オフ', '1 on|オン', '2 chosen ones|個別設定')),
  ]),
  setting(
    '^RFSWITCH',
    'radio',
    '無線のオン・オフ',
    [
      int('software', 'by software', 'ソフトウェア', table('0 off|オフ', '1 on|オン')),
      int('hardware', 'by switch', 'スイッチ', table('0 off|オフ', '1 on|オン')),
    ],
    { urc: true, setAnswers: true },
  ),
  setting('^CVOICE', 'voice on this modem', '音声の対応', [mode]),
  setting('^DDSETEX', 'port for voice', '音声ポート', [port]),
  question('^VERSION', 'versions', 'バージョン情報', [item, value], {
    list: 'versions',
    row: (row) => {
      const [name = '', ...rest] = row.tail.split(':')
      return { item: name, value: rest.join(':') || null }
    },
  }),
  question('^HWVER', 'hardware version', 'ハードウェアバージョン', [
    text('version', 'version', 'バージョン'),
  ]),
  question('^SN', 'serial number', 'シリアル番号', [
    secret('imei', text('serial', 'serial number', 'シリアル番号')),
  ]),
  // Huawei MC509 AT Command Interface Specification, 3.8; zeros are none.
  question('^MEID', 'MEID', '端末識別番号（MEID）', [secret('imei', text('meid', 'MEID', 'MEID'))]),
  question('^EONS', 'operator name', '事業者名', [], { set: [mode], row: () => ({}) }),
  question('^SPN', 'name of the operator on the SIM', 'SIM の事業者名', [], {
    set: [mode],
    row: () => ({}),
  }),
  question('^ANQUERY', 'signal bars', 'アンテナ表示', [], { row: () => ({}) }),
  question('^HFREQINFO', 'frequencies in use', '使用中の周波数', [], {
    urc: true,
    row: () => ({}),
  }),
  question('^LTESCINFO', 'secondary LTE cells', 'LTE セカンダリーセル', [], { row: () => ({}) }),
  question('^CHIPTEMP', 'temperatures of the chips', 'チップの温度', [], {
    row: (row) => ({ temperatures_c: row.fields.map((_, i) => tenths(row.int(i))) }),
    explain({ temperatures_c: all }, asked) {
      const known = Array.isArray(all) ? all.filter((one) => one !== null) : []
      if (asked.form === 'test' || known.length === 0) return undefined
      const list = known.join(', ')
      return { words: say(`Temperatures of the chips: ${list} °C.`, `チップの温度：${list} ℃`) }
    },
  }),
  question('^CERSSI', 'signal of all systems', '電波強度の一覧', [], {
    urc: true,
    row: () => ({}),
  }),
  setting('^LTEFREQLOCK', 'lock to a frequency', '周波数の固定', [mode]),
  setting('^C5GOPTION', '5G modes', '5G の動作モード', [
    int('sa', 'SA', 'SA', table('0 off|オフ', '1 on|オン')),
    int('dc', 'NSA', 'NSA'),
    int('access', 'core', 'コア'),
  ]),
  setting('^TMODE', 'test mode', 'テストモード', [mode]),
  action('^RESET', 'restarting the modem', 'モデムの再起動'),
  news('^ORIG', 'call goes out', '発信の開始', [
    int('call', 'call', '通話番号'),
    int('type', 'kind', '種別'),
  ]),
  news('^CONF', 'other side rings', '呼び出し中', [int('call', 'call', '通話番号')]),
  news('^CONN', 'call connected', '通話の接続', [
    int('call', 'call', '通話番号'),
    int('type', 'kind', '種別'),
  ]),
  news('^CEND', 'call ended', '通話の終了', [
    int('call', 'call', '通話番号'),
    int('duration_s', 's', '秒'),
    int('end_status', 'how', '終了種別'),
    int('cause', 'cause', '理由'),
  ]),
  action('^IPINIT', 'starting the internal TCP/IP', '内蔵 TCP/IP の開始', [apn, user, password], {
    forms: ['set', 'read', 'test'],
  }),
  action(
    '^IPOPEN',
    'opening a socket',
    'ソケットの接続',
    [
      int('socket', 'socket', 'ソケット'),
      text('protocol', 'protocol', 'プロトコル'),
      text('host', 'host', '宛先'),
      port,
    ],
    { parameters: [int('socket', 'socket', 'ソケット')], forms: ['set', 'read', 'test'] },
  ),
  action('^IPSEND', 'sending on a socket', 'ソケットへの送信', [
    int('socket', 'socket', 'ソケット'),
    text('data', 'data', 'データ'),
  ]),
  action('^IPCLOSE', 'closing a socket', 'ソケットの切断', [int('socket', 'socket', 'ソケット')], {
    forms: ['set', 'read', 'test'],
  }),
  news('^IPDATA', 'data from a socket', 'ソケットの受信データ', [
    int('socket', 'socket', 'ソケット'),
    int('length', 'octets', 'オクテット数'),
  ]),
  setting('^WAKEUPCFG', 'wake-up pin', 'ウェイクアップ端子', [onOff]),
]
