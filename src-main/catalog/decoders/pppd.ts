import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: '+PPPD',
  title: say('PPP server in the modem', 'モデム内 PPP サーバー'),
  spec: 'SIM7672 firmware V1.9',
  group: 'simcom',
  forms: [],
  parameters: [text('event', 'event', 'イベント')],
  urc: true,
  row: (row) => ({ event: row.tail || null }),
  explain: () => ({
    words: say(
      'The PPP server in the modem stopped: AT commands work again.',
      'モデム内の PPP が終了しました。AT コマンドを使えます。',
    ),
    severity: 'notice',
  }),
})
