import { decoder } from '@core/at/decoder'
import { decimal, say } from '@core/at/parameter'

export default decoder({
  id: '+CPMUTEMP',
  title: say('temperature of the module', 'モジュールの温度'),
  spec: 'A76XX manual p281',
  group: 'simcom',
  forms: ['action', 'test'],
  parameters: [decimal('temperature_c', '°C', '°C')],
  explain(facts, asked) {
    const { temperature_c: celsius } = facts
    if (asked.form === 'test' || typeof celsius !== 'number') return undefined
    const hot = celsius >= 75 || celsius <= -30
    return {
      words: say(
        `Module temperature ${celsius} °C${hot ? ', near its limit' : ''}.`,
        `モジュール温度 ${celsius} ℃${hot ? '（動作限界に近い）' : ''}`,
      ),
      severity: hot ? 'warning' : 'fine',
    }
  },
})
