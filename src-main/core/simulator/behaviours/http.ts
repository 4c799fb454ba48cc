import { bytesOf, latin1 } from '../../bytes'
import { faultCode } from '../../fault'
import { parseUrl } from '../../ip/http'
import { error, ok, wrong } from '../answer'
import type { Answer, Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import type { ModemParts } from '../modem-parts'
import { numberIn } from '../parameters'
import { handshakeOf } from '../tls-handshake'
import { MOST_TLS } from '../web-service'

/** <errcode> of the A76XX manual, HTTP(S). */
const NO_NAME = 713
const NOT_REACHED = 714
const HANDSHAKE = 715
const NO_NETWORK = 717
const NO_CA = 719
const TLS_ROUND_TRIPS = 3
const MOST_READ = 10_240

function setPara({ modem, values }: Asked): Outcome {
  const { request } = modem.web
  if (!request) return error
  const name = values[0]?.text.toUpperCase()
  if (name === 'URL') {
    const url = values[1]?.text ?? ''
    if (!/^https?:\/\/\S+$/i.test(url)) return error
    modem.web.request = { ...request, url }
    return ok()
  }
  if (name !== 'SSLCFG') return error
  const tls = numberIn(values[1], 0, MOST_TLS - 1)
  if (tls === undefined) return wrong
  modem.web.request = { ...request, tls }
  return ok()
}

/** <errcode> of a handshake; 0: it is agreed on. */
const handshakes = { agreed: 0, 'no server': NOT_REACHED, refused: HANDSHAKE, 'no CA': NO_CA }

/** Status and body, or a number of the modem’s own. */
async function got(modem: ModemParts): Promise<{ status: number; body: string }> {
  const { web, stack, network } = modem
  const request = web.request
  if (!request) return { status: NO_NETWORK, body: '' }
  const { host, secure, port, path } = parseUrl(request.url)
  const mine = !stack.isOpen
  if (mine && !stack.open()) return { status: NO_NETWORK, body: '' }
  try {
    if (network.internet.lookUp(host) === undefined) return { status: NO_NAME, body: '' }
    const failed = secure ? handshakes[handshakeOf(modem, host, request.tls)] : 0
    if (failed !== 0) return { status: failed, body: '' }
    const { status, body } = await stack.get(host, path, secure ? undefined : port)
    return { status, body: latin1(body) }
  } catch (reason) {
    const code = faultCode(reason)
    if (code === undefined) throw reason
    return { status: code.startsWith('dns-') ? NO_NAME : NOT_REACHED, body: '' }
  } finally {
    if (mine) stack.close()
  }
}

function action({ modem, values, channel }: Asked): Outcome {
  const method = numberIn(values[0], 0, 0)
  if (!modem.web.request?.url) return error
  if (method === undefined) return wrong
  const secure = /^https:/i.test(modem.web.request.url)
  const tripMs = secure ? TLS_ROUND_TRIPS * modem.network.roundTripMs() : 0
  return {
    after: () =>
      modem.later(tripMs, () => {
        void got(modem).then(({ status, body }) => {
          modem.web.body = body
          channel.unsolicited(`+HTTPACTION: 0,${status},${body.length}`)
        })
      }),
  }
}

/** `AT+HTTPREAD=<offset>,<octets>`; `AT+HTTPREAD?` says how many there are. */
function read({ modem, values }: Asked): Answer {
  const from = numberIn(values[0], 0, modem.web.body.length)
  const count = numberIn(values[1], 1, MOST_READ)
  if (!modem.web.request || from === undefined || count === undefined) return error
  const piece = modem.web.body.slice(from, from + count)
  if (piece === '') return ok('+HTTPREAD: 0')
  return ok(`+HTTPREAD: ${bytesOf(piece).length}`, piece, '+HTTPREAD: 0')
}

/** One GET at a time over the modem's own stack (SIMCom A76XX AT manual, HTTP(S)). */
export const http: Behaviour = [
  {
    name: '+HTTPINIT',
    test: () => ok(),
    execute: ({ modem }) => {
      if (modem.web.request) return error
      modem.web.request = { url: '', tls: 0 }
      return ok()
    },
  },
  { name: '+HTTPPARA', test: () => ok(), set: setPara },
  { name: '+HTTPACTION', test: () => ok(), set: action },
  {
    name: '+HTTPREAD',
    test: () => ok(),
    read: ({ modem }) => ok(`+HTTPREAD: LEN,${modem.web.body.length}`),
    set: read,
  },
  {
    name: '+HTTPTERM',
    test: () => ok(),
    execute: ({ modem }) => {
      if (!modem.web.request) return error
      modem.web.request = undefined
      modem.web.body = ''
      return ok()
    },
  },
]
