import type { IpHost } from '../host'
import { Fault } from '../../fault'
import type { HttpOptions, HttpResult } from '../http'
import type { Headers } from '../http-read'
import type { TlsFacts } from '../../ports/tls'
import { utf8 } from '../../utf8'
import { tlsLines } from './tls'
import { msText, type ToolAnswer, type ToolOptions } from './tool-answer'
import { quoted, wordsOf } from '../../words'
import { pageFacts, pageAnswered, pageRefused } from './words'

/** An answer of a web server without its octets: what a window shows. */
export interface HttpFacts {
  readonly url: string
  readonly method: string
  readonly status: number
  readonly reason: string
  readonly address: string
  readonly headers: Headers
  readonly ms: number
  readonly firstByteMs: number
  readonly bytesIn: number
  readonly bytesOut: number
  readonly bodyBytes: number
  /** Null: plain http. */
  readonly tls: TlsFacts | null
  /** The beginning of the body as text (UTF-8); empty when it is none. */
  readonly text: string
  /** The body is longer than `text`. */
  readonly cut: boolean
}

export interface HttpTool extends ToolOptions, Omit<HttpOptions, 'signal'> {
  readonly url: string
}

const mostText = 65_536
const mostLines = 200

/** One request, explained. Rejects like `IpHost.http`; an answer with an error status does not reject. */
export async function httpTool(host: IpHost, options: HttpTool): Promise<ToolAnswer<HttpFacts>> {
  const { url, onProgress: _onProgress, ...rest } = options
  const result = await host.http(url, rest)
  const method = options.method ?? (options.body ? 'POST' : 'GET')
  return explainHttp(factsOf(url, method, result))
}

export function explainHttp(facts: HttpFacts): ToolAnswer<HttpFacts> {
  const { status, reason, ms, bodyBytes } = facts
  return {
    ok: status < 400,
    words: httpWords(facts),
    lines: [
      pageFacts(status, reason, bodyBytes, msText(ms)),
      ...(facts.tls ? tlsLines(facts.tls) : []),
      ...Object.entries(facts.headers)
        .map(([name, value]) => `${name}: ${value}`)
        .map(quoted),
      quoted(''),
      ...facts.text.split(/\r?\n/).slice(0, mostLines).map(quoted),
    ],
    facts,
  }
}

function factsOf(url: string, method: string, result: HttpResult): HttpFacts {
  const { body, ...rest } = result
  const text = isText(result) ? utf8(body.subarray(0, mostText)) : ''
  const cut = text !== '' && body.length > mostText
  return { url, method, ...rest, bodyBytes: body.length, text, cut }
}

function isText({ headers, body }: HttpResult): boolean {
  const type = headers['content-type'] ?? ''
  if (/^(text\/|application\/(json|xml|javascript))/i.test(type)) return true
  return body.subarray(0, 512).every((octet) => octet >= 0x20 || (octet >= 9 && octet <= 13))
}

function httpWords(facts: HttpFacts) {
  const { url, status, reason, bodyBytes, ms, firstByteMs, tls, address } = facts
  // A name may have been reached by either family.
  const six = address.includes(':') && !url.includes('[')
  const doubt = tls?.trouble ? new Fault(tls.trouble).row.meaning : wordsOf(quoted(''))
  const page = pageAnswered({
    url,
    over: six ? address : '',
    answer: `${status} ${reason}`,
    octets: bodyBytes,
    time: msText(ms),
    first: msText(firstByteMs),
    doubt,
  })
  return status < 400 ? page : pageRefused(page, status >= 500)
}
