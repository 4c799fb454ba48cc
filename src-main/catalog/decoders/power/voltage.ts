import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'
import { offOn } from '@core/at/words'

const underVoltage = decoder({
  id: 'UNDER-VOLTAGE',
  pattern: /^UNDER-VOLTAGE.*$/,
  title: say('low supply voltage', '電源電圧低下'),
  spec: 'A76XX manual',
  group: 'power',
  explain: () => ({
    words: say(
      'The supply voltage is too low: check the supply under load.',
      '電源電圧が低下しています。負荷時の電源を確認してください。',
    ),
    severity: 'failure',
  }),
})

const overVoltage = decoder({
  id: 'OVER-VOLTAGE',
  pattern: /^OVER-VOLTAGE.*$/,
  title: say('high supply voltage', '電源の過電圧'),
  spec: 'A76XX manual',
  group: 'power',
  explain: () => ({
    words: say(
      'The supply voltage is too high: check the supply and its regulator.',
      '電源電圧が上限を超えています。電源とレギュレーターの設定を確認してください。',
    ),
    severity: 'failure',
  }),
})

const normalPowerDown = decoder({
  id: 'NORMAL POWER DOWN',
  pattern: /^NORMAL POWER (?:DOWN|OFF)$/i,
  title: say('power-off', '電源オフ'),
  spec: 'A76XX manual',
  group: 'power',
  explain: () => ({
    words: say('The modem is going off.', 'モデムが電源オフになります。'),
    severity: 'notice',
  }),
})

const poweredDown = decoder({
  id: 'POWERED DOWN',
  pattern: /^POWERED DOWN$/i,
  title: say('power-off', '電源オフ'),
  spec: 'Quectel manuals',
  group: 'power',
  explain: () => ({
    words: say('The modem is going off.', 'モデムが電源オフになります。'),
    severity: 'notice',
  }),
})

const cpmvt = decoder({
  id: '+CPMVT',
  title: say('voltage limits with power-off', '電圧保護'),
  spec: 'A76XX manual p273',
  group: 'simcom',
  parameters: [
    int('enable', 'protection', '保護', offOn),
    int('low_mv', 'low mV', '下限 mV'),
    int('high_mv', 'high mV', '上限 mV'),
  ],
})

const cvalarm = decoder({
  id: '+CVALARM',
  title: say('voltage alarm', '電圧アラーム'),
  spec: 'A76XX manual p271',
  group: 'simcom',
  parameters: [
    int('enable', 'alarm', 'アラーム', offOn),
    int('low_mv', 'low mV', '下限 mV'),
    int('high_mv', 'high mV', '上限 mV'),
  ],
  urc: true,
})

export default [underVoltage, overVoltage, normalPowerDown, poweredDown, cpmvt, cvalarm]
