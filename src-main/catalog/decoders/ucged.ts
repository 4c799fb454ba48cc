import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+UCGED',
  title: say('cell details', 'セルの詳細'),
  spec: 'u-blox AT manual',
  group: 'u-blox',
  forms: ['set', 'read', 'test'],
  parameters: [int('mode', 'mode', 'モード')],
  free: true,
  answer: (rows) => ({
    mode: rows.find((row) => row.tailStart > 0)?.int(0, 'mode') ?? null,
    lines: rows.filter((row) => row.tailStart === 0).map((row) => row.line.trim()),
  }),
})
