import { int, secret, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { data, file, mode, value } from '../shared/vocabulary'

const em05 = family('Quectel EC2x/EG2x/EG9x/EM05 AT Commands Manual', 'quectel')
const ec2x = family('Quectel EC2x/EG9x/BG9x AT Commands Manual', 'quectel')

const nv = text('item', 'NV item', 'NV 項目')

export default [
  em05.action('+QPRTPARA', 'saving or restoring settings', '設定の保存・復元', [mode]),
  em05.setting('+QADBKEY', 'key of ADB', 'ADB の鍵', [
    secret('password', text('key', 'key', '鍵')),
  ]),
  em05.action('+QLINUXCMD', 'running a command of the modem’s system', 'モデム内部コマンドの実行', [
    text('command', 'command', 'コマンド'),
  ]),
  em05.action('+QNVFR', 'reading an NV file', 'NV ファイルの読み出し', [file], {
    parameters: [data],
  }),
  em05.action('+QNVFW', 'writing an NV file', 'NV ファイルの書き込み', [file, data]),
  em05.action(
    '+QNVR',
    'reading an NV item',
    'NV 項目の読み出し',
    [int('item', 'item', '項目'), int('index', 'index', '番号')],
    { parameters: [data] },
  ),
  em05.action(
    '+EGMR',
    'reading or writing the IMEI',
    'IMEI の読み書き',
    [
      int('mode', 'what to do', '動作', table('0 read|読み出し', '1 write|書き込み')),
      int('format', 'which', '項目', table('7 IMEI|IMEI')),
      secret('imei', text('imei', 'IMEI', 'IMEI')),
    ],
    { parameters: [secret('imei', text('imei', 'IMEI', 'IMEI'))] },
  ),
  ec2x.action('+QNVW', 'writing an NV item', 'NV 項目の書き込み', [
    nv,
    int('index', 'index', '番号'),
    data,
  ]),
  ec2x.action('+QRFTEST', 'starting a test of the transmitter', '送信試験', [value]),
  ec2x.action('+QRXFTM', 'starting a test of the receiver', '受信試験', [value]),
]
