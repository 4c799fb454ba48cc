import type { FamilyChoice } from './destination'
import { bytesOf, concat } from '../bytes'
import { Fault } from '../fault'
import type { Clock } from '../ports/clock'
import { cancelled } from '../wait'
import { mustBeName } from './address'
import { bytesText } from './budget'
import { gather, HttpReader, readBody, readHeaders, type Headers } from './http-read'
import { Silence } from './silence'
import type { ByteStream } from '../ports/stream'
import type { TlsFacts, TlsStream, TlsWishes } from '../ports/tls'
import { quoted } from '../words'
import {
  otherBeginning,
  closedWithoutWord,
  lineBreakInHeader,
  silentAfter,
  tookLongerThan,
  emptyUrl,
} from './words'

export interface HttpOptions {
  /** Default: IPv6 where the name and the link have it, else IPv4. */
  readonly family?: FamilyChoice | undefined
  readonly method?: string | undefined
  readonly headers?: Headers | undefined
  readonly body?: Uint8Array | undefined
  readonly signal?: AbortSignal | undefined
  /** For all of it, from the name to the last octet. Default 60 s. */
  readonly timeoutMs?: number | undefined
  /** Between two pieces of an answer that has begun. Default 20 s. */
  readonly silenceMs?: number | undefined
  /** Longest body. Default 16 MiB. */
  readonly maxBytes?: number | undefined
  /** Takes the body piece by piece as it arrives; it is then not kept. */
  readonly onBody?: ((chunk: Uint8Array) => void) | undefined
  /** For an https address. */
  readonly tls?: TlsWishes | undefined
}

export interface HttpResult {
  readonly status: number
  readonly reason: string
  /** Names in lower case. */
  readonly headers: Headers
  readonly body: Uint8Array
  /** Where the name led to. */
  readonly address: string
  readonly ms: number
  /** From the request's last octet to the answer's first line. */
  readonly firstByteMs: number
  /** Octets of the answer, headers included, and of the request. */
  readonly bytesIn: number
  readonly bytesOut: number
  /** Null: plain http. */
  readonly tls: TlsFacts | null
}

export interface HttpTarget {
  /** https: TLS before the first octet. */
  readonly secure: boolean
  readonly host: string
  readonly port: number
  readonly path: string
}

