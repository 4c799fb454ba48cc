import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, say } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { sentences } from '../shared/join'
import { levelSeverity, levels } from '../shared/quality'

export default decoder({
  id: '+UCGED',
  title: say('cell details', 'セルの詳細'),
  spec: 'u-blox AT manual',
  group: 'u-blox',
  forms: ['set', 'read', 'test'],
  parameters: [
    int('mode', 'mode', 'モード', {
      0: say('off', 'オフ'),
      2: say('short form', '短い形式'),
      5: say('RSRP and RSRQ', 'RSRP と RSRQ'),
    }),
  ],
  free: true,
  includes: ['+RSRP', '+RSRQ'],
  answer: (rows) => ({
    mode: rows.find(({ line }) => /^\s*\+UCGED/i.test(line))?.int(0, 'mode') ?? null,
    ...Object.assign({}, ...rows.map(levelLine)),
    ...network(rows),
    lines: rows.filter((row) => row.tailStart === 0).map((row) => row.line.trim()),
  }),
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const values = {
      rsrp: facts['rsrp_dbm'],
      rsrq: facts['rsrq_db'],
      sinr: facts['sinr_db'],
    }
    const known = levels(values)
    const service = services[Number(facts['svc'])]
    if (!known && !service) return undefined
    return {
      words: sentences(service, known),
      severity: known ? levelSeverity(values) : facts['svc'] === 4 ? 'fine' : 'warning',
    }
  },
})

const services = [
  say('service state unknown', 'サービス状態は不明'),
  say('the radio is off', '無線オフ'),
  say('searching', 'サーチ中'),
  say('no service', '圏外'),
  say('registered', '登録済み'),
]

/** Mode 5 (SARA-R4): `+RSRP: 162,5110,"-075.00",`, with the physical cell and the channel. */
function levelLine(row: Row): Facts {
  const [, which] = /^\s*\+RSR([PQ])/i.exec(row.line) ?? []
  if (which === undefined) return {}
  const place = { pci: row.int(0, 'pci'), earfcn: row.int(1, 'earfcn') }
  const level = row.decimal(2, which === 'P' ? 'rsrp' : 'rsrq')
  return { ...place, [which === 'P' ? 'rsrp_dbm' : 'rsrq_db']: level }
}

/** Mode 2 (SARA-R5, LARA-R6): a line with the network, then one with the cell. */
function network(rows: readonly Row[]): Facts {
  const at = rows.findIndex(({ line }) =>
    /^\s*\d{1,2},\d,[0-9a-f]{3},[0-9a-f]{2,3}\s*$/i.test(line),
  )
  const first = rows[at]
  if (!first) return {}
  const facts = {
    rat: first.int(0, 'rat'),
    svc: first.int(1, 'svc'),
    mcc: plmn(first, 2),
    mnc: plmn(first, 3),
  }
  const second = rows[at + 1]
  return facts.rat === 6 && second ? { ...facts, ...lteCell(second) } : facts
}

/** `fff` stands for none. */
function plmn(row: Row, i: number): string | null {
  const digits = row.text(i)
  return typeof digits === 'string' && /^\d+$/.test(digits) ? digits : null
}

/**
 * `earfcn,band,ul_bw,dl_bw,tac,cell,pci,mTmsi,mmeGrId,mmeCode,rsrp,rsrq,sinr,…`: levels as indexes of 36.133,
 * SINR in dB, and all ones for what is not known.
 */
function lteCell(row: Row): Facts {
  if (row.count < 13) return {}
  const known = (value: number | null | undefined, none: number) => (value === none ? null : value)
  const rsrp = row.int(10, 'rsrp')
  const rsrq = row.int(11, 'rsrq')
  row.mark(4, 'cell')
  row.mark(5, 'cell')
  row.mark(7, 'imsi')
  return {
    earfcn: known(row.int(0, 'earfcn'), 65535),
    band: known(row.int(1, 'band'), 255),
    ul_bw: known(row.int(2, 'ul_bw'), 255),
    dl_bw: known(row.int(3, 'dl_bw'), 255),
    tac: known(row.hex(4, 'tac'), 0xffff),
    ci: row.hex(5, 'ci'),
    pci: known(row.int(6, 'pci'), 65535),
    rsrp_dbm: typeof rsrp === 'number' && rsrp >= 0 && rsrp <= 97 ? rsrp - 141 : null,
    rsrq_db: typeof rsrq === 'number' && rsrq >= 0 && rsrq <= 34 ? rsrq / 2 - 20 : null,
    sinr_db: known(row.decimal(12, 'sinr'), 255),
  }
}
