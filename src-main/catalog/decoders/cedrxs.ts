import { decoder } from '@core/at/decoder'
import { int, say, text, type Parameter } from '@core/at/parameter'
import { edrxParameters, edrxWords } from './shared/edrx'

const set: Parameter[] = [
  int('mode', 'eDRX', 'eDRX', {
    0: say('off', 'オフ'),
    1: say('on', 'オン'),
    2: say('on, with reports', 'オン（通知あり）'),
    3: say('off, default values again', 'オフ（既定値に戻す）'),
  }),
  int('act_type', 'technology', '方式'),
  text('requested', 'requested cycle', '要求周期'),
]

export default decoder({
  id: '+CEDRXS',
  title: say('eDRX setting', 'eDRX の設定'),
  spec: '3GPP TS 27.007, 7.40',
  group: 'power',
  parameters: edrxParameters,
  set,
  explain: (facts, asked) => (asked.form === 'test' ? undefined : { words: edrxWords(facts) }),
})
