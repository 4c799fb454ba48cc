import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CGEQOSRDP',
  title: say('quality of service in use', '現在の QoS'),
  spec: '3GPP TS 27.007, 10.1.27',
  group: 'packet',
  forms: ['action', 'set', 'test'],
  parameters: [
    int('cid', 'context', 'cid'),
    int('qci', 'QCI', 'QCI'),
    int('dl_gbr', 'DL GBR', '下り GBR'),
    int('ul_gbr', 'UL GBR', '上り GBR'),
    int('dl_mbr', 'DL MBR', '下り MBR'),
    int('ul_mbr', 'UL MBR', '上り MBR'),
  ],
  set: [int('cid', 'context', 'cid')],
  list: 'contexts',
  asks: true,
})
