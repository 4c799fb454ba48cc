import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { host, item, mode, offset, onOff, state, value } from '../shared/vocabulary'

const { news, setting } = family('u-blox SARA/LARA/TOBY AT Commands Manual', 'u-blox')

const result = int('result', 'result', '結果', table('0 failed|失敗', '1 success|成功'))

const lisa = family('u-blox SARA/LARA/LISA AT Commands Manual', 'u-blox')
const toby = family('u-blox SARA-R5/LARA-R6/TOBY-L2 AT Commands Manual (UBX-19047455)', 'u-blox')
const base = family('u-blox AT Commands Manual (UBX-13002752)', 'u-blox')

export default [
  setting('+UGPS', 'GNSS', 'GNSS の状態', [
    int('mode', 'GNSS', 'GNSS', table('0 off|オフ', '1 on|オン')),
    int('aid', 'assistance', '補助'),
    int('systems', 'systems', '衛星システム'),
  ]),
  setting('+UGIND', 'GNSS reports', 'GNSS の通知', [onOff]),
  setting('+UGPRF', 'where GNSS data go', 'GNSS データの出力先', [int('where', 'where', '出力先')]),
  news('+UUGIND', 'GNSS state', 'GNSS の状態', [int('aid', 'assistance', '補助'), state]),
  setting('+UGRMC', 'RMC sentence', 'RMC センテンス', [onOff]),
  setting('+UGGGA', 'GGA sentence', 'GGA センテンス', [onOff]),
  setting('+UGGLL', 'GLL sentence', 'GLL センテンス', [onOff]),
  setting('+UGGSV', 'GSV sentence', 'GSV センテンス', [onOff]),
  setting('+UGGSA', 'GSA sentence', 'GSA センテンス', [onOff]),
  setting('+UGVTG', 'VTG sentence', 'VTG センテンス', [onOff]),
  setting('+UGZDA', 'ZDA sentence', 'ZDA センテンス', [onOff]),
  setting('+UGUBX', 'UBX message', 'UBX メッセージ', [text('message', 'message', 'メッセージ')]),
  setting('+UGSRV', 'assistance servers', '補助サーバー', [host]),
  setting('+ULOCIND', 'reports of positioning', '測位の通知', [onOff]),
  setting('+ULOCGNSS', 'GNSS settings of positioning', '測位の GNSS 設定', [item]),
  setting('+ULOCCELL', 'cell settings of positioning', '測位のセル設定', [item]),
  news('+UULOCIND', 'progress of positioning', '測位の経過', [
    int(
      'step',
      'step',
      '段階',
      table(
        '0 network scan|ネットワークのスキャン',
        '1 scan finished|スキャン終了',
        '2 request sent|要求送信',
        '3 answer received|応答受信',
      ),
    ),
    result,
  ]),
  lisa.setting('+UTIME', 'time from GNSS or network', 'GNSS・ネットワークからの時刻', [
    mode,
    int('sensor', 'source', '取得元'),
  ]),
  toby.setting('+UGTMR', 'time reports of GNSS', 'GNSS の時刻通知', [onOff]),
  toby.setting('+UGAOS', 'AssistNow offline', 'AssistNow オフライン', [value]),
  toby.setting('+UGAOP', 'server of AssistNow', 'AssistNow のサーバー', [host, value]),
  toby.setting('+ULOCAID', 'help for positioning', '測位の補助', [value]),
  toby.setting('+UTIMEIND', 'reports of the time service', '時刻サービスの通知', [onOff]),
  toby.setting('+UTIMECFG', 'settings of the time service', '時刻サービスの設定', [offset, mode]),
  base.setting('+UGAOF', 'AssistNow Offline of the GNSS', 'GNSS の AssistNow Offline', [
    mode,
    value,
  ]),
]
