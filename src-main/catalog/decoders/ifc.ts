import { decoder } from '@core/at/decoder'
import { int, say, type ValueMeanings } from '@core/at/parameter'

const ways: ValueMeanings = {
  0: say('none', 'なし'),
  1: say('XON/XOFF', 'XON/XOFF'),
  2: say('RTS/CTS', 'RTS/CTS'),
  3: say('XON/XOFF, passed on', 'XON/XOFF（透過）'),
}

export default decoder({
  id: '+IFC',
  title: say('flow control between computer and modem', 'パソコンとモデム間のフロー制御'),
  spec: 'ITU-T V.250, 6.2.12',
  group: 'basic',
  parameters: [
    int('dce_by_dte', 'of the modem by the computer', 'モデム送信の制御', ways),
    int('dte_by_dce', 'of the computer by the modem', 'パソコン送信の制御', ways),
  ],
})
