import { cme, error, ok, wrong } from '../answer'
import type { Behaviour, CommandEntry } from '../behaviour'
import { withCard } from '../behaviour'
import { numberIn } from '../parameters'
import { tuple } from './tuple'

/** `+X: <n>,<m>`: whether it is shown, and that the subscriber has the service (27.007, 7.6 to 7.8). */
function service(name: string, highest: number, provisioned: number): CommandEntry {
  const entry = tuple(name, [[0, highest]], [0])
  return {
    ...entry,
    read: ({ modem }) => ok(`${name}: ${(modem.kept.get(name) ?? [0])[0]},${provisioned}`),
  }
}

/** Turned on in a call only, and there are no voice calls: 0 is taken, 1 is not (SIMCom AT manual). */
function inCall(name: string): CommandEntry {
  return {
    name,
    test: () => ok(`${name}: (0-1)`),
    read: () => ok(`${name}: 0`),
    set: ({ values }) => (numberIn(values[0], 0, 0) === undefined ? error : {}),
  }
}

const waiting: CommandEntry = {
  ...tuple('+CCWA', [[0, 1]], [0]),
  set: withCard(({ modem, values }) => {
    const n = values[0]?.text ? numberIn(values[0], 0, 1) : 0
    const mode = values[1]?.text ? numberIn(values[1], 0, 2) : undefined
    if (n === undefined || values.length > 3 || (values[1]?.text && mode === undefined))
      return wrong
    modem.kept.set('+CCWA', [n])
    if (mode === undefined) return {}
    if (modem.radio.state.kind !== 'registered') return cme(30)
    return mode === 2 ? ok('+CCWA: 0,7') : {}
  }),
}

const forwarding: CommandEntry = {
  name: '+CCFC',
  test: () => ok('+CCFC: (0,1,2,3,4,5)'),
  set: withCard(({ modem, values }) => {
    const reason = numberIn(values[0], 0, 5)
    const mode = numberIn(values[1], 0, 4)
    if (reason === undefined || mode === undefined) return wrong
    if (modem.radio.state.kind !== 'registered') return cme(30)
    return mode === 2 ? ok('+CCFC: 0,255') : {}
  }),
}

/** `AT+VTS=<key>` (27.007, C.11): in a call only. */
const keys: CommandEntry = {
  name: '+VTS',
  test: () => ok('+VTS: (0-9,*,#,A-D)'),
  set: ({ modem, values }) => {
    const key = values[0]?.text ?? ''
    if (!/^[0-9*#A-D]$/i.test(key)) return wrong
    return modem.telephone.key(key.toUpperCase()) ? {} : error
  },
}

/** Calls, and what other programs send at the start and expect an OK for. */
export const voice: Behaviour = [
  {
    ...tuple('+CLCC', [[0, 1]], [0]),
    execute: ({ modem }) => ok(...modem.telephone.rows()),
  },
  { name: '+CPAS', test: () => ok('+CPAS: (0,3,4)'), execute: () => ok('+CPAS: 0') },
  service('+CLIP', 1, 1),
  service('+COLP', 1, 0),
  service('+CLIR', 2, 0),
  tuple(
    '+CSSN',
    [
      [0, 1],
      [0, 1],
    ],
    [0, 0],
  ),
  tuple('+CRC', [[0, 1]], [0]),
  tuple('+CR', [[0, 1]], [0]),
  tuple('+CMOD', [[0, 0]], [0]),
  tuple('+CVHU', [[0, 1]], [0]),
  tuple('+VTD', [[0, 255]], [0]),
  tuple('+STK', [[0, 1]], [0]),
  keys,
  waiting,
  forwarding,
  inCall('+VMUTE'),
  inCall('+CMUT'),
  inCall('+CPCMREG'),
]
