import { int, secret, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import {
  cid,
  data,
  file,
  host,
  item,
  length,
  mode,
  onOff,
  port,
  state,
  url,
  value,
} from '../shared/vocabulary'

const { action, later, question, setting } = family(
  'SIM7500_SIM7600 Series AT Command Manual V2.00',
  'simcom',
)
const register = text('register', 'register', 'レジスター')
const device = text('device', 'address', 'アドレス')
const gpio = int('gpio', 'GPIO', 'GPIO')
const level = int('level', 'level', 'レベル', table('0 low|Low', '1 high|High'))
const gain = int('gain', 'gain', 'ゲイン')
const handle = int('handle', 'file', 'ファイル番号')

export default [
  setting('+CADC2', 'voltage at ADC 2', 'ADC2 の電圧', [int('type', 'form', '形式')]),
  setting('+CVAUXS', 'supply VDD_AUX', 'VDD_AUX の出力', [onOff]),
  setting('+CVAUXV', 'voltage of VDD_AUX', 'VDD_AUX の電圧', [int('voltage_mv', 'mV', 'mV')]),
  setting('+CUSBSELNV', 'USB composition by NV', 'USB 構成（NV）', [onOff]),
  setting('+CUSBADB', 'ADB over USB', 'USB の ADB', [onOff]),
  action('+CGDRT', 'changing the direction of a GPIO', 'GPIO の方向設定', [
    gpio,
    int('direction', 'direction', '方向', table('0 in|入力', '1 out|出力')),
  ]),
  action('+CGSETV', 'changing the level of a GPIO', 'GPIO のレベル設定', [gpio, level]),
  question('+CGGETV', 'level of a GPIO', 'GPIO のレベル', [gpio, level], {
    set: [gpio],
    // The level alone, or behind the number of the GPIO.
    row: (row) =>
      row.count > 1
        ? { gpio: row.int(0, 'gpio'), level: row.int(1, 'level') }
        : { level: row.int(0, 'level') },
  }),
  setting('+CGISR', 'interrupt of a GPIO', 'GPIO の割り込み', [gpio, mode]),
  setting('+CGFUNC', 'function of a GPIO', 'GPIO の機能', [
    int('function', 'function', '機能'),
    onOff,
  ]),
  action('+CRIIC', 'reading from I2C', 'I2C の読み出し', [device, register, length], {
    parameters: [data],
  }),
  action('+CWIIC', 'writing to I2C', 'I2C への書き込み', [device, register, data, length]),
  setting('+DUALSIM', 'dual SIM', 'デュアル SIM', [mode]),
  setting('+SMSIMCFG', 'SIM slot', 'SIM スロット', [item, value]),
  action('+SWITCHSIM', 'switching the SIM slot', 'SIM スロットの切り替え', [mode]),
  setting('+BINDSIM', 'slot for data', 'データ用のスロット', [mode]),
  setting('+CSDVC', 'audio device', 'オーディオ機器', [
    int(
      'device',
      'device',
      '機器',
      table('1 handset|ハンドセット', '3 loudspeaker|スピーカー', '4 PCM|PCM'),
    ),
  ]),
  setting('+CMICGAIN', 'gain of the microphone', 'マイクのゲイン', [gain]),
  setting('+COUTGAIN', 'gain of the output', '出力のゲイン', [gain]),
  setting('+CTXVOL', 'volume of what is sent', '送話の音量', [gain]),
  setting('+CRXVOL', 'volume of what is heard', '受話の音量', [gain]),
  setting('+CPCMFRM', 'sampling rate of the voice', '音声のサンプリング', [mode]),
  setting('+CURCD', 'delay of unsolicited lines', '通知の遅延', [int('delay_ms', 'ms', 'ms')]),
  setting('+CSQDELTA', 'change that is reported', '通知する変化量', [
    int('delta', 'steps', '段階'),
  ]),
  action('+CHTTPSSTART', 'starting HTTPS', 'HTTPS の開始'),
  action('+CHTTPSSTOP', 'stopping HTTPS', 'HTTPS の終了'),
  later(
    '+CHTTPSOPSE',
    'opening an HTTPS session',
    'HTTPS セッションの開始',
    [host, port, mode],
    [int('err', 'result', '結果', table('0 success|成功'))],
  ),
  later(
    '+CHTTPSCLSE',
    'closing an HTTPS session',
    'HTTPS セッションの終了',
    [],
    [int('err', 'result', '結果', table('0 success|成功'))],
  ),
  later(
    '+CHTTPSSEND',
    'sending on an HTTPS session',
    'HTTPS での送信',
    [length],
    [int('err', 'result', '結果', table('0 success|成功'))],
    { ends: { prompt: '> ', counts: 0 } },
  ),
  action('+CHTTPSRECV', 'reading what HTTPS received', 'HTTPS 受信データの読み出し', [length], {
    parameters: [item, length],
    urc: true,
  }),
  setting('+CHTTPSSTATE', 'state of HTTPS', 'HTTPS の状態', [state]),
  later(
    '+HTTPPOSTFILE',
    'sending a file by HTTP',
    'HTTP でのファイル送信',
    [file],
    [int('method', 'method', 'メソッド'), int('status', 'status', 'ステータス'), length],
  ),
  later(
    '+HTTPREADFILE',
    'saving what HTTP received as a file',
    'HTTP 受信データのファイル保存',
    [file],
    [int('err', 'result', '結果', table('0 success|成功'))],
  ),
  action('+FSOPEN', 'opening a file', 'ファイルを開く操作', [file, mode], { parameters: [handle] }),
  action('+FSREAD', 'reading from a file', 'ファイルの読み出し', [handle, length], {
    ends: { lead: /^CONNECT/ },
  }),
  action('+FSWRITE', 'writing to a file', 'ファイルへの書き込み', [handle, length], {
    parameters: [length],
    ends: { prompt: 'CONNECT', counts: 1 },
  }),
  action('+FSSEEK', 'changing the place in a file', 'ファイル位置の変更', [
    handle,
    int('offset', 'to', '位置'),
  ]),
  action('+FSCLOSE', 'closing a file', 'ファイルを閉じる操作', [handle]),
  setting('+CLBSCFG', 'server for the position by cells', '基地局測位のサーバー設定', [
    int('operation', 'what to do', '動作', table('0 ask|問い合わせ', '1 set|設定')),
    int('parameter', 'parameter', '項目'),
    value,
  ]),
  setting('+CFTPPORT', 'port of FTP', 'FTP のポート', [int('port', 'port', 'ポート')]),
  later(
    '+CLBS',
    'looking for the position by cells',
    '基地局による測位',
    [
      int(
        'type',
        'what',
        '項目',
        table('1 position|位置', '2 address|住所', '4 position and time|位置と時刻'),
      ),
      cid,
    ],
    [
      int('err', 'result', '結果', table('0 success|成功')),
      secret('position', text('latitude', 'latitude', '緯度')),
      secret('position', text('longitude', 'longitude', '経度')),
      int('accuracy_m', 'accuracy m', '精度 m'),
    ],
    // SIM800 and SIM7070 put the longitude first; what no latitude can be says so.
    {
      derive: (facts) =>
        Math.abs(Number(facts['latitude'] ?? 0)) > 90
          ? { ...facts, latitude: facts['longitude'], longitude: facts['latitude'] }
          : facts,
    },
  ),
  action('+CGNSSCOLD', 'starting GNSS cold', 'GNSS のコールドスタート'),
  action('+CGNSSWARM', 'starting GNSS warm', 'GNSS のウォームスタート'),
  action('+CGNSSHOT', 'starting GNSS hot', 'GNSS のホットスタート'),
  setting('+CGNSSFTM', 'GNSS test mode', 'GNSS のテストモード', [onOff]),
  action('+CGNSSCMD', 'sending a command to the GNSS chip', 'GNSS チップへのコマンド送信', [
    int('type', 'kind', '種別'),
    text('command', 'command', 'コマンド'),
  ]),
  setting('+CGPSPMD', 'kinds of positioning', '測位方式', [mode]),
  setting('+CGPSMSB', 'fallback to stand-alone positioning', '単独測位への切り替え', [onOff]),
  setting('+CGPSHOR', 'accuracy wanted', '要求精度', [int('accuracy_m', 'm', 'm')]),
  setting('+CGPSNOTIFY', 'answer to position requests', '測位要求への応答', [mode]),
  setting('+CCOAPINIT', 'CoAP', 'CoAP の開始', [mode]),
  setting('+CCOAPPARA', 'settings of CoAP', 'CoAP の設定', [item, value]),
  action('+CCOAPACTION', 'sending a CoAP request', 'CoAP リクエストの送信', [mode], {
    urc: true,
    parameters: [value],
  }),
  setting('+CCOAPURL', 'address of CoAP', 'CoAP の宛先', [url]),
]
