import { randomBytes } from 'node:crypto'
import { request, type IncomingMessage } from 'node:http'
import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { Fault } from '@core/fault'
import type { RemoteBench } from '@core/ports/remote-windows'
import { quoted, type Words } from '@core/words'
import { sentence, socketReason } from './socket-reason'
import { noCertificate, noHostAnswer, otherServerListens } from './words'

export type Look =
  | { readonly kind: 'letIn' }
  /** An authority or a person would have to vouch for it first; the token was not sent. */
  | { readonly kind: 'untrusted'; readonly fingerprint: string }

const answerMs = 10_000
const noAnswer: Words = noHostAnswer(answerMs)

/**
 * Looks whether a bench answers there and lets this token in, on a connection that is closed again. The token goes out only
 * where the certificate is vouched for. Rejects with `Fault('host-unreachable')` or `Fault('host-refused')`.
 */
export async function lookAtRemote({ url, token, fingerprint }: RemoteBench): Promise<Look> {
  const where = new URL(url)
  const secure = where.protocol === 'https:'
  const port = Number(where.port || (secure ? 443 : 80))
  const host = where.hostname.replace(/^\[(.*)\]$/, '$1')
  const { socket, certificate } = await connected(host, port, secure, where.host)
  if (certificate?.vouched === false && certificate.fingerprint !== fingerprint) {
    socket.destroy()
    return { kind: 'untrusted', fingerprint: certificate.fingerprint }
  }
  try {
    await upgraded(where.host, token, socket)
  } finally {
    socket.destroy()
  }
  return { kind: 'letIn' }
}

interface Connected {
  readonly socket: Socket
  /** Undefined without TLS. */
  readonly certificate?: { readonly fingerprint: string; readonly vouched: boolean }
}

function connected(host: string, port: number, secure: boolean, name: string): Promise<Connected> {
  return new Promise((resolve, reject) => {
    const failed = (why: Words, cause?: Error) =>
      reject(new Fault('host-unreachable', sentence(name, why), cause ? { cause } : undefined))
    const take = () => {
      socket.setTimeout(0)
      if (!('getPeerX509Certificate' in socket)) return resolve({ socket })
      const fingerprint = socket.getPeerX509Certificate()?.fingerprint256
      if (fingerprint === undefined) return failed(noCertificate)
      resolve({ socket, certificate: { fingerprint, vouched: socket.authorized } })
    }
    const socket = secure
      ? connectTls(
          {
            host,
            port,
            servername: /[a-z]/i.test(host) && !host.includes(':') ? host : '',
            rejectUnauthorized: false,
          },
          take,
        )
      : connectTcp({ host, port }, take)
    socket.setTimeout(answerMs, () => {
      socket.destroy()
      failed(noAnswer)
    })
    socket.once('error', (error) => failed(socketReason(error), error))
  })
}

/** RFC 6455, 4.1, on a connection that stands: only who has the token is let in, anybody else gets 401, or 403 by a bench of before. */
function upgraded(name: string, token: string, socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (why: Words) => reject(new Fault('host-unreachable', sentence(name, why)))
    const asked = request({
      createConnection: () => socket,
      path: '/socket',
      headers: {
        Host: name,
        Authorization: `Bearer ${token}`,
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
      },
      timeout: answerMs,
    })
    asked.once('upgrade', () => resolve())
    asked.once('response', ({ statusCode = 0 }: IncomingMessage) => {
      if (statusCode === 401 || statusCode === 403)
        reject(new Fault('host-refused', quoted(`${name}: HTTP ${statusCode}.`)))
      else failed(otherServerListens(statusCode))
    })
    asked.once('timeout', () => failed(noAnswer))
    asked.once('error', (error) => failed(socketReason(error)))
    asked.end()
  })
}
