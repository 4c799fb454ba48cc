import { int, secret, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import {
  cid,
  data,
  file,
  host,
  length,
  mode,
  onOff,
  password,
  port,
  state,
  user,
  value,
} from '../shared/vocabulary'

const { action, question, setting } = family(
  'Telit LE910/HE910/ME910 AT Commands Reference Guide',
  'telit',
)
const imei = secret('imei', text('imei', 'IMEI', 'IMEI'))
const timeout = int('timeout', '0.1 s', '0.1 秒')

export default [
  question('#CIMI', 'IMSI', 'IMSI 番号', [secret('imsi', text('imsi', 'IMSI', 'IMSI'))]),
  question('#CGSN', 'IMEI', 'IMEI 番号', [imei]),
  question('#CGMM', 'model', '型番', [text('model', 'model', '型番')]),
  question('#CGMR', 'firmware', 'ファームウェア', [text('revision', 'version', 'バージョン')]),
  question('#CGMI', 'maker', 'メーカー', [text('manufacturer', 'maker', 'メーカー')]),
  setting('#NCM', 'USB network card (NCM)', 'USB ネットワークカード（NCM）', [cid, mode]),
  action('#NCMD', 'closing the USB network card (NCM)', 'USB ネットワークカード（NCM）の切断', [
    mode,
  ]),
  setting('#ENHRST', 'restart by time', '定期再起動', [mode, int('delay_min', 'min', '分')]),
  action('#FASTSYSHALT', 'stopping the modem quickly', 'モデムの高速停止'),
  action('#SYSHALT', 'stopping the modem', 'モデムの停止'),
  question('#ADC', 'voltage at an ADC', 'ADC の電圧', [int('voltage_mv', 'mV', 'mV')], {
    set: [int('adc', 'ADC', 'ADC'), mode],
  }),
  setting('#V24CFG', 'use of the serial lines', 'シリアル制御線の用途', [
    int('pin', 'line', '線'),
    mode,
  ]),
  setting('#V24', 'level of the serial lines', 'シリアル制御線のレベル', [
    int('pin', 'line', '線'),
    state,
  ]),
  setting('#PDPAUTH', 'authentication of a context', 'コンテキストの認証', [
    cid,
    int(
      'auth_prot',
      'authentication',
      '認証方式',
      table('0 none|なし', '1 PAP|PAP', '2 CHAP|CHAP'),
    ),
    user,
    password,
  ]),
  setting('#USERID', 'user name of the connection', '接続のユーザー名', [user]),
  setting('#PASSW', 'password of the connection', '接続のパスワード', [password]),
  setting('#PKTSZ', 'size of packets', 'パケットの大きさ', [length]),
  setting('#DSTO', 'wait before sending', '送信までの待ち時間', [timeout]),
  setting('#SKTTO', 'idle time of the socket', 'ソケットの無通信時間', [
    int('timeout_s', 's', '秒'),
  ]),
  action('#SKTSAV', 'saving the socket settings', 'ソケット設定の保存'),
  action('#SKTD', 'opening a socket', 'ソケットの接続', [
    int('protocol', 'protocol', 'プロトコル', table('0 TCP|TCP', '1 UDP|UDP')),
    port,
    host,
  ]),
  action(
    '#EMAILD',
    'sending a mail',
    'メールの送信',
    [secret('name', text('to', 'to', '宛先')), secret('name', text('subject', 'subject', '件名'))],
    { ends: { prompt: '> ' } },
  ),
  setting('#EUSER', 'user name of mail', 'メールのユーザー名', [user]),
  setting('#EPASSW', 'password of mail', 'メールのパスワード', [password]),
  setting('#ESMTP', 'SMTP server', 'SMTP サーバー', [host]),
  setting('#ESAV', 'settings of mail', 'メールの設定', [mode]),
  setting('#SMSATRUN', 'commands by SMS', 'SMS によるコマンド実行', [onOff]),
  setting('#SMSATRUNCFG', 'commands by SMS', 'SMS によるコマンドの設定', [
    int('instance', 'instance', '番号'),
    onOff,
    timeout,
  ]),
  setting('#SELINT', 'command set', 'コマンドセット', [mode]),
  setting('#AUTOATT', 'attach by itself', '自動アタッチ', [onOff]),
  setting('#MSCLASS', 'multislot class', 'マルチスロットクラス', [int('class', 'class', 'クラス')]),
  setting('#CCLKMODE', 'local time or UTC', '現地時刻・UTC', [mode]),
  setting('#STIA', 'SIM toolkit', 'SIM ツールキット', [mode]),
  setting('#CPUMODE', 'speed of the processor', 'CPU の速度', [mode]),
  setting('#WKIO', 'wake-up inputs', '復帰入力', [mode]),
  setting('#CFLO', 'flash over the air', 'OTA 更新', [onOff]),
  setting('#DIALMODE', 'results while dialling', '発信中の結果表示', [mode]),
  setting('#CALLDISA', 'calls', '通話の無効化', [onOff]),
  setting('#DVI', 'digital audio', 'デジタルオーディオ', [mode]),
  setting('#TXMONMODE', 'transmission monitor', '送信の監視', [mode]),
  setting('#5GCTL', '5G', '5G の動作', [mode]),
  question('#CAINFO', 'carrier aggregation', 'キャリアアグリゲーション', [value]),
  setting('#LTECAT', 'LTE category', 'LTE カテゴリー', [int('category', 'category', 'カテゴリー')]),
  question('#UPTIME', 'time since the start', '起動からの時間', [value], { set: [mode] }),
  action('#WSCRIPT', 'writing a script', 'スクリプトの書き込み', [file, length], {
    ends: { prompt: '>>>' },
  }),
  setting('#ESCRIPT', 'script that is started', '起動するスクリプト', [file]),
  action('#LSCRIPT', 'reading the list of scripts', 'スクリプトの一覧', [], {
    parameters: [file, length],
  }),
  action('#M2MLIST', 'reading the list of applications', 'アプリの一覧', [], {
    parameters: [file, length],
  }),
  action('#M2MWRITE', 'writing an application', 'アプリの書き込み', [file, length], {
    ends: { prompt: '>>>' },
  }),
  action('#BASE64', 'changing data to or from Base64', 'Base64 変換', [mode], {
    parameters: [data],
  }),
  setting('$GPSQOS', 'accuracy of the position', '測位の精度', [value]),
  setting('$AGNSS', 'assistance of GNSS', 'GNSS の補助', [mode]),
]
