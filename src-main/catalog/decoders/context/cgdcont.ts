import { decoder } from '@core/at/decoder'
import { expandValues, splitFields } from '@core/at/fields'
import type { FactValue, Facts } from '@core/at/knowledge'
import { int, say, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import type { Words } from '@core/words'
import { factRows } from '../shared/fact-rows'
import { addressesIn, ipText, isAddress } from '../shared/ip-text'
import { display, sentences } from '../shared/join'

export default decoder({
  id: '+CGDCONT',
  title: say('PDP contexts (APN)', 'PDP コンテキスト（APN）'),
  spec: '3GPP TS 27.007, 10.1.1',
  group: 'packet',
  list: 'contexts',
  parameters: [
    int('cid', 'context', 'cid'),
    text('pdp_type', 'type', 'タイプ'),
    text('apn', 'APN', 'APN'),
    secret('address', text('pdp_addr', 'address', 'アドレス')),
    int('d_comp', 'data compression', 'データ圧縮'),
    int('h_comp', 'header compression', 'ヘッダー圧縮'),
  ],
  derive(facts) {
    const address = facts['pdp_addr']
    if (typeof address !== 'string') return facts
    const [first = '', second] = addressesIn(address)
    return second === undefined
      ? { ...facts, pdp_addr: ipText(address) }
      : { ...facts, pdp_addr: first, pdp_addr_2: second }
  },
  test: (rows) => ({ contexts: rows.flatMap(acceptedContexts) }),
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const contexts = factRows(facts['contexts'])
    if (contexts.length === 0)
      return {
        words: say('No PDP context is defined.', 'PDP コンテキストは未定義です。'),
        severity: 'notice',
      }
    return { words: sentences(...contexts.map(contextWords)) }
  },
  explainCommand(facts, command) {
    if (command.form !== 'set') return undefined
    const { cid } = facts
    if (facts['pdp_type'] === undefined)
      return {
        words: say(`Deletes context ${display(cid)}.`, `cid ${display(cid)} の定義を削除します。`),
        severity: 'notice',
      }
    const { en, ja } = contextWords(facts)
    return { words: say(`Defines ${en}.`, `PDP コンテキストを定義します（${ja}）。`) }
  },
})

function contextWords(context: Facts): Words {
  const { cid, pdp_type: type, apn } = context
  const name = typeof apn === 'string' ? `"${apn}"` : undefined
  const granted = isAddress(context['pdp_addr']) || isAddress(context['pdp_addr_2'])
  return say(
    `context ${display(cid)}: ${display(type ?? '?')}, ${name ? `APN ${name}` : 'no APN (the network chooses)'}${granted ? ', has an address' : ''}`,
    `cid ${display(cid)}：${display(type ?? '?')}、${name ? `APN ${name}` : 'APN 未指定（ネットワークが選択）'}${granted ? '、アドレス割当あり' : ''}`,
  )
}

/** `(1-24,100-179),"IP",,,(0-2),(0-3)`: which context numbers there are, for each PDP type. */
function acceptedContexts(row: Row): FactValue[] {
  const cids = row.fields[0]
  const ranges = cids ? splitFields(cids.text).flatMap(({ text: range }) => rangeOf(range)) : []
  const types = row.fields[1]?.group ? expandValues(row.fields[1].text) : [row.text(1) ?? null]
  const edges = ranges.flat()
  const low = edges.length > 0 ? Math.min(...edges) : null
  const high = edges.length > 0 ? Math.max(...edges) : null
  return types.map((type) => ({ cid_min: low, cid_max: high, cid_ranges: ranges, pdp_type: type }))
}

function rangeOf(range: string): [number, number][] {
  const found = /^\s*(\d+)\s*(?:-\s*(\d+))?\s*$/.exec(range)
  if (!found) return []
  const low = Number(found[1])
  return [[low, Number(found[2] ?? low)]]
}
