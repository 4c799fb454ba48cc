import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { mode, onOff, socket, value } from '../shared/vocabulary'

const { question, setting } = family('nRF91x1/nRF91 AT Commands Reference Guide', 'nordic')
const slm = family('nRF Connect SDK, Serial LTE Modem AT commands', 'nordic')

export default [
  question('%XOPERID', 'operator of the modem', '事業者の識別', [
    int(
      'oper_id',
      'operator',
      '事業者',
      table(
        '0 undetected|未検出',
        '1 Verizon|Verizon',
        '2 AT&T|AT&T',
        '3 US Cellular|US Cellular',
        '5 China Telecom|China Telecom',
        '6 SoftBank|SoftBank',
        '7 Telstra|Telstra',
        '8 Deutsche Telekom|Deutsche Telekom',
        '9 LG U+|LG U+',
      ),
    ),
  ]),
  setting('%XPTW', 'paging time window of eDRX', 'eDRX のページング窓', [
    int('act_type', 'technology', '方式'),
    text('ptw', 'PTW', 'PTW'),
  ]),
  setting('%XNEWCID', 'automatic context', '自動コンテキスト', [mode]),
  setting('%XEMPR', 'maximum power reduction', '送信電力の低減', [
    int('mode', 'technology', '方式'),
    value,
  ]),
  setting('%XMODEMTRACE', 'trace of the modem', 'モデムのトレース', [
    int('operation', 'what to do', '動作', table('0 off|オフ', '1 on|オン', '2 choose|選択')),
    int('set_id', 'set', 'セット'),
  ]),
  setting('%XUSIMLCK', 'lock to a card', 'カードへのロック', [mode]),
  setting('%XDEEPSEARCH', 'deep search', '詳細検索', [onOff]),
  setting('%XPMNG', 'power management', '電源管理', [mode]),
  setting('%XANTCFG', 'antenna tuner', 'アンテナ調整', [onOff]),
  question('%XSNRSQ', 'signal quality', '信号品質', [
    int('snr', 'SNR', 'SNR'),
    int('srxlev', 'level', 'レベル'),
    int('ce_level', 'coverage class', 'カバレッジ等級'),
  ]),
  slm.action('#XCLOSE', 'closing a socket', 'ソケットの切断', [socket]),
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
]
