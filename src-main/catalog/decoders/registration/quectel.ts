import { factText } from '@core/at/fact-text'
import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, say, text } from '@core/at/parameter'
import { display } from '../shared/join'
import { factRows } from '../shared/fact-rows'
import { operatorName } from '../shared/operators'

const qnwinfo = decoder({
  id: '+QNWINFO',
  title: say('network in use', '接続中のネットワーク'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  forms: ['action', 'test'],
  parameters: [
    text('act', 'technology', '方式'),
    text('oper', 'operator', '事業者'),
    text('band', 'band', 'バンド'),
    int('channel', 'channel', 'チャネル'),
  ],
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const act = factText(facts['act'] ?? '')
    if (/^(none|no ?service|)$/i.test(act))
      return {
        words: say(
          'No service: on no network.',
          '圏外です（どのネットワークにも接続していません）。',
        ),
        severity: 'warning',
      }
    const name = operatorName(facts['oper']) ?? display(facts['oper'])
    // With EN-DC the 5G carrier has a line of its own.
    const more = factRows(facts['entries']).slice(1).map(carrier)
    const first = carrier(facts)
    return {
      words: say(
        `On the network of ${name}: ${[first, ...more].map(({ en }) => en).join('; and ')}.`,
        `${name} のネットワークに接続中：${[first, ...more].map(({ ja }) => ja).join('／')}`,
      ),
    }
  },
})

function carrier(facts: Facts) {
  const [act, band, channel] = ['act', 'band', 'channel'].map((name) => display(facts[name]))
  return say(`${act}, ${band}, channel ${channel}`, `${act}、${band}、チャネル ${channel}`)
}

const qspn = decoder({
  id: '+QSPN',
  title: say('operator name from the SIM', 'SIM の事業者名'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  forms: ['action', 'test'],
  parameters: [
    text('fnn', 'full name', '正式名'),
    text('snn', 'short name', '略称'),
    text('spn', 'issuer', '発行者'),
    int('alphabet', 'coding', '符号化'),
    text('rplmn', 'operator', '登録 PLMN'),
  ],
})

export default [qnwinfo, qspn]
