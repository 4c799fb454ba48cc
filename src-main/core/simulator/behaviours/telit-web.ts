import { latin1 } from '../../bytes'
import { error, ok, wrong } from '../answer'
import type { Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { fetchPage, isPage } from '../own-clients'
import { numberIn } from '../parameters'
import { sendPings } from '../pings'

const MOST_PROFILE = 2
const PING_WAIT_MS = 5_000

/** `AT#HTTPCFG=<profile>,"<host>",<port>,<authentication>,,,<TLS>…`: without TLS and authentication. */
function configure({ modem, values }: Asked): Outcome {
  const host = values[1]?.text ?? ''
  const port = values[2]?.text ? numberIn(values[2], 1, 65_535) : 80
  const plain = values[6]?.text ? numberIn(values[6], 0, 0) : 0
  if (numberIn(values[0], 0, MOST_PROFILE) === undefined || host === '') return wrong
  if (port === undefined || plain === undefined) return wrong
  modem.web.server = { host, port, secure: false, tls: 0 }
  return ok()
}

/** `AT#HTTPQRY=<profile>,0,"<path>"`: the answer is told by #HTTPRING; status 0: there was none. */
function query({ modem, values, channel }: Asked): Outcome {
  const profile = numberIn(values[0], 0, MOST_PROFILE)
  const path = values[2]?.text ?? ''
  const { host, port } = modem.web.server
  if (profile === undefined || numberIn(values[1], 0, 0) === undefined) return wrong
  if (!path.startsWith('/')) return wrong
  if (host === '' || !modem.stack.isOpen) return error
  const told = (rest: string) => channel.unsolicited(`#HTTPRING: ${profile},${rest}`)
  return {
    after: () =>
      void fetchPage(modem, `http://${host}:${port}${path}`, 0).then((page) => {
        modem.web.body = isPage(page) ? latin1(page.body) : ''
        told(isPage(page) ? `${page.status},"text/html",${page.body.length}` : '0,"",0')
      }),
  }
}

function receive({ modem, values }: Asked): Outcome {
  const { body } = modem.web
  if (numberIn(values[0], 0, MOST_PROFILE) === undefined) return wrong
  const most = values[1] === undefined ? body.length : numberIn(values[1], 0, 1_500)
  return body === '' || most === undefined ? error : ok(`<<<${body.slice(0, most || undefined)}`)
}

/** `AT#PING="<host>"[,<count>]`: times in 100 ms; 600 with TTL 255 where none came. */
function ping({ modem, values }: Asked): Outcome {
  const host = values[0]?.text ?? ''
  const count = values[1] === undefined ? 4 : numberIn(values[1], 1, 64)
  if (host === '' || count === undefined) return wrong
  const address = modem.network.internet.lookUp(host)
  if (!modem.stack.isOpen || address === undefined) return error
  const rows: string[] = []
  const row = (ms: number | undefined) =>
    `${String(rows.length + 1).padStart(2, '0')},"${address}",${ms === undefined ? '600,255' : `${Math.ceil(ms / 100)},50`}`
  const wanted = {
    count,
    intervalMs: 0,
    waitMs: PING_WAIT_MS,
    online: () => modem.stack.isOpen,
  }
  return {
    until: () =>
      new Promise((resolve) =>
        sendPings(
          modem,
          address,
          wanted,
          (ms) => rows.push(`#PING: ${row(ms)}`),
          () => resolve(ok(...rows)),
        ),
      ),
  }
}

/** LE910 V2 Series AT Commands Reference Guide: HTTP Client without TLS, and #PING. */
export const telitWeb: Behaviour = [
  { name: '#HTTPCFG', test: () => ok(), set: configure },
  { name: '#HTTPQRY', test: () => ok(), set: query },
  { name: '#HTTPRCV', test: () => ok(), set: receive },
  { name: '#PING', test: () => ok(), set: ping },
]
