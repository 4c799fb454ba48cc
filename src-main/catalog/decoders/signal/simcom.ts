import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'
import { factRows } from '../shared/fact-rows'
import { sentences } from '../shared/join'
import { levelSeverity, levels } from '../shared/quality'

const ccinfo = decoder({
  id: '+CCINFO',
  prefixes: ['+CCINFO', '[SCELL]', '[NCELL1]', '[NCELL2]', '[NCELL3]'],
  title: say('cells around', '周辺セル'),
  spec: 'SIM5320 AT manual',
  group: 'simcom',
  forms: ['action', 'test'],
  list: 'cells',
  free: true,
  row: (row) => {
    const cell: Record<string, string | number> = {}
    for (const [, name = '', value = ''] of row.line.matchAll(pair)) {
      const key = name.trim().toLowerCase().replaceAll(' ', '_')
      const [fact, read] = measured[key] ?? [key, plainValue]
      if (key === 'lac' || key === 'id') row.markText(value.trim(), 'cell')
      cell[fact] = read(value.trim())
    }
    const kind = /\[([SN]CELL\d{0,2})\]/i.exec(row.line)?.[1]
    return kind === undefined ? cell : { kind, ...cell }
  },
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const cells = factRows(facts['cells'])
    const serving = cells.find(({ kind }) => kind === 'SCELL')
    const values = {
      rscp: serving?.['rscp_dbm'],
      ecio: serving?.['ecio_db'],
      rssi: serving?.['rxlev_dbm'],
    }
    return {
      words: sentences(say(`cells: ${cells.length}`, `セル：${cells.length} 件`), levels(values)),
      severity: serving ? levelSeverity(values) : 'fine',
    }
  },
})

const pair = /([A-Za-z][A-Za-z0-9 ]{0,15}):\s*([^,[\]]{1,40})/g

type Read = (value: string) => string | number

const plainValue: Read = (value) => (/^-?\d{1,9}$/.test(value) ? Number(value) : value)

const hexValue: Read = (value) => (/^[0-9a-f]{1,8}$/i.test(value) ? parseInt(value, 16) : value)

/** Levels come without their sign, and some with their unit: `RSCP:88`, `RXLev:-88dbm`. */
const level: Read = (value) => {
  const number = /^-?(\d{1,3}(?:\.\d{1,2})?)(?:dbm?)?$/i.exec(value)?.[1]
  return number === undefined ? value : Number(number) === 0 ? 0 : -Number(number)
}

const same: Read = (value) => value

const measured: Readonly<Record<string, readonly [fact: string, read: Read]>> = {
  mcc: ['mcc', same],
  mnc: ['mnc', same],
  lac: ['lac', hexValue],
  id: ['ci', hexValue],
  rscp: ['rscp_dbm', level],
  ecio: ['ecio_db', level],
  rxlev: ['rxlev_dbm', level],
}

const crces = decoder({
  id: '+CRCES',
  title: say('coverage enhancement', 'カバレッジ拡張'),
  spec: '3GPP TS 27.007, 8.81',
  group: 'signal',
  forms: ['action', 'test'],
  parameters: [
    int('act', 'technology', '方式'),
    int('cc', 'level', 'レベル'),
    int('n', 'enhancement', '拡張'),
  ],
})

export default [ccinfo, crces]
