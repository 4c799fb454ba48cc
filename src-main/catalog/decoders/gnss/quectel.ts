import { int, secret, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { nmeaInside } from '../shared/nmea-words'
import { fixOf, fixParameters } from '../shared/place'
import { data, item, mode, onOff, value } from '../shared/vocabulary'

const { action, question, setting } = family(
  'Quectel EC2x/EG9x/BG9x GNSS Application Note',
  'quectel',
)

const fix = int('fix', 'fix', '測位', table('2 2D|2D', '3 3D|3D'))

const em05 = family('Quectel EC2x/EG2x/EG9x/EM05 AT Commands Manual', 'quectel')
const m66 = family('Quectel M66/M95 AT Commands Manual', 'quectel')
const mc60 = family('Quectel MC60 GNSS AGPS Application Note', 'quectel')

export default [
  setting('+QGPS', 'GNSS', 'GNSS の状態', [
    int('gnss_mode', 'state', '状態', table('0 off|オフ', '1 on|オン')),
    int('fix_max_time_s', 'longest time of a fix s', '測位の最大時間 秒'),
    int('fix_max_dist_m', 'accuracy m', '精度 m'),
    int('fix_count', 'fixes', '測位回数'),
    int('fix_rate_s', 'every s', '間隔 秒'),
  ]),
  action('+QGPSEND', 'stopping GNSS', 'GNSS の停止'),
  setting('+QGPSCFG', 'settings of GNSS', 'GNSS の設定', [item, value]),
  question('+QGPSLOC', 'position', '現在位置', fixParameters(fix), {
    set: [
      int(
        'mode',
        'form',
        '形式',
        table(
          '0 degrees and minutes, with N and E|度分（N・E 付き）',
          '1 degrees and minutes to six places|度分（小数 6 桁）',
          '2 degrees with sign|符号付き度',
        ),
      ),
    ],
    row: fixOf,
  }),
  question(
    '+QGPSGNMEA',
    'NMEA sentence',
    'NMEA センテンス',
    [text('sentence', 'sentence', 'センテンス')],
    {
      set: [text('type', 'sentence', 'センテンス')],
      row: (row) => {
        row.markText(row.tail, 'cell')
        return { sentence: row.tail || null }
      },
      explain: nmeaInside,
    },
  ),
  action('+QGPSDEL', 'deleting the stored data of satellites', '衛星データの削除', [
    int(
      'type',
      'which',
      '種別',
      table(
        '0 all, cold start|すべて（コールドスタート）',
        '1 none, hot start|なし（ホットスタート）',
        '2 some, warm start|一部（ウォームスタート）',
        '3 assistance data|補助データ',
      ),
    ),
  ]),
  setting('+QGPSXTRA', 'assistance data', '補助データ', [
    int('n', 'assistance', '補助', table('0 off|オフ', '1 on|オン')),
  ]),
  setting('+QGPSXTRATIME', 'time for the assistance data', '補助データ用の時刻', [
    mode,
    text('time', 'time', '日時'),
  ]),
  question(
    '+QGPSXTRADATA',
    'age of the assistance data',
    '補助データの有効期間',
    [int('minutes', 'minutes', '有効 分'), text('from', 'from', '開始')],
    {
      set: [text('file', 'file', 'ファイル')],
    },
  ),
  setting('+QLBSCFG', 'settings of the position by cells', '基地局測位の設定', [item, value]),
  question(
    '+QLBS',
    'position by cells',
    '基地局測位',
    [int('err', 'result', '結果', table('0 success|成功'))],
    {
      set: [mode],
      urc: true,
    },
  ),
  em05.setting('+QLOCCFG', 'settings of positioning by cells', '基地局測位の設定', [item, value]),
  em05.question('+QCELLLOC', 'position by cells', '基地局による位置', [
    secret('position', text('longitude', 'longitude', '経度')),
    secret('position', text('latitude', 'latitude', '緯度')),
  ]),
  m66.setting('+QGNSSC', 'GNSS', 'GNSS の状態', [onOff]),
  m66.question('+QGNSSTS', 'time from GNSS', 'GNSS の時刻同期', [onOff]),
  m66.setting('+QGNSSEPO', 'GNSS assistance', 'GNSS の補助データ', [onOff]),
  m66.action('+QGREFLOC', 'writing a first position', '初期位置の設定', [
    secret('position', text('latitude', 'latitude', '緯度')),
    secret('position', text('longitude', 'longitude', '経度')),
  ]),
  mc60.question('+QGNSSRD', 'NMEA sentence', 'NMEA センテンス', [data], {
    set: [text('sentence', 'sentence', 'センテンス')],
    row: (row) => {
      row.markText(row.tail, 'position')
      return { sentence: row.tail || null }
    },
    explain: nmeaInside,
  }),
]
