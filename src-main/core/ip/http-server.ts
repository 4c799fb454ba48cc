import { bytesOf, concat } from '../bytes'
import { faultCode } from '../fault'
import { gather, HttpReader, readBody, readHeaders, type Headers } from './http-read'
import type { TcpConnection } from './tcp'

export interface HttpRequest {
  readonly method: string
  readonly path: string
  readonly headers: Headers
  readonly body: Uint8Array
  /** The client as the server sees it, and the address it called. */
  readonly from: string
  readonly to: string
}

export interface HttpReply {
  readonly status: number
  readonly headers?: Headers | undefined
  readonly body?: Uint8Array | string | undefined
}

const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  500: 'Internal Server Error',
}

/** Serves one connection of the simulated network: requests one after the other until the client is done. */
export async function serveHttp(
  connection: TcpConnection,
  handler: (request: HttpRequest) => HttpReply | Promise<HttpReply>,
): Promise<void> {
  const reader = new HttpReader(() => connection.read())
  try {
    for (;;) {
      const request = await readRequest(reader, connection)
      if (!request) break
      const reply = await handler(request)
      await connection.write(replyOctets(reply, request.method === 'HEAD'))
      if (/close/i.test(request.headers['connection'] ?? '')) break
    }
    connection.end()
  } catch (error) {
    if (faultCode(error) === undefined) throw error
    // A client that breaks off or speaks nonsense ends its own connection, nothing else.
    connection.abort()
  }
}

async function readRequest(
  reader: HttpReader,
  connection: TcpConnection,
): Promise<HttpRequest | undefined> {
  const line = await reader.line()
  if (line === undefined) return undefined
  const match = /^([A-Z]+) (\S+) HTTP\/1\.[01]$/.exec(line)
  if (!match) {
    await connection.write(replyOctets({ status: 400 }, false))
    return undefined
  }
  const headers = await readHeaders(reader)
  const body = gather(16 * 1024 * 1024)
  await readBody(reader, headers, false, body.sink)
  return {
    method: match[1] ?? '',
    path: match[2] ?? '',
    headers,
    body: body.body(),
    from: connection.remote.address,
    to: connection.local.address,
  }
}

function replyOctets({ status, headers, body }: HttpReply, headOnly: boolean): Uint8Array {
  const content = typeof body === 'string' ? bytesOf(body) : (body ?? new Uint8Array())
  const all: Headers = {
    'content-type': 'text/plain',
    ...headers,
    'content-length': String(content.length),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  const head = [`HTTP/1.1 ${status} ${reasons[status] ?? 'Answer'}`, ...lines, '', ''].join('\r\n')
  return headOnly ? bytesOf(head) : concat([bytesOf(head), content])
}
