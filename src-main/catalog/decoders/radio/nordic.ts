import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '%XSYSTEMMODE',
  title: say('technologies in use', '使用する無線方式'),
  spec: 'nRF91 AT manual',
  group: 'nordic',
  parameters: [
    int('m1_support', 'LTE-M', 'LTE-M', offOn),
    int('nb1_support', 'NB-IoT', 'NB-IoT', offOn),
    int('gnss_support', 'GNSS', 'GNSS', offOn),
    int('lte_preference', 'preference', '優先', {
      0: say('none', 'なし'),
      1: say('LTE-M', 'LTE-M'),
      2: say('NB-IoT', 'NB-IoT'),
      3: say('operator first, then LTE-M', '事業者の優先順、次に LTE-M'),
      4: say('operator first, then NB-IoT', '事業者の優先順、次に NB-IoT'),
    }),
  ],
})
