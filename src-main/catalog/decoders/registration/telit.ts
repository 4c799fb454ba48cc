import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { display, sentences } from '../shared/join'
import { operatorName } from '../shared/operators'
import { levelSeverity, levels } from '../shared/quality'

const psnt = decoder({
  id: '#PSNT',
  title: say('packet technology', 'パケット方式'),
  spec: 'Telit AT manual',
  group: 'telit',
  parameters: [
    int('mode', 'reports', '通知'),
    int('nt', 'technology', '方式', {
      0: say('GPRS', 'GPRS'),
      1: say('EGPRS', 'EGPRS'),
      2: say('WCDMA', 'WCDMA'),
      3: say('HSDPA', 'HSDPA'),
      4: say('LTE', 'LTE'),
      5: say('unknown', '不明'),
    }),
  ],
  urc: [int('nt', 'technology', '方式')],
  isUnsolicited: (row) => row.count === 1,
})

const servinfo = decoder({
  id: '#SERVINFO',
  title: say('serving cell', '在圏セル'),
  spec: 'Telit AT manual',
  group: 'telit',
  forms: ['action', 'test'],
  parameters: [text('netname', 'operator', '事業者'), text('netcode', 'operator code', 'PLMN')],
  row: (row) => (isOperator(row.text(3)) ? { ...head(row), ...rest(row) } : unread(row)),
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const values = {
      rsrp: facts['rsrp_dbm'],
      rscp: facts['rscp_dbm'],
      rssi: facts['rssi_dbm'],
    }
    const name = facts['netname'] ?? facts['netcode']
    if (name === undefined) return undefined
    return {
      words: sentences(say(`operator ${display(name)}`, `事業者 ${display(name)}`), levels(values)),
      severity: levelSeverity(values),
    }
  },
})

function head(row: Row): Facts {
  return {
    rssi_dbm: row.decimal(1, 'rssi'),
    netname: row.text(2),
    netcode: row.text(3),
  }
}

/** Where the cell stands is not known, so all that could be one counts as it. */
function unread(row: Row): Facts {
  for (let at = 4; at < row.count; at++) row.mark(at, 'cell')
  return {}
}

/** Country and network, or nothing while there is none; other lines have another order, and nothing is said of them. */
function isOperator(code: string | null | undefined): boolean {
  return /^(?:[\dx*]{5,6})?$/i.test(code ?? '')
}

/** The manual calls it <PhysicalCellId>, of which there are 504; some firmware prints the identity of the cell in its place. */
function cellOf(given: number | null | undefined): Facts {
  return typeof given === 'number' && given <= 503 ? { pci: given } : { ci: given }
}

/**
 * LTE: `EARFCN,dBm,name,code,cell,TAC,DRX,SD,RSRP`. 3G: `UARFCN,dBm,name,code,PSC,LAC,DRX,SD,RSCP,NOM,RAC` (HSPA+ AT
 * Commands Reference Guide). 2G: `ARFCN,dBm,name,code,BSIC,LAC,TA,GPRS[,[PB-ARFCN],[NOM],RAC,[PAT]]` (80000ST10025a, 3.5.7.1.44).
 */
function rest(row: Row): Facts {
  row.mark(5, 'cell')
  if (row.count === 9) {
    row.mark(4, 'cell')
    return {
      earfcn: row.int(0, 'earfcn'),
      ...cellOf(row.hex(4, 'ci')),
      tac: row.hex(5, 'tac'),
      drx: row.int(6, 'drx'),
      sd: row.int(7, 'sd'),
      rsrp_dbm: row.decimal(8, 'rsrp'),
    }
  }
  // Of GSM the ninth is a channel, `hopping` or nothing; a level is below zero.
  if ((row.count === 10 || row.count === 11) && /^-/.test(row.text(8) ?? ''))
    return {
      uarfcn: row.int(0, 'uarfcn'),
      psc: row.int(4, 'psc'),
      lac: row.hex(5, 'lac'),
      drx: row.int(6, 'drx'),
      sd: row.int(7, 'sd'),
      rscp_dbm: row.decimal(8, 'rscp'),
      nom: row.text(9),
      rac: row.hex(10, 'rac'),
    }
  return {
    arfcn: row.int(0, 'arfcn'),
    bsic: row.text(4),
    lac: row.hex(5, 'lac'),
    ta: row.int(6, 'ta'),
    gprs: row.int(7, 'gprs'),
    ...(row.count > 8 ? { nom: row.text(9), rac: row.hex(10, 'rac') } : {}),
  }
}

