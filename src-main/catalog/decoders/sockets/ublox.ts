import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

const uupsdd = decoder({
  id: '+UUPSDD',
  title: say('end of an internal context', '内蔵コンテキストの切断'),
  spec: 'u-blox SARA-R4/R5 AT commands manual',
  group: 'u-blox',
  forms: [],
  parameters: [int('profile_id', 'profile', 'プロファイル')],
  urc: true,
})

const uusocl = decoder({
  id: '+UUSOCL',
  title: say('socket closed', 'ソケットの切断'),
  spec: 'u-blox SARA-R4/R5 AT commands manual',
  group: 'u-blox',
  forms: [],
  parameters: [int('socket', 'socket', 'ソケット')],
  urc: true,
})

export default [uupsdd, uusocl]
