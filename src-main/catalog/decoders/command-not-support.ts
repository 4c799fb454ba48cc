import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'COMMAND NOT SUPPORT',
  pattern: /^COMMAND NOT SUPPORT(?:ED)?$/,
  title: say('unknown command', '非対応コマンド'),
  spec: 'SIMCom and Fibocom modems',
  group: 'result',
  final: 'hard',
  explain: () => ({
    words: say(
      'This firmware does not know the command.',
      'このファームウェアはコマンドに対応していません。',
    ),
    severity: 'failure',
  }),
})
