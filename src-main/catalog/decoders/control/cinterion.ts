import { int, say, secret, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { mode, value } from '../shared/vocabulary'

const { action, news, question, setting } = family(
  'Telit Cinterion EHSx/ELSx/PLSx/EXSx AT command set',
  'cinterion',
)

const heat = int(
  'level',
  'level',
  'レベル',
  table(
    '-2 far too cold, switching off|極低温（停止）',
    '-1 too cold|低温',
    '0 normal|正常',
    '1 too hot|高温',
    '2 far too hot, switching off|極高温（停止）',
  ),
)

const item = text('item', 'setting', '項目')

const card = int('card', 'SIM', 'SIM', table('0 none|なし', '1 inserted|挿入済み'))

const ehs = family('Cinterion EHS/ELS/PLS AT Command Set', 'cinterion')

export default [
  setting('^SCFG', 'settings of the modem', 'モデムの設定', [item, value], {
    list: 'settings',
    row(row) {
      const values = row.fields.slice(1).map((field) => field.text)
      return { item: row.text(0), values, value: values.join(', ') }
    },
    setFacts: (row) => {
      const values = row.fields.slice(1).map((field) => field.text)
      return { item: row.text(0), ...(values.length > 0 ? { value: values.join(', ') } : {}) }
    },
  }),
  question('^SMONP', 'neighbouring cells', '隣接セル', [], { free: true }),
  question('^SMOND', 'serving and neighbouring cells', '在圏セルと隣接セル', [], {
    row: () => ({}),
  }),
  question('^SMONC', 'cells that are heard', 'セルの一覧', [], { row: () => ({}) }),
  question('^SBV', 'supply voltage', '電源電圧', [int('voltage_mv', 'mV', 'mV')], {
    explain({ voltage_mv: mv }, asked) {
      if (asked.form === 'test' || typeof mv !== 'number') return undefined
      return { words: say(`Supply voltage: ${mv} mV.`, `電源電圧：${mv} mV`) }
    },
  }),
  setting('^SBC', 'supply voltage watch', '電源電圧の監視', [], {
    urc: [text('event', 'event', 'イベント')],
    row: (row, asked) => (asked.form === 'urc' ? { event: row.tail || null } : {}),
    explain({ event }) {
      if (typeof event !== 'string') return undefined
      const low = /under/i.test(event)
      if (!low && !/over/i.test(event)) return undefined
      return {
        words: low
          ? {
              en: 'The supply voltage is too low: check the supply under load.',
              ja: '電源電圧が低下しています。負荷時の電源を確認してください。',
            }
          : {
              en: 'The supply voltage is too high: check the supply and its regulator.',
              ja: '電源電圧が上限を超えています。電源とレギュレーターの設定を確認してください。',
            },
        severity: 'failure',
      }
    },
  }),
  setting('^SCTM', 'temperature watch', '温度監視', [
    int('mode', 'reports', '通知', table('0 off|オフ', '1 on|オン')),
    heat,
    int('temperature_c', '°C', '℃'),
  ]),
  news('^SCTM_A', 'temperature of the battery', '電池の温度', [heat]),
  news('^SCTM_B', 'temperature of the modem', 'モデムの温度', [heat]),
  setting(
    '^SCKS',
    'SIM card detection',
    'SIM カードの検出',
    [int('mode', 'reports', '通知', table('0 off|オフ', '1 on|オン')), card],
    { urc: [card], isUnsolicited: (row) => row.count === 1 },
  ),
  question(
    '^SPIC',
    'tries left for PIN and PUK',
    'PIN・PUK の残り試行回数',
    [int('tries', 'tries', '回数')],
    {
      set: [text('facility', 'which', '対象')],
      forms: ['action', 'read', 'set', 'test'],
      row: (row) =>
        row.count > 1
          ? { facility: row.text(0), tries: row.int(row.count - 1, 'tries') }
          : { tries: row.int(0, 'tries') },
    },
  ),
  setting('^SQPORT', 'kind of this port', 'ポートの種別', [text('type', 'kind', '種別')]),
  setting('^SDPORT', 'ports on USB and serial', 'ポートの構成', [mode]),
  action('^SMSO', 'switching the modem off', 'モデムの電源オフ', [], {
    parameters: [text('text', 'text', '内容')],
  }),
  setting('^SPOW', 'power saving on the serial port', 'シリアルポートの省電力', [mode]),
  setting('^SLED', 'status light', 'ステータス LED', [mode]),
  setting('^SSYNC', 'SYNC pin', 'SYNC 端子', [mode]),
  setting('^SCPIN', 'GPIO in use', 'GPIO の割り当て', [
    int('used', 'use', '使用', table('0 closed|解放', '1 open|使用')),
    int('pin', 'pin', 'ピン'),
    int('direction', 'direction', '方向', table('0 input|入力', '1 output|出力')),
  ]),
  setting('^SPIO', 'GPIO driver', 'GPIO ドライバー', [mode]),
  question('^SGIO', 'level of a GPIO', 'GPIO のレベル', [int('level', 'level', 'レベル')], {
    set: [int('pin', 'pin', 'ピン')],
  }),
  setting('^SSIO', 'level of a GPIO', 'GPIO のレベル', [
    int('pin', 'pin', 'ピン'),
    int('level', 'level', 'レベル'),
  ]),
  news('^SCPOL', 'level of a GPIO changed', 'GPIO のレベル変化', [
    int('pin', 'pin', 'ピン'),
    int('level', 'level', 'レベル'),
  ]),
  question(
    '^SPLM',
    'operator names of the modem',
    '事業者名の一覧',
    [text('numeric', 'operator code', 'PLMN'), text('name', 'name', '名前')],
    { list: 'operators', forms: ['action', 'test'] },
  ),
  setting('^SLCK', 'locks', 'ロック', [
    text('facility', 'lock', 'ロック'),
    mode,
    secret('pin', text('password', 'password', 'パスワード')),
  ]),
  setting('^SSET', 'report when the SIM is ready', 'SIM 準備完了の通知', [
    int('n', 'reports', '通知', table('0 off|オフ', '1 on|オン')),
  ]),
  news('^SSIM READY', 'the SIM is ready', 'SIM の準備完了', [], {
    pattern: /^\^SSIM READY$/,
    row: () => ({ event: '^SSIM READY' }),
  }),
  setting(
    '^SMGO',
    'message memory watch',
    'SMS メモリーの監視',
    [
      int('n', 'reports', '通知', table('0 off|オフ', '1 on|オン')),
      int(
        'state',
        'memory',
        'メモリー',
        table('0 space left|空きあり', '1 full|満杯', '2 full, message waits|満杯・受信待ち'),
      ),
    ],
    {
      urc: [
        int(
          'state',
          'memory',
          'メモリー',
          table('0 space left|空きあり', '1 full|満杯', '2 full, message waits|満杯・受信待ち'),
        ),
      ],
      isUnsolicited: (row) => row.count === 1,
    },
  ),
  setting('^SGPSC', 'settings of GNSS', 'GNSS の設定', [item, value], {
    list: 'settings',
    row: (row) => ({ item: row.text(0), values: row.fields.slice(1).map((field) => field.text) }),
  }),
  setting('^SGPSP', 'properties of GNSS', 'GNSS のプロパティー', [item]),
  setting('^SSTA', 'SIM toolkit', 'SIM ツールキット', [mode]),
  news('^SSTN', 'SIM toolkit news', 'SIM ツールキットの通知', [
    int('command', 'command', 'コマンド'),
  ]),
  setting('^SRXDIV', 'receive diversity', '受信ダイバーシティ', [mode]),
  setting('^SSRVSET', 'services on the ports', 'ポートのサービス割り当て', [item, value], {
    list: 'settings',
  }),
  action('^SFDL', 'starting a firmware download', 'ファームウェア書き込みの開始'),
  setting('^SSECUA', 'security of the modem', 'モデムのセキュリティ', [item]),
  action('^SBNW', 'writing binary data', 'バイナリデータの書き込み', [
    text('type', 'type', '種別'),
  ]),
  action(
    '^SBNR',
    'reading binary data',
    'バイナリデータの読み出し',
    [text('type', 'type', '種別')],
    {
      row: () => ({}),
    },
  ),
  setting('^SJRA', 'running a Java program', 'Java プログラムの実行', [
    text('program', 'program', 'プログラム'),
  ]),
  setting('^SUSMA', 'eSIM profiles and connectivity', 'eSIM プロファイルと接続', [item], {
    urc: true,
    setAnswers: true,
    row: (row) => ({ item: row.text(0) }),
  }),
  ehs.action('^SHUTDOWN', 'switching the modem off', 'モデムの電源オフ', [], { urc: true }),
]
