import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+UUPSDD',
  title: say('end of an internal context', '内蔵コンテキストの切断'),
  spec: 'u-blox AT manual',
  group: 'u-blox',
  forms: [],
  parameters: [int('profile_id', 'profile', 'プロファイル')],
  urc: true,
})
