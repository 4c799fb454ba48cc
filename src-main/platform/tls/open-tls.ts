import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { connect, rootCertificates, type ConnectionOptions, type TLSSocket } from 'node:tls'
import { Fault } from '@core/fault'
import type { ByteStream } from '@core/ports/stream'
import type { Clock } from '@core/ports/clock'
import type { OpenTls, TlsOptions, TlsStream } from '@core/ports/tls'
import { cancelled } from '@core/wait'
import { asError, Carrier } from './carrier'
import { chainOf, judge } from './certificates'
import { handshakeFault } from './handshake-fault'
import { SecureStream } from './secure-stream'
import { quoted } from '@core/words'
import { certificatesNotReadable } from './words'

/** Takes a line of the NSS key log: whoever has it can read the session. */
export type OnSecret = (line: string) => void

/** TLS by Node over a stream of ours: nothing of it touches the computer's own network. */
export function tlsBy(clock: Clock, onSecret?: OnSecret): OpenTls {
  return async (carrier, options) => {
    const below = new Carrier(carrier)
    const startedUs = clock.monotonicUs()
    try {
      const socket = await shaken(clock, below, options, onSecret)
      const handshakeMs = (clock.monotonicUs() - startedUs) / 1000
      return secured(socket, below, carrier, options, { handshakeMs, nowMs: clock.nowMs() })
    } catch (error) {
      below.destroy()
      throw error
    }
  }
}

const nameOf = ({ serverName, host }: TlsOptions) => serverName ?? host

function wishes(below: Carrier, options: TlsOptions): ConnectionOptions {
  const name = nameOf(options)
  if (options.ca !== undefined) mustBeCertificates(options.ca)
  return {
    socket: below,
    host: name,
    // RFC 6066 3: no addresses in SNI.
    servername: isIP(name) === 0 ? name : '',
    // The verdict is ours, so that each cause gets its own words.
    rejectUnauthorized: false,
    ...(options.ca === undefined ? {} : { ca: [...rootCertificates, options.ca] }),
    ...(options.alpn ? { ALPNProtocols: [...options.alpn] } : {}),
  }
}

/** Node passes over what it cannot read among certificates to trust. Throws `bad-input`. */
function mustBeCertificates(text: string): void {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? []
  if (blocks.length === 0) throw unreadable('no -----BEGIN CERTIFICATE-----')
  for (const block of blocks)
    try {
      new X509Certificate(block)
    } catch (error) {
      throw unreadable(asError(error).message)
    }
}

const unreadable = (why: string) => new Fault('bad-input', certificatesNotReadable(why))

/** The socket when the handshake is done. */
function shaken(
  clock: Clock,
  below: Carrier,
  options: TlsOptions,
  onSecret: OnSecret | undefined,
): Promise<TLSSocket> {
  const where = `${options.host} (${nameOf(options)})`
  return new Promise((resolve, reject) => {
    let socket: TLSSocket
    try {
      socket = connect(wishes(below, options))
    } catch (error) {
      reject(asError(error))
      return
    }
    if (onSecret)
      socket.on('keylog', (line: Uint8Array) => onSecret(Buffer.from(line).toString('latin1')))
    const late = clock.schedule(options.timeoutMs, () =>
      stop(new Fault('tls-timeout', quoted(`${where}: ${options.timeoutMs} ms`))),
    )
    const ended = () => stop(cancelled(options.signal) ?? new Fault('at-cancelled'))
    const failed = (error: unknown) => stop(handshakeFault(error, below.broke, where))
    const closed = () => failed(new Error('closed before the end of the handshake'))
    function clear() {
      late()
      options.signal?.removeEventListener('abort', ended)
      socket.off('close', closed)
      socket.off('error', failed)
    }
    function stop(fault: Fault) {
      clear()
      // It may still tell how it ended; that is known already.
      socket.on('error', () => undefined)
      socket.destroy()
      reject(fault)
    }
    options.signal?.addEventListener('abort', ended, { once: true })
    socket.once('error', failed)
    socket.once('close', closed)
    socket.once('secureConnect', () => {
      clear()
      resolve(socket)
    })
    if (options.signal?.aborted) ended()
  })
}

/** The stream, or the fault that is the verdict on the server's certificate. */
function secured(
  socket: TLSSocket,
  below: Carrier,
  carrier: ByteStream,
  options: TlsOptions,
  { handshakeMs, nowMs }: { readonly handshakeMs: number; readonly nowMs: number },
): TlsStream {
  const serverName = nameOf(options)
  const { troubles, words } = judge(socket, serverName, nowMs)
  const [trouble = null, ...also] = troubles
  if (trouble !== null && options.insecure !== true) {
    socket.on('error', () => undefined)
    socket.destroy()
    throw new Fault(trouble, words)
  }
  return new SecureStream(socket, below, carrier, {
    protocol: socket.getProtocol() ?? '',
    cipher: socket.getCipher().standardName,
    alpn: socket.alpnProtocol || null,
    serverName,
    handshakeMs,
    trouble,
    also,
    chain: chainOf(socket),
  })
}
