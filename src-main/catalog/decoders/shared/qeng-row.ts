import type { Facts } from '@core/at/knowledge'
import type { Row } from '@core/at/row'
import { dashed } from './dashed'

type Reader = ReturnType<typeof dashed>

/** One +QENG line: a serving cell or a neighbour, by technology; others give only what all share. */
export function readQeng(row: Row): Facts {
  const read = dashed(row)
  const cell = row.text(0)
  if (typeof cell === 'string' && /^neighbourcell/.test(cell)) return neighbour(read, cell)
  if (row.count === 2 && /^[01]$/.test(String(cell)))
    return { cell: 'setting', mode: row.int(0, 'mode'), dump: row.int(1, 'dump') }
  if (cell === '0' && /^\d{3}$/.test(row.text(1) ?? '') && /^\d{2,3}$/.test(row.text(2) ?? ''))
    return { cell: 'servingcell', rat: 'GSM', ...ofM95(read) }
  if (cell === '0' && row.count >= 13)
    return { cell: 'servingcell', rat: 'NB-IoT', ...numbered(read) }
  // With 5G beside LTE the state stands alone, and each cell has a line of its own.
  if (cell !== 'servingcell') return { cell: 'servingcell', ...serving(read, 0) }
  const head = { cell, state: row.text(1) }
  return row.count > 2 ? { ...head, ...serving(read, 2) } : head
}

function serving(read: Reader, at: number): Facts {
  const rat = read.text(at)
  if (rat === 'LTE') return { rat, ...lte(read, at) }
  if (typeof rat === 'string' && /^(CAT|EMTC|NB)/i.test(rat)) return { rat, ...narrow(read, at) }
  if (rat === 'WCDMA') return { rat, ...wcdma(read, at) }
  if (rat === 'GSM') return { rat, ...gsm(read, at) }
  if (rat === 'NR5G-SA') return { rat, ...standalone(read, at) }
  if (rat === 'NR5G-NSA') return { rat, ...besideLte(read, at) }
  return { rat }
}

/**
 * BC66 and BC660 (their AT manuals, AT+QENG): `0,EARFCN,offset,PCI,"cell",RSRP,RSRQ,RSSI,SNR,band,"TAC",ECL,Tx power,mode`.
 */
function numbered(read: Reader): Facts {
  read.cell(4)
  read.cell(10)
  return {
    earfcn: read.int(1, 'earfcn'),
    pci: read.int(3, 'pci'),
    ci: read.hex(4, 'ci'),
    rsrp_dbm: read.level(5, 'rsrp'),
    rsrq_db: read.level(6, 'rsrq'),
    rssi_dbm: read.level(7, 'rssi'),
    band: read.int(9, 'band'),
    tac: read.hex(10, 'tac'),
    ecl: read.int(11, 'ecl'),
  }
}

/** M95 AT manual, AT+QENG: `0,mcc,mnc,lac,cell,bcch,bsic,dBm,c1,c2,…`. */
function ofM95(read: Reader): Facts {
  return {
    ...place(read, 1, 'lac'),
    arfcn: read.int(5, 'arfcn'),
    bsic: read.int(6, 'bsic'),
    rssi_dbm: read.level(7, 'rssi'),
  }
}

function place(read: Reader, from: number, area: 'lac' | 'tac'): Facts {
  read.cell(from + 2)
  read.cell(from + 3)
  return {
    mcc: read.text(from),
    mnc: read.text(from + 1),
    [area]: read.hex(from + 2, area),
    ci: read.hex(from + 3, 'ci'),
  }
}

/**
 * `"LTE",is_tdd,mcc,mnc,cell,pci,earfcn,band,ul,dl,tac,rsrp,rsrq,rssi,sinr` and then `srxlev` (EC25 manual) or
 * `cqi,tx_power,srxlev` (EM12, RM5xx manuals), which only the number of columns tells apart; SINR in dB.
 */
function lte(read: Reader, at: number): Facts {
  const long = read.count >= at + 18
  read.cell(at + 4)
  read.cell(at + 10)
  return {
    is_tdd: read.text(at + 1),
    mcc: read.text(at + 2),
    mnc: read.text(at + 3),
    ci: read.hex(at + 4, 'ci'),
    pci: read.int(at + 5, 'pci'),
    earfcn: read.int(at + 6, 'earfcn'),
    band: read.int(at + 7, 'band'),
    ul_bw: read.int(at + 8, 'ul_bw'),
    dl_bw: read.int(at + 9, 'dl_bw'),
    tac: read.hex(at + 10, 'tac'),
    rsrp_dbm: read.level(at + 11, 'rsrp'),
    rsrq_db: read.level(at + 12, 'rsrq'),
    rssi_dbm: read.level(at + 13, 'rssi'),
    sinr_db: read.level(at + 14, 'sinr'),
    ...(long
      ? {
          cqi: read.int(at + 15, 'cqi'),
          tx_power: read.int(at + 16, 'tx_power'),
          srxlev: read.int(at + 17, 'srxlev'),
        }
      : { srxlev: read.int(at + 15, 'srxlev') }),
  }
}

