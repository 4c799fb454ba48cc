import { bytesOf, latin1 } from '../../../bytes'
import { cme, ok, wrong } from '../../answer'
import type { Outcome } from '../../answer'
import type { Asked, Behaviour } from '../../behaviour'
import { fetchPage, handshakeMs, isPage, type NotReached } from '../../own-clients'
import { numberIn } from '../../parameters'

/** <err> of the HTTP(S) Application Note; a handshake that fails has no number of its own there. */
const errorOf: { readonly [why in NotReached]: number } = {
  'no network': 709,
  'no name': 714,
  'no server': 716,
  refused: 716,
  'no CA': 716,
}
const MOST_URL = 2_048
const settings: { readonly [name: string]: readonly [low: number, high: number] } = {
  contextid: [1, 16],
  sslctxid: [0, 5],
  requestheader: [0, 1],
  responseheader: [0, 1],
}
const keptAs = (name: string) => `+QHTTPCFG ${name}`

/** `AT+QHTTPCFG="<name>"[,<value>]`. */
function configure({ modem, values }: Asked): Outcome {
  const name = values[0]?.text.toLowerCase() ?? ''
  const range = settings[name]
  if (!range || values.length > 2) return wrong
  const [low, high] = range
  if (!values[1]) return ok(`+QHTTPCFG: "${name}",${modem.kept.get(keptAs(name))?.[0] ?? low}`)
  const value = numberIn(values[1], low, high)
  if (value === undefined) return wrong
  modem.kept.set(keptAs(name), [value])
  return ok()
}

/** `AT+QHTTPURL=<octets>,<time limit>`: CONNECT asks for the address. */
function address({ modem, values }: Asked): Outcome {
  const octets = numberIn(values[0], 1, MOST_URL)
  const timeout = values[1] === undefined ? 60 : numberIn(values[1], 1, 65_535)
  if (octets === undefined || timeout === undefined) return wrong
  return {
    octets,
    asks: 'CONNECT',
    prompt: (url) => {
      if (!/^https?:\/\/\S+$/i.test(url)) return cme(50)
      modem.web.request = { url, tls: modem.kept.get(keptAs('sslctxid'))?.[0] ?? 0 }
      modem.web.body = ''
      return ok()
    },
  }
}

/** `+QHTTPGET: <err>[,<status>,<octets>]` behind the OK. */
function get({ modem, values, channel }: Asked): Outcome {
  const { request } = modem.web
  if (values[0] !== undefined && numberIn(values[0], 1, 65_535) === undefined) return wrong
  if (!request || !modem.stack.isOpen) return cme(3)
  return {
    after: () =>
      modem.later(handshakeMs(modem, /^https:/i.test(request.url)), () => {
        void fetchPage(modem, request.url, request.tls).then((page) => {
          if (!isPage(page)) return channel.unsolicited(`+QHTTPGET: ${errorOf[page]}`)
          modem.web.body = latin1(page.body)
          channel.unsolicited(`+QHTTPGET: 0,${page.status},${page.body.length}`)
        })
      }),
  }
}

/** The body between CONNECT and OK, and the result behind it. */
function read({ modem, channel }: Asked): Outcome {
  const { body } = modem.web
  if (bytesOf(body).length === 0) return cme(3)
  return {
    lines: ['CONNECT', body],
    after: () => channel.unsolicited('+QHTTPREAD: 0'),
  }
}

/** One GET at a time over the modem's own stack (Quectel EC2x/EG9x/BG9x HTTP(S) Application Note). */
export const quectelWeb: Behaviour = [
  { name: '+QHTTPCFG', test: () => ok(), set: configure },
  { name: '+QHTTPURL', test: () => ok(), set: address },
  { name: '+QHTTPGET', test: () => ok(), execute: get, set: get },
  { name: '+QHTTPREAD', test: () => ok(), execute: read, set: read },
]
