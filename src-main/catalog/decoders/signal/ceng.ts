import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, say } from '@core/at/parameter'
import { Row } from '@core/at/row'
import { factRows } from '../shared/fact-rows'
import { display } from '../shared/join'

/** `arfcn,rxl,rxq,mcc,mnc,bsic,cellid,rla,txp,lac,ta` of the serving cell; `arfcn,rxl,bsic,cellid,mcc,mnc,lac` of others. */
function cell(row: Row): Facts {
  const index = row.int(0, 'cell')
  const inner = new Row(row.text(1) ?? '')
  const level = inner.int(1, 'rxl')
  const serving = inner.count >= 10
  const [lac, ci] = serving ? [9, 6] : [6, 3]
  row.mark(1, 'cell')
  return {
    cell: index,
    arfcn: inner.int(0, 'arfcn'),
    rxlev: level,
    // 3GPP TS 45.008, 8.1.4.
    rssi_dbm: typeof level === 'number' && level <= 63 ? level - 111 : null,
    mcc: inner.text(serving ? 3 : 4),
    mnc: inner.text(serving ? 4 : 5),
    lac: inner.hex(lac, 'lac'),
    ci: inner.hex(ci, 'ci'),
  }
}

export default decoder({
  id: '+CENG',
  title: say('engineering mode: cells', 'エンジニアリングモード（セル）'),
  spec: 'SIM800 Series AT Command Manual V1.12, 6.2.21 (AT+CENG)',
  group: 'simcom',
  urc: true,
  isUnsolicited: () => false,
  list: 'cells',
  parameters: [int('cell', 'cell', 'セル'), int('rssi_dbm', 'dBm', 'dBm')],
  set: [
    int('mode', 'mode', 'モード', {
      0: say('off', 'オフ'),
      1: say('on', 'オン'),
      2: say('sent by itself', '自動通知'),
      3: say('on, with neighbours', 'オン（周辺セルあり）'),
      4: say('sent by itself, with neighbours', '自動通知（周辺セルあり）'),
    }),
    int('ncell', 'neighbours', '周辺セル'),
  ],
  row: (row) =>
    row.fields[1]?.quoted ? cell(row) : { mode: row.int(0, 'mode'), ncell: row.int(1, 'ncell') },
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const serving = factRows(facts['cells']).find((one) => one['cell'] === 0)
    if (!serving) return undefined
    const network = `${display(serving['mcc'])}${display(serving['mnc'])}`
    const level = display(serving['rssi_dbm'])
    return {
      words: say(
        `Serving cell (GSM): operator ${network}, channel ${display(serving['arfcn'])}, ${level} dBm.`,
        `在圏セル（GSM）：事業者 ${network}、チャネル ${display(serving['arfcn'])}、${level} dBm`,
      ),
    }
  },
})
