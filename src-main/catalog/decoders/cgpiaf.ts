import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CGPIAF',
  title: say('notation of IPv6 addresses', 'IPv6 アドレスの表記'),
  spec: '3GPP TS 27.007, 10.1.43',
  group: 'packet',
  parameters: [
    int('address_format', 'notation', '表記'),
    int('subnet_notation', 'prefix', 'プレフィックス'),
    int('leading_zeros', 'leading zeros', '先頭ゼロ'),
    int('compress_zeros', 'zero compression', 'ゼロ圧縮'),
  ],
})
