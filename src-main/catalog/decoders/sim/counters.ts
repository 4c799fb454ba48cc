import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'
import { factRows } from '../shared/fact-rows'
import { display } from '../shared/join'

const cpinr = decoder({
  id: '+CPINR',
  title: say('tries left for the PINs', 'PIN の残り回数'),
  spec: '3GPP TS 27.007, 8.65',
  group: 'sim',
  forms: ['action', 'set', 'read', 'test'],
  asks: true,
  parameters: [
    text('code', 'code', '種別'),
    int('retries', 'tries left', '残り回数'),
    int('default_retries', 'of', '既定回数'),
  ],
  set: [text('sel_code', 'which', '種別')],
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const entries = factRows(facts['entries'])
    const rows = entries.length > 0 ? entries : [facts]
    const list = rows.map((row) => `${display(row['code'])} ${display(row['retries'])}`).join(', ')
    const last = rows.some(({ retries }) => typeof retries === 'number' && retries <= 1)
    return {
      words: say(`Tries left: ${list}.`, `残り回数：${list}`),
      severity: last ? 'warning' : 'fine',
    }
  },
})

const spic = decoder({
  id: '+SPIC',
  title: say('tries left for the PINs (SIMCom)', 'PIN の残り回数（SIMCom）'),
  spec: 'A76XX manual',
  group: 'sim',
  forms: ['action', 'test'],
  parameters: [
    int('pin1', 'PIN', 'PIN'),
    int('puk1', 'PUK', 'PUK'),
    int('pin2', 'PIN2', 'PIN2'),
    int('puk2', 'PUK2', 'PUK2'),
  ],
  explain(facts, asked) {
    const { pin1 } = facts
    if (asked.form === 'test' || typeof pin1 !== 'number' || pin1 > 1) return undefined
    return {
      words: say(
        `Only ${pin1} tries are left for the PIN: do not guess it.`,
        `PIN の残り回数は ${pin1} 回です。推測で入力しないでください。`,
      ),
      severity: 'warning',
    }
  },
})

export default [cpinr, spic]
