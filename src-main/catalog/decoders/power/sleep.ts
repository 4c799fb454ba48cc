import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'
import { offOn } from '@core/at/words'

const csclk = decoder({
  id: '+CSCLK',
  title: say('sleep of the UART', 'UART のスリープ'),
  spec: 'A76XX manual p263',
  group: 'simcom',
  parameters: [
    int('mode', 'mode', 'モード', {
      0: say('never', 'しない'),
      1: say('when DTR is high', 'DTR で制御'),
      2: say('when the line is quiet', '無通信時に自動'),
    }),
  ],
})

const upsv = decoder({
  id: '+UPSV',
  title: say('power saving of the UART', 'UART の省電力'),
  spec: 'u-blox AT manual',
  group: 'u-blox',
  parameters: [
    int('mode', 'mode', 'モード', {
      0: say('off', 'オフ'),
      1: say('on, by timer', 'オン（タイマー）'),
      2: say('by RTS', 'RTS で制御'),
      3: say('by DTR', 'DTR で制御'),
      4: say('on', 'オン'),
    }),
    int('timeout', 'frames', 'フレーム数'),
  ],
})

/** Modules on EigenComm's EC61x chips: Quectel BC660, LuatOS' Air7xx and others. */
const ecpmucfg = decoder({
  id: '+ECPMUCFG',
  title: say('sleep of the chip', 'チップのスリープ'),
  spec: 'EigenComm EC61x, sleep manager of the SDK, +ECPMUCFG',
  group: 'others',
  parameters: [
    int('enable', 'on or off', 'オン/オフ', offOn),
    int('mode', 'deepest sleep', '最も深いスリープ', {
      0: say('none', 'なし'),
      1: say('waits for an interrupt only', '割り込み待ちのみ'),
      2: say('sleep 1', 'sleep1'),
      3: say('sleep 2', 'sleep2'),
      4: say('hibernation', 'ハイバネーション'),
    }),
  ],
})

export default [csclk, upsv, ecpmucfg]
