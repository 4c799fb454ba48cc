import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

const dcd = decoder({
  id: 'AT&C',
  title: say('DCD line', 'DCD 信号'),
  does: say('Sets DCD line.', 'DCD 信号を設定します。'),
  spec: 'ITU-T V.250, 6.2.8',
  group: 'basic',
  forms: ['set', 'action', 'read'],
  parameters: [
    int('value', 'value', '値', {
      0: say('always on', '常にオン'),
      1: say('follows the carrier', '接続中のみオン'),
    }),
  ],
  free: true,
})

const dsr = decoder({
  id: 'AT&S',
  title: say('DSR line', 'DSR 信号'),
  does: say('Sets DSR line.', 'DSR 信号を設定します。'),
  spec: 'ITU-T V.250',
  group: 'basic',
  forms: ['set', 'action', 'read'],
  parameters: [
    int('value', 'value', '値', {
      0: say('always on', '常にオン'),
      1: say('follows the state', '状態に連動'),
    }),
  ],
  free: true,
})

const dtr = decoder({
  id: 'AT&D',
  title: say('what dropping DTR does', 'DTR オフ時の動作'),
  does: say('Sets what dropping DTR does.', 'DTR オフ時の動作を設定します。'),
  spec: 'ITU-T V.250, 6.2.9',
  group: 'basic',
  forms: ['set', 'action', 'read'],
  parameters: [
    int('value', 'value', '値', {
      0: say('nothing', '何もしない'),
      1: say('back to command mode', 'コマンドモードに戻る'),
      2: say('hang up', '切断する'),
    }),
  ],
  free: true,
})

const flow = decoder({
  id: 'AT&K',
  title: say('flow control', 'フロー制御'),
  does: say('Sets flow control.', 'フロー制御を設定します。'),
  spec: 'ITU-T V.250',
  group: 'basic',
  forms: ['set', 'action', 'read'],
  parameters: [
    int('value', 'value', '値', {
      0: say('none', 'なし'),
      3: say('RTS/CTS', 'RTS/CTS'),
      4: say('XON/XOFF', 'XON/XOFF'),
    }),
  ],
  free: true,
})

export default [dcd, dsr, dtr, flow]
