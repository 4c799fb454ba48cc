import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import {
  apn,
  data,
  host,
  item,
  length,
  mode,
  name,
  onOff,
  port,
  socket,
  state,
  url,
  value,
  version,
} from '../shared/vocabulary'

const { action, news, question, setting } = family(
  'Huawei ME909s/MU709/ME906 AT Command Interface Specification',
  'huawei',
)
const fota = family('Huawei ME909s FOTA Application Guide', 'huawei')

const number = secret('number', text('number', 'number', '番号'))
const callId = int('call', 'call', '通話')
const password = secret('password', text('password', 'password', 'パスワード'))
const nv = int('item', 'NV item', 'NV 項目')

export default [
  question('^MSISDN', 'own number', '自局番号', [number]),
  question('^FHVER', 'firmware and hardware', 'ファームウェアとハードウェアのバージョン', [
    version,
  ]),
  news('^DSCI', 'state of a call', '通話の状態', [
    callId,
    int('dir', 'direction', '方向'),
    state,
    mode,
    mode,
    number,
  ]),
  action('^DTMF', 'sending a tone in a call', '通話中の DTMF 送出', [
    callId,
    text('key', 'key', 'キー'),
  ]),
  question('^CECELLID', 'identity of the serving cell', '在圏セルの ID', [
    secret('cell', text('cell', 'cell', 'セル')),
  ]),
  question('^NETSCAN', 'cells around', '周辺セルの検索', [value], { set: [value] }),
  setting('^IMSSWITCH', 'IMS', 'IMS の使用', [onOff]),
  setting('^SIMSWITCH', 'SIM slot in use', '使用する SIM スロット', [mode]),
  setting('^SIMSQ', 'reports of the SIM start', 'SIM 起動の通知', [onOff, state], { urc: true }),
  question(
    '^SCPBR',
    'entry of the phone book',
    '電話帳の読み出し',
    [int('index', 'entry', '番号'), number],
    {
      set: [int('index', 'entry', '番号')],
    },
  ),
  action('^SCPBW', 'writing an entry of the phone book', '電話帳の書き込み', [
    int('index', 'entry', '番号'),
    number,
  ]),
  setting('^SFM', 'factory mode', '工場モード', [onOff]),
  action('^NVRD', 'reading an NV item', 'NV 項目の読み出し', [nv], { parameters: [length, data] }),
  action('^NVWR', 'writing an NV item', 'NV 項目の書き込み', [nv, length, data]),
  action('^NVBACKUP', 'saving the NV items', 'NV 項目の保存'),
  action('^NVRESTORE', 'getting the NV items back', 'NV 項目の復元'),
  action('^STGI', 'getting a command of the SIM toolkit', 'SIM ツールキットのコマンドの取得', [
    mode,
  ]),
  action('^STGR', 'giving the answer to the SIM toolkit', 'SIM ツールキットへの応答', [
    mode,
    value,
  ]),
  setting('^THERM', 'temperature protection', '温度保護', [value]),
  setting('^THERMFUN', 'temperature protection on or off', '温度保護の有無', [onOff]),
  news('^XLEMA', 'emergency number', '緊急通報番号', [
    int('index', 'index', '番号'),
    int('total', 'of', '総数'),
    text('number', 'number', '番号'),
  ]),
  news(
    '^NDISEND',
    'network card of the computer is disconnected',
    'PC のネットワークカードの切断',
    [state],
  ),

  action('^IPLISTEN', 'listening at a port', '待ち受け', [mode, port]),
  action('^IPENTRANS', 'switching a socket to transparent mode', '透過モードへの切り替え', [
    socket,
  ]),
  news('^IPSTATE', 'state of a socket', 'ソケットの状態', [
    socket,
    state,
    int('cause', 'cause', '原因'),
  ]),

  fota.setting('^FOTAMODE', 'mode of the firmware update', 'ファームウェア更新の方式', [value]),
  fota.setting('^FOTACFG', 'connection of the firmware update', 'ファームウェア更新の接続', [
    apn,
    name,
    password,
  ]),
  fota.setting('^FOTACUR', 'server of the firmware update', 'ファームウェア更新のサーバー', [url]),
  fota.action('^FOTADET', 'asking for a new firmware', '新しいファームウェアの確認'),
  fota.action('^FOTADL', 'loading the firmware', 'ファームウェアの取得', [mode]),
  fota.question('^FOTADLQ', 'progress of the firmware update', 'ファームウェア更新の進み具合', [
    value,
  ]),
  fota.setting('^FOTAP', 'port of the firmware update', 'ファームウェア更新のポート', [host, port]),
  fota.news('^FOTASTATE', 'state of the firmware update', 'ファームウェア更新の状態', [
    state,
    item,
  ]),
]
