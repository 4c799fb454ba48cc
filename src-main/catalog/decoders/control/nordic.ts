import { int, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { data, length, mode, url, value, version } from '../shared/vocabulary'

const slm = family('nRF Connect SDK, Serial LTE Modem AT commands', 'nordic')
const serial = family('nRF Connect SDK, Serial LTE Modem and Serial Modem AT commands', 'nordic')

const twi = int('index', 'TWI', 'TWI')
const device = text('address', 'device', 'デバイス')
const count = int('length', 'octets', 'オクテット数')

export default [
  slm.action('#XCLAC', 'reading the list of commands', 'コマンドの一覧', [], {
    parameters: [value],
  }),
  slm.setting('#XGPIOCFG', 'use of a GPIO', 'GPIO の用途', [
    int('op', 'use', '用途'),
    int('pin', 'pin', '端子'),
  ]),
  slm.action(
    '#XGPIO',
    'reading or writing a GPIO',
    'GPIO の読み書き',
    [int('op', 'what to do', '動作'), int('pin', 'pin', '端子')],
    { parameters: [value] },
  ),
  serial.question('#XTWILS', 'TWI buses', 'TWI の一覧', [value]),
  serial.action('#XTWIW', 'writing to TWI', 'TWI への書き込み', [twi, device, data]),
  serial.action('#XTWIR', 'reading from TWI', 'TWI からの読み出し', [twi, device, count], {
    parameters: [data],
  }),
  serial.action(
    '#XTWIWR',
    'writing to TWI and reading',
    'TWI の書き込みと読み出し',
    [twi, device, data, count],
    {
      parameters: [data],
    },
  ),
  serial.action('#XDFUGET', 'loading a firmware', 'ファームウェアの取得', [mode, url], {
    urc: true,
  }),
  serial.question('#XDFUSIZE', 'size of the firmware', 'ファームウェアのサイズ', [length]),
  serial.action('#XDFURUN', 'starting the firmware update', 'ファームウェア更新の開始', [mode], {
    urc: true,
  }),
  serial.action('#XCMUXCLD', 'closing the multiplexer', 'CMUX の終了'),
  serial.news('#XCARRIEREVT', 'event of the carrier library', '事業者ライブラリーのイベント', [
    value,
  ]),
  serial.question('#XSMVER', 'version of Serial Modem', 'Serial Modem のバージョン', [version]),
]
