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
    if (celsius < -60 || celsius > 150)
      return {
        words: say(
          `Module temperature out of range: ${celsius} °C is no measurement.`,
          `モジュール温度が範囲外です：${celsius} ℃ は測定値ではありません。`,
        ),
        severity: 'warning',
      }
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
