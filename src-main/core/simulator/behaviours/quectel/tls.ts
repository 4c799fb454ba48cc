import { bytesOf, latin1 } from '../../../bytes'
import { error, ok, wrong } from '../../answer'
import type { Outcome } from '../../answer'
import type { Asked, Behaviour } from '../../behaviour'
import { handshakeMs, openTls, type NotReached } from '../../own-clients'
import { numberIn } from '../../parameters'
import { TLS_FROM, tlsSocket } from '../../tls-sockets'
import type { TlsContext } from '../../web-service'

type Numbers = 'version' | 'check' | 'ignoreTime' | 'negotiateS' | 'sni'
const MOST_TLS = 6
const numbers: { readonly [item: string]: readonly [Numbers, low: number, high: number] } = {
  sslversion: ['version', 0, 4],
  seclevel: ['check', 0, 2],
  ignorelocaltime: ['ignoreTime', 0, 1],
  negotiatetime: ['negotiateS', 10, 300],
  sni: ['sni', 0, 1],
}
const texts: { readonly [item: string]: 'ca' | 'certificate' | 'key' } = {
  cacert: 'ca',
  clientcert: 'certificate',
  clientkey: 'key',
}

const valueOf = (context: TlsContext, item: string): string | undefined => {
  const [field] = numbers[item] ?? []
  const text = texts[item]
  if (field !== undefined) return String(context[field])
  return text === undefined ? undefined : `"${context[text]}"`
}

/** `AT+QSSLCFG="<item>",<context>[,<value>]`: without the value it is told. */
function configure({ modem, values }: Asked): Outcome {
  const item = values[0]?.text.toLowerCase() ?? ''
  const index = numberIn(values[1], 0, MOST_TLS - 1) ?? -1
  const context = modem.web.tls[index]
  if (!context || values.length > 3) return wrong
  if (!values[2]) {
    const value = valueOf(context, item)
    return value === undefined ? wrong : ok(`+QSSLCFG: "${item}",${index},${value}`)
  }
  const [field, low, high] = numbers[item] ?? []
  const text = texts[item]
  if (field !== undefined) {
    const value = numberIn(values[2], low ?? 0, high ?? 0)
    if (value === undefined) return wrong
    context[field] = value
    return ok()
  }
  if (text === undefined) return wrong
  // A certificate is a file of the user file system.
  context[text] = values[2].text.replace(/^UFS:/, '')
  return ok()
}

/** Results of opening as Quectel numbers them; a handshake that fails has no closer number there. */
const results: { readonly [why in NotReached]: number } = {
  'no network': 561,
  'no name': 565,
  'no server': 566,
  refused: 566,
  'no CA': 566,
}
const IN_USE = 563
const MOST_SOCKETS = 11
const MOST_OCTETS = 1_460
const MOST_READ = 1_500

/** `AT+QSSLOPEN=<cid>,<TLS settings>,<socket>,"<host>",<port>[,0]`: octets wait until they are read. */
function open({ modem, channel, values }: Asked): Outcome {
  const tls = numberIn(values[1], 0, MOST_TLS - 1)
  const number = numberIn(values[2], 0, MOST_SOCKETS)
  const host = values[3]?.text ?? ''
  const port = numberIn(values[4], 1, 65_535)
  const mode = values[5] === undefined ? 0 : numberIn(values[5], 0, 0)
  if (numberIn(values[0], 1, 16) === undefined || tls === undefined || number === undefined)
    return wrong
  if (host === '' || port === undefined || mode === undefined) return wrong
  if (!modem.stack.isOpen) return error
  const say = (code: number) => channel.unsolicited(`+QSSLOPEN: ${number},${code}`)
  return {
    after: () =>
      modem.later(handshakeMs(modem, true), () => {
        if (tlsSocket(modem, number)) return say(IN_USE)
        void openTls(modem, number, { host, port, tls }).then((why) =>
          say(why === undefined ? 0 : results[why]),
        )
      }),
  }
}

/** `AT+QSSLSEND=<socket>,<octets>`. */
function send({ modem, values }: Asked): Outcome {
  const number = numberIn(values[0], 0, MOST_SOCKETS)
  const octets = numberIn(values[1], 1, MOST_OCTETS)
  if (number === undefined || octets === undefined) return wrong
  if (!tlsSocket(modem, number)) return error
  return {
    octets,
    prompt: (typed) => {
      const sent = modem.stack.send(TLS_FROM + number, bytesOf(typed))
      return { final: { kind: 'text', text: sent ? 'SEND OK' : 'SEND FAIL' } }
    },
  }
}

function receive({ modem, values }: Asked): Outcome {
  const number = numberIn(values[0], 0, MOST_SOCKETS)
  const most = numberIn(values[1], 1, MOST_READ)
  if (number === undefined || most === undefined) return wrong
  if (!tlsSocket(modem, number)) return error
  const { octets } = modem.stack.take(TLS_FROM + number, most)
  return octets.length === 0
    ? ok('+QSSLRECV: 0')
    : ok(`+QSSLRECV: ${octets.length}`, latin1(octets))
}

/** TLS settings and sockets (Quectel EC2x/EG9x/BG9x SSL Application Note). */
export const quectelTls: Behaviour = [
  { name: '+QSSLCFG', test: () => ok(), set: configure },
  { name: '+QSSLOPEN', test: () => ok(), set: open },
  { name: '+QSSLSEND', test: () => ok(), set: send },
  { name: '+QSSLRECV', test: () => ok(), set: receive },
  {
    name: '+QSSLCLOSE',
    test: () => ok(),
    set: ({ modem, values }) => {
      const number = numberIn(values[0], 0, MOST_SOCKETS)
      if (number === undefined) return wrong
      return modem.stack.end(TLS_FROM + number) ? ok() : error
    },
  },
]
