import { decimal, int, secret, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { mode } from '../shared/vocabulary'

const { news, question, setting } = family(
  'Sierra Wireless AirPrime HL78xx AT Commands Interface Guide (41111821)',
  'sierra',
)

export default [
  news('+KSUP', 'start of the modem', 'モデムの起動', [
    int(
      'state',
      'state',
      '状態',
      table(
        '0 ready|準備完了',
        '1 waits for the PIN|PIN 待ち',
        '2 no SIM|SIM なし',
        '3 SIM lock|SIM ロック',
        '4 cannot go on|回復不能',
        '6 SIM inactive|SIM 無効',
      ),
    ),
  ]),
  setting('+KSREP', 'report at start', '起動時の通知', [mode]),
  setting('+KSRAT', 'radio technology', '無線方式', [
    int('rat', 'technology', '方式', table('0 LTE-M|LTE-M', '1 NB-IoT|NB-IoT', '2 GSM|GSM')),
  ]),
  setting(
    '+KBND',
    'bands in use',
    '使用中のバンド',
    [int('rat', 'technology', '方式'), text('mask', 'mask', 'マスク')],
    {
      list: 'bands',
    },
  ),
  setting('+KSELACQ', 'order of radio technologies', '無線方式の優先順', [mode]),
  setting(
    '+KBNDCFG',
    'bands',
    'バンド',
    [int('rat', 'technology', '方式'), text('mask', 'mask', 'マスク')],
    { list: 'bands' },
  ),
  setting('+KSLEEP', 'sleep of the modem', 'スリープの設定', [
    int('mngt', 'managed by', '制御方法'),
    int('level', 'depth', '深さ'),
    int('delay_s', 'after s', '移行待ち 秒'),
  ]),
  setting('+KEDRXCFG', 'eDRX', 'eDRX の設定', [mode]),
  question(
    '+KCELLMEAS',
    'signal of the serving cell',
    '在圏セルの電波強度',
    [
      decimal('rsrp_dbm', 'RSRP dBm', 'RSRP dBm'),
      decimal('path_loss_db', 'path loss dB', '伝搬損失 dB'),
      decimal('pusch_power', 'PUSCH power', 'PUSCH 電力'),
      decimal('pucch_power', 'PUCCH power', 'PUCCH 電力'),
      decimal('sinr_db', 'SINR dB', 'SINR dB'),
    ],
    { set: [mode], urc: true },
  ),
  question('+KCELL', 'cells that are heard', 'セルの一覧', [], { set: [mode], row: () => ({}) }),
  question(
    '+KGSN',
    'serial numbers of the modem',
    'モデムのシリアル番号',
    [secret('imei', text('serial', 'serial number', 'シリアル番号'))],
    { set: [mode] },
  ),
  setting('+KCARRIERCFG', 'operator profile', '事業者プロファイル', [mode]),
  setting('+KUSBCOMP', 'ports on USB', 'USB の構成', [mode]),
  setting('+KSIMDET', 'SIM detection', 'SIM の検出', [mode]),
  setting('+KSIMSEL', 'SIM in use', '使用中の SIM', [mode], { urc: true }),
  setting('+KHWIOCFG', 'use of pins', '端子の割り当て', [mode]),
  setting('+KGPIO', 'level of a GPIO', 'GPIO のレベル', [
    int('pin', 'pin', 'ピン'),
    int('level', 'level', 'レベル'),
  ]),
]
