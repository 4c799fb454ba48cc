import type { Facts } from '@core/at/knowledge'
import { say } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { family } from '../shared/family'
import { display, sentences } from '../shared/join'
import { levelSeverity, levels } from '../shared/quality'
import { mode } from '../shared/vocabulary'

const { question } = family('Sequans Monarch 2 GM02S AT Commands Reference Manual', 'others')

/** What stands before a number in a cell's line, and its name here. */
const names: { readonly [label: string]: string } = {
  Cc: 'mcc',
  Nc: 'mnc',
  RSRP: 'rsrp_dbm',
  CINR: 'sinr_db',
  RSRQ: 'rsrq_db',
  TAC: 'tac',
  Id: 'pci',
  EARFCN: 'earfcn',
  BAND: 'band',
  CE: 'ce_level',
}

/** `F SFR Cc:208 Nc:10 RSRP:-99.60 CINR:0.90 RSRQ:-13.70 TAC:4851 Id:324 EARFCN:6300 … CID:0x9A2C807 BAND:20 …` */
function cellOf(row: Row): Facts {
  const line = row.tail.slice(0, 400)
  row.mark(0, 'cell')
  const facts: Record<string, string | number> = {}
  const name = /^(.*?) ?\bCc:/.exec(line)?.[1]?.trim()
  if (name) facts['netname'] = name
  for (const [, label = '', value = ''] of line.matchAll(
    /\b([A-Za-z]{2,6}): ?(-?\d[\d.]{0,9})(?= |$)/g,
  )) {
    const key = names[label]
    if (key !== undefined) facts[key] = Number(value)
  }
  const cell = /\bCID: ?0x([0-9A-Fa-f]{1,8})\b/.exec(line)?.[1]
  if (cell !== undefined) facts['ci'] = parseInt(cell, 16)
  return facts
}

export default [
  question('+SQNMONI', 'cells that are heard', 'セルの一覧', [], {
    set: [mode],
    free: true,
    row: cellOf,
    explain(facts, asked) {
      const values = {
        rsrp: facts['rsrp_dbm'],
        rsrq: facts['rsrq_db'],
        sinr: facts['sinr_db'],
      }
      const measured = levels(values)
      if (asked.form === 'test' || !measured) return undefined
      const name = display(facts['netname'] ?? facts['pci'])
      return {
        words: sentences(say(`cell of ${name}`, `${name} のセル`), measured),
        severity: levelSeverity(values),
      }
    },
  }),
]
