import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, say } from '@core/at/parameter'
import { Row } from '@core/at/row'
import { factRows } from '../shared/fact-rows'
import { display, sentences } from '../shared/join'
import { levels } from '../shared/quality'

/** `arfcn,rxl,rxq,mcc,mnc,bsic,cellid,rla,txp,lac,ta` of the serving cell; `arfcn,rxl,bsic,cellid,mcc,mnc,lac` of others. */
function cell(row: Row): Facts {
  const index = row.int(0, 'cell')
  const inner = new Row(row.text(1) ?? '')
  row.mark(1, 'cell')
  const lte = lteCell(inner)
  if (lte) return { cell: index, ...lte }
  if (inner.count === 6 && /^(?:\d{3},\d{2,3}|,),/.test(row.text(1) ?? ''))
    return { cell: index, ...shortCell(inner) }
  const level = inner.int(1, 'rxl')
  const serving = inner.count >= 10
  const [lac, ci] = serving ? [9, 6] : [6, 3]
  return {
    cell: index,
    arfcn: inner.int(0, 'arfcn'),
    rxlev: level,
    rssi_dbm: dbmOf(level),
    mcc: inner.text(serving ? 3 : 4),
    mnc: inner.text(serving ? 4 : 5),
    lac: inner.hex(lac, 'lac'),
    ci: inner.hex(ci, 'ci'),
  }
}

// 3GPP TS 45.008, 8.1.4.
const dbmOf = (level: unknown) => (typeof level === 'number' && level <= 63 ? level - 111 : null)

/** Mode 3 of SIM800: `mcc,mnc,lac,cellid,bsic,rxl`, the same for all cells. */
function shortCell(inner: Row): Facts {
  const level = inner.int(5, 'rxl')
  return {
    rxlev: level,
    rssi_dbm: dbmOf(level),
    mcc: inner.text(0),
    mnc: inner.text(1),
    lac: inner.hex(2, 'lac'),
    ci: inner.hex(3, 'ci'),
    bsic: inner.text(4),
  }
}

/** SIM7070, SIM7080 and SIM7090 (their manual, AT+CENG): `earfcn,pci,rsrp,rssi,rsrq,sinr` and, of the serving cell, `tac,cellid,mcc,mnc,tx power`. */
function lteCell(inner: Row): Facts | undefined {
  const rsrp = inner.fields[2]?.text ?? ''
  if (!/^-\d{2,3}$/.test(rsrp)) return undefined
  const serving = inner.count >= 10
  return {
    rat: 'LTE',
    earfcn: inner.int(0, 'earfcn'),
    pci: inner.int(1, 'pci'),
    rsrp_dbm: inner.int(2, 'rsrp'),
    rssi_dbm: inner.int(3, 'rssi'),
    rsrq_db: inner.int(4, 'rsrq'),
    sinr_db: inner.int(5, 'sinr'),
    ...(serving
      ? {
          tac: inner.int(6, 'tac'),
          ci: inner.int(7, 'ci'),
          mcc: inner.text(8),
          mnc: inner.text(9),
        }
      : {}),
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
    if (serving['rat'] === 'LTE') {
      const said = levels({
        rsrp: serving['rsrp_dbm'],
        rsrq: serving['rsrq_db'],
        sinr: serving['sinr_db'],
        rssi: serving['rssi_dbm'],
      })
      const head = say(
        `Serving cell (LTE): operator ${network}`,
        `在圏セル（LTE）：事業者 ${network}`,
      )
      return { words: sentences(head, said) }
    }
    const channel = serving['arfcn']
    if (channel === undefined)
      return {
        words: say(
          `Serving cell (GSM): operator ${network}, ${level} dBm.`,
          `在圏セル（GSM）：事業者 ${network}、${level} dBm`,
        ),
      }
    return {
      words: say(
        `Serving cell (GSM): operator ${network}, channel ${display(serving['arfcn'])}, ${level} dBm.`,
        `在圏セル（GSM）：事業者 ${network}、チャネル ${display(serving['arfcn'])}、${level} dBm`,
      ),
    }
  },
})
