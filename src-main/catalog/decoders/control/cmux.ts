import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CMUX',
  title: say('multiplexer', '多重化（CMUX）'),
  spec: '3GPP TS 27.007, 5.7',
  group: 'control',
  parameters: [
    int('mode', 'mode', 'モード', {
      0: say('basic', 'ベーシック'),
      1: say('advanced', 'アドバンスト'),
    }),
    int('subset', 'frames', 'フレーム種別'),
    int('port_speed', 'speed', '速度'),
    int('n1', 'octets in a frame', '最大フレーム長'),
    int('t1', 'T1', 'T1'),
    int('n2', 'tries', '再送回数'),
    int('t2', 'T2', 'T2'),
    int('t3', 'T3', 'T3'),
    int('k', 'window', 'ウィンドウ'),
  ],
  explainCommand: (_facts, command) =>
    command.form === 'set'
      ? {
          words: say(
            'Turns the multiplexer on: after OK the port speaks 27.010 frames.',
            '多重化（CMUX）を開始します。OK の後は 27.010 フレームになります。',
          ),
          severity: 'notice',
        }
      : undefined,
})
