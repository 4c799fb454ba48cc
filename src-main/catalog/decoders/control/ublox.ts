import { int, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { file, item, length, mode, onOff, state, value } from '../shared/vocabulary'

const lisa = family('u-blox SARA/LARA/LISA AT Commands Manual', 'u-blox')
const toby = family('u-blox SARA-R5/LARA-R6/TOBY-L2 AT Commands Manual (UBX-19047455)', 'u-blox')

const index = int('index', 'index', '番号')

export default [
  lisa.action(
    '+UFACTORY',
    'resetting to factory settings at the next start',
    '次回起動時の工場出荷設定',
    [int('fs', 'files', 'ファイル'), int('nvm', 'settings', '設定')],
  ),
  toby.setting('+CSGT', 'greeting', 'グリーティング', [onOff, text('text', 'text', '文字列')]),
  toby.setting('+UMWI', 'reports of waiting messages', 'メッセージ待ちの通知', [onOff]),
  toby.action('+UI2CO', 'opening an I²C device', 'I²C 機器の接続', [index, value]),
  toby.action('+UI2CW', 'writing to an I²C device', 'I²C への書き込み', [value, length]),
  toby.question('+UI2CR', 'octets of an I²C device', 'I²C の読み出し', [value], { set: [length] }),
  toby.question('+UI2CREGR', 'register of an I²C device', 'I²C レジスターの読み出し', [value], {
    set: [index, length],
  }),
  toby.action('+UI2CC', 'closing the I²C device', 'I²C 機器の切断'),
  toby.setting('+UFOTA', 'firmware update over the air', 'ファームウェアの無線更新（FOTA）', [
    mode,
  ]),
  toby.setting('+UFOTACONF', 'settings of the firmware update', 'FOTA の設定', [item, value]),
  toby.setting('+UFOTASTAT', 'state of the firmware update', 'FOTA の状態', [state]),
  toby.setting('+USIO', 'assignment of the serial ports', 'シリアルポートの割り当て', [mode]),
  toby.question('+UADC', 'value of the A/D converter', 'A/D 変換値', [value], { set: [index] }),
  toby.setting('+UCD', 'meaning of the DCD line', 'DCD 信号の動作', [mode]),
  toby.setting('+UDIAG', 'diagnosis', '診断', [mode]),
  toby.setting('+URINGCFG', 'when the ring line is used', 'RI 信号の設定', [mode]),
  toby.setting('+URING', 'ring line for socket events', 'ソケット通知の RI', [onOff]),
  toby.setting('+UEXTDCONF', 'extended settings', '拡張設定', [index, value]),
  toby.setting('+UTRACE', 'trace', 'トレース', [mode, file]),
]
