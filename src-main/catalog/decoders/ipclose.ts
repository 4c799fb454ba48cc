import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+IPCLOSE',
  title: say('socket closed', 'ソケットの切断'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  forms: [],
  parameters: [
    int('link_num', 'socket', 'ソケット'),
    int('close_reason', 'reason', '理由', {
      0: say('closed here', '自側から切断'),
      1: say('closed by the other side', '相手側から切断'),
      2: say('timeout or lost', 'タイムアウト・切断'),
      3: say('internal error', '内部エラー'),
    }),
  ],
  urc: true,
})
