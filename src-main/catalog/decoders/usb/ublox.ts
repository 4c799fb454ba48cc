import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'
import { display } from '../shared/join'

export default decoder({
  id: '+UDCONF',
  title: say('setting of the modem', 'モデムの設定'),
  spec: 'u-blox AT manual',
  group: 'u-blox',
  forms: ['set', 'test'],
  parameters: [int('op', 'item', '項目')],
  row: (row) => ({
    op: row.int(0, 'op'),
    values: row.fields
      .slice(1)
      .map(({ text }) => (/^-?\d{1,15}$/.test(text) ? Number(text) : text)),
  }),
  explain(facts, asked) {
    if (asked.form === 'test' || !Array.isArray(facts['values'])) return undefined
    const item = display(facts['op'])
    const values = facts['values'].map(String).join(', ')
    const hexMode = facts['op'] === 1
    return {
      words: say(
        `Setting ${item}${hexMode ? ' (sockets in hex)' : ''}: ${values}.`,
        `設定 ${item}${hexMode ? '（ソケットの 16 進モード）' : ''}：${values}`,
      ),
    }
  },
})
