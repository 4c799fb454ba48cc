import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { address, data, length, mode, name, onOff, state } from '../shared/vocabulary'

const { action, news, question, setting } = family(
  'A76XX Series AT Command Manual V1.09, 26',
  'simcom',
)
const server = int('server', 'server', 'サーバー')
const client = int('client', 'client', 'クライアント')
const service = int('service', 'service', 'サービス')
const characteristic = int('characteristic', 'characteristic', 'キャラクタリスティック')
const descriptor = int('descriptor', 'descriptor', 'ディスクリプター')
const uuid = text('uuid', 'UUID', 'UUID')
const connection = int('connection', 'connection', '接続')
const device = secret('name', name)

export default [
  setting('+BLEPOWER', 'power of Bluetooth LE', 'BLE の電源', [onOff]),
  question('+BLESTATUS', 'state of the Bluetooth LE connections', 'BLE の接続状態', [state]),
  setting('+BLEHOST', 'own name in Bluetooth LE', 'BLE の自機名', [device]),
  setting('+BLEADDR', 'own address in Bluetooth LE', 'BLE の自機アドレス', [address]),
  action('+BLESREG', 'opening a GATT server', 'GATT サーバーの登録', [uuid]),
  action('+BLESDREG', 'closing a GATT server', 'GATT サーバーの登録解除', [server]),
  action('+BLESSAD', 'adding a service to a GATT server', 'GATT サービスの追加', [server, uuid]),
  action('+BLESSRM', 'deleting a service of a GATT server', 'GATT サービスの削除', [service]),
  action('+BLESSCAD', 'adding a characteristic', 'キャラクタリスティックの追加', [service, uuid]),
  action('+BLESSCRM', 'deleting a characteristic', 'キャラクタリスティックの削除', [
    service,
    characteristic,
  ]),
  action('+BLESSDAD', 'adding a descriptor', 'ディスクリプターの追加', [service, uuid]),
  action('+BLESSDRM', 'deleting a descriptor', 'ディスクリプターの削除', [service, descriptor]),
  action('+BLESSSTART', 'starting a service of a GATT server', 'GATT サービスの開始', [
    service,
    mode,
  ]),
  action('+BLESSSTOP', 'stopping a service of a GATT server', 'GATT サービスの停止', [service]),
  setting('+BLESSETADVDATA', 'content of the advertisements', 'アドバタイズの内容', [data]),
  action('+BLESCLRADVDATA', 'clearing the content of the advertisements', 'アドバタイズ内容の消去'),
  setting('+BLESSETADVPARAM', 'timing of the advertisements', 'アドバタイズの間隔', [
    int('min_interval', 'shortest interval', '最短間隔'),
    int('max_interval', 'longest interval', '最長間隔'),
  ]),
  action('+BLESLSTART', 'starting advertisements', 'アドバタイズの開始', [server]),
  action('+BLESLSTOP', 'stopping advertisements', 'アドバタイズの停止', [server]),
  setting('+BLEADV', 'advertisements', 'アドバタイズ', [mode]),
  action('+BLEDISCONN', 'ending a Bluetooth LE connection', 'BLE の切断', [connection]),
  action('+BLESIND', 'sending an indication to a client', 'インディケーションの送信', [
    connection,
    characteristic,
    data,
  ]),
  action('+BLESNTY', 'sending a notification to a client', 'ノーティフィケーションの送信', [
    connection,
    characteristic,
    data,
  ]),
  action('+BLESRSP', 'sending the answer to a client', 'クライアントへの応答', [connection, data]),
  news('+BLESRREQ', 'a client wants to read', 'クライアントからの読み出し要求', [connection]),
  news('+BLESWREQ', 'a client writes', 'クライアントからの書き込み要求', [connection]),
  news('+BLESCON', 'Bluetooth LE connection', 'BLE の接続状態の変化', [connection, state]),
  news('+BLEMTU', 'longest packet of Bluetooth LE', 'BLE の MTU', [connection, length]),
  action('+BLECREG', 'opening a GATT client', 'GATT クライアントの登録', [uuid]),
  action('+BLECDREG', 'closing a GATT client', 'GATT クライアントの登録解除', [client]),
  action('+BLESCAN', 'searching Bluetooth LE devices', 'BLE 機器の検索', [onOff]),
  news('+BLESCANRST', 'Bluetooth LE device found', 'BLE 機器の検出', [address, device]),
  question('+BLECGDT', 'kind of a Bluetooth LE device', 'BLE 機器の種別', [mode], {
    set: [address],
  }),
  action('+BLECCON', 'connecting to a Bluetooth LE device', 'BLE 機器への接続', [client, address]),
  action('+BLECDISC', 'ending the connection of a GATT client', 'GATT クライアントの切断', [
    connection,
  ]),
  action('+BLECSS', 'searching the services of a device', '相手のサービスの検索', [connection]),
  action('+BLECGC', 'searching the characteristics of a service', '相手の特性の検索', [
    connection,
    uuid,
  ]),
  action(
    '+BLECGD',
    'searching the descriptors of a characteristic',
    '相手のディスクリプターの検索',
    [connection, characteristic],
  ),
  action('+BLECRC', 'reading a characteristic of the other side', '相手の特性の読み出し', [
    connection,
    characteristic,
  ]),
  action('+BLECWC', 'writing a characteristic of the other side', '相手の特性への書き込み', [
    connection,
    characteristic,
    data,
  ]),
  action('+BLECRD', 'reading a descriptor of the other side', '相手のディスクリプターの読み出し', [
    connection,
    descriptor,
  ]),
  action(
    '+BLECWD',
    'writing a descriptor of the other side',
    '相手のディスクリプターへの書き込み',
    [connection, descriptor, data],
  ),
  news('+BLECNTY', 'notification of a device', '機器からのノーティフィケーション', [
    connection,
    data,
  ]),
  news('+BLECIND', 'indication of a device', '機器からのインディケーション', [connection, data]),
  setting('+BTADDR', 'own address in Bluetooth', 'Bluetooth の自機アドレス', [address]),
  setting('+BTIOCAP', 'keys and display for pairing', 'ペアリングの入出力能力', [mode]),
  question('+BTPAIRED', 'paired Bluetooth devices', 'ペアリング済みの機器', [device, address]),
  setting('+BTSPPSRV', 'serial port of Bluetooth', 'Bluetooth のシリアルポート', [onOff]),
  question('+BTSPPPROF', 'serial port of a Bluetooth device', '相手のシリアルポートの状態', [
    state,
  ]),
  action('+BTSPPCONN', 'connecting the serial port of Bluetooth', 'シリアルポートの接続', [
    onOff,
    address,
  ]),
]