/** BG95 and BG96 use the LTE line, with SINR as an index: a fifth of a dB above -20 dB. */
function narrow(read: Reader, at: number): Facts {
  const facts = lte(read, at)
  const index = read.int(at + 14, 'sinr')
  const known = typeof index === 'number' && index >= 0 && index <= 250
  return { ...facts, sinr_db: known ? (index - 100) / 5 : null }
}

function wcdma(read: Reader, at: number): Facts {
  return {
    ...place(read, at + 1, 'lac'),
    uarfcn: read.int(at + 5, 'uarfcn'),
    psc: read.int(at + 6, 'psc'),
    rac: read.hex(at + 7, 'rac'),
    rscp_dbm: read.level(at + 8, 'rscp'),
    ecio_db: read.level(at + 9, 'ecio'),
  }
}

function gsm(read: Reader, at: number): Facts {
  const rxlev = read.int(at + 8, 'rxlev')
  return {
    ...place(read, at + 1, 'lac'),
    bsic: read.int(at + 5, 'bsic'),
    arfcn: read.int(at + 6, 'arfcn'),
    band: read.text(at + 7),
    rxlev,
    // The EC2x manual calls it dBm; older firmware prints the index of 3GPP TS 45.008.
    ...(typeof rxlev === 'number' && rxlev < 0 ? { rssi_dbm: rxlev } : {}),
  }
}

/** `"NR5G-SA",duplex,mcc,mnc,cell,pci,tac,arfcn,band,bw,rsrp,rsrq,sinr[,scs,srxlev]`. */
function standalone(read: Reader, at: number): Facts {
  read.cell(at + 4)
  read.cell(at + 6)
  return {
    is_tdd: read.text(at + 1),
    mcc: read.text(at + 2),
    mnc: read.text(at + 3),
    ci: read.hex(at + 4, 'ci'),
    pci: read.int(at + 5, 'pci'),
    tac: read.hex(at + 6, 'tac'),
    arfcn: read.int(at + 7, 'arfcn'),
    band: read.int(at + 8, 'band'),
    dl_bw: read.int(at + 9, 'dl_bw'),
    rsrp_dbm: read.level(at + 10, 'rsrp'),
    rsrq_db: read.level(at + 11, 'rsrq'),
    sinr_db: read.level(at + 12, 'sinr'),
    ...nrRest(read, at + 9, at + 13),
    ...(read.count > at + 14 ? { srxlev: read.int(at + 14, 'srxlev') } : {}),
  }
}

/** RM5xx manual, AT+QENG: the bandwidth and the subcarrier spacing are indexes. */
const nrMhz = [5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 80, 90, 100, 200, 400]
const scsKhz = [15, 30, 60, 120, 240]

function nrRest(read: Reader, bandwidth: number, spacing: number): Facts {
  const width = read.int(bandwidth, 'dl_bw')
  const scs = read.count > spacing ? read.int(spacing, 'scs') : undefined
  return {
    ...(typeof width === 'number' ? { dl_bw_mhz: nrMhz[width] ?? null } : {}),
    ...(typeof scs === 'number' ? { scs_khz: scsKhz[scs] ?? null } : {}),
  }
}

/** `"NR5G-NSA",mcc,mnc,pci,rsrp,sinr,rsrq,arfcn,band,bw[,scs]`. */
function besideLte(read: Reader, at: number): Facts {
  const rsrp = read.level(at + 4, 'rsrp')
  const pci = read.int(at + 3, 'pci')
  return {
    mcc: read.text(at + 1),
    mnc: read.text(at + 2),
    // All ones where there is no cell.
    pci: pci === 65535 ? null : pci,
    rsrp_dbm: rsrp,
    // -20 dB is what stands there where nothing was measured.
    sinr_db: typeof rsrp === 'number' ? read.level(at + 5, 'sinr') : null,
    rsrq_db: read.level(at + 6, 'rsrq'),
    arfcn: read.int(at + 7, 'arfcn'),
    band: read.int(at + 8, 'band'),
    dl_bw: read.int(at + 9, 'dl_bw'),
    ...nrRest(read, at + 9, at + 10),
  }
}

function neighbour(read: Reader, cell: string): Facts {
  const rat = read.text(1)
  if (rat === 'LTE')
    return {
      cell,
      rat,
      earfcn: read.int(2, 'earfcn'),
      pci: read.int(3, 'pci'),
      rsrq_db: read.level(4, 'rsrq'),
      rsrp_dbm: read.level(5, 'rsrp'),
      rssi_dbm: read.level(6, 'rssi'),
    }
  if (rat === 'WCDMA')
    return {
      cell,
      rat,
      uarfcn: read.int(2, 'uarfcn'),
      psc: read.int(6, 'psc'),
      rscp_dbm: read.level(7, 'rscp'),
      ecno_db: read.level(8, 'ecno'),
    }
  if (rat === 'GSM') return { cell, rat, ...place(read, 2, 'lac'), arfcn: read.int(7, 'arfcn') }
  return { cell, rat }
}
