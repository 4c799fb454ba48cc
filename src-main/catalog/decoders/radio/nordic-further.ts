import { int, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { data, length, mode, onOff, socket, state, url, value, version } from '../shared/vocabulary'

const { action, news, question, setting } = family(
  'nRF Connect SDK, Serial LTE Modem and Serial Modem AT commands',
  'nordic',
)

const twi = int('index', 'TWI', 'TWI')
const device = text('address', 'device', 'デバイス')
const count = int('length', 'octets', 'オクテット数')

export default [
  setting('#XGPS', 'GNSS', 'GNSS の測位', [mode, value]),
  action('#XGPSDEL', 'deleting GNSS data', 'GNSS データの消去', [value]),
  action('#XCELLPOS', 'asking for the position by cells', 'セルからの測位', [mode]),
  action('#XWIFIPOS', 'asking for the position by Wi-Fi', 'Wi-Fi からの測位', [value]),
  setting('#XNRFCLOUDPOS', 'position by nRF Cloud', 'nRF Cloud による測位', [mode, mode], {
    urc: true,
  }),
  question('#XTWILS', 'TWI buses', 'TWI の一覧', [value]),
  action('#XTWIW', 'writing to TWI', 'TWI への書き込み', [twi, device, data]),
  action('#XTWIR', 'reading from TWI', 'TWI からの読み出し', [twi, device, count], {
    parameters: [data],
  }),
  action(
    '#XTWIWR',
    'writing to TWI and reading',
    'TWI の書き込みと読み出し',
    [twi, device, data, count],
    {
      parameters: [data],
    },
  ),
  action('#XDFUGET', 'loading a firmware', 'ファームウェアの取得', [mode, url], { urc: true }),
  question('#XDFUSIZE', 'size of the firmware', 'ファームウェアのサイズ', [length]),
  action('#XDFURUN', 'starting the firmware update', 'ファームウェア更新の開始', [mode], {
    urc: true,
  }),
  action('#XCMUXCLD', 'closing the multiplexer', 'CMUX の終了'),
  news('#XCARRIEREVT', 'event of the carrier library', '事業者ライブラリーのイベント', [value]),
  question('#XSMVER', 'version of Serial Modem', 'Serial Modem のバージョン', [version]),
  setting('#XAPOLL', 'reports of sockets', 'ソケットの通知', [socket, onOff, state], { urc: true }),
  setting('#XRECVCFG', 'reception of a socket', 'ソケットの受信方法', [socket, mode]),
]
