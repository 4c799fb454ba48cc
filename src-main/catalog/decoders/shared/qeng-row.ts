import type { Facts } from '@core/at/knowledge'
import type { Row } from '@core/at/row'

/** One +QENG line: the serving cell by technology; of neighbours only what all technologies share. */
export function readQeng(row: Row): Facts {
  const cell = row.text(0)
  if (cell !== 'servingcell') return { cell, rat: row.text(1) }
  const head = { cell, state: row.text(1) }
  const rat = row.text(2)
  if (rat === 'LTE') return { ...head, rat, ...lte(row) }
  if (rat === 'WCDMA') return { ...head, rat, ...wcdma(row) }
  if (rat === 'GSM') return { ...head, rat, ...place(row, 3, 'lac') }
  return rat === undefined ? head : { ...head, rat }
}

function place(row: Row, from: number, area: 'lac' | 'tac'): Facts {
  row.mark(from + 2, 'cell')
  row.mark(from + 3, 'cell')
  return {
    mcc: row.text(from),
    mnc: row.text(from + 1),
    [area]: row.hex(from + 2),
    ci: row.hex(from + 3),
  }
}

function lte(row: Row): Facts {
  row.mark(6, 'cell')
  row.mark(12, 'cell')
  return {
    is_tdd: row.text(3),
    mcc: row.text(4),
    mnc: row.text(5),
    ci: row.hex(6),
    pci: row.int(7),
    earfcn: row.int(8),
    band: row.int(9),
    ul_bw: row.int(10),
    dl_bw: row.int(11),
    tac: row.hex(12),
    rsrp_dbm: row.int(13),
    rsrq_db: row.int(14),
    rssi_dbm: row.int(15),
    sinr: row.text(16),
  }
}

function wcdma(row: Row): Facts {
  return {
    ...place(row, 3, 'lac'),
    uarfcn: row.int(7),
    psc: row.int(8),
    rac: row.hex(9),
    rscp_dbm: row.int(10),
    ecio_db: row.int(11),
  }
}
