import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { type Parameter, int, ranged, say } from '@core/at/parameter'
import { offOn } from '@core/at/words'
import { testFacts } from '@core/at/read-facts'

const parameters: Parameter[] = [
  ranged(
    0,
    3,
    int('mode', 'forwarding', '通知方法', {
      0: say('kept', '保留'),
      1: say('dropped while in data mode', 'データ通信中は破棄'),
      2: say('kept while in data mode', 'データ通信中は保留'),
      3: say('sent at once', '即時通知'),
    }),
  ),
  int('keyp', 'keys', 'キー'),
  int('disp', 'display', '表示'),
  int('ind', 'indicators', 'インジケータ'),
  int('bfr', 'buffer', 'バッファ', offOn),
]

export default decoder({
  id: '+CMER',
  title: say('reporting of events', 'イベント通知'),
  spec: '3GPP TS 27.007, 8.10',
  group: 'control',
  parameters,
  // The allowed values stand under the fields' own names too: there is nothing else a test form could mean.
  test(rows) {
    const lists = testFacts(parameters)(rows)
    const plain = Object.entries(lists).map(([name, value]) => [
      name.replace(/_values$/, ''),
      value,
    ])
    return { ...lists, ...(Object.fromEntries(plain) as Facts) }
  },
})
