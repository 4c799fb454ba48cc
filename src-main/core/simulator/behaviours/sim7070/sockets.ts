import { bytesOf, latin1 } from '../../../bytes'
import { error, ok, wrong } from '../../answer'
import type { Outcome } from '../../answer'
import type { Asked, Behaviour } from '../../behaviour'
import { withCard } from '../../behaviour'
import { numberIn } from '../../parameters'
import { sendPings } from '../../pings'

const MOST_SOCKETS = 12
const MOST_OCTETS = 1459
/** Results of the own stack (OwnStack.connect) as +CAOPEN numbers them: no network, time-out, no name, refused. */
const results: { readonly [code: number]: number } = { 0: 0, 1: 21, 10: 27, 11: 20, 12: 23 }

/** `AT+CNACT=0,1`: refused where it is up already, as a SIM7080 did in public. Only <pdpidx> 0 is simulated. */
const activate = withCard(({ modem, channel, values }) => {
  const { stack } = modem
  const on = numberIn(values[1], 0, 1)
  if (numberIn(values[0], 0, 0) === undefined || on === undefined || values.length !== 2)
    return wrong
  if ((on === 1) === stack.isOpen) return error
  return {
    after: () =>
      modem.later(modem.pick([200, 900]), () => {
        if (on === 0) stack.close()
        const first = Math.min(...modem.stored.contexts.keys())
        const up =
          on === 1 &&
          (modem.contexts.cids.length > 0 || !modem.calls.activate(first)) &&
          stack.open()
        channel.unsolicited(`+APP PDP: 0,${up ? 'ACTIVE' : 'DEACTIVE'}`)
      }),
  }
})

/** The answer to `AT+CAOPEN=<socket>,0,"TCP","<host>",<port>` stands before the OK; the other forms are not simulated. */
function open(asked: Asked): Outcome {
  const { modem, values } = asked
  const { stack } = modem
  const number = numberIn(values[0], 0, MOST_SOCKETS)
  const kind = values[2]?.text.toUpperCase()
  const host = values[3]?.text ?? ''
  const port = numberIn(values[4], 1, 65_535)
  if (number === undefined || numberIn(values[1], 0, 0) === undefined) return wrong
  if ((kind !== 'TCP' && kind !== 'UDP') || host === '' || port === undefined) return wrong
  const said = (code: number) => ok(`+CAOPEN: ${number},${code}`)
  // As a SIM7080 said in public whose +CNACT was not up (TinyGSM #829).
  if (!stack.isOpen) return said(1)
  if (stack.socket(number)) return error
  if (kind === 'UDP') {
    stack.bind(number, { host, port })
    return said(0)
  }
  return {
    until: async () => said(results[await stack.connect(number, host, port)] ?? 1),
  }
}

function send({ modem, values }: Asked): Outcome {
  const number = numberIn(values[0], 0, MOST_SOCKETS)
  const length = numberIn(values[1], 1, MOST_OCTETS)
  if (number === undefined || length === undefined) return wrong
  if (!modem.stack.socket(number)) return error
  return {
    octets: length,
    prompt: (typed) => (modem.stack.send(number, bytesOf(typed)) ? {} : error),
  }
}

function receive({ modem, values }: Asked): Outcome {
  const number = numberIn(values[0], 0, MOST_SOCKETS)
  const most = numberIn(values[1], 1, MOST_OCTETS)
  if (number === undefined || most === undefined) return wrong
  if (!modem.stack.socket(number)) return error
  const { octets } = modem.stack.take(number, most)
  return octets.length === 0 ? ok('+CARECV: 0') : ok(`+CARECV: ${octets.length},${latin1(octets)}`)
}

function lookUp({ modem, channel, values }: Asked): Outcome {
  const name = values[0]?.text ?? ''
  if (name === '') return wrong
  if (modem.contexts.cids.length === 0) return error
  const address = modem.network.internet.lookUp(name)
  const line = address === undefined ? '+CDNSGIP: 0,8' : `+CDNSGIP: 1,"${name}","${address}"`
  return { after: () => modem.later(modem.network.roundTripMs(), () => channel.unsolicited(line)) }
}

/** `AT+SNPING4="<host>",<count>,<octets>,<time limit ms>`: an echo a line, before the OK; the limit where none came. */
function ping({ modem, values }: Asked): Outcome {
  const host = values[0]?.text ?? ''
  const count = numberIn(values[1], 1, 500)
  const waitMs = numberIn(values[3], 1, 60_000)
  if (host === '' || count === undefined || waitMs === undefined) return wrong
  if (numberIn(values[2], 1, 1_400) === undefined) return wrong
  const address = modem.network.internet.lookUp(host)
  if (!modem.stack.isOpen || address === undefined) return error
  const rows: string[] = []
  const tell = (ms = waitMs) => rows.push(`+SNPING4: ${rows.length + 1},${address},${ms}`)
  const wanted = { count, intervalMs: 0, waitMs, online: () => modem.stack.isOpen }
  return {
    until: () =>
      new Promise((resolve) => sendPings(modem, address, wanted, tell, () => resolve(ok(...rows)))),
  }
}

/** SIM7070_SIM7080_SIM7090 TCP/UDP(S) Application Note V1.03, and a public log of a SIM7080 (+CNACT). */
export const sim7070Sockets: Behaviour = [
  {
    name: '+CNACT',
    test: () => ok('+CNACT: (0-3),(0-2)'),
    read: ({ modem: { stack } }) =>
      ok(
        ...[0, 1, 2, 3].map((at) =>
          at === 0 && stack.isOpen ? `+CNACT: 0,1,"${stack.address}"` : `+CNACT: ${at},0,"0.0.0.0"`,
        ),
      ),
    set: activate,
  },
  { name: '+CAOPEN', test: () => ok(), set: open },
  { name: '+CASEND', test: () => ok(), set: send },
  { name: '+CARECV', test: () => ok(), set: receive },
  {
    name: '+CACLOSE',
    test: () => ok(),
    set: ({ modem, values }) => {
      const number = numberIn(values[0], 0, MOST_SOCKETS)
      if (number === undefined) return wrong
      return modem.stack.end(number) ? {} : error
    },
  },
  { name: '+CDNSGIP', test: () => ok(), set: lookUp },
  { name: '+SNPING4', test: () => ok(), set: ping },
]
