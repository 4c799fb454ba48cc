import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { type Parameter, int, say, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'
import { edrxParameters, edrxWords } from '../shared/edrx'
import { edrxCycle } from '../shared/timers'

const cedrxp = decoder({
  id: '+CEDRXP',
  title: say('change of eDRX', 'eDRX の変化'),
  spec: '3GPP TS 27.007, 7.40',
  group: 'power',
  forms: [],
  parameters: edrxParameters,
  urc: true,
  explain: (facts, asked) => (asked.form === 'test' ? undefined : { words: edrxWords(facts) }),
})

const cedrxrdp = decoder({
  id: '+CEDRXRDP',
  title: say('eDRX in use', '現在の eDRX'),
  spec: '3GPP TS 27.007, 7.41',
  group: 'power',
  forms: ['action', 'test'],
  parameters: edrxParameters,
  explain: (facts, asked) => (asked.form === 'test' ? undefined : { words: edrxWords(facts) }),
})

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

const cedrxs = decoder({
  id: '+CEDRXS',
  title: say('eDRX setting', 'eDRX の設定'),
  spec: '3GPP TS 27.007, 7.40',
  group: 'power',
  parameters: edrxParameters,
  set,
  explain: (facts, asked) => (asked.form === 'test' ? undefined : { words: edrxWords(facts) }),
  explainCommand: (facts, command) => {
    const { mode } = facts
    const asksFor = command.form === 'set' && (mode === 1 || mode === 2)
    return asksFor && edrxCycle(facts['requested']) !== undefined
      ? {
          words: say(
            `Turns eDRX on: ${askedFor(facts).en}`,
            `eDRX をオンにします：${askedFor(facts).ja}`,
          ),
        }
      : undefined
  },
})

/** `asks for a cycle of 20.48 s`, with the technology where it is told. */
function askedFor({ act_type: type, requested }: Facts) {
  const cycle = edrxCycle(requested) ?? ''
  const [technology] = edrxParameters
  const name = typeof type === 'number' ? technology?.values?.[type] : undefined
  return say(
    `asks for a cycle of ${cycle}${name ? ` in ${name.en}` : ''}.`,
    `要求周期 ${cycle}${name ? `（${name.ja}）` : ''}。`,
  )
}

const xt3412 = decoder({
  id: '%XT3412',
  title: say('next periodic TAU', '次の周期的 TAU'),
  spec: 'nRF91 AT manual',
  group: 'nordic',
  forms: ['set'],
  parameters: [int('remaining_time_ms', 'ms', 'ms')],
  set: [int('mode', 'reports', '通知', offOn)],
  urc: true,
})

export default [cedrxp, cedrxrdp, cedrxs, xt3412]
