import { int, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { data, length, mode, profile, value } from '../shared/vocabulary'

const { action, setting } = family('Sequans Monarch 2 GM02S AT Commands Reference Manual', 'others')

const option = text('option', 'option', 'オプション')

export default [
  action('+SQNCOAPCLOSE', 'closing a CoAP connection', 'CoAP の切断', [profile]),
  setting('+SQNCOAPHEADER', 'header of the next CoAP message', '次の CoAP メッセージのヘッダー', [
    profile,
    int('id', 'id', 'ID'),
    value,
  ]),
  setting('+SQNCOAPOPT', 'options of the next CoAP message', '次の CoAP メッセージのオプション', [
    profile,
    mode,
    option,
    value,
  ]),
  action(
    '+SQNCOAPRCV',
    'reading a CoAP message',
    'CoAP メッセージの読み出し',
    [profile, value, length],
    {
      parameters: [data],
    },
  ),
  action(
    '+SQNCOAPRCVO',
    'reading the options of a CoAP message',
    'CoAP オプションの読み出し',
    [profile, value, option],
    { parameters: [value] },
  ),
  action('+SQNIPERF', 'measuring the throughput', 'スループットの測定', [mode, value], {
    urc: true,
  }),
]
