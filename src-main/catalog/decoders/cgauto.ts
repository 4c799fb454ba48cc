import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CGAUTO',
  title: say('answer to contexts from the network', '網からの接続要求への自動応答'),
  spec: '3GPP TS 27.007, 10.1.15',
  group: 'packet',
  parameters: [
    int('n', 'automatic answer', '自動応答', {
      0: say('off for data', 'パケットは応答しない'),
      1: say('on for data', 'パケットに応答'),
      2: say('modem compatible, data only', 'モデム互換（パケットのみ）'),
      3: say('modem compatible, all calls', 'モデム互換（すべての着信）'),
    }),
  ],
})
