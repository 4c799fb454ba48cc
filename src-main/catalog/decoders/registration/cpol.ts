import { decoder } from '@core/at/decoder'
import { type Parameter, int, say, text } from '@core/at/parameter'
import { factRows } from '../shared/fact-rows'
import { display } from '../shared/join'
import { operatorName } from '../shared/operators'

const technologies = ['gsm_act', 'gsm_compact_act', 'utran_act', 'eutran_act', 'ngran_act']

const parameters: Parameter[] = [
  int('index', 'place', '順位'),
  int('format', 'format', '形式'),
  text('oper', 'operator', '事業者'),
  ...technologies.map((name) =>
    int(name, name.replace('_act', '').toUpperCase(), name.replace('_act', '').toUpperCase()),
  ),
]

const cpol = decoder({
  id: '+CPOL',
  alone: say('Deletes preferred operator #.', '優先事業者リストの # 番を削除します。'),
  title: say('preferred operators on the SIM', 'SIM の優先事業者リスト'),
  spec: '3GPP TS 27.007, 7.19',
  group: 'network',
  parameters,
  onlyEntries: true,
  least: 3,
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const rows = facts['oper'] === undefined ? factRows(facts['entries']) : [facts]
    if (rows.length === 0 || (facts['index'] === undefined && facts['entries'] === undefined))
      return undefined
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

const cpls = decoder({
  id: '+CPLS',
  title: say('operator list in use', '使用する事業者リスト'),
  spec: '3GPP TS 27.007, 7.20',
  group: 'network',
  parameters: [
    int('list', 'list', 'リスト', {
      0: say('user list', 'ユーザー'),
      1: say('operator list', '事業者'),
      2: say('home list', 'ホーム'),
    }),
  ],
})

const copn = decoder({
  id: '+COPN',
  title: say('names of operators', '事業者名の一覧'),
  spec: '3GPP TS 27.007, 7.21',
  group: 'network',
  forms: ['action', 'test'],
  parameters: [text('numeric', 'number', '番号'), text('alpha', 'name', '名称')],
  list: 'operators',
})

export default [cpol, cpls, copn]
