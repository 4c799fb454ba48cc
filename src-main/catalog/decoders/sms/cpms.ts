import { type Asked, decoder } from '@core/at/decoder'
import { splitFields } from '@core/at/fields'
import type { FactValue, Facts } from '@core/at/knowledge'
import { say, text } from '@core/at/parameter'
import { valuesOf } from '@core/at/read-facts'
import type { Row } from '@core/at/row'
import { display } from '../shared/join'

const names = ['mem1', 'mem2', 'mem3']

export default decoder({
  id: '+CPMS',
  title: say('stores for messages', 'SMS の保存先'),
  spec: '3GPP TS 27.005, 3.2.2',
  group: 'sms',
  parameters: [
    text('mem1', 'read and delete', '読み出し・削除'),
    text('mem2', 'write and send', '書き込み・送信'),
    text('mem3', 'received', '受信'),
  ],
  row,
  test: ([line]) => (line ? lists(line) : {}),
  explain(facts, asked) {
    const stores = names.flatMap((name) => storeText(facts[name]))
    if (asked.form === 'test' || stores.length === 0) return undefined
    const full = stores.some(({ isFull }) => isFull)
    const list = stores.map((store) => store.text).join(', ')
    return {
      words: say(
        `Message stores: ${list}${full ? '; one is full' : ''}.`,
        `SMS の保存先：${list}${full ? '（満杯あり）' : ''}`,
      ),
      severity: full ? 'warning' : 'fine',
    }
  },
})

/** The read form names each store; the answer to the set form gives only the counts. */
function row(line: Row, asked: Asked): Facts {
  const named = !/^\d+$/.test(line.text(0) ?? '')
  const chosen = asked.command ? splitFields(asked.command.args) : []
  const each = named ? 3 : 2
  const facts: Record<string, FactValue> = {}
  names.forEach((name, i) => {
    const at = i * each + (named ? 1 : 0)
    if (line.count <= i * each) return
    facts[name] = {
      mem: named ? (line.text(i * each) ?? null) : (chosen[i]?.text ?? null),
      used: line.int(at, 'used') ?? null,
      total: line.int(at + 1, 'total') ?? null,
    }
  })
  return facts
}

/** Satellite and older modems print the three lists as one row: three equal thirds, or nobody can tell. */
function flatLists(line: Row): Facts {
  const all = line.fields.map(({ text: name }) => name)
  const third = all.slice(0, all.length / 3)
  if (all.join() !== [...third, ...third, ...third].join()) {
    line.refuse('three lists of stores')
    return {}
  }
  return Object.fromEntries(
    names.flatMap((name) => [
      [name, third],
      [`${name}_values`, third],
    ]),
  )
}

function lists(line: Row): Facts {
  if (line.count > 3 && line.fields.every(({ group }) => !group)) return flatLists(line)
  const facts: Record<string, FactValue> = {}
  names.forEach((name, i) => {
    if (i >= line.count) return
    const values = valuesOf(line, i) ?? []
    facts[name] = values
    facts[`${name}_values`] = values
  })
  return facts
}

function storeText(store: FactValue | undefined): { text: string; isFull: boolean }[] {
  if (typeof store !== 'object' || store === null || !('mem' in store)) return []
  const { mem, used, total } = store
  return [
    {
      text: `${display(mem)} ${display(used)}/${display(total)}`,
      isFull: used === total && total !== 0,
    },
  ]
}
