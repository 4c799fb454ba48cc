import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { band, item, mode, onOff, value } from '../shared/vocabulary'

const sim70 = family('SIMCom SIM7000/SIM7070 Series AT Command Manual', 'simcom')
const a76 = family('SIMCom A76XX Series AT Command Manual V1.09', 'simcom')
const sim7600 = family('SIMCom SIM7500/SIM7600 Series AT Command Manual V3.00', 'simcom')

export default [
  sim70.setting('+CMNB', 'LTE-M or NB-IoT', 'LTE-M・NB-IoT の選択', [
    int(
      'mode',
      'system',
      '方式',
      table('1 LTE-M|LTE-M', '2 NB-IoT|NB-IoT', '3 LTE-M and NB-IoT|LTE-M と NB-IoT'),
    ),
  ]),
  sim70.setting(
    '+CBANDCFG',
    'bands of LTE-M and NB-IoT',
    'LTE-M・NB-IoT のバンド',
    [text('mode', 'system', '方式', table('CAT-M LTE-M|LTE-M', 'NB-IOT NB-IoT|NB-IoT')), band],
    {
      row: (row) => ({
        mode: row.text(0),
        band:
          row.fields
            .slice(1)
            .map((field) => field.text)
            .join(',') || null,
      }),
      list: 'systems',
    },
  ),
  sim70.setting(
    '+CPSMRDP',
    'PSM timers from the network',
    'ネットワークからの PSM タイマー',
    [
      mode,
      text('req_active_time', 'requested active time', '要求アクティブ時間'),
      text('req_periodic_tau', 'requested TAU', '要求 TAU'),
    ],
    { forms: ['action', 'read', 'test'] },
  ),
  sim70.setting('+CPSMCFG', 'settings of PSM', 'PSM の設定', [
    int('threshold_s', 'least sleep s', '最短スリープ 秒'),
    int('version', 'version', '版'),
  ]),
  sim70.setting('+CEDRX', 'eDRX', 'eDRX の設定', [
    mode,
    int('act_type', 'system', '方式'),
    text('requested', 'cycle', '周期'),
  ]),
  sim70.setting('+CNBS', 'how widely NB-IoT is searched', 'NB-IoT サーチの広さ', [
    int(
      'level',
      'level',
      '段階',
      table(
        '1 lightning|最速',
        '2 fast|高速',
        '3 normal|標準',
        '4 all stations|全局',
        '5 off|オフ',
      ),
    ),
  ]),
  sim70.setting('+CRAI', 'release assistance', '解放補助（RAI）', [mode]),
  sim70.setting('+CURCCFG', 'lines that come unasked', '自動通知の設定', [item, onOff]),
  sim70.action(
    '+CPOWD',
    'switching the modem off',
    'モデムの電源オフ',
    [int('n', 'how', '方法', table('0 at once|即時', '1 in order|正常'))],
    { ends: { final: /^NORMAL POWER DOWN$/ } },
  ),
  sim70.setting('+CNETLIGHT', 'network light', 'ネットワーク LED', [onOff]),
  sim70.setting('+CSGP', 'timing of the network light', 'ネットワーク LED の点滅', [mode]),
  sim70.setting('+CSDP', 'preferred domain', '優先ドメイン', [
    int(
      'domain',
      'domain',
      'ドメイン',
      table('0 CS only|CS のみ', '1 PS only|PS のみ', '2 CS and PS|CS と PS'),
    ),
  ]),
  a76.setting(
    '+CUSBCFG',
    'USB composition',
    'USB 構成',
    [text('item', 'item', '項目'), value, text('product', 'product id', 'プロダクト ID')],
    { row: (row) => ({ value: row.tail || null }) },
  ),
  sim7600.setting('+CDELTA', 'update of the firmware', 'ファームウェアの更新', [mode]),
]
