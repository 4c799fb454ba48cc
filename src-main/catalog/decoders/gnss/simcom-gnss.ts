import { decimal, int, text } from '@core/at/parameter'
import { say } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { aroundLetters, coordinate } from '../shared/place'
import { mode, onOff, port } from '../shared/vocabulary'

const a76 = family('SIMCom A76XX Series GNSS Application Note', 'simcom')
const sim7600 = family('SIMCom SIM7500/SIM7600 GPS Application Note', 'simcom')
const sim70 = family('SIMCom SIM7000/SIM7070/SIM868 GNSS Application Note', 'simcom')
const power = int('gnss_power', 'GNSS power', 'GNSS 電源', table('0 off|オフ', '1 on|オン'))

export default [
  a76.setting(
    '+CGNSSPWR',
    'power of GNSS',
    'GNSS の電源',
    [power, int('ap_flash', 'from flash', 'フラッシュから起動')],
    {
      urc: true,
      isUnsolicited: (row) => row.tail.startsWith('READY'),
      row: (row) =>
        row.tail.startsWith('READY')
          ? { event: 'READY' }
          : { gnss_power: row.int(0, 'gnss_power'), ap_flash: row.int(1, 'ap_flash') },
      explain: ({ event }) =>
        event === 'READY'
          ? { words: say('GNSS is ready.', 'GNSS の準備ができました。') }
          : undefined,
    },
  ),
  a76.question(
    '+CGNSSINFO',
    'position',
    '現在位置',
    [
      int('mode', 'fix', '測位', table('2 2D|2D', '3 3D|3D')),
      text('date', 'date (ddmmyy)', '日付（ddmmyy）'),
      text('utc', 'UTC', 'UTC'),
      decimal('altitude_m', 'altitude m', '高度 m'),
      decimal('hdop', 'HDOP', 'HDOP'),
    ],
    {
      set: [int('time_s', 'every s', '間隔 秒')],
      urc: true,
      row: (row) => ({ mode: row.int(0, 'mode'), ...aroundLetters(row) }),
      explain: ({ fix }, asked) =>
        fix === false && asked.form !== 'test'
          ? {
              words: say(
                'No position yet: too few satellites.',
                'まだ測位できていません（衛星不足）。',
              ),
              severity: 'notice' as const,
            }
          : undefined,
    },
  ),
  a76.setting('+CGNSSTST', 'NMEA on the port', 'ポートへの NMEA 出力', [onOff]),
  a76.setting('+CGNSSIPR', 'speed of the GNSS port', 'GNSS ポートの速度', [
    int('rate', 'bit/s', 'bit/s'),
  ]),
  a76.setting('+CGNSSMODE', 'satellite systems', '衛星システム', [mode]),
  a76.setting('+CGNSSNMEA', 'NMEA sentences', 'NMEA センテンス', [
    text('mask', 'sentences', 'センテンス'),
  ]),
  a76.setting('+CGNSSPORTSWITCH', 'port for GNSS data', 'GNSS データのポート', [
    int('parsed', 'parsed data', '解析済みデータ'),
    int('nmea', 'NMEA', 'NMEA'),
  ]),
  a76.question('+CGNSSPROD', 'GNSS chip', 'GNSS チップ', [text('product', 'product', '製品')], {
    row: (row) => ({ product: row.tail || null }),
  }),
  a76.action('+CGNSSFLP', 'switching low power of GNSS', 'GNSS 低消費電力の切り替え', [onOff]),
  a76.action('+CGPSCOLD', 'starting GNSS cold', 'GNSS コールドスタート'),
  a76.action('+CGPSWARM', 'starting GNSS warm', 'GNSS ウォームスタート'),
  a76.action('+CGPSHOT', 'starting GNSS hot', 'GNSS ホットスタート'),
  a76.setting('+CGPSNMEARATE', 'rate of NMEA', 'NMEA の出力頻度', [int('rate_hz', 'Hz', 'Hz')]),
  a76.later(
    '+CAGPS',
    'getting assistance data',
    '補助データの取得',
    [],
    [text('result', 'result', '結果')],
    { row: (row) => ({ result: row.tail || null }) },
  ),
  sim7600.setting('+CGPSURL', 'server for assistance', '補助サーバー', [
    text('url', 'server', 'サーバー'),
  ]),
  sim7600.setting('+CGPSSSL', 'TLS for assistance', '補助データの TLS', [onOff]),
  sim7600.setting('+CGPSAUTO', 'GPS at start', '起動時の GPS', [onOff]),
  sim7600.setting('+CGPSNMEA', 'NMEA sentences', 'NMEA センテンス', [
    int('mask', 'sentences', 'センテンス'),
  ]),
  sim7600.setting('+CGPSINFOCFG', 'NMEA on the AT port', 'AT ポートへの NMEA 出力', [
    int('time_s', 'every s', '間隔 秒'),
    int('mask', 'sentences', 'センテンス'),
  ]),
  sim7600.setting('+CGPSMD', 'kind of assistance', '補助の方式', [mode]),
  sim7600.setting('+CGPSFTM', 'GNSS test mode', 'GNSS テストモード', [onOff]),
  sim7600.action('+CGPSDEL', 'deleting the stored data of satellites', '衛星データの削除'),
  sim7600.later(
    '+CGPSXD',
    'getting extra satellite data',
    '衛星データの取得',
    [mode],
    [int('result', 'result', '結果', table('0 success|成功'))],
  ),
  sim7600.setting('+CGPSXE', 'extra satellite data', '追加衛星データ', [onOff]),
  sim70.setting('+CGNSPWR', 'power of GNSS', 'GNSS の電源', [power]),
  sim70.question(
    '+CGNSINF',
    'position',
    '現在位置',
    [
      int('run', 'GNSS', 'GNSS', table('0 off|オフ', '1 on|オン')),
      int('fix', 'fix', '測位', table('0 none|未測位', '1 found|測位済み')),
      text('utc', 'UTC', 'UTC'),
      decimal('altitude_m', 'altitude m', '高度 m'),
      decimal('speed_kmh', 'km/h', 'km/h'),
      decimal('hdop', 'HDOP', 'HDOP'),
    ],
    {
      row: (row) => ({
        run: row.int(0, 'run'),
        fix: row.int(1, 'fix'),
        utc: row.text(2),
        latitude: coordinate(row, 3),
        longitude: coordinate(row, 4),
        altitude_m: row.decimal(5, 'altitude'),
        speed_kmh: row.decimal(6, 'speed'),
        course: row.decimal(7, 'course'),
        fix_mode: row.int(8, 'fix mode'),
        hdop: row.decimal(10, 'hdop'),
        pdop: row.decimal(11, 'pdop'),
        vdop: row.decimal(12, 'vdop'),
      }),
      urc: true,
    },
  ),
  sim70.setting('+CGNSURC', 'position lines that come by themselves', '測位結果の自動通知', [
    int('every', 'every how many fixes', '測位回数ごと'),
  ]),
  sim70.setting('+CGNSMOD', 'satellite systems', '衛星システム', [mode]),
  sim70.setting('+CGNSCFG', 'port for NMEA', 'NMEA のポート', [port]),
  sim70.setting('+CGNSTST', 'NMEA on the port', 'ポートへの NMEA 出力', [onOff]),
  sim70.setting('+CGNSSEQ', 'sentence of the position', '測位のセンテンス', [
    text('sentence', 'sentence', 'センテンス'),
  ]),
  sim70.action('+CGNSCOLD', 'starting GNSS cold', 'GNSS コールドスタート'),
  sim70.action('+CGNSWARM', 'starting GNSS warm', 'GNSS ウォームスタート'),
  sim70.action('+CGNSHOT', 'starting GNSS hot', 'GNSS ホットスタート'),
  sim70.action('+CGNSCPY', 'copying the satellite data', '衛星データのコピー'),
  sim70.setting('+CGNSXTRA', 'assistance data', '補助データ', [onOff]),
]
