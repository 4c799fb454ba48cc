import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

const urat = decoder({
  id: '+URAT',
  title: say('radio technologies in use', '使用する無線方式'),
  spec: 'u-blox AT manual',
  group: 'u-blox',
  parameters: [int('act', 'technology', '方式'), int('preferred', 'first', '優先')],
})

const umnoprof = decoder({
  id: '+UMNOPROF',
  title: say('operator profile', '事業者プロファイル'),
  spec: 'u-blox AT manual',
  group: 'u-blox',
  parameters: [
    int('mno', 'profile', 'プロファイル', {
      0: say('default', '既定'),
      1: say('by SIM', 'SIM で選択'),
      20: say('docomo', 'docomo'),
      28: say('SoftBank', 'SoftBank'),
      100: say('Europe', '欧州'),
    }),
  ],
})

export default [urat, umnoprof]
