import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { item, length, mode, onOff, value } from '../shared/vocabulary'

/** The same numbers in all modules; which of them one has differs. */
const rats = table(
  '0 GSM|GSM',
  '1 GSM and UMTS|GSM・UMTS',
  '2 UMTS|UMTS',
  '3 LTE|LTE',
  '4 GSM, UMTS and LTE|GSM・UMTS・LTE',
  '5 GSM and LTE|GSM・LTE',
  '6 UMTS and LTE|UMTS・LTE',
  '7 LTE-M|LTE-M',
  '8 NB-IoT|NB-IoT',
  '9 GPRS and EDGE|GPRS・EDGE',
)

const urat = decoder({
  id: '+URAT',
  title: say('radio technologies in use', '使用する無線方式'),
  spec: 'u-blox SARA-R4/R5 AT commands manual',
  group: 'u-blox',
  parameters: [int('act', 'technology', '方式', rats), int('preferred', 'first', '優先', rats)],
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

const lisa = family('u-blox SARA/LARA/LISA AT Commands Manual', 'u-blox')
const toby = family('u-blox SARA-R5/LARA-R6/TOBY-L2 AT Commands Manual (UBX-19047455)', 'u-blox')
const r4 = family('u-blox SARA-R4 AT Commands Manual (UBX-17003787)', 'u-blox')

export default [
  urat,
  umnoprof,
  lisa.setting('+UCLASS', 'GPRS class', 'GPRS クラス', [int('class', 'class', 'クラス')]),
  lisa.setting('+USVCDOMAIN', 'service domain', 'サービスドメイン', [mode]),
  lisa.setting('+UMCLASS', 'multislot class', 'マルチスロットクラス', [
    int('class', 'class', 'クラス'),
  ]),
  lisa.setting('+UEONS', 'list of operator names', '事業者名の一覧', [mode]),
  lisa.setting('+UJAD', 'jamming detection', '妨害電波の検出', [onOff]),
  lisa.setting('+CGED', 'cell information of 2G and 3G', '2G・3G のセル情報', [mode, length], {
    // Asked for the cell it answers in words: `MCC:440, MNC: 10, LAC: 22c4, CI: a2b3`.
    row(row) {
      if (!/[:=]/.test(row.tail)) return { mode: row.int(0, 'mode'), length: row.int(1, 'length') }
      row.markText(row.tail, 'cell')
      return { mcc: /MCC: ?(\d+)/i.exec(row.tail)?.[1], mnc: /MNC: ?(\d+)/i.exec(row.tail)?.[1] }
    },
  }),
  toby.setting('+URPM', 'radio policy of the operator', '無線ポリシー（RPM）', [mode]),
  r4.setting('+UMNOCONF', 'settings of the operator profile', '事業者プロファイルの設定', [
    item,
    value,
  ]),
]
