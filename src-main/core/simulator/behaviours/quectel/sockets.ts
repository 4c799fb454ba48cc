import { bytesOf, latin1 } from '../../../bytes'
import { error, ok, wrong } from '../../answer'
import type { Outcome } from '../../answer'
import type { Asked, Behaviour } from '../../behaviour'
import { withCard } from '../../behaviour'
import type { ContextAuth } from '../../contexts'
import { numberIn } from '../../parameters'
import { pingSum, sendPings } from '../../pings'

const OPEN_MS = [120, 600] as const
const ACTIVATE_MS = [300, 1_800] as const
const MOST_SOCKETS = 11
const MOST_OCTETS = 1460
/** Results of the own stack (OwnStack.connect) as Quectel numbers them: no network, time-out, no name, refused. */
const results: { readonly [code: number]: number } = { 0: 0, 1: 561, 10: 569, 11: 565, 12: 566 }
const IN_USE = 563
const authTypes: readonly ContextAuth['type'][] = [0, 1, 2, 3]

/** `AT+QICSGP=<cid>[,<type>,"<apn>"[,"<user>","<password>",<auth>]]`: the context and its credentials in one. */
function profile({ modem, values }: Asked): Outcome {
  const cid = numberIn(values[0], 1, 16)
  if (cid === undefined || values.length > 6) return wrong
  const { contexts, auth } = modem.stored
  if (values.length === 1) {
    const context = contexts.get(cid)
    const { user = '', password = '', type = 0 } = auth.get(cid) ?? {}
    return ok(`+QICSGP: 1,"${context?.apn ?? ''}","${user}","${password}",${type}`)
  }
  const kind = numberIn(values[1], 1, 3)
  const type = values[5] ? numberIn(values[5], 0, 3) : 0
  if (kind === undefined || type === undefined || !values[2]) return wrong
  const apn = values[2].text
  contexts.set(cid, { cid, type: ['IP', 'IPV6', 'IPV4V6'][kind - 1] ?? 'IP', apn })
  const [user = '', password = ''] = [values[3]?.text, values[4]?.text]
  auth.set(cid, { type: authTypes[type] ?? 0, user, password })
  return {}
}

const activate = withCard(({ modem, values }) => {
  const cid = numberIn(values[0], 1, 16)
  if (cid === undefined || values.length !== 1) return wrong
  if (modem.stack.isOpen || modem.radio.state.kind !== 'registered') return error
  return {
    waitMs: modem.pick(ACTIVATE_MS),
    then: () => {
      const refused = modem.contexts.get(cid) === undefined && modem.calls.activate(cid)
      return refused || !modem.stack.open() ? error : {}
    },
  }
})

function open(asked: Asked): Outcome {
  const { modem, channel, values } = asked
  const { stack } = modem
  const number = numberIn(values[1], 0, MOST_SOCKETS)
  const kind = values[2]?.text.toUpperCase()
  const host = values[3]?.text ?? ''
  const port = numberIn(values[4], 1, 65_535)
  // Octets wait until they are read (access mode 0); the others are not simulated.
  const mode = values[6] === undefined ? 0 : numberIn(values[6], 0, 0)
  if (numberIn(values[0], 1, 16) === undefined || number === undefined || mode === undefined)
    return wrong
  if ((kind !== 'TCP' && kind !== 'UDP') || host === '' || port === undefined) return wrong
  if (!stack.isOpen) return error
  const say = (code: number) => channel.unsolicited(`+QIOPEN: ${number},${code}`)
  return {
    after: () =>
      modem.later(modem.pick(OPEN_MS), () => {
        if (stack.socket(number)) return say(IN_USE)
        if (kind === 'UDP') {
          stack.bind(number, { host, port })
          return say(0)
        }
        void stack.connect(number, host, port).then((code) => say(results[code] ?? 550))
      }),
  }
}

/** `AT+QISEND=<socket>[,<octets>]`; without a length Ctrl-Z ends them. */
function send({ modem, values }: Asked): Outcome {
  const number = numberIn(values[0], 0, MOST_SOCKETS)
  const length = values[1] && numberIn(values[1], 1, MOST_OCTETS)
  if (number === undefined || (values[1] && length === undefined) || values.length > 2) return wrong
  if (!modem.stack.socket(number)) return error
  return {
    ...(length === undefined ? {} : { octets: length }),
    prompt: (typed) => {
      const text = modem.stack.send(number, bytesOf(typed)) ? 'SEND OK' : 'SEND FAIL'
      return { final: { kind: 'text', text } }
    },
  }
}

