import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSecureContext, TLSSocket, type SecureContextOptions } from 'node:tls'
import type { IpHost } from '@core/ip/host'
import { Carrier } from '@platform/tls/carrier'
import { root } from './needs'

/** A certificate of test/platform/tls/certificates by its name, in PEM. */
export const pem = (name: string): string =>
  readFileSync(join(root, 'test/platform/tls/certificates', name), 'utf8')

export interface TlsServer {
  /** What clients asked for by SNI, in order. */
  readonly asked: (string | false)[]
}

/** Serves TLS on a port of a host of ours: Node's own server side over our TCP. `take` gets each connection. */
export function serveTls(
  host: IpHost,
  port: number,
  certificates: readonly string[],
  take: (socket: TLSSocket) => void,
  options: SecureContextOptions = {},
): TlsServer {
  const asked: (string | false)[] = []
  const secureContext = createSecureContext({
    cert: certificates.map(pem).join(''),
    key: pem('server.key'),
    ...options,
  })
  host.listenTcp(port, (connection) => {
    const socket = new TLSSocket(new Carrier(connection), {
      isServer: true,
      secureContext,
    })
    // A client that does not like the certificate hangs up.
    socket.on('error', () => undefined)
    socket.once('secure', () => {
      asked.push(nameAsked(socket))
      take(socket)
    })
  })
  return { asked }
}

/** Answers every request with a page. */
export function pageOf(text: string): (socket: TLSSocket) => void {
  return (socket) => {
    let heard = ''
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString('latin1')
      if (!heard.includes('\r\n\r\n')) return
      heard = ''
      socket.end(
        `HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: ${text.length}\r\n\r\n${text}`,
      )
    })
  }
}

/** What the client asked for; Node's types leave it out. */
function nameAsked(socket: TLSSocket): string | false {
  const name: unknown = Reflect.get(socket, 'servername')
  return typeof name === 'string' ? name : false
}
