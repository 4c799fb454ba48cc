import { decoder } from '@core/at/decoder'
import { int, say, text, type Parameter } from '@core/at/parameter'
import { factRows } from './shared/fact-rows'
import { operatorName } from './shared/operators'
import { display } from './shared/join'

const technologies = ['gsm_act', 'gsm_compact_act', 'utran_act', 'eutran_act', 'ngran_act']
const parameters: Parameter[] = [
  int('index', 'place', '順位'),
  int('format', 'format', '形式'),
  text('oper', 'operator', '事業者'),
  ...technologies.map((name) =>
    int(name, name.replace('_act', '').toUpperCase(), name.replace('_act', '').toUpperCase()),
  ),
]

export default decoder({
  id: '+CPOL',
  title: say('preferred operators on the SIM', 'SIM の優先事業者リスト'),
  spec: '3GPP TS 27.007, 7.19',
  group: 'network',
  parameters,
  onlyEntries: true,
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const rows = facts['oper'] === undefined ? factRows(facts['entries']) : [facts]
    const names = rows
      .map(({ oper }) => operatorName(oper) ?? display(oper))
      .slice(0, 10)
      .join(', ')
    return {
      words: say(
        `Preferred operators on the SIM: ${rows.length} (${names}).`,
        `SIM の優先事業者：${rows.length} 件（${names}）`,
      ),
    }
  },
})
