import { int, secret, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { cid, mode, onOff, value } from '../shared/vocabulary'

const { action, question, setting } = family('3GPP TS 27.007', 'control')
const sms = family('3GPP TS 27.005', 'sms')
const nssai = text('nssai', 'slices', 'スライス')

/** Commands of the standard that are seldom typed: what they are for, and their first parameters. */
export default [
  setting('+CIREP', 'reports of voice over IMS', 'IMS 音声の通知', [onOff]),
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
  setting('+CMEC', 'control of keys, display and indicators', 'キー・表示・状態の制御権', [mode]),
  action('+CKPD', 'sending key presses', 'キー操作の送出', [text('keys', 'keys', 'キー')]),
  setting('+CDIS', 'display of the modem', 'モデムの表示', [text('text', 'text', 'テキスト')]),
  setting('+CNAP', 'name of the caller', '発信者名の表示', [onOff], {
    urc: [secret('name', text('name', 'name', '名前'))],
  }),
  setting('+CAOC', 'advice of charge', '通話料の通知', [mode]),
  setting('+CUUS1', 'user-to-user data of calls', '通話のユーザー間データ', [onOff, onOff]),
  question('+CDIP', 'called number reports', '着番号の通知', [onOff]),
  setting('+CGDEL', 'removal of non-active contexts', '使っていないコンテキストの削除', [cid]),
  action(
    '+CGANS',
    'taking or refusing a context of the network',
    'ネットワーク側コンテキストへの応答',
    [
      int('response', 'answer', '応答', table('0 refuse|拒否', '1 accept|許可')),
      text('l2p', 'layer 2', 'L2'),
      cid,
    ],
  ),
  setting('+C5GNSSAI', 'default slices (5G)', '既定のスライス（5G）', [nssai]),
  question('+C5GNSSAIRDP', 'slices of the network (5G)', 'ネットワークのスライス（5G）', [nssai], {
    set: [int('type', 'what', '項目')],
  }),
  setting('+C5GQOS', 'quality of service (5G)', 'QoS の要求（5G）', [
    cid,
    int('five_qi', '5QI', '5QI'),
  ]),
  question(
    '+C5GQOSRDP',
    'quality of service in use (5G)',
    '使用中の QoS（5G）',
    [cid, int('five_qi', '5QI', '5QI')],
    { set: [cid] },
  ),
  setting('+C5GUSMS', 'SMS over 5G', '5G での SMS', [onOff]),
  setting('+CMICO', 'mobile initiated connection only (5G)', '端末起点のみの接続（5G）', [mode]),
  action('+VTD', 'changing the length of tones', 'トーンの長さの設定', [
    int('duration', '0.1 s', '0.1 秒'),
  ]),
  sms.action('+CSAS', 'saving the settings of messages', 'SMS 設定の保存', [
    int('profile', 'profile', 'プロファイル'),
  ]),
  sms.action('+CRES', 'loading the settings of messages', 'SMS 設定の読み込み', [
    int('profile', 'profile', 'プロファイル'),
  ]),
  sms.setting('+CMGC', 'SMS command', 'SMS コマンド', [value]),
]
