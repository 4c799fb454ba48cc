import { decoder } from '@core/at/decoder'
import { expandValues } from '@core/at/fields'
import { int, ranged, say, text } from '@core/at/parameter'
import { factRows } from '../shared/fact-rows'
import { display } from '../shared/join'

const cgact = decoder({
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
  least: 2,
  test: ([row]) => (row ? { state_values: expandValues(row.fields[0]?.text ?? '') } : {}),
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const rows = factRows(facts['contexts'])
    const [only] = rows
    // A row that was cut does not say whether its context is active.
    if (only && rows.every(({ state }) => state === undefined)) return undefined
    if (rows.length === 1 && only && only['state'] === 0)
      return {
        words: say(
          `Context ${display(only['cid'])} is not active.`,
          `cid ${display(only['cid'])} は無効です。`,
        ),
        severity: 'notice',
      }
    const active = rows.filter(({ state }) => state === 1).map((one) => display(one['cid']))
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

const cgatt = decoder({
  id: '+CGATT',
  title: say('attach to the packet network', 'パケットネットワークへのアタッチ'),
  spec: '3GPP TS 27.007, 10.1.9',
  group: 'packet',
  parameters: [
    ranged(
      0,
      1,
      int('state', 'state', '状態', {
        0: say('detached', 'デタッチ'),
        1: say('attached', 'アタッチ済み'),
      }),
    ),
  ],
  explainCommand(facts, command) {
    if (command.form !== 'set') return undefined
    return facts['state'] === 0
      ? {
          words: say(
            'Detaches from the packet network.',
            'パケットネットワークからデタッチします。',
          ),
          severity: 'notice',
        }
      : { words: say('Attaches to the packet network.', 'パケットネットワークにアタッチします。') }
  },
})

const cgdata = decoder({
  id: '+CGDATA',
  title: say('start of data mode', 'データモードの開始'),
  does: say('Starts data mode.', 'データモードを開始します。'),
  spec: '3GPP TS 27.007, 10.1.12',
  group: 'packet',
  forms: ['set', 'test'],
  parameters: [text('l2p', 'protocol', 'プロトコル'), int('cid', 'context', 'cid')],
})

const cgauto = decoder({
  id: '+CGAUTO',
  title: say('answer to contexts from the network', 'ネットワークからの接続要求への自動応答'),
  spec: '3GPP TS 27.007, 10.1.15',
  group: 'packet',
  parameters: [
    int('n', 'automatic answer', '自動応答', {
      0: say('off for data', 'パケットは応答しない'),
      1: say('on for data', 'パケットに応答'),
      2: say('modem compatible, data only', 'モデム互換（パケットのみ）'),
      3: say('modem compatible, all calls', 'モデム互換（すべての着信）'),
    }),
  ],
})

const cgclass = decoder({
  id: '+CGCLASS',
  title: say('mobile class', '移動機クラス'),
  spec: '3GPP TS 27.007, 10.1.17',
  group: 'packet',
  parameters: [text('class', 'class', 'クラス')],
})

export default [cgact, cgatt, cgdata, cgauto, cgclass]
