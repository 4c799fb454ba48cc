import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'
import { offOn } from '@core/at/words'

const cireg = decoder({
  id: '+CIREG',
  prefixes: ['+CIREG', '+CIREGU'],
  title: say('IMS registration', 'IMS の登録状態'),
  spec: '3GPP TS 27.007, 8.71',
  group: 'network',
  parameters: [
    int('n', 'reporting', '通知'),
    int('reg_info', 'registered', '登録', { 0: say('no', '未登録'), 1: say('yes', '登録済み') }),
    int('ext_info', 'services', 'サービス'),
  ],
  set: [int('n', 'reporting', '通知')],
  urc: [
    int('reg_info', 'registered', '登録', { 0: say('no', '未登録'), 1: say('yes', '登録済み') }),
    int('ext_info', 'services', 'サービス'),
  ],
})

const cavims = decoder({
  id: '+CAVIMS',
  title: say('IMS voice availability', 'IMS 音声の利用可否'),
  spec: '3GPP TS 27.007',
  group: 'network',
  parameters: [int('state', 'available', '利用可否', offOn)],
})

const cirep = decoder({
  id: '+CIREP',
  prefixes: ['+CIREP', '+CIREPI'],
  title: say('IMS voice over the packet network', 'パケットネットワークでの IMS 音声'),
  spec: '3GPP TS 27.007, 8.70',
  group: 'network',
  parameters: [
    int('reporting', 'reporting', '通知', offOn),
    int('nwimsvops', 'offered here', '提供', offOn),
  ],
  set: [int('reporting', 'reporting', '通知', offOn)],
  urc: [int('nwimsvops', 'offered here', '提供', offOn)],
  isUnsolicited: (row) => /^\s*\+CIREPI/i.test(row.line),
})

export default [cireg, cavims, cirep]
