import { decoder } from '@core/at/decoder'
import { say, secret, text } from '@core/at/parameter'

export default decoder({
  id: '!ENTERCND',
  title: say('protected commands', '保護コマンドの解除'),
  does: say('Unlocks protected commands.', '保護コマンドを解除します。'),
  spec: 'Sierra Wireless AT manual',
  group: 'sierra',
  forms: ['set'],
  parameters: [secret('password', text('password', 'password', 'パスワード'))],
})
