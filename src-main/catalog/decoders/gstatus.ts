import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'
import type { Facts } from '@core/at/knowledge'

export default decoder({
  id: '!GSTATUS',
  title: say('state of the modem', 'モデムの状態'),
  spec: 'Sierra Wireless AT manual',
  group: 'sierra',
  forms: ['read'],
  free: true,
  answer(rows): Facts {
    const facts: Record<string, string> = {}
    for (const row of rows.filter((one) => one.tail !== ''))
      for (const [, name = '', value = ''] of row.tail.matchAll(
        /([A-Za-z][A-Za-z0-9 ()/]{0,30}?)\s*:\s*([^\t]{1,80}?)(?=\s{2,}|\t|$)/g,
      ))
        facts[name.trim().toLowerCase().replace(/\W+/g, '_')] = value.trim()
    return facts
  },
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const mode = String(facts['mode'] ?? facts['system_mode'] ?? '')
    return {
      words: say(
        `State of the modem${mode ? `: ${mode}` : ''}.`,
        `モデムの状態${mode ? `：${mode}` : ''}`,
      ),
    }
  },
})