const rfsts = decoder({
  id: '#RFSTS',
  title: say('radio state', '電波状態'),
  spec: 'Telit AT manual',
  group: 'telit',
  forms: ['action', 'read', 'test'],
  parameters: [text('plmn', 'operator', 'PLMN')],
  row: (row) => (isLte(row) ? lte(row) : isWcdma(row) ? wcdma(row) : gsm(row)),
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const values = {
      rsrp: facts['rsrp_dbm'],
      rsrq: facts['rsrq_db'],
      sinr: facts['sinr_db'],
      rscp: facts['rscp_dbm'],
      ecio: facts['ecio_db'],
      rssi: facts['rssi_dbm'],
    }
    if (typeof facts['plmn'] !== 'string')
      return {
        words: say('Not on a network.', '圏外です（どのネットワークにも接続していません）。'),
        severity: 'warning',
      }
    const code = facts['plmn'].replace(/\s/g, '')
    const name = operatorName(code) ?? facts['netname'] ?? code
    return {
      words: sentences(say(`operator ${display(name)}`, `事業者 ${display(name)}`), levels(values)),
      severity: levelSeverity(values),
    }
  },
})

const negative = (row: Row, i: number) => /^-\d/.test(row.text(i) ?? '')

/** The third value tells: LTE has RSRP, RSSI and RSRQ there, 3G a scrambling code, 2G one level and the area. */
function isLte(row: Row): boolean {
  return negative(row, 2) && negative(row, 3) && negative(row, 4)
}

function isWcdma(row: Row): boolean {
  return row.count >= 17 && negative(row, 4) && !negative(row, 2)
}

/** The IMSI has fifteen digits; what stands around it is counted from there, since TXPWR or RAC may be missing. */
function imsiAt(row: Row, otherwise: number): number {
  const found = row.fields.findIndex(
    ({ quoted, text: digits }) => quoted && /^[\dxX*]{14,15}$/.test(digits),
  )
  return found < 0 ? otherwise : found
}

/** What all technologies end in: …,CID,IMSI,name,service domain, counted from the IMSI. */
function tail(row: Row, imsi: number): Facts {
  row.mark(imsi - 1, 'cell')
  row.mark(imsi, 'imsi')
  return {
    ci: row.hex(imsi - 1, 'ci'),
    imsi: row.text(imsi),
    netname: row.text(imsi + 1),
    sd: row.int(imsi + 2, 'sd'),
  }
}

/** `PLMN,EARFCN,RSRP,RSSI,RSRQ,TAC,[RAC],[TXPWR],DRX,MM,RRC,CID,IMSI,name,SD,ABND[,T3402,T3412],[SINR]`. */
function lte(row: Row): Facts {
  row.mark(5, 'cell')
  const imsi = imsiAt(row, 12)
  const more = row.count - imsi - 4
  // Behind ABND come T3402 and T3412, SINR alone, or all three.
  const last = more === 1 || more === 3 ? row.int(row.count - 1, 'sinr') : undefined
  const sinr = typeof last === 'number' && last >= 0 && last <= 250 ? (last - 100) / 5 : null
  return {
    plmn: row.text(0),
    earfcn: row.int(1, 'earfcn'),
    rsrp_dbm: row.decimal(2, 'rsrp'),
    rssi_dbm: row.decimal(3, 'rssi'),
    rsrq_db: row.decimal(4, 'rsrq'),
    tac: row.hex(5, 'tac'),
    drx: row.int(imsi - 4, 'drx'),
    mm: row.int(imsi - 3, 'mm'),
    rrc: row.int(imsi - 2, 'rrc'),
    ...tail(row, imsi),
    band: row.int(imsi + 3, 'band'),
    ...(last === undefined ? {} : { sinr_db: sinr }),
  }
}

/** `PLMN,UARFCN,PSC,Ec/Io,RSCP,RSSI,LAC,[RAC],TXPWR,DRX,MM,RRC,NOM,BLER,CID,IMSI,name,SD,nAST[,…]`. */
function wcdma(row: Row): Facts {
  row.mark(6, 'cell')
  return {
    plmn: row.text(0),
    uarfcn: row.int(1, 'uarfcn'),
    psc: row.int(2, 'psc'),
    ecio_db: row.decimal(3, 'ecio'),
    rscp_dbm: row.decimal(4, 'rscp'),
    rssi_dbm: row.decimal(5, 'rssi'),
    lac: row.hex(6, 'lac'),
    rac: row.hex(7, 'rac'),
    ...tail(row, imsiAt(row, 15)),
  }
}

/** `PLMN,ARFCN,RSSI,LAC,[RAC],TXPWR,MM,RR,NOM,CID,IMSI,name,SD,ABND`. */
function gsm(row: Row): Facts {
  row.mark(3, 'cell')
  const imsi = imsiAt(row, 10)
  return {
    plmn: row.text(0),
    arfcn: row.int(1, 'arfcn'),
    rssi_dbm: row.decimal(2, 'rssi'),
    lac: row.hex(3, 'lac'),
    ...tail(row, imsi),
    band: row.int(imsi + 3, 'band'),
  }
}

export default [psnt, servinfo, rfsts]
