import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'

const cgps = decoder({
  id: '+CGPS',
  title: say('GPS', 'GPS'),
  spec: 'A76XX manual',
  group: 'simcom',
  parameters: [int('on', 'GPS', 'GPS', offOn), int('mode', 'mode', 'モード')],
})

const cgpsinfo = decoder({
  id: '+CGPSINFO',
  title: say('position', 'GPS 測位結果'),
  spec: 'A76XX manual',
  group: 'simcom',
  forms: ['action', 'set', 'read', 'test'],
  parameters: [
    secret('position', text('lat', 'latitude', '緯度')),
    text('ns', 'N/S', '南北'),
    secret('position', text('lon', 'longitude', '経度')),
    text('ew', 'E/W', '東西'),
    text('date', 'date', '日付'),
    text('utc_time', 'time UTC', '時刻 UTC'),
    text('alt', 'altitude', '高度'),
    text('speed', 'speed', '速度'),
    text('course', 'course', '方位'),
  ],
  urc: true,
  explain(facts, asked) {
    if (asked.form === 'test' || asked.form === 'set' || !('lat' in facts)) return undefined
    return typeof facts['lat'] === 'string' && facts['lat'] !== '' ? undefined : noFix
  },
})

const noFix = {
  words: say(
    'No position yet: the receiver has no fix.',
    'まだ測位できていません（受信機が位置を得ていません）。',
  ),
  severity: 'notice',
} as const

export default [cgps, cgpsinfo]
