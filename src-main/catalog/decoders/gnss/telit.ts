import { decimal, int, offOn, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { coordinate } from '../shared/place'

const { action, question, setting } = family(
  'Telit LE910/ME910C1/ME310G1 AT Commands Reference Guide, GNSS',
  'telit',
)

export default [
  setting('$GPSP', 'GNSS', 'GNSS の状態', [int('status', 'GNSS', 'GNSS', offOn)]),
  action('$GPSR', 'restarting GNSS', 'GNSS の再起動', [
    int(
      'type',
      'start',
      '起動方法',
      table(
        '0 factory|工場出荷状態',
        '1 cold|コールドスタート',
        '2 warm|ウォームスタート',
        '3 hot|ホットスタート',
      ),
    ),
  ]),
  question(
    '$GPSACP',
    'position',
    '現在位置',
    [
      text('utc', 'UTC', 'UTC'),
      decimal('hdop', 'HDOP', 'HDOP'),
      decimal('altitude_m', 'altitude m', '高度 m'),
      int('fix', 'fix', '測位', table('0 none|なし', '1 none|なし', '2 2D|2D', '3 3D|3D')),
      decimal('speed_kmh', 'km/h', 'km/h'),
      text('date', 'date (ddmmyy)', '日付（ddmmyy）'),
      int('nsat', 'satellites', '衛星数'),
    ],
    {
      row: (row) => ({
        utc: row.text(0),
        latitude: coordinate(row, 1),
        longitude: coordinate(row, 2),
        hdop: row.decimal(3, 'hdop'),
        altitude_m: row.decimal(4, 'altitude'),
        fix: row.int(5, 'fix'),
        course: row.text(6),
        speed_kmh: row.decimal(7, 'speed'),
        speed_knots: row.decimal(8, 'speed'),
        date: row.text(9),
        nsat: row.int(10, 'nsat'),
      }),
    },
  ),
  setting('$GPSNMUN', 'NMEA sentences', 'NMEA センテンスの出力', [
    int('enable', 'output', '出力'),
    int('gga', 'GGA', 'GGA', offOn),
    int('gll', 'GLL', 'GLL', offOn),
    int('gsa', 'GSA', 'GSA', offOn),
    int('gsv', 'GSV', 'GSV', offOn),
    int('rmc', 'RMC', 'RMC', offOn),
    int('vtg', 'VTG', 'VTG', offOn),
  ]),
  setting('$GPSD', 'GNSS device', 'GNSS デバイス', [int('type', 'device', 'デバイス')]),
  action('$GPSSAV', 'saving the GNSS settings', 'GNSS 設定の保存'),
  action('$GPSRST', 'resetting the GNSS settings', 'GNSS 設定のリセット'),
  question('$GPSSW', 'software of the GNSS receiver', 'GNSS ソフトウェア', [
    text('version', 'version', 'バージョン'),
  ]),
]