/** Takes an http or https URL apart. */
export function parseUrl(url: string): HttpTarget {
  const match =
    /^(https?):\/\/(\[[\da-f:.]+\]|[^/:?#@\s[\]]+)(?::(\d{1,5}))?([/?][^\s#]*)?(?:#.*)?$/i.exec(
      url.trim(),
    )
  const host = withoutBrackets(match?.[2])
  const secure = match?.[1]?.toLowerCase() === 'https'
  const port = Number(match?.[3] ?? usualPort(secure))
  if (host === undefined || port < 1 || port > 65_535)
    throw new Fault('http-bad-url', url.trim() === '' ? emptyUrl : quoted(url))
  mustBeName(host)
  const path = match?.[4] ?? '/'
  return { secure, host, port, path: path.startsWith('?') ? `/${path}` : path }
}

/** An IPv6 address stands in brackets in a URL (RFC 3986 3.2.2). */
export function withoutBrackets(host: string | undefined): string | undefined {
  return host?.replace(/^\[(.*)\]$/, '$1')
}

const usualPort = (secure: boolean) => (secure ? 443 : 80)

/** The host header's value (RFC 9110 7.2): the port only where it is not the usual one. */
export function authorityOf({ secure, host, port }: HttpTarget): string {
  const name = host.includes(':') ? `[${host}]` : host
  return port === usualPort(secure) ? name : `${name}:${port}`
}

/** One request, one answer, one connection (RFC 9112). */
export async function httpRequest(
  clock: Clock,
  connect: (target: HttpTarget, timeoutMs: number) => Promise<ByteStream | TlsStream>,
  url: string,
  options: HttpOptions = {},
): Promise<HttpResult> {
  const target = parseUrl(url)
  const startUs = clock.monotonicUs()
  const timeoutMs = options.timeoutMs ?? 60_000
  const connection = await connect(target, timeoutMs)
  const leftMs = timeoutMs - (clock.monotonicUs() - startUs) / 1000
  const late = clock.schedule(leftMs, () =>
    connection.abort(new Fault('tcp-timeout', tookLongerThan(url, timeoutMs))),
  )
  const stop = () => connection.abort(cancelled(options.signal))
  options.signal?.addEventListener('abort', stop, { once: true })
  if (options.signal?.aborted) stop()
  try {
    return await exchange(clock, connection, target, options, startUs)
  } catch (error) {
    connection.abort()
    throw error
  } finally {
    late()
    options.signal?.removeEventListener('abort', stop)
  }
}

async function exchange(
  clock: Clock,
  connection: ByteStream | TlsStream,
  target: HttpTarget,
  options: HttpOptions,
  startUs: number,
): Promise<HttpResult> {
  const request = requestOctets(target, options)
  await connection.write(request)
  const sentUs = clock.monotonicUs()
  const silence = silenceOf(clock, connection, () => reader.bytes, options)
  const reader: HttpReader = new HttpReader(() =>
    reader.bytes === 0 ? connection.read() : silence.during(connection.read()),
  )
  const body = gather(options.maxBytes ?? 16 * 1024 * 1024)
  try {
    const { status, reason, headers } = await readStatus(reader)
    const firstByteMs = (clock.monotonicUs() - sentUs) / 1000
    const sink = options.onBody ?? body.sink
    const bare = options.method === 'HEAD' || status === 204 || status === 304
    if (!bare) await readBody(reader, headers, true, sink)
    connection.end()
    return {
      status,
      reason,
      headers,
      body: body.body(),
      address: connection.remote.address,
      ms: (clock.monotonicUs() - startUs) / 1000,
      firstByteMs,
      bytesIn: reader.bytes,
      bytesOut: request.length,
      tls: 'facts' in connection ? connection.facts : null,
    }
  } finally {
    silence.stop()
  }
}

/** Cuts an answer that has begun when its next piece does not come: reading then rejects with `net-stalled`. */
function silenceOf(
  clock: Clock,
  connection: ByteStream | TlsStream,
  octets: () => number,
  { silenceMs = 20_000 }: HttpOptions,
): Silence {
  const seconds = Math.round(silenceMs / 1000)
  return new Silence(clock, silenceMs, () =>
    connection.abort(new Fault('net-stalled', silentAfter(seconds, bytesText(octets())))),
  )
}

function requestOctets(target: HttpTarget, options: HttpOptions): Uint8Array {
  const method = options.method ?? (options.body ? 'POST' : 'GET')
  const body = options.body ?? new Uint8Array()
  const headers: Record<string, string> = {
    host: authorityOf(target),
    'user-agent': 'modem-bench',
    accept: '*/*',
    connection: 'close',
    ...(body.length > 0 || method === 'POST' ? { 'content-length': String(body.length) } : {}),
    ...Object.fromEntries(
      Object.entries(options.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
    ),
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const text = [`${method} ${target.path} HTTP/1.1`, ...lines]
  if (text.some((line) => /[\r\n]/.test(line)) || !/^[A-Za-z]+$/.test(method))
    throw new Fault('bad-input', lineBreakInHeader)
  return concat([bytesOf([...text, '', ''].join('\r\n')), body])
}

/** The status line and headers; 1xx answers are passed over. */
async function readStatus(
  reader: HttpReader,
): Promise<{ status: number; reason: string; headers: Headers }> {
  for (;;) {
    const line = await reader.line()
    if (line === undefined) throw new Fault('http-bad-answer', closedWithoutWord)
    const match = /^HTTP\/1\.[01] (\d{3})(?: (.*))?$/.exec(line)
    if (!match) throw new Fault('http-bad-answer', otherBeginning(line.slice(0, 60)))
    const status = Number(match[1])
    const headers = await readHeaders(reader)
    if (status >= 200) return { status, reason: match[2] ?? '', headers }
  }
}
