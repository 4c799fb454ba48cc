import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'
import { family } from '../shared/family'
import {
  address,
  host,
  item,
  length,
  mode,
  onOff,
  password,
  port,
  profile,
  socket,
  user,
  value,
} from '../shared/vocabulary'

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

const lisa = family('u-blox SARA/LARA/LISA AT Commands Manual', 'u-blox')
const toby = family('u-blox SARA-R5/LARA-R6/TOBY-L2 AT Commands Manual (UBX-19047455)', 'u-blox')

export default [
  uupsdd,
  uusocl,
  lisa.setting('+UHTTPAC', 'HTTP by commands', 'HTTP 操作', [profile, item, value]),
  lisa.setting('+USOCLCFG', 'how sockets are closed', 'ソケット切断の動作', [socket, mode]),
  toby.setting('+UDYNDNS', 'dynamic DNS', 'ダイナミック DNS', [
    onOff,
    int('service', 'service', 'サービス'),
    host,
    user,
    password,
  ]),
  toby.action('+USOSTF', 'sending a datagram', 'UDP データの送信', [socket, address, port, length]),
]
