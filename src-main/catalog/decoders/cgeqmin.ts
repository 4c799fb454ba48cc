import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CGEQMIN',
  title: say('lowest 3G quality of service', '最低 QoS（3G）'),
  spec: '3GPP TS 27.007, 10.1.7',
  group: 'packet',
  parameters: [
    int('cid', 'context', 'cid'),
    int('traffic_class', 'traffic class', 'トラフィッククラス', {
      0: say('conversational', '会話型'),
      1: say('streaming', 'ストリーミング'),
      2: say('interactive', '対話型'),
      3: say('background', 'バックグラウンド'),
      4: say('as subscribed', '契約による'),
    }),
    int('max_ul_kbps', 'highest rate up, kbit/s', '上り最大 kbit/s'),
    int('max_dl_kbps', 'highest rate down, kbit/s', '下り最大 kbit/s'),
    int('gbr_ul_kbps', 'guaranteed rate up, kbit/s', '上り保証 kbit/s'),
    int('gbr_dl_kbps', 'guaranteed rate down, kbit/s', '下り保証 kbit/s'),
  ],
  list: 'contexts',
})
