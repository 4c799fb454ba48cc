import { int, secret, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { mode, onOff } from '../shared/vocabulary'

const { action, question, setting } = family('3GPP TS 27.007', 'control')

export default [
  setting('+CVMOD', 'preferred voice service', '優先する音声方式', [
    int(
      'voice_mode',
      'voice',
      '音声',
      table(
        '0 circuit only|CS のみ',
        '1 VoIP only|VoIP のみ',
        '2 circuit preferred|CS 優先',
        '3 VoIP preferred|VoIP 優先',
      ),
    ),
  ]),
  setting('+CBST', 'bearer of data calls', 'データ通話のベアラー', [
    int('speed', 'speed', '速度'),
    int('name', 'bearer', 'ベアラー'),
    int(
      'ce',
      'connection',
      '接続',
      table(
        '0 transparent|透過',
        '1 non-transparent|非透過',
        '2 both, transparent first|両方（透過優先）',
        '3 both, non-transparent first|両方（非透過優先）',
      ),
    ),
  ]),
  setting('+CRLP', 'radio link protocol', '無線リンクプロトコル', [
    int('iws', 'window down', '受信窓'),
    int('mws', 'window up', '送信窓'),
    int('t1', 'T1', 'T1'),
    int('n2', 'N2', 'N2'),
  ]),
  setting('+CNAP', 'name of the caller', '発信者名の表示', [onOff], {
    urc: [secret('name', text('name', 'name', '名前'))],
  }),
  setting('+CAOC', 'advice of charge', '通話料の通知', [mode]),
  setting('+CUUS1', 'user-to-user data of calls', '通話のユーザー間データ', [onOff, onOff]),
  question('+CDIP', 'called number reports', '着番号の通知', [onOff]),
  action('+VTD', 'changing the length of tones', 'トーンの長さの設定', [
    int('duration', '0.1 s', '0.1 秒'),
  ]),
]
