import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'
import { offOn } from '@core/at/words'

const cmod = decoder({
  id: '+CMOD',
  title: say('mode of calls', '発着信モード'),
  spec: '3GPP TS 27.007, 6.4',
  group: 'call',
  parameters: [int('mode', 'mode', 'モード')],
})

const cr = decoder({
  id: '+CR',
  title: say('reporting of the service before CONNECT', '接続前の種別通知'),
  spec: '3GPP TS 27.007, 6.9',
  group: 'call',
  parameters: [int('mode', 'report', '通知', offOn)],
})

const crc = decoder({
  id: '+CRC',
  title: say('form of RING', 'RING の形式'),
  spec: '3GPP TS 27.007, 6.11',
  group: 'call',
  parameters: [int('mode', '+CRING instead of RING', 'RING の代わりに +CRING', offOn)],
})

const cvhu = decoder({
  id: '+CVHU',
  title: say('what ATH does to calls', 'ATH による通話切断'),
  spec: '3GPP TS 27.007, 6.20',
  group: 'call',
  parameters: [int('mode', 'mode', 'モード')],
})

const csta = decoder({
  id: '+CSTA',
  title: say('type of address', '番号種別'),
  spec: '3GPP TS 27.007, 6.1',
  group: 'call',
  parameters: [int('type', 'type', '種別')],
})

export default [cmod, cr, crc, cvhu, csta]
