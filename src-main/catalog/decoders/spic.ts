import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
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
