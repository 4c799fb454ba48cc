import { latin1 } from '../../../bytes'
import { faultCode } from '../../../fault'
import { error, ok, wrong } from '../../answer'
import type { Outcome } from '../../answer'
import type { Asked, Behaviour } from '../../behaviour'
import { fetchPage, isPage } from '../../own-clients'
import { numberIn } from '../../parameters'

/** A request that nothing answered; the note has no closer number. */
const NO_ANSWER = 601
const lengths: { readonly [name: string]: number } = { BODYLEN: 4_096, HEADERLEN: 350 }

/** `AT+SHCONF="URL","http://<host>[:<port>]"`; the lengths are kept and change nothing. */
function configure({ modem, values }: Asked): Outcome {
  const name = values[0]?.text.toUpperCase() ?? ''
  const most = lengths[name]
  if (most !== undefined) return numberIn(values[1], 1, most) === undefined ? wrong : ok()
  const [, host = '', port = '80'] =
    /^http:\/\/([^/:\s]+)(?::(\d+))?\/?$/i.exec(values[1]?.text ?? '') ?? []
  if (name !== 'URL' || host === '') return wrong
  modem.web.server = { host, port: Number(port), secure: false, tls: 0 }
  return ok()
}

/** Whether the server is there at all: the page is asked for by AT+SHREQ. */
function connect({ modem }: Asked): Outcome {
  const { host, port } = modem.web.server
  if (host === '' || modem.web.request || !modem.stack.isOpen) return error
  return {
    until: async () => {
      try {
        ;(await modem.stack.dial(host, { port })).end()
        modem.web.request = { url: `http://${host}:${port}`, tls: 0 }
        return ok()
      } catch (reason) {
        if (faultCode(reason) === undefined) throw reason
        return error
      }
    },
  }
}

/** `AT+SHREQ="<path>",1`: GET alone is simulated. */
function request({ modem, values, channel }: Asked): Outcome {
  const path = values[0]?.text ?? ''
  const { request: open } = modem.web
  if (numberIn(values[1], 1, 1) === undefined || !path.startsWith('/')) return wrong
  if (!open) return error
  return {
    after: () =>
      void fetchPage(modem, `${open.url}${path}`, 0).then((page) => {
        modem.web.body = isPage(page) ? latin1(page.body) : ''
        const status = isPage(page) ? page.status : NO_ANSWER
        channel.unsolicited(`+SHREQ: "GET",${status},${modem.web.body.length}`)
      }),
  }
}

/** `AT+SHREAD=<from>,<octets>`: the octets come behind the OK. */
function read({ modem, values, channel }: Asked): Outcome {
  const { body } = modem.web
  const from = numberIn(values[0], 0, body.length)
  const count = numberIn(values[1], 1, 2_048)
  if (from === undefined || count === undefined || !modem.web.request) return error
  const piece = body.slice(from, from + count)
  return { after: () => channel.unsolicited(`+SHREAD: ${piece.length}\r\n${piece}`) }
}

/** SIM7070_SIM7080_SIM7090 HTTP(S) Application Note, without TLS. */
export const sim7070Web: Behaviour = [
  { name: '+SHCONF', test: () => ok(), set: configure },
  { name: '+SHCONN', test: () => ok(), execute: connect },
  {
    name: '+SHSTATE',
    test: () => ok(),
    read: ({ modem }) => ok(`+SHSTATE: ${modem.web.request ? 1 : 0}`),
  },
  { name: '+SHREQ', test: () => ok(), set: request },
  { name: '+SHREAD', test: () => ok(), set: read },
  {
    name: '+SHDISC',
    test: () => ok(),
    execute: ({ modem }) => {
      if (!modem.web.request) return error
      modem.web.request = undefined
      return ok()
    },
  },
]
