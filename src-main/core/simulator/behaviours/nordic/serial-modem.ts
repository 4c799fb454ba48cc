import { bytesOf, latin1 } from '../../../bytes'
import { error, ok, wrong } from '../../answer'
import type { Outcome } from '../../answer'
import type { Asked, Behaviour } from '../../behaviour'
import type { ModemParts } from '../../modem-parts'
import { numberIn } from '../../parameters'

const MOST_SOCKETS = 8
const MOST_OCTETS = 1024
const OPEN = '#XSOCKET'
const types = { 1: 6, 2: 17 } as const

/** Handles that are open, each with its type behind it; the last one is the active. */
const opened = (modem: ModemParts) => modem.kept.get(OPEN) ?? []
const active = (modem: ModemParts) => opened(modem).at(-2)
const typeOf = (modem: ModemParts) => opened(modem).at(-1)
const online = ({ modem }: Asked) => modem.stack.isOpen || modem.stack.open()

/** `AT#XSOCKET=1,1,0` gives `#XSOCKET: 0,1,6`; `AT#XSOCKET=0` closes the active one. */
function socket(asked: Asked): Outcome {
  const { modem, values } = asked
  const operation = numberIn(values[0], 0, 1)
  if (operation === 0) return closed(modem)
  const type = numberIn(values[1], 1, 2)
  const client = numberIn(values[2], 0, 0)
  if (operation === undefined || client === undefined) return wrong
  if (type !== 1 && type !== 2) return wrong
  const used = opened(modem)
  const handle = Array.from({ length: MOST_SOCKETS }, (_none, at) => at).find(
    (at) => !used.some((one, index) => index % 2 === 0 && one === at),
  )
  if (handle === undefined || !online(asked)) return error
  modem.kept.set(OPEN, [...used, handle, type])
  if (type === 2) modem.stack.bind(handle)
  return ok(`#XSOCKET: ${handle},${type},${types[type]}`)
}
function closed(modem: ModemParts): Outcome {
  const handle = active(modem)
  if (handle === undefined) return error
  modem.kept.set(OPEN, opened(modem).slice(0, -2))
  modem.stack.end(handle)
  return ok('#XSOCKET: 0,"closed"')
}

function connect({ modem, values }: Asked): Outcome {
  const handle = active(modem)
  const host = values[0]?.text ?? ''
  const port = numberIn(values[1], 1, 65_535)
  if (host === '' || port === undefined) return wrong
  if (handle === undefined) return error
  if (typeOf(modem) === 2) {
    modem.stack.bind(handle, { host, port })
    return ok('#XCONNECT: 1')
  }
  return {
    until: async () =>
      (await modem.stack.connect(handle, host, port)) === 0 ? ok('#XCONNECT: 1') : error,
  }
}

/** `AT#XSEND="data"` and `AT#XSENDTO="host",port,"data"`; what is sent in data mode is not simulated. */
function send({ modem, values }: Asked, to: boolean): Outcome {
  const handle = active(modem)
  const octets = bytesOf(values[to ? 2 : 0]?.text ?? '')
  const host = values[0]?.text ?? ''
  const port = numberIn(values[1], 1, 65_535)
  if (octets.length === 0 || octets.length > MOST_OCTETS) return wrong
  if (to && (host === '' || port === undefined)) return wrong
  if (handle === undefined) return error
  const whom = to && port !== undefined ? { host, port } : undefined
  if (!modem.stack.send(handle, octets, whom)) return error
  return ok(`${to ? '#XSENDTO' : '#XSEND'}: ${octets.length}`)
}

/** `AT#XRECV=<timeout s>`: nothing within it is an error. */
function receive({ modem, values }: Asked, from: boolean): Outcome {
  const handle = active(modem)
  const timeout = numberIn(values[0], 0, 600)
  if (timeout === undefined) return wrong
  if (handle === undefined) return error
  const waiting = modem.stack.socket(handle)?.inbox.length ?? 0
  return {
    waitMs: waiting > 0 ? 0 : timeout * 1000,
    then: () => {
      const sender = modem.stack.socket(handle)?.from.split(':') ?? []
      const { octets } = modem.stack.take(handle, MOST_OCTETS)
      if (octets.length === 0) return error
      const head = from
        ? `#XRECVFROM: ${octets.length},"${sender[0]}",${sender[1]}`
        : `#XRECV: ${octets.length}`
      return ok(head, latin1(octets))
    },
  }
}

function lookUp(asked: Asked): Outcome {
  const { modem, values } = asked
  const name = values[0]?.text ?? ''
  if (name === '') return wrong
  const address = modem.network.internet.lookUp(name)
  return {
    waitMs: modem.network.roundTripMs(),
    then: () =>
      address === undefined || !online(asked) ? error : ok(`#XGETADDRINFO: "${address}"`),
  }
}

/** The documents of the Serial LTE Modem (nRF Connect SDK 2.6): generic, socket and TCP/IP commands. */
export const serialModem: Behaviour = [
  { name: '#XSLMVER', execute: () => ok('#XSLMVER: "2.6.0","2.6.0"') },
  {
    name: OPEN,
    test: () => ok('#XSOCKET: (0,1,2),(1,2,3),(0,1),<cid>'),
    read: ({ modem }) => {
      const handle = active(modem)
      return handle === undefined ? ok() : ok(`#XSOCKET: ${handle},1,0,${typeOf(modem)},0`)
    },
    set: socket,
  },
  { name: '#XCONNECT', set: connect },
  { name: '#XSEND', set: (asked) => send(asked, false) },
  { name: '#XSENDTO', set: (asked) => send(asked, true) },
  { name: '#XRECV', set: (asked) => receive(asked, false) },
  { name: '#XRECVFROM', set: (asked) => receive(asked, true) },
  { name: '#XGETADDRINFO', set: lookUp },
  { name: '#XRESET', execute: ({ modem }) => ({ after: () => modem.power.restart(200, 100) }) },
  { name: '#XSHUTDOWN', execute: ({ modem }) => ({ after: () => modem.power.shutDown() }) },
]
