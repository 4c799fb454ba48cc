import { bytesOf, latin1 } from '../../bytes'
import { error, ok, wrong } from '../answer'
import type { Answer, Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import type { ModemParts } from '../modem-parts'
import { fetchPage, handshakeMs, isPage, type NotReached } from '../own-clients'
import { numberIn } from '../parameters'
import { MOST_TLS } from '../web-service'

/** <errcode> of the A76XX manual, HTTP(S). */
const NO_NAME = 713
const NOT_REACHED = 714
const HANDSHAKE = 715
const NO_NETWORK = 717
const NO_CA = 719
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

const errorOf: { readonly [why in NotReached]: number } = {
  'no network': NO_NETWORK,
  'no name': NO_NAME,
  'no server': NOT_REACHED,
  refused: HANDSHAKE,
  'no CA': NO_CA,
}

/** Status and body, or a number of the modem’s own. */
async function got(modem: ModemParts): Promise<{ status: number; body: string }> {
  const { request } = modem.web
  const page = request ? await fetchPage(modem, request.url, request.tls) : 'no network'
  return isPage(page)
    ? { status: page.status, body: latin1(page.body) }
    : { status: errorOf[page], body: '' }
}

function action({ modem, values, channel }: Asked): Outcome {
  const method = numberIn(values[0], 0, 0)
  if (!modem.web.request?.url) return error
  if (method === undefined) return wrong
  const secure = /^https:/i.test(modem.web.request.url)
  const tripMs = handshakeMs(modem, secure)
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
