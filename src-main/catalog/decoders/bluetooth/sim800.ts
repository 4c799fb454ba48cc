import { int, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { length, mode, name, onOff, state } from '../shared/vocabulary'

const { action, later, news, question, setting } = family(
  'SIM800 Series AT Command Manual V1.09',
  'simcom',
)

const id = int('id', 'number', '番号')

export default [
  setting('+BTPOWER', 'Bluetooth', 'Bluetooth の電源', [onOff]),
  question('+BTHOST', 'own Bluetooth device', '自 Bluetooth 機器', [
    name,
    text('address', 'address', 'アドレス'),
  ]),
  question('+BTSTATUS', 'Bluetooth state', 'Bluetooth の状態', [state]),
  later(
    '+BTSCAN',
    'scanning for Bluetooth devices',
    'Bluetooth 機器の検索',
    [mode],
    [
      int('status', 'state', '状態'),
      id,
      name,
      text('address', 'address', 'アドレス'),
      int('rssi', 'level', 'レベル'),
    ],
  ),
  action('+BTPAIR', 'making a Bluetooth pair', 'Bluetooth のペアリング', [mode, id]),
  action('+BTUNPAIR', 'deleting a Bluetooth pair', 'ペアリングの解除', [id]),
  action(
    '+BTCONNECT',
    'connecting to a Bluetooth device',
    'Bluetooth 機器への接続',
    [id, int('profile', 'profile', 'プロファイル')],
    { urc: true, parameters: [id, name] },
  ),
  action('+BTDISCONN', 'closing a Bluetooth connection', 'Bluetooth の切断', [id]),
  action('+BTSPPSEND', 'sending by Bluetooth', 'Bluetooth での送信', [length], {
    ends: { prompt: '> ' },
  }),
  news('+BTSPPDATA', 'data by Bluetooth', 'Bluetooth の受信データ', [id, length]),
]
