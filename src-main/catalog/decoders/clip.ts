import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, offOn, say, secret, text, type Parameter } from '@core/at/parameter'
import { positional, testFacts } from '@core/at/read-facts'
import type { Row } from '@core/at/row'

const caller: Parameter[] = [
  secret('number', text('number', 'caller', '発信者番号')),
  int('type', 'type of number', '番号種別'),
  text('subaddr', 'subaddress', 'サブアドレス'),
  int('satype', 'type of subaddress', 'サブアドレス種別'),
  text('alpha', 'name', '名前'),
  int('cli_validity', 'validity', '通知可否'),
]
const setting: Parameter[] = [
  int('n', 'show callers', '発信者番号の表示', offOn),
  int('m', 'the network offers it', '網側の提供'),
]

export default decoder({
  id: '+CLIP',
  title: say('number of the caller', '発信者番号'),
  spec: '3GPP TS 27.007, 7.6',
  group: 'call',
  parameters: [...setting, ...caller],
  set: [int('n', 'show callers', '発信者番号の表示', offOn)],
  urc: true,
  isUnsolicited: (row) => !isSetting(row),
  test: testFacts(setting.slice(0, 1)),
  row: (row): Facts => positional(row, isSetting(row) ? setting : caller),
})

/** `1,1` is the setting; a caller has a quoted number, or a type above 127. */
function isSetting(row: Row): boolean {
  return row.count <= 2 && row.fields.every((field) => !field.quoted && /^\d$/.test(field.text))
}
