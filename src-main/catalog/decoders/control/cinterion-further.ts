import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { item, mode, onOff, state, value } from '../shared/vocabulary'

const { action, question, setting } = family(
  'Siemens/Cinterion TC65/MC55i/EHSx AT Command Set',
  'cinterion',
)

const number = secret('number', text('number', 'number', '番号'))
const entry = int('index', 'entry', '番号')
const gain = int('gain', 'gain', 'ゲイン')

export default [
  question('^SACM', 'costs of calls', '通話料金', [value], { set: [onOff] }),
  setting('^SALS', 'line of the subscriber', '回線の選択', [onOff, mode]),
  question('^SCNI', 'calls and their numbers', '通話と相手番号', [
    int('id', 'call', '通話'),
    state,
    number,
  ]),
  setting('^SCKA', 'state of the card reader in reports', 'カードの有無の通知', [onOff]),
  setting('^SCSL', 'locks of the customer', '顧客用のロック', [
    item,
    mode,
    secret('pin', text('code', 'code', 'コード')),
  ]),
  question('^SCDM', 'last numbers that were dialled', '最後に発信した番号', [number], {
    set: [item],
  }),
  action('^SHUP', 'ending calls by cause', '原因を指定した切断', [int('cause', 'cause', '原因')]),
  question('^SLMS', 'memory for messages', 'メッセージの保存先', [value]),
  setting('^SM20', 'behaviour of calls and messages as the M20', 'M20 互換の動作', [mode, mode]),
  setting('^SSDA', 'how messages are shown', 'メッセージの表示方法', [mode]),
  setting('^SSMSS', 'order of the messages', 'メッセージの並び順', [mode]),
  setting('^SNFA', 'attenuation of the microphone', 'マイクの減衰', [gain]),
  question('^SNFATT', 'values of the microphone attenuation', 'マイクの減衰値', [gain]),
  action('^SNFD', 'resetting the audio settings', '音声設定の初期化'),
  setting('^SNFI', 'audio input', '音声入力', [value]),
  setting('^SNFM', 'microphone', 'マイク', [onOff]),
  setting('^SNFO', 'audio output', '音声出力', [value]),
  setting('^SNFPT', 'tones of call progress', '呼の経過音', [onOff]),
  setting('^SNFTTY', 'TTY/CTM', 'TTY/CTM の使用', [mode]),
  setting('^SNFV', 'volume', '音量', [int('volume', 'volume', '音量')]),
  action('^SNFW', 'saving the audio settings', '音声設定の保存'),
  question('^SPBC', 'first entry of the phone book by letter', '電話帳の頭文字検索', [entry], {
    set: [text('letter', 'letter', '文字')],
  }),
  action('^SPBD', 'clearing a store of the phone book', '電話帳の消去', [item]),
  question('^SPBG', 'entries of the phone book in order', '電話帳の並べ替え一覧', [entry, number], {
    set: [entry, entry],
  }),
  question('^SPBS', 'steps through the phone book', '電話帳の順送り', [entry, number], {
    set: [mode],
  }),
  setting('^SRTC', 'ring tone', '着信音', [mode, int('volume', 'volume', '音量')]),
  action('^SSTGI', 'getting a command of the SIM toolkit', 'SIM ツールキットのコマンドの取得', [
    mode,
  ]),
  action('^SSTR', 'giving the answer to the SIM toolkit', 'SIM ツールキットへの応答', [
    mode,
    value,
  ]),
  question('^STCD', 'duration of calls', '通話時間', [value]),
]
