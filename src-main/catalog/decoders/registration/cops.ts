import { factText } from '@core/at/fact-text'
import { type Asked, decoder } from '@core/at/decoder'
import type { FactValue, Facts } from '@core/at/knowledge'
import { type ValueMeanings, int, say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { accessTechnology } from '../shared/causes'
import type { Words } from '@core/words'
import { factRows } from '../shared/fact-rows'
import { display } from '../shared/join'
import { scanOperators } from '../shared/operator-scan'
import { operatorName } from '../shared/operators'
import { decodedFields, ucs2 } from '../shared/ucs2'

const modes: ValueMeanings = {
  0: say('automatic', '自動'),
  1: say('manual', '手動'),
  2: say('deregistered', '登録解除'),
  3: say('sets the format only', '表示形式のみ設定'),
  4: say('manual, else automatic', '手動（失敗時は自動）'),
}

const formats: ValueMeanings = {
  0: say('long name', '長い名称'),
  1: say('short name', '短い名称'),
  2: say('number', '番号'),
}

export default decoder({
  id: '+COPS',
  title: say('network operator', '接続中の事業者'),
  spec: '3GPP TS 27.007, 7.3',
  group: 'network',
  parameters: [
    int('mode', 'selection', '選択方法', modes),
    int('format', 'format', '形式', formats),
    text('oper', 'operator', '事業者'),
    int('act', 'access technology', 'アクセス技術'),
  ],
  derive: (facts, asked) => ({ ...facts, ...decodedFields(facts, ['oper'], asked.charset) }),
  test: (rows, asked) => ({ operators: rows.flatMap((row) => operators(row, asked)) }),
  explain(facts, asked) {
    if (asked.form === 'test') return scanNote(facts)
    if (typeof facts['oper'] !== 'string')
      return facts['mode'] === 2
        ? {
            words: say(
              'Deregistered from the network on purpose (mode 2).',
              'ネットワークへの登録を解除しています（モード 2）。',
            ),
            severity: 'warning',
          }
        : {
            words: say('No operator: not registered.', '接続中の事業者はありません（未登録）。'),
            severity: 'notice',
          }
    return { words: current(facts) }
  },
  explainCommand(facts, command) {
    if (command.form === 'set') return { words: choosing(facts), severity: 'notice' }
    if (command.form !== 'test') return undefined
    return {
      words: say(
        'Scans for operators: it takes a minute or more, and any byte sent meanwhile aborts it.',
        '事業者をサーチします。1 分以上かかり、途中で何か送信すると中断されます。',
      ),
      severity: 'notice',
    }
  },
})

function choosing(facts: Facts) {
  const mode =
    modes[factText(facts['mode'])] ??
    say(`mode ${display(facts['mode'])}`, `モード ${display(facts['mode'])}`)
  const oper = typeof facts['oper'] === 'string' ? ` ${facts['oper']}` : ''
  return say(`Chooses the operator: ${mode.en}${oper}.`, `事業者を選択します：${mode.ja}${oper}`)
}

function current(facts: Facts) {
  const shown = facts['oper_decoded'] ?? facts['oper']
  const name = operatorName(facts['oper_decoded'] ?? facts['oper'])
  const act = accessTechnology(facts['act'])
  const mode = modes[factText(facts['mode'])]
  const parts = `${display(shown)}${name ? ` (${name})` : ''}${act ? `, ${act}` : ''}`
  return say(
    `Operator ${parts}${mode ? `, ${mode.en} selection` : ''}.`,
    `事業者 ${display(shown)}${name ? `（${name}）` : ''}${act ? `、${act}` : ''}${mode ? `、${mode.ja}選択` : ''}`,
  )
}

function operators(row: Row, asked: Asked): FactValue[] {
  return scanOperators(row.tail).map((found) => ({
    ...found,
    ...decodedFields({ ...found }, ['long', 'short', 'numeric'], asked.charset),
  }))
}

function scanNote(facts: Facts) {
  const found = factRows(facts['operators'])
  if (found.length === 0)
    return {
      words: say('The scan found no operator.', '事業者が見つかりませんでした。'),
      severity: 'warning' as const,
    }
  const each = found.map(foundOperator)
  const list = say(each.map(({ en }) => en).join(', '), each.map(({ ja }) => ja).join('、'))
  return { words: say(`Operators found: ${list.en}.`, `見つかった事業者：${list.ja}`) }
}

/** `Other (forbidden)`: what 27.007, 7.3 says of it, where it is more than available. */
function foundOperator(one: Facts): Words {
  const name = display(ucs2(one['long'], undefined) ?? one['long'] ?? one['numeric'])
  if (one['stat'] === 2) return say(`${name} (in use)`, `${name}（使用中）`)
  if (one['stat'] === 3) return say(`${name} (forbidden)`, `${name}（接続禁止）`)
  return say(name, name)
}
