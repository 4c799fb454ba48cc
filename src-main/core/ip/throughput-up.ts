import { bytesOf, concat } from '../bytes'
import { Fault } from '../fault'
import type { IpHost } from './host'
import { authorityOf, parseUrl, type HttpTarget } from './http'
import { HttpReader } from './http-read'
import type { ByteStream } from '../ports/stream'
import { answered } from './words'
import type { ThroughputRun } from './throughput-run'
import { uploadEnded } from './words'

const chunkBytes = 8192

/** Posts chunks (RFC 9112 7.1) until the run is over; only what the other side acknowledged counts. */
export async function upload(host: IpHost, run: ThroughputRun): Promise<void> {
  const target = parseUrl(run.url)
  run.request()
  const connection = await host.open(target, { ...run.tls, family: run.family, signal: run.signal })
  const stop = () => connection.abort()
  run.signal.addEventListener('abort', stop, { once: true })
  try {
    await connection.write(head(target))
    const refusal = refusalOf(connection, run.url)
    await Promise.race([send(connection, run), refusal])
  } finally {
    run.signal.removeEventListener('abort', stop)
    connection.abort()
  }
}

function head(target: HttpTarget): Uint8Array {
  return bytesOf(
    [
      `POST ${target.path} HTTP/1.1`,
      `host: ${authorityOf(target)}`,
      'user-agent: modem-bench',
      'content-type: application/octet-stream',
      'transfer-encoding: chunked',
      'connection: close',
      '',
      '',
    ].join('\r\n'),
  )
}

async function send(connection: ByteStream, run: ThroughputRun): Promise<void> {
  // Not all zeros: a link that compresses would show a speed that nothing real has.
  const content = Uint8Array.from({ length: chunkBytes }, (_, i) => (i * 167 + (i >> 8)) & 0xff)
  const size = `${chunkBytes.toString(16)}\r\n`
  const chunk = concat([bytesOf(size), content, bytesOf('\r\n')])
  const share = chunkBytes / chunk.length
  const first = connection.counters.bytesOut
  const acknowledged = () => {
    const octets = connection.counters.bytesOut - connection.unacknowledged - first
    return Math.max(0, Math.floor(octets * share))
  }
  run.watch(acknowledged)
  run.arrived(0)
  while (!run.ended) {
    await connection.write(chunk, run.signal)
    run.arrived(acknowledged())
  }
}

/** Rejects when the server answers before the end, or hangs up: it does not want the upload. */
async function refusalOf(connection: ByteStream, url: string): Promise<never> {
  const line = await new HttpReader(() => connection.read()).line()
  const match = /^HTTP\/1\.[01] (\d{3})(?: (.*))?$/.exec(line ?? '')
  if (match) throw new Fault('http-status', answered(url, Number(match[1]), match[2] ?? '', {}))
  throw new Fault('http-bad-answer', uploadEnded(url))
}
