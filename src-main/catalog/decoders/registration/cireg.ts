import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'
import { offOn } from '@core/at/words'

/** What is offered over IMS: the sum of 1 voice, 2 text during a call, 4 messages, 8 video. */
const offered = [
  say('voice', '音声'),
  say('text', 'テキスト'),
  say('SMS', 'SMS'),
  say('video', 'ビデオ'),
] as const
const services = Object.fromEntries(
  Array.from({ length: 15 }, (_, at) => {
    const there = offered.filter((_one, bit) => ((at + 1) & (1 << bit)) !== 0)
    return [at + 1, say(there.map(({ en }) => en).join(', '), there.map(({ ja }) => ja).join('、'))]
  }),
)

const cireg = decoder({
  id: '+CIREG',
  prefixes: ['+CIREG', '+CIREGU'],
  title: say('IMS registration', 'IMS の登録状態'),
  spec: '3GPP TS 27.007, 8.71',
  group: 'network',
  parameters: [
    int('n', 'reporting', '通知'),
    int('reg_info', 'registered', '登録', { 0: say('no', '未登録'), 1: say('yes', '登録済み') }),
    int('ext_info', 'services', 'サービス', services),
  ],
  set: [int('n', 'reporting', '通知')],
  urc: [
    int('reg_info', 'registered', '登録', { 0: say('no', '未登録'), 1: say('yes', '登録済み') }),
    int('ext_info', 'services', 'サービス', services),
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
