import { group } from '../command'
import { centre, list, read, remove } from './sms-inbox'
import { send } from './sms-send'

/** Messages of a modem. */
export const smsCommand = group({
  name: 'sms',
  about: 'Read, send and delete short messages (SMS)',
  commands: [list, read, send, remove, centre],
  usual: list,
  after: 'modem-bench sms PORT lists them.',
})
