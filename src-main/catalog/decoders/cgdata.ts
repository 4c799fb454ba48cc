import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '+CGDATA',
  title: say('start of data mode', 'データモードの開始'),
  does: say('Starts data mode.', 'データモードを開始します。'),
  spec: '3GPP TS 27.007, 10.1.12',
  group: 'packet',
  forms: ['set', 'test'],
  parameters: [text('l2p', 'protocol', 'プロトコル'), int('cid', 'context', 'cid')],
})
