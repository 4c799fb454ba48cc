import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'
import { dashed } from '../shared/dashed'

export default decoder({
  id: '+QSCAN',
  title: say('cells found by a scan', 'スキャンで見つかったセル'),
  does: say('Scans for cells of all operators.', '全事業者のセルをスキャンします。'),
  spec: 'Quectel RG50x/RM5xx AT Commands Manual, AT+QSCAN',
  group: 'quectel',
  forms: ['set', 'test'],
  asks: true,
  list: 'cells',
  parameters: [
    text('rat', 'system', '方式'),
    text('mcc', 'MCC', 'MCC'),
    text('mnc', 'MNC', 'MNC'),
    int('freq', 'frequency', '周波数'),
    int('pci', 'PCI', 'PCI'),
    int('rsrp_dbm', 'RSRP dBm', 'RSRP dBm'),
    int('rsrq_db', 'RSRQ dB', 'RSRQ dB'),
  ],
  set: [
    int('mode', 'systems', '方式', {
      1: say('LTE', 'LTE'),
      2: say('NR', 'NR'),
      3: say('LTE and NR', 'LTE と NR'),
    }),
    int('control', 'details', '詳細'),
  ],
  row(row) {
    const read = dashed(row)
    return {
      rat: row.text(0),
      mcc: read.text(1),
      mnc: read.text(2),
      freq: read.int(3, 'freq'),
      pci: read.int(4, 'pci'),
      rsrp_dbm: read.level(5, 'rsrp'),
      rsrq_db: read.level(6, 'rsrq'),
    }
  },
})
