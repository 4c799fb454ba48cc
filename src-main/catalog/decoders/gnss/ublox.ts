import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { host, item, onOff, state } from '../shared/vocabulary'

const { news, setting } = family('u-blox SARA/LARA/TOBY AT Commands Manual', 'u-blox')
const result = int('result', 'result', '結果', table('0 failed|失敗', '1 success|成功'))

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
]
