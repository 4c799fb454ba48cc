import { int, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'
import { family, table } from '../shared/family'
import { coordinate, fixOf, fixParameters } from '../shared/place'
import { item, mode, onOff, password, timeoutS, value } from '../shared/vocabulary'

const { action, question, setting } = family(
  'Telit LE910/ME910C1/ME310G1 AT Commands Reference Guide, GNSS',
  'telit',
)

const fix = int('fix', 'fix', '測位', table('0 none|なし', '1 none|なし', '2 2D|2D', '3 3D|3D'))

const he910 = family('Telit LE910/HE910/ME910 AT Commands Reference Guide', 'telit')
const gsm = family('Telit AT Commands Reference Guide (80000ST10025a)', 'telit')

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
  question('$GPSACP', 'position', '現在位置', fixParameters(fix), { row: fixOf }),
  he910.news(
    '#AGPSRING',
    'position by assistance',
    '支援測位の結果',
    [int('status', 'status', 'ステータス', table('200 success|成功'))],
    {
      row: (row) => ({
        status: row.int(0, 'status'),
        latitude: coordinate(row, 1),
        longitude: coordinate(row, 2),
        altitude_m: row.decimal(3, 'altitude'),
        uncertainty_m: row.decimal(4, 'uncertainty'),
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
  he910.setting('$GPSQOS', 'accuracy of the position', '測位の精度', [value]),
  he910.setting('$AGNSS', 'assistance of GNSS', 'GNSS の補助', [mode]),
  gsm.setting('$GPSAT', 'antenna of the GPS', 'GPS アンテナ', [mode]),
  gsm.action('$GPSCON', 'connecting to the GPS receiver', 'GPS 受信機への直接接続'),
  gsm.setting('$GPSPS', 'power saving of the GPS', 'GPS の省電力', [mode, timeoutS]),
  gsm.action('$GPSWK', 'restarting the GPS from power saving', 'GPS の復帰'),
  gsm.action('$GPSSTOP', 'stopping the position fix', '測位の停止', [mode]),
  gsm.setting('$GPSIFIX', 'interval of position fixes', '測位の間隔', [onOff, timeoutS]),
  gsm.question('$GPSTEST', 'test of the GPS', 'GPS の試験', [value], { set: [mode] }),
  gsm.setting('$GPSCFG', 'settings of the GPS', 'GPS の設定', [item, value]),
  gsm.setting('$GPSGLO', 'GLONASS', 'GLONASS の使用', [onOff]),
  gsm.action('$GPSNVRAM', 'deleting what the GPS remembers', 'GPS の記憶データの消去', [value]),
  gsm.setting('$SUPLV', 'version of SUPL', 'SUPL のバージョン', [mode]),
  gsm.setting('$LCSLK', 'lock of the location service', '位置情報サービスのロック', [
    onOff,
    password,
  ]),
  gsm.setting('$LCSTER', 'reports of the location service', '位置情報サービスの通知', [onOff]),
  gsm.action('$INJECTGPSDATA', 'giving assistance data to the GPS', 'GPS への補助データの入力', [
    mode,
    value,
  ]),
]
