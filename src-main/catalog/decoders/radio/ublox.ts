import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

const urat = decoder({
  id: '+URAT',
  title: say('radio technologies in use', '使用する無線方式'),
  spec: 'u-blox SARA-R4/R5 AT commands manual',
  group: 'u-blox',
  parameters: [int('act', 'technology', '方式'), int('preferred', 'first', '優先')],
})

const umnoprof = decoder({
  id: '+UMNOPROF',
  title: say('operator profile', '事業者プロファイル'),
  spec: 'u-blox SARA-R4/R5 AT commands manual',
  group: 'u-blox',
  parameters: [
    int('mno', 'profile', 'プロファイル', {
      0: say('default', '既定'),
      1: say('by SIM', 'SIM で選択'),
      2: say('AT&T', 'AT&T'),
      3: say('Verizon', 'Verizon'),
      4: say('Telstra', 'Telstra'),
      5: say('T-Mobile US', 'T-Mobile US'),
      6: say('China Telecom', 'China Telecom'),
      8: say('Sprint', 'Sprint'),
      19: say('Vodafone', 'Vodafone'),
      20: say('docomo', 'docomo'),
      21: say('Telus', 'Telus'),
      28: say('SoftBank', 'SoftBank'),
      31: say('Deutsche Telekom', 'Deutsche Telekom'),
      32: say('US Cellular', 'US Cellular'),
      39: say('SKT', 'SKT'),
      90: say('global', '全世界'),
      100: say('Europe', '欧州'),
      101: say('Europe without ePCO', '欧州（ePCO なし）'),
    }),
  ],
})

export default [urat, umnoprof]
