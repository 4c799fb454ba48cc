import { factText } from '@core/at/fact-text'
import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { type ValueMeanings, int, say } from '@core/at/parameter'
import type { Words } from '@core/words'
import { display } from '../shared/join'

const ways: ValueMeanings = {
  0: say('none', 'なし'),
  1: say('XON/XOFF', 'XON/XOFF'),
  2: say('RTS/CTS', 'RTS/CTS'),
  3: say('XON/XOFF, passed on', 'XON/XOFF（透過）'),
}

export default decoder({
  id: '+IFC',
  title: say('flow control between computer and modem', 'パソコンとモデム間のフロー制御'),
  spec: 'ITU-T V.250, 6.2.12',
  group: 'basic',
  parameters: [
    int('dce_by_dte', 'of data from the modem', 'モデムからのデータ', ways),
    int('dte_by_dce', 'of data to the modem', 'モデムへのデータ', ways),
  ],
  explain(facts, asked) {
    if (asked.form === 'test' || facts['dce_by_dte'] === undefined) return undefined
    const { en, ja } = both(facts)
    return { words: say(`Flow control: ${en}.`, `フロー制御：${ja}`) }
  },
  explainCommand(facts, command) {
    if (command.form !== 'set') return undefined
    const { en, ja } = both(facts)
    return { words: say(`Sets flow control: ${en}.`, `フロー制御を設定します：${ja}`) }
  },
})

function way(value: Facts[string]): Words {
  return ways[factText(value)] ?? say(`value ${display(value)}`, `値 ${display(value)}`)
}

/** 27.010 and PPP at speed need RTS/CTS; without it long answers and frames may lose octets. */
function both(facts: Facts): Words {
  const { dce_by_dte: from, dte_by_dce: to = from } = facts
  const numbers = `${display(from)},${display(to)}`
  if (from === 0 && to === 0)
    return say(
      `none (${numbers}); at high speed PPP may lose octets without it`,
      `なし（${numbers}）。高速の PPP ではデータを取りこぼすことがあります。`,
    )
  if (from === to)
    return say(`${way(from).en} both ways (${numbers})`, `双方向とも ${way(from).ja}（${numbers}）`)
  return say(
    `${way(from).en} from the modem, ${way(to).en} to the modem (${numbers})`,
    `モデムから PC は${jaWay(from)}、PC からモデムは${jaWay(to)}（${numbers}）`,
  )
}

function jaWay(value: Facts[string]): string {
  const { ja } = way(value)
  return /^[A-Z]/.test(ja) ? ` ${ja}` : ja
}
