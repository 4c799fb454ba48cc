import { Agent as PlainAgent, request as plainRequest, type IncomingMessage } from 'node:http'
import { Agent as TlsAgent, request as tlsRequest } from 'node:https'
import { rootCertificates, type TLSSocket } from 'node:tls'
import { Fault } from '@core/fault'
import type { FiguresAnswer, RemoteFigures } from '@core/ports/remote-figures'
import type { RemoteBench } from '@core/ports/remote-windows'
import { sentence, socketReason } from './socket-reason'
import { noHostAnswer, otherServerListens, tokenNotKnown } from './words'

const answerMs = 10_000
/** Two slots and fifty rules are a tenth of it. */
const mostOctets = 1024 * 1024

/** Asks a bench elsewhere for its figures, over one connection that is kept. */
export function remoteFigures({ url, token, fingerprint, ca }: RemoteBench): RemoteFigures {
  const where = new URL('/api/calls/figures.read', url)
  const secure = where.protocol === 'https:'
  const agent = secure
    ? // Who vouches is looked at below, before the token goes out.
      new TlsAgent({
        ...{ keepAlive: true, maxSockets: 1, rejectUnauthorized: false },
        // A session that is resumed shows no certificate to compare.
        maxCachedSessions: 0,
        ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }),
      })
    : new PlainAgent({ keepAlive: true, maxSockets: 1 })
  const trusted = new WeakSet<object>()
  const ask = () =>
    new Promise<FiguresAnswer>((resolve, reject) => {
      const failed = (why: Parameters<typeof sentence>[1], cause?: Error) =>
        reject(
          new Fault('host-unreachable', sentence(where.host, why), cause ? { cause } : undefined),
        )
      const asked = (secure ? tlsRequest : plainRequest)(where, {
        agent,
        method: 'POST',
        timeout: answerMs,
        headers: { authorization: `Bearer ${token}`, 'content-length': 0 },
      })
      asked.once('timeout', () => {
        failed(noHostAnswer(answerMs))
        asked.destroy()
      })
      asked.once('error', (error) => failed(socketReason(error), error))
      asked.once('response', (answer) => {
        if (answer.statusCode === 403 || answer.statusCode === 401) {
          answer.resume()
          return reject(
            new Fault('host-refused', sentence(where.host, tokenNotKnown(answer.statusCode))),
          )
        }
        if (answer.statusCode !== 200) {
          answer.resume()
          return failed(otherServerListens(answer.statusCode ?? 0))
        }
        textOf(answer).then(
          (text) => {
            try {
              resolve({ kind: 'figures', figures: JSON.parse(text) as unknown })
            } catch {
              failed(otherServerListens(200))
            }
          },
          (error: unknown) => failed(socketReason(error)),
        )
      })
      if (!secure) return void asked.end()
      // The head of the request, and with it the token, goes out at `end`.
      asked.once('socket', (socket) => {
        // Node shows the certificate of a connection once: asked again it has none.
        if (trusted.has(socket)) return void asked.end()
        socket.once('secureConnect', () => {
          const tls = socket as TLSSocket
          const seen = tls.getPeerX509Certificate()?.fingerprint256
          if (tls.authorized || (seen !== undefined && seen === fingerprint)) {
            trusted.add(socket)
            return asked.end()
          }
          resolve({ kind: 'untrusted' })
          asked.destroy()
        })
      })
    })
  return { ask, end: () => agent.destroy() }
}

async function textOf(answer: IncomingMessage): Promise<string> {
  let text = ''
  for await (const piece of answer.setEncoding('utf8')) {
    text += String(piece)
    if (text.length > mostOctets) answer.destroy(new Error('too long'))
  }
  return text
}
