import { decimal, int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { cid, onOff, value } from '../shared/vocabulary'

// Commands of Qualcomm's modem software: SIMCom, Quectel, Fibocom, ZTE and others pass them on.
const { question, setting } = family('SIM7500_SIM7600 Series AT Command Manual V2.00', 'others')
const start = int('action', 'connection', '接続', table('0 ended|切断', '1 started|開始'))

const cell = [int('pci', 'PCI', 'PCI'), int('earfcn', 'EARFCN', 'EARFCN')]
/** `<PCI>,<EARFCN>,<level>` once or several times on a line, or a line each below the name. */
const measured = { free: true, list: 'cells' } as const

export default [
  setting(
    '$QCRMCALL',
    'data connection over the network card of the computer',
    'PC のネットワークカードでのデータ接続',
    [start, cid],
    { urc: [start, text('ip', 'IP', 'IP')] },
  ),
  question('$QCSYSMODE', 'radio technology in use', '使用中の無線方式', [
    text('mode', 'mode', 'モード'),
  ]),
  question(
    '$QCRSRP',
    'RSRP of the cells',
    'セルの RSRP',
    [...cell, decimal('rsrp_dbm', 'RSRP dBm', 'RSRP dBm')],
    measured,
  ),
  question(
    '$QCRSRQ',
    'RSRQ of the cells',
    'セルの RSRQ',
    [...cell, decimal('rsrq_db', 'RSRQ dB', 'RSRQ dB')],
    measured,
  ),
  question(
    '+VZWRSRP',
    'RSRP of the cells',
    'セルの RSRP',
    [...cell, decimal('rsrp_dbm', 'RSRP dBm', 'RSRP dBm')],
    measured,
  ),
  question(
    '+VZWRSRQ',
    'RSRQ of the cells',
    'セルの RSRQ',
    [...cell, decimal('rsrq_db', 'RSRQ dB', 'RSRQ dB')],
    measured,
  ),
  setting('$QCSQ', 'signal reports', '電波強度の通知', [onOff]),
  setting('$QCPBMPREF', 'where the phonebook is kept', '電話帳の保存先', [value]),
  setting('$QCPDPIMSCFGE', 'IMS of a context', 'コンテキストの IMS', [cid, value]),
]
