import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'
import { expandValues } from '@core/at/fields'
import { factRows } from './shared/fact-rows'
import { display } from './shared/join'

export default decoder({
  id: '+CGACT',
  title: say('active contexts', 'コンテキストの有効状態'),
  spec: '3GPP TS 27.007, 10.1.10',
  group: 'packet',
  parameters: [
    int('cid', 'context', 'cid'),
    int('state', 'state', '状態', { 0: say('inactive', '無効'), 1: say('active', '有効') }),
  ],
  set: [
    int('state', 'state', '状態', { 0: say('deactivate', '無効化'), 1: say('activate', '有効化') }),
    int('cid', 'context', 'cid'),
  ],
  list: 'contexts',
  test: ([row]) => (row ? { state_values: expandValues(row.fields[0]?.text ?? '') } : {}),
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const active = factRows(facts['contexts'])
      .filter(({ state }) => state === 1)
      .map((one) => display(one['cid']))
    if (active.length === 0)
      return {
        words: say('No context is active.', '有効な cid はありません。'),
        severity: 'notice',
      }
    return {
      words: say(`Active contexts: ${active.join(', ')}.`, `有効な cid：${active.join('、')}`),
    }
  },
})
