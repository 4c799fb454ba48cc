import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'
import type { Facts } from '@core/at/knowledge'

export default decoder({
  id: '+CCINFO',
  prefixes: ['+CCINFO', '[SCELL]', '[NCELL1]', '[NCELL2]', '[NCELL3]'],
  title: say('cells around', '周辺セル'),
  spec: 'SIM5320 AT manual',
  group: 'simcom',
  forms: ['action', 'test'],
  list: 'cells',
  free: true,
  row(row): Facts {
    const cell: Record<string, string> = {}
    for (const [, name = '', value = ''] of row.line.matchAll(
      /([A-Za-z][A-Za-z0-9 ]{0,15}):\s*([^,]{1,40})/g,
    ))
      cell[name.trim().toLowerCase().replaceAll(' ', '_')] = value.trim()
    const kind = /\[([SN]CELL\d{0,2})\]/i.exec(row.line)?.[1]
    return kind === undefined ? cell : { kind, ...cell }
  },
})
