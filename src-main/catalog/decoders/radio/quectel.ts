import type { Facts } from '@core/at/knowledge'
import { int, say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { family, table } from '../shared/family'
import { band, item, mode, value } from '../shared/vocabulary'

const base = family('Quectel EC2x/EG9x/BG9x AT Commands Manual', 'quectel')

const fiveG = family('Quectel RG50x/RM5xx AT Commands Manual', 'quectel')

/** Items are quoted words; some firmware answers with the figures alone: `+QNWCFG: -79,-77,0,0`, `+QUIMSLOT: 1`. */
function named(row: Row): Facts {
  const [first] = row.fields
  const bare = first !== undefined && !first.quoted && /^-?\d/.test(first.text)
  const given = row.fields.slice(bare ? 0 : 1).map((field) => field.text)
  return { item: bare ? null : row.text(0), values: given, value: given.join(',') || null }
}

const values = (id: string, en: string, ja: string, manual = fiveG) =>
  manual.setting(id, en, ja, [item, value], {
    row: named,
    setFacts: (row) => ({
      item: row.text(0),
      value:
        row.fields
          .slice(1)
          .map((field) => field.text)
          .join(',') || null,
    }),
    // With its item alone it asks: `AT+QNWLOCK="common/4g"`.
    explainCommand: ({ item: name, value: given }) =>
      typeof name === 'string' && given === null
        ? {
            words: say(`Asks: ${en}: item ${name}.`, `${ja}の照会：項目 ${name}。`),
            severity: 'fine',
          }
        : undefined,
  })

const em05 = family('Quectel EC2x/EG2x/EG9x/EM05 AT Commands Manual', 'quectel')

export default [
  values('+QNWPREFCFG', 'preferred systems and bands', '優先する方式とバンド'),
  values('+QNWLOCK', 'lock on a cell or frequency', 'セル・周波数の固定'),
  values('+QNWCFG', 'settings of the network', 'ネットワークの設定'),
  values('+QUIMSLOT', 'SIM slot', 'SIM スロット'),
  values('+QRFTESTMODE', 'radio test mode', '無線テストモード'),
  values('+QETH', 'settings of Ethernet', 'イーサネットの設定'),
  values('+QMAP', 'settings of the data path', 'データ経路の設定'),
  values('+QMAPWAC', 'connecting by itself at start', '起動時の自動接続'),
  values('+QMBNCFG', 'operator settings file', '事業者設定ファイル', base),
  base.setting('+QSCLK', 'sleep', 'スリープ', [
    int(
      'n',
      'sleep',
      'スリープ',
      table('0 off|オフ', '1 by DTR|DTR による', '2 by the UART|UART による'),
    ),
  ]),
  base.setting('+QSIMDET', 'detection of the SIM', 'SIM の検出', [
    int('enable', 'detection', '検出', table('0 off|オフ', '1 on|オン')),
    int('insert_level', 'level when inserted', '挿入時のレベル'),
  ]),
  base.setting('+QBAND', 'bands', 'バンド', [band]),
  base.question(
    '+QLTS',
    'time from the network',
    'ネットワークからの時刻',
    [text('time', 'time', '日時'), int('dst', 'summer time', '夏時間')],
    { set: [mode] },
  ),
  base.question(
    '+QADC',
    'voltage of an ADC input',
    'ADC 入力電圧',
    [
      int('status', 'state', '状態', table('0 failed|失敗', '1 read|測定済み')),
      int('value_mv', 'mV', 'mV'),
    ],
    { set: [int('adc', 'input', '入力')], asks: true },
  ),
  fiveG.question('+QXPOWER', 'transmit power', '送信電力', [], {
    row: (row) => ({ values: row.fields.map((_, i) => row.int(i) ?? null) }),
  }),
  base.question(
    '+QRSRP',
    'RSRP of each antenna',
    'アンテナごとの RSRP',
    ['prx', 'drx', 'rx2', 'rx3']
      .map((one) => int(`rsrp_${one}_dbm`, `${one.toUpperCase()} dBm`, `${one.toUpperCase()} dBm`))
      .concat(text('sysmode', 'system', '方式')),
    { list: 'antennas' },
  ),
  base.question(
    '+QRSRQ',
    'RSRQ of each antenna',
    'アンテナごとの RSRQ',
    ['prx', 'drx', 'rx2', 'rx3']
      .map((one) => int(`rsrq_${one}_db`, `${one.toUpperCase()} dB`, `${one.toUpperCase()} dB`))
      .concat(text('sysmode', 'system', '方式')),
    { list: 'antennas' },
  ),
  base.question(
    '+QSINR',
    'SINR of each antenna',
    'アンテナごとの SINR',
    ['prx', 'drx', 'rx2', 'rx3']
      .map((one) => int(`sinr_${one}_db`, `${one.toUpperCase()} dB`, `${one.toUpperCase()} dB`))
      .concat(text('sysmode', 'system', '方式')),
    { list: 'antennas' },
  ),
  base.question(
    '+QGDCNT',
    'octets sent and received',
    '通信量',
    [int('bytes_sent', 'octets sent', '送信'), int('bytes_recv', 'octets received', '受信')],
    {
      aliases: ['+QGDNRCNT'],
      set: [int('op', 'what to do', '動作', table('0 reset|リセット', '1 save|保存'))],
    },
  ),
  base.setting('+QAUGDCNT', 'saving of the octet counts', '通信量の自動保存', [
    int('value_s', 's', '秒'),
  ]),
  base.setting('+QPSMS', 'power saving mode', '省電力モード', [
    int('mode', 'PSM', 'PSM', table('0 off|オフ', '1 on|オン')),
    text('req_periodic_rau', 'requested RAU', '要求 RAU'),
    text('req_gprs_ready', 'requested ready timer', '要求 READY タイマー'),
    text('req_periodic_tau', 'requested TAU', '要求 TAU'),
    text('req_active_time', 'requested active time', '要求アクティブ時間'),
  ]),
  base.news('+QPSMTIMER', 'PSM timers from the network', 'ネットワークからの PSM タイマー', [
    int('tau_s', 'TAU s', 'TAU 秒'),
    int('active_s', 'active time s', 'アクティブ時間 秒'),
  ]),
  base.setting('+QPSMCFG', 'settings of PSM', 'PSM の設定', [
    int('threshold_s', 'least sleep s', '最短スリープ 秒'),
    int('version', 'version', '版'),
  ]),
  base.setting('+QNIDD', 'data without IP', '非 IP データ', [item, value]),
  base.setting('+QCSEARFCN', 'stored LTE frequencies', '記憶した LTE 周波数', [mode]),
  base.question(
    '+QPINC',
    'tries left for PIN and PUK',
    'PIN/PUK の残り回数',
    [
      text('facility', 'card', '種別'),
      int('pin_counter', 'PIN', 'PIN'),
      int('puk_counter', 'PUK', 'PUK'),
    ],
    { set: [text('facility', 'card', '種別')], list: 'counters' },
  ),
  base.setting('+QTONEDET', 'detection of tones', 'トーン検出', [int('n', 'detection', '検出')], {
    urc: true,
  }),
  base.setting('+QDSIM', 'SIM in use', '使用中の SIM', [int('slot', 'slot', 'スロット')]),
  base.setting('+QENDC', 'EN-DC', 'EN-DC の状態', [
    int('available', 'EN-DC available', 'EN-DC 利用可', table('0 no|不可', '1 yes|可')),
    int('plmn_available', 'by the operator', '事業者対応'),
    int('restricted', 'restricted', '制限'),
    int('band', '5G', '5G'),
  ]),
  em05.action('+QOPS', 'scanning operators with their cells', '事業者とセルのスキャン', [], {
    parameters: [value],
  }),
  em05.action('+QWIFISCAN', 'scanning Wi-Fi networks', 'Wi-Fi のスキャン', [value], {
    parameters: [value],
    urc: true,
  }),
]
