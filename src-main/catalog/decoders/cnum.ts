import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'
import { factRows } from './shared/fact-rows'
import { decodedFields } from './shared/ucs2'

export default decoder({
  id: '+CNUM',
  title: say('own phone numbers', '自局電話番号'),
  spec: '3GPP TS 27.007, 7.1',
  group: 'sim',
  forms: ['action', 'test'],
  list: 'numbers',
  parameters: [
    text('alpha', 'name', '名前'),
    secret('number', text('number', 'number', '番号')),
    int('type', 'type of number', '番号種別'),
  ],
  derive: (facts, asked) => ({
    ...facts,
    ...decodedFields(facts, ['alpha', 'number'], asked.charset),
  }),
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const { length } = factRows(facts['numbers'])
    return length === 0
      ? {
          words: say(
            'The SIM stores no number of its own; data SIMs often do not.',
            'SIM に自局番号は保存されていません（データ専用 SIM では普通です）。',
          ),
        }
      : { words: say(`Own numbers: ${length}.`, `自局番号：${length} 件`) }
  },
})
