import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import {
  address,
  file,
  host,
  item,
  length,
  mode,
  offset,
  onOff,
  password,
  port,
  profile,
  socket,
  state,
  topic,
  user,
  value,
  version,
} from '../shared/vocabulary'

const { action, later, question, setting } = family(
  'u-blox SARA-R5/LARA-R6/TOBY-L2 AT Commands Manual (UBX-19047455)',
  'u-blox',
)
const lwm2m = family('u-blox SARA-R5 AT Commands Manual (UBX-19047455), LwM2M', 'u-blox')
const mail = secret('name', text('address', 'mail address', 'メールアドレス'))
const index = int('index', 'index', '番号')
const resource = text('path', 'path', 'パス')
const result = int('result', 'result', '結果')

export default [
  setting('+CSGT', 'greeting', 'グリーティング', [onOff, text('text', 'text', '文字列')]),
  setting('+URPM', 'radio policy of the operator', '無線ポリシー（RPM）', [mode]),
  setting('+UMWI', 'reports of waiting messages', 'メッセージ待ちの通知', [onOff]),
  action('+UGCNTSET', 'resetting the packet counters', 'パケットカウンターの初期化', [
    int('cid', 'context', 'コンテキスト'),
  ]),
  setting('+UDYNDNS', 'dynamic DNS', 'ダイナミック DNS', [
    onOff,
    int('service', 'service', 'サービス'),
    host,
    user,
    password,
  ]),
  action('+USOSTF', 'sending a datagram', 'UDP データの送信', [socket, address, port, length]),
  action('+USECOFF', 'switching the security services off', 'セキュリティサービスの停止'),
  question('+USECDEVINFO', 'state of the security services', 'セキュリティサービスの状態', [state]),
  action('+USECE2EDATAENC', 'preparing data end to end', 'エンドツーエンドの暗号化', [length]),
  question('+USECFWVER', 'version of the security firmware', 'セキュリティファームウェアの版', [
    version,
  ]),
  setting('+UMQTTWTOPIC', 'topic of the last will', 'MQTT Will のトピック', [
    int('qos', 'QoS', 'QoS'),
    onOff,
    topic,
  ]),
  setting('+UMQTTWMSG', 'text of the last will', 'MQTT Will の本文', [
    text('message', 'text', '本文'),
  ]),
  action('+UMQTTSNNV', 'saving or loading the MQTT-SN settings', 'MQTT-SN 設定の保存・読み出し', [
    mode,
  ]),
  question('+UMQTTSNER', 'last error of MQTT-SN', 'MQTT-SN の直近のエラー', [result]),
  question('+UCOAPER', 'last error of CoAP', 'CoAP の直近のエラー', [result]),
  lwm2m.action('+ULWM2MADD', 'adding an LwM2M object', 'LwM2M オブジェクトの追加', [value]),
  lwm2m.action(
    '+ULWM2MCREATE',
    'making an instance of an LwM2M object',
    'LwM2M インスタンスの作成',
    [resource],
  ),
  lwm2m.setting('+ULWM2MCONFIG', 'settings of LwM2M', 'LwM2M の設定', [item, value]),
  lwm2m.action(
    '+ULWM2MREG',
    'opening the registration at an LwM2M server',
    'LwM2M サーバーへの登録',
    [index],
  ),
  lwm2m.action('+ULWM2MDEREG', 'closing the registration at an LwM2M server', 'LwM2M の登録解除', [
    index,
  ]),
  lwm2m.question('+ULWM2MREAD', 'resource of LwM2M', 'LwM2M リソースの読み出し', [value], {
    set: [resource],
  }),
  lwm2m.action('+ULWM2MWRITE', 'writing a resource of LwM2M', 'LwM2M リソースの書き込み', [
    resource,
    value,
  ]),
  lwm2m.action('+ULWM2MNOTIFY', 'sending a value to the LwM2M server', 'LwM2M サーバーへの通知', [
    resource,
  ]),
  lwm2m.action('+ULWM2MPULSE', 'updating the registration at an LwM2M server', 'LwM2M 登録の更新', [
    index,
  ]),
  setting('+UGTMR', 'time reports of GNSS', 'GNSS の時刻通知', [onOff]),
  setting('+UGAOS', 'AssistNow offline', 'AssistNow オフライン', [value]),
  setting('+UGAOP', 'server of AssistNow', 'AssistNow のサーバー', [host, value]),
  setting('+ULOCAID', 'help for positioning', '測位の補助', [value]),
  setting('+UTIMEIND', 'reports of the time service', '時刻サービスの通知', [onOff]),
  setting('+UTIMECFG', 'settings of the time service', '時刻サービスの設定', [offset, mode]),
  setting('+UPRDR', 'where the PPP data go', 'PPP データの転送先', [mode]),
  action('+UI2CO', 'opening an I²C device', 'I²C 機器の接続', [index, value]),
  action('+UI2CW', 'writing to an I²C device', 'I²C への書き込み', [value, length]),
  question('+UI2CR', 'octets of an I²C device', 'I²C の読み出し', [value], { set: [length] }),
  question('+UI2CREGR', 'register of an I²C device', 'I²C レジスターの読み出し', [value], {
    set: [index, length],
  }),
  action('+UI2CC', 'closing the I²C device', 'I²C 機器の切断'),
  action('+UPAR', 'starting to play a sound', '音の再生', [index, int('volume', 'volume', '音量')]),
  action('+USTOPFILE', 'stopping to play a file', 'ファイル再生の停止'),
  setting('+UMGC', 'gain of the microphone', 'マイクのゲイン', [index, value]),
  action('+UTGN', 'starting a tone', 'トーンの再生', [
    int('frequency', 'Hz', 'Hz'),
    int('duration_ms', 'ms', 'ms'),
    int('volume', 'volume', '音量'),
  ]),
  setting('+UUBF', 'filter of the microphone', 'マイクのフィルター', [index, value]),
  setting('+UHFP', 'hands-free parameters', 'ハンズフリーの設定', [index, value]),
  setting('+UI2S', 'I²S sound', 'I²S 音声', [mode]),
  setting('+UMCLK', 'clock for a codec', 'コーデックのクロック', [mode]),
  setting('+UFOTA', 'firmware update over the air', 'ファームウェアの無線更新（FOTA）', [mode]),
  setting('+UFOTACONF', 'settings of the firmware update', 'FOTA の設定', [item, value]),
  setting('+UFOTASTAT', 'state of the firmware update', 'FOTA の状態', [state]),
  setting('+USIO', 'assignment of the serial ports', 'シリアルポートの割り当て', [mode]),
  setting('+UTEMP', 'reports of the temperature', '温度の通知', [mode]),
  question('+UADC', 'value of the A/D converter', 'A/D 変換値', [value], { set: [index] }),
  setting('+UCD', 'meaning of the DCD line', 'DCD 信号の動作', [mode]),
  setting('+USATW', 'use of the SIM toolkit', 'SIM ツールキットの使用', [mode]),
  action('+USATE', 'sending an envelope to the SIM', 'SIM への ENVELOPE 送信', [value]),
  action('+USATR', 'sending a terminal response to the SIM', 'SIM への TERMINAL RESPONSE 送信', [
    value,
  ]),
  setting('+UDIAG', 'diagnosis', '診断', [mode]),
  setting('+URINGCFG', 'when the ring line is used', 'RI 信号の設定', [mode]),
  setting('+URING', 'ring line for socket events', 'ソケット通知の RI', [onOff]),
  setting('+UEXTDCONF', 'extended settings', '拡張設定', [index, value]),
  question(
    '+UIFCONF',
    'settings of the network interfaces',
    'ネットワークインターフェース',
    [value],
    {
      set: [value],
    },
  ),
  setting('+ULGASP', 'last words before power is lost', 'ラストガスプ', [item, value]),
  setting('+UPORTFWD', 'forwarding of ports', 'ポートフォワーディング', [item, value]),
  setting('+UDMZ', 'host of the DMZ', 'DMZ ホスト', [onOff, address]),
  setting('+USMTP', 'mail profile', 'メールプロファイル', [profile, item, value]),
  later('+USMTPC', 'sending the mail', 'メールの送信', [profile, item], [profile, result]),
  setting('+USMTPM', 'content of the mail', 'メールの内容', [profile, item, mail]),
  question('+USMTPER', 'last error of mail', 'メールの直近のエラー', [result]),
  setting('+UTRACE', 'trace', 'トレース', [mode, file]),
]
