import { bytesOf, latin1 } from '../../bytes'
import { error, ok, wrong } from '../answer'
import type { Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { handshakeMs, openTls, type NotReached } from '../own-clients'
import { numberIn } from '../parameters'
import { TLS_FROM, tlsSocket } from '../tls-sockets'
import { MOST_TLS } from '../web-service'
import { tuple } from './tuple'

/** <err> of the A76XX manual, SSL. */
const results: { readonly [why in NotReached]: number } = {
  'no network': 17,
  'no name': 13,
  'no server': 14,
  refused: 15,
  'no CA': 19,
}
const WRONG_STATE = 11
const START_MS = [100, 600] as const
const MOST_SESSION = 1
const MOST_OCTETS = 2_048
/** Whether the service runs, and whether it opened the stack for it. */
const SERVICE = '+CCHSTART'
/** The TLS settings of each session. */
const settingsOf = (session: number) => `+CCHSSLCFG ${session}`

const runs = ({ modem }: Asked) => modem.kept.has(SERVICE)

/** OK, and the result in a line of its own. */
function start(asked: Asked): Outcome {
  const { modem, channel } = asked
  if (runs(asked)) return error
  return {
    after: () =>
      modem.later(modem.pick(START_MS), () => {
        const open = modem.stack.isOpen
        if (!open && !modem.stack.open())
          return channel.unsolicited(`+CCHSTART: ${results['no network']}`)
        modem.kept.set(SERVICE, [open ? 0 : 1])
        channel.unsolicited('+CCHSTART: 0')
      }),
  }
}
function stop(asked: Asked): Outcome {
  const { modem, channel } = asked
  if (!runs(asked)) return error
  return {
    after: () => {
      for (let session = 0; session <= MOST_SESSION; session++) modem.stack.end(TLS_FROM + session)
      if (modem.kept.get(SERVICE)?.[0] === 1) modem.stack.close()
      modem.kept.delete(SERVICE)
      channel.unsolicited('+CCHSTOP: 0')
    },
  }
}

const sessionOf = ({ values }: Asked) => numberIn(values[0], 0, MOST_SESSION)

/** `AT+CCHOPEN=<session>,"<host>",<port>[,<1 TCP, 2 TLS>]`: TLS alone is simulated. */
function open(asked: Asked): Outcome {
  const { modem, channel, values } = asked
  const session = sessionOf(asked)
  const host = values[1]?.text ?? ''
  const port = numberIn(values[2], 1, 65_535)
  const kind = values[3] === undefined ? 2 : numberIn(values[3], 2, 2)
  if (session === undefined || host === '' || port === undefined || kind === undefined) return wrong
  const say = (code: number) => channel.unsolicited(`+CCHOPEN: ${session},${code}`)
  if (!runs(asked) || tlsSocket(modem, session)) return { after: () => say(WRONG_STATE) }
  const tls = modem.kept.get(settingsOf(session))?.[0] ?? 0
  return {
    after: () =>
      modem.later(handshakeMs(modem, true), () => {
        void openTls(modem, session, { host, port, tls }).then((why) =>
          say(why === undefined ? 0 : results[why]),
        )
      }),
  }
}

/** `AT+CCHSEND=<session>,<octets>`. */
function send(asked: Asked): Outcome {
  const { modem, channel, values } = asked
  const session = sessionOf(asked)
  const octets = numberIn(values[1], 1, MOST_OCTETS)
  if (session === undefined || octets === undefined) return wrong
  if (!tlsSocket(modem, session)) return error
  return {
    octets,
    prompt: (typed) => {
      if (!modem.stack.send(TLS_FROM + session, bytesOf(typed))) return error
      return { after: () => channel.unsolicited(`+CCHSEND: ${session},0`) }
    },
  }
}

/** `AT+CCHRECV=<session>[,<octets>]`, where AT+CCHSET lets them wait. */
function receive(asked: Asked): Outcome {
  const { modem, channel, values } = asked
  const session = sessionOf(asked)
  const most = values[1] === undefined ? MOST_OCTETS : numberIn(values[1], 1, MOST_OCTETS)
  if (session === undefined || most === undefined) return wrong
  if (!tlsSocket(modem, session)) return error
  const { octets } = modem.stack.take(TLS_FROM + session, most)
  const done = () => channel.unsolicited(`+CCHRECV: ${session},0`)
  if (octets.length === 0) return { after: done }
  return {
    lines: [`+CCHRECV: DATA,${session},${octets.length}`, latin1(octets)],
    after: done,
  }
}

function close(asked: Asked): Outcome {
  const { modem, channel } = asked
  const session = sessionOf(asked)
  if (session === undefined) return wrong
  if (!modem.stack.end(TLS_FROM + session)) return error
  return { after: () => channel.unsolicited(`+CCHCLOSE: ${session},0`) }
}

/** Sockets over TLS (SIMCom A76XX AT manual, SSL; SIM7500_SIM7600 SSL Application Note). */
export const tlsSockets: Behaviour = [
  tuple(
    '+CCHSET',
    [
      [0, 1],
      [0, 1],
    ],
    [0, 0],
  ),
  { name: SERVICE, test: () => ok(), execute: start },
  { name: '+CCHSTOP', test: () => ok(), execute: stop },
  {
    name: '+CCHSSLCFG',
    test: () => ok(),
    set: (asked) => {
      const session = sessionOf(asked)
      const tls = numberIn(asked.values[1], 0, MOST_TLS - 1)
      if (session === undefined || tls === undefined) return wrong
      asked.modem.kept.set(settingsOf(session), [tls])
      return ok()
    },
  },
  { name: '+CCHOPEN', test: () => ok(), set: open },
  { name: '+CCHSEND', test: () => ok(), set: send },
  { name: '+CCHRECV', test: () => ok(), set: receive },
  { name: '+CCHCLOSE', test: () => ok(), set: close },
]
