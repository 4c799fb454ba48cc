import { choice } from './choice'
import type { RadioItem } from './item'
import { ws46Names } from './words'

/** +WS46 (3GPP TS 27.007, 5.9): for modems whose own command is not known, or that have no other. */
export const ws46: RadioItem = choice({
  id: 'rat',
  command: 'AT+WS46?',
  prefix: '+WS46:',
  test: 'AT+WS46=?',
  free: '25',
  names: ws46Names,
  write: (id) => `AT+WS46=${id}`,
})
