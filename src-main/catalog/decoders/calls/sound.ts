import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'
import { offOn } from '@core/at/words'

const calm = decoder({
  id: '+CALM',
  title: say('alert sound', '着信音の種類'),
  spec: '3GPP TS 27.007, 8.20',
  group: 'call',
  parameters: [
    int('mode', 'mode', 'モード', { 0: say('normal', '通常'), 1: say('silent', '消音') }),
  ],
})

const clvl = decoder({
  id: '+CLVL',
  title: say('loudspeaker volume', '受話音量'),
  spec: '3GPP TS 27.007, 8.23',
  group: 'call',
  parameters: [int('level', 'level', 'レベル')],
})

const cmut = decoder({
  id: '+CMUT',
  title: say('microphone', 'マイクのミュート'),
  spec: '3GPP TS 27.007, 8.24',
  group: 'call',
  parameters: [int('n', 'mute', 'ミュート', offOn)],
})

const crsl = decoder({
  id: '+CRSL',
  title: say('ringer volume', '着信音量'),
  spec: '3GPP TS 27.007, 8.21',
  group: 'call',
  parameters: [int('level', 'level', 'レベル')],
})

const csil = decoder({
  id: '+CSIL',
  title: say('silence command', '消音モード'),
  spec: '3GPP TS 27.007, 8.38',
  group: 'call',
  parameters: [int('mode', 'silence', '消音', offOn)],
})

const cpcmreg = decoder({
  id: '+CPCMREG',
  title: say('PCM audio', 'PCM 音声'),
  spec: 'SIM7600 AT manual',
  group: 'simcom',
  parameters: [int('n', 'audio', '音声', offOn)],
})

export default [calm, clvl, cmut, crsl, csil, cpcmreg]
