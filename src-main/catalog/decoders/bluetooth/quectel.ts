import { int } from '@core/at/parameter'
import { family } from '../shared/family'
import { mode, onOff, password, state } from '../shared/vocabulary'

const m66 = family('Quectel M66/M95 AT Commands Manual', 'quectel')
const bluetooth = family('Quectel M66/MC60 Bluetooth Application Note', 'quectel')

const device = int('device', 'device', 'デバイス')

export default [
  m66.setting('+QBTPWR', 'Bluetooth', 'Bluetooth の電源', [onOff]),
  bluetooth.action('+QBTPAIR', 'connecting as a pair (pairing)', 'Bluetooth ペアリング', [device]),
  bluetooth.action('+QBTPAIRCNF', 'giving the answer to a pairing', 'ペアリングの応答', [
    onOff,
    password,
  ]),
  bluetooth.action('+QBTUNPAIR', 'deleting a pairing', 'ペアリングの削除', [device]),
  bluetooth.action('+QBTCONN', 'connecting a Bluetooth device', 'Bluetooth 接続', [device, mode]),
  bluetooth.action('+QBTDISCONN', 'ending a Bluetooth connection', 'Bluetooth 切断', [device]),
  bluetooth.action('+QBTACPT', 'giving the answer to a connection', '接続要求への応答', [onOff]),
  bluetooth.question('+QBTSTATE', 'state of Bluetooth', 'Bluetooth の状態', [state]),
  bluetooth.setting('+QBTVISB', 'visibility for Bluetooth devices', 'Bluetooth の検出可否', [mode]),
]
