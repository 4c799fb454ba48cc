import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'
import { offOn } from '@core/at/words'

const catr = decoder({
  id: '+CATR',
  title: say('port of unsolicited lines', '通知を出すポート'),
  spec: 'A76XX manual p266',
  group: 'simcom',
  parameters: [int('port', 'port', 'ポート', { 0: say('all', 'すべて'), 1: say('UART', 'UART') })],
})

const cfgri = decoder({
  id: '+CFGRI',
  title: say('RI line', 'RI 信号の設定'),
  spec: 'A76XX manual p267',
  group: 'simcom',
  parameters: [
    int('status', 'RI on unsolicited lines', '通知時の RI', offOn),
    int('urc_time_ms', 'ms', 'ms'),
    int('sms_time_ms', 'ms for messages', 'SMS 時 ms'),
  ],
})

const crirs = decoder({
  id: '+CRIRS',
  title: say('RI line', 'RI 信号の解除'),
  does: say('Clears the RI line.', 'RI 信号を解除します。'),
  spec: 'SIM5320 AT manual',
  group: 'simcom',
  forms: ['action', 'test'],
})

const csuart = decoder({
  id: '+CSUART',
  title: say('number of UART wires', 'UART の線数'),
  spec: 'A76XX manual',
  group: 'simcom',
  parameters: [int('mode', 'wires', '線数', { 0: say('three', '3 線'), 1: say('seven', '7 線') })],
})

const dcdmode = decoder({
  id: '+DCDMODE',
  title: say('use of the DCD pin', 'DCD 端子の用途'),
  spec: 'A76XX manual',
  group: 'simcom',
  parameters: [int('mode', 'DCD', 'DCD', offOn)],
})

const dialmode = decoder({
  id: '+DIALMODE',
  title: say('USB network dial', 'USB ネットワークの自動接続'),
  spec: 'A76XX manual',
  group: 'simcom',
  parameters: [
    int('mode', 'dial', '接続', { 0: say('automatic', '自動'), 1: say('by hand', '手動') }),
  ],
})

export default [catr, cfgri, crirs, csuart, dcdmode, dialmode]