function receive({ modem, values }: Asked): Outcome {
  const number = numberIn(values[0], 0, MOST_SOCKETS)
  const most = values[1] ? numberIn(values[1], 1, 1500) : 1500
  if (number === undefined || most === undefined) return wrong
  if (!modem.stack.socket(number)) return error
  const { octets } = modem.stack.take(number, most)
  return octets.length === 0 ? ok('+QIRD: 0') : ok(`+QIRD: ${octets.length}`, latin1(octets))
}

function close({ modem, values }: Asked): Outcome {
  const number = numberIn(values[0], 0, MOST_SOCKETS)
  if (number === undefined) return wrong
  return { waitMs: 60, then: () => (modem.stack.end(number) ? {} : error) }
}

function lookUp({ modem, channel, values }: Asked): Outcome {
  const name = values[1]?.text ?? ''
  if (numberIn(values[0], 1, 16) === undefined || name === '') return wrong
  if (!modem.stack.isOpen) return error
  const address = modem.network.internet.lookUp(name)
  return {
    after: () =>
      modem.later(modem.network.roundTripMs(), () => {
        if (address === undefined) return channel.unsolicited('+QIURC: "dnsgip",565')
        channel.unsolicited('+QIURC: "dnsgip",0,1,600')
        channel.unsolicited(`+QIURC: "dnsgip","${address}"`)
      }),
  }
}

const PING_OCTETS = 32

/** `AT+QPING=<cid>,"<host>"[,<time limit s>[,<count>]]`: an echo a line, and the sum. */
function ping({ modem, channel, values }: Asked): Outcome {
  const host = values[1]?.text ?? ''
  const waitS = values[2] === undefined ? 4 : numberIn(values[2], 1, 255)
  const count = values[3] === undefined ? 4 : numberIn(values[3], 1, 10)
  if (numberIn(values[0], 1, 16) === undefined || host === '') return wrong
  if (waitS === undefined || count === undefined) return wrong
  if (!modem.stack.isOpen) return error
  const address = modem.network.internet.lookUp(host)
  const say = (result: string) => channel.unsolicited(`+QPING: ${result}`)
  if (address === undefined) return { after: () => say('565') }
  return {
    after: () =>
      sendPings(
        modem,
        address,
        { count, intervalMs: 0, waitMs: waitS * 1_000, online: () => modem.stack.isOpen },
        (ms) => say(ms === undefined ? '569' : `0,"${address}",${PING_OCTETS},${ms},255`),
        (times) => say(`0,${pingSum(count, times)}`),
      ),
  }
}

/** Quectel EC25&EC21 TCP/IP AT Commands Manual V1.0, BG95&BG77 TCP/IP Application Note V1.0, and public logs of EC200 and BG96. */
export const quectelSockets: Behaviour = [
  { name: '+QICSGP', test: () => ok('+QICSGP: (1-16),(1-3),,,,(0-3)'), set: profile },
  {
    name: '+QIACT',
    test: () => ok('+QIACT: (1-16)'),
    read: ({ modem }) => {
      const { isOpen, address } = modem.stack
      return isOpen ? ok(`+QIACT: ${modem.contexts.cids[0]},1,1,"${address}"`) : ok()
    },
    set: activate,
  },
  {
    name: '+QIDEACT',
    test: () => ok('+QIDEACT: (1-16)'),
    set: ({ modem, values }) => {
      if (numberIn(values[0], 1, 16) === undefined) return wrong
      return {
        waitMs: 200,
        then: () => {
          modem.stack.close()
          return {}
        },
      }
    },
  },
  { name: '+QIOPEN', test: () => ok(), set: open },
  { name: '+QISEND', test: () => ok(), set: send },
  { name: '+QIRD', test: () => ok(), set: receive },
  { name: '+QICLOSE', test: () => ok(), set: close },
  { name: '+QPING', test: () => ok(), set: ping },
  { name: '+QIDNSGIP', test: () => ok(), set: lookUp },
]
