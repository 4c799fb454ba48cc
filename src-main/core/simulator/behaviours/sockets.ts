import { bytesOf, latin1 } from '../../bytes'
import { error, ok, wrong } from '../answer'
import type { Answer, Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { numberIn } from '../parameters'
import { tuple } from './tuple'

/** SIMCom A76XX AT manual, TCP/IP: how long the network side of each takes. */
const OPEN_MS = [120, 600] as const
const CLOSE_MS = [20, 80] as const
const MOST_SOCKETS = 9
const MOST_OCTETS = 1500
/** <err>: network not opened, wrong parameter, no such socket, socket in use. */
const NOT_OPEN = 2
const WRONG = 3
const NO_SOCKET = 4
const IN_USE = 8

/** OK, and the result in a line of its own when it is there. */
function later({ modem, channel }: Asked, result: () => Promise<string> | string): Answer {
  return {
    after: () =>
      modem.later(modem.pick(OPEN_MS), () => {
        void Promise.resolve(result()).then((line) => channel.unsolicited(line))
      }),
  }
}

function netOpen(asked: Asked): Outcome {
  const { stack } = asked.modem
  if (stack.isOpen)
    return { lines: ['+IP ERROR: Network is already opened'], final: { kind: 'error' } }
  return later(asked, () => `+NETOPEN: ${stack.open() ? 0 : 1}`)
}
function netClose(asked: Asked): Outcome {
  const { stack } = asked.modem
  if (!stack.isOpen) return { lines: [`+NETCLOSE: ${NOT_OPEN}`], final: { kind: 'error' } }
  return later(asked, () => {
    stack.close()
    return '+NETCLOSE: 0'
  })
}

/** `AT+CIPOPEN=<socket>,"TCP","<host>",<port>` or `AT+CIPOPEN=<socket>,"UDP",,,<own port>`. */
function open(asked: Asked): Outcome {
  const { modem, values } = asked
  const { stack } = modem
  const number = numberIn(values[0], 0, MOST_SOCKETS)
  const kind = values[1]?.text.toUpperCase()
  const host = values[2]?.text ?? ''
  const port = numberIn(values[3], 1, 65_535)
  if (number === undefined || (kind !== 'TCP' && kind !== 'UDP')) return wrong
  const refused = (code: number): Answer => ({
    lines: [`+CIPOPEN: ${number},${code}`],
    final: { kind: 'error' },
  })
  if (!stack.isOpen) return refused(NOT_OPEN)
  if (stack.socket(number)) return refused(IN_USE)
  if (kind === 'UDP') {
    if (numberIn(values[4], 1, 65_535) === undefined) return refused(WRONG)
    stack.bind(number)
    return { after: () => asked.channel.unsolicited(`+CIPOPEN: ${number},0`) }
  }
  if (host === '' || port === undefined) return wrong
  return later(asked, async () => `+CIPOPEN: ${number},${await stack.connect(number, host, port)}`)
}

/** `AT+CIPSEND=<socket>,<octets>[,"<host>",<port>]`; without a length Ctrl-Z ends them. */
function send(asked: Asked): Outcome {
  const { modem, values, channel } = asked
  const { stack } = modem
  const number = numberIn(values[0], 0, MOST_SOCKETS)
  if (number === undefined) return wrong
  const length = values[1]?.text ? numberIn(values[1], 1, MOST_OCTETS) : undefined
  if (values[1]?.text && length === undefined) return wrong
  const port = numberIn(values[3], 1, 65_535)
  const to = port === undefined ? undefined : { host: values[2]?.text ?? '', port }
  if (!stack.socket(number)) return { lines: [`+CIPERROR: ${NO_SOCKET}`], final: { kind: 'error' } }
  return {
    ...(length === undefined ? {} : { octets: length }),
    prompt: (typed) => {
      const octets = bytesOf(typed)
      if (!stack.send(number, octets, to))
        return { lines: [`+CIPERROR: ${NO_SOCKET}`], final: { kind: 'error' } }
      const done = `+CIPSEND: ${number},${octets.length},${octets.length}`
      return { after: () => channel.unsolicited(done) }
    },
  }
}

function close(asked: Asked): Outcome {
  const { modem, values, channel } = asked
  const number = numberIn(values[0], 0, MOST_SOCKETS)
  if (number === undefined) return wrong
  if (!modem.stack.end(number))
    return { lines: [`+CIPCLOSE: ${number},${NO_SOCKET}`], final: { kind: 'error' } }
  return {
    after: () =>
      modem.later(modem.pick(CLOSE_MS), () => channel.unsolicited(`+CIPCLOSE: ${number},0`)),
  }
}

/** Mode 0 tells octets as they come, 1 lets them wait, 2 reads them, 4 says how many wait. */
function get({ modem, values }: Asked): Outcome {
  const mode = numberIn(values[0], 0, 4)
  const number = numberIn(values[1], 0, MOST_SOCKETS)
  const { stack } = modem
  if (mode === 0 || mode === 1) {
    modem.kept.set('+CIPRXGET', [mode])
    return ok()
  }
  if (number === undefined || (mode !== 2 && mode !== 4)) return wrong
  if (modem.kept.get('+CIPRXGET')?.[0] !== 1) return error
  const waiting = stack.socket(number)?.inbox.length ?? 0
  if (mode === 4) return ok(`+CIPRXGET: 4,${number},${waiting}`)
  if (waiting === 0) return { lines: ['+IP ERROR: No data'], final: { kind: 'error' } }
  const { octets, left } = stack.take(number, numberIn(values[2], 1, MOST_OCTETS) ?? MOST_OCTETS)
  return ok(`+CIPRXGET: 2,${number},${octets.length},${left}`, latin1(octets))
}

/** The sockets of the modem's own TCP/IP stack. */
export const sockets: Behaviour = [
  {
    name: '+NETOPEN',
    test: () => ok(),
    read: ({ modem }) => ok(`+NETOPEN: ${modem.stack.isOpen ? 1 : 0}`),
    execute: netOpen,
  },
  { name: '+NETCLOSE', test: () => ok(), execute: netClose },
  {
    name: '+IPADDR',
    test: () => ok(),
    execute: ({ modem }) => {
      const { address } = modem.stack
      return address === undefined
        ? { lines: ['+IP ERROR: Network not opened'], final: { kind: 'error' } }
        : ok(`+IPADDR: ${address}`)
    },
  },
  { name: '+CIPOPEN', test: () => ok(), set: open },
  { name: '+CIPSEND', test: () => ok(), set: send },
  {
    name: '+CIPCLOSE',
    test: () => ok(),
    read: ({ modem: { stack } }) => {
      const open = Array.from({ length: MOST_SOCKETS + 1 }, (_, at) => (stack.socket(at) ? 1 : 0))
      return ok(`+CIPCLOSE: ${open.join(',')}`)
    },
    set: close,
  },
  tuple('+CIPSENDMODE', [[0, 1]], [0]),
  // Retries, delay, <ack>, errors in words, header of what is received, <AsyncMode>, least time-out.
  tuple(
    '+CIPCCFG',
    [
      [0, 10],
      [0, 1_000],
      [0, 0],
      [0, 1],
      [0, 1],
      [0, 1],
      [500, 120_000],
    ],
    [10, 0, 0, 0, 1, 0, 75_000],
  ),
  // Of NETOPEN, CIPOPEN and CIPSEND.
  tuple(
    '+CIPTIMEOUT',
    [
      [3_000, 120_000],
      [3_000, 120_000],
      [3_000, 120_000],
    ],
    [120_000, 120_000, 120_000],
  ),
  {
    name: '+CIPRXGET',
    test: () => ok(),
    read: ({ modem }) => ok(`+CIPRXGET: ${modem.kept.get('+CIPRXGET')?.[0] ?? 0}`),
    set: get,
  },
]
