import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+IPR',
  title: say('UART speed', 'UART 通信速度'),
  spec: 'ITU-T V.250, 6.2.10',
  group: 'basic',
  parameters: [int('rate', 'bit/s', 'bit/s', { 0: say('found automatically', '自動検出') })],
  explain(facts, asked) {
    const { rate } = facts
    if (asked.form === 'test' || typeof rate !== 'number') return undefined
    if (rate === 0)
      return { words: say('UART speed: found automatically (0).', 'UART 通信速度：自動検出（0）') }
    return { words: say(`UART speed: ${rate} bit/s.`, `UART 通信速度：${rate} bit/s`) }
  },
  explainCommand(facts, command) {
    const { rate } = facts
    if (command.form !== 'set' || typeof rate !== 'number') return undefined
    return {
      words: say(
        `Sets the UART speed to ${rate} bit/s; the port must follow after OK.`,
        `UART 通信速度を ${rate} bit/s にします。OK の後、ポート側も合わせる必要があります。`,
      ),
      severity: 'notice',
    }
  },
})
