import { decoder } from '@core/at/decoder'
import { int, ranged, say } from '@core/at/parameter'

export default decoder({
  id: '+CEMODE',
  title: say('mode of operation in LTE', 'LTE の動作モード'),
  spec: '3GPP TS 27.007, 10.1.28',
  group: 'network',
  parameters: [
    ranged(
      0,
      3,
      int('mode', 'mode', 'モード', {
        0: say('packet only, data centric', 'PS モード 2：データ優先'),
        1: say('voice and data, voice centric', 'CS/PS モード 1：音声優先'),
        2: say('voice and data, data centric', 'CS/PS モード 2：データ優先'),
        3: say('packet only, voice centric', 'PS モード 1：音声優先'),
      }),
    ),
  ],
})
