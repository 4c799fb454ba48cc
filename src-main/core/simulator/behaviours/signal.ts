import { ok } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { cpsi } from '../cpsi'
import { csqLine } from '../csq-line'
import { cesqOf } from '../signal'

function cesq({ modem }: Asked): string {
  const serving = modem.radio.serving()
  if (!serving) return '+CESQ: 99,99,255,255,255,255'
  return `+CESQ: ${cesqOf(serving.cell.technology, serving.level)}`
}

/** Signal in its three forms (27.007, 8.5 and 8.69; SIMCom's +CPSI). */
export const signal: Behaviour = [
  {
    name: '+CSQ',
    execute: (asked) => ok(csqLine(asked.modem)),
    test: () => ok('+CSQ: (0-31,99),(0-7,99)'),
  },
  {
    name: '+CESQ',
    execute: (asked) => ok(cesq(asked)),
    test: () => ok('+CESQ: (0-63,99),(0-7,99),(0-96,255),(0-49,255),(0-34,255),(0-97,255)'),
  },
  {
    name: '+CPSI',
    read: ({ modem }) => ok(cpsi(modem.persona, modem.radio)),
    test: () => ok('+CPSI: (0-255)'),
  },
]
