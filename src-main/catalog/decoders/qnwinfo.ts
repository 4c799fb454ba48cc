import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'
import { display } from './shared/join'
import { operatorName } from './shared/operators'

export default decoder({
  id: '+QNWINFO',
  title: say('network in use', '接続中のネットワーク'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  forms: ['action', 'test'],
  parameters: [
    text('act', 'technology', '方式'),
    text('oper', 'operator', '事業者'),
    text('band', 'band', 'バンド'),
    int('channel', 'channel', 'チャネル'),
  ],
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const act = String(facts['act'] ?? '')
    if (/^(none|no ?service|)$/i.test(act))
      return {
        words: say('No service: on no network.', '圏外です（どの網にも接続していません）。'),
        severity: 'warning',
      }
    const name = operatorName(facts['oper']) ?? display(facts['oper'])
    const band = display(facts['band'])
    return {
      words: say(
        `On the network of ${name}: ${act}, ${band}, channel ${display(facts['channel'])}.`,
        `${name} の網に接続中：${act}、${band}、チャネル ${display(facts['channel'])}`,
      ),
    }
  },
})
