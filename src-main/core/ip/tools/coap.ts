import type { Chance } from '../../ports/chance'
import type { Clock } from '../../ports/clock'
import { utf8 } from '../../utf8'
import { quoted, twoSentences, type SeenLine, type Words } from '../../words'
import { runCoap, type CoapOptions, type CoapResponse, type CoapResult } from '../coap'
import { codeNames } from '../coap-message'
import { parseCoapUrl } from '../coap-url'
import type { IpHost } from '../host'
import { icmpTextWords } from '../icmp-words'
import { replyLine, timesLine } from './ping'
import { stoppedEarly } from './words'
import { msText, type ToolAnswer, type ToolOptions } from './tool-answer'
import {
  answersCoapPings,
  answersOnlyRequests,
  coapPings,
  coapResponse,
  noCoapServer,
  nothingByCoap,
  requestUnanswered,
  resetsRequest,
  resourceRead,
  resourceRefused,
  resourcesOffered,
} from './service-words'

export interface CoapTool
  extends ToolOptions, Omit<CoapOptions, 'onReply' | 'signal' | 'host' | 'port' | 'path'> {
  /** `coap://host[:port][/path]`; without a path what the server offers is asked for. */
  readonly url: string
  /** Ask for the resource, too. Default true. */
  readonly get?: boolean | undefined
}

/** What the server said of the resource, with its body as text. */
export interface CoapFacts extends Omit<CoapResult, 'response'> {
  readonly response:
    | (Omit<CoapResponse, 'body'> & { readonly bytes: number; readonly text: string })
    | null
}

/** A CoAP server pinged and asked for a resource, explained. Rejects like `runCoap`. */
export async function coapTool(
  parts: { readonly clock: Clock; readonly chance: Chance; readonly host: IpHost },
  options: CoapTool,
): Promise<ToolAnswer<CoapFacts>> {
  const { onProgress, url, get = true, ...rest } = options
  const target = parseCoapUrl(url)
  const result = await runCoap(parts, {
    ...rest,
    ...target,
    ...(get ? {} : { path: '' }),
    onReply: (reply) =>
      onProgress?.({ index: reply.seq, value: reply.ms, line: replyLine(target.host, reply) }),
  })
  return explainCoap(result, get)
}

function factsOf({ response, ...rest }: CoapResult): CoapFacts {
  if (response === null) return { ...rest, response }
  const { body, ...said } = response
  return { ...rest, response: { ...said, bytes: body.length, text: utf8(body) } }
}

/** `asked`: for a resource, too. */
export function explainCoap(result: CoapResult, asked: boolean): ToolAnswer<CoapFacts> {
  const facts = factsOf(result)
  const { ping, port, response } = facts
  const { host, address, sent, received, lossPct, replies } = ping
  const head = `${host === address ? host : `${host} (${address})`}, CoAP ${port}`
  return {
    ok: (received > 0 || response !== null) && (!asked || response?.code.startsWith('2.') === true),
    words: coapWords(facts, asked),
    lines: [
      ...replies.map((reply) => replyLine(host, reply)),
      ...(sent > 0 ? [coapPings(head, sent, received, lossPct.toFixed(0))] : []),
      ...(received > 0 ? [timesLine(ping)] : []),
      ...(response ? responseLines(response) : []),
    ],
    facts,
  }
}

/** A registry has hundreds of Content-Formats; these are what one meets. */
const formats: { readonly [format: number]: string } = {
  0: 'text/plain',
  40: 'application/link-format',
  41: 'application/xml',
  42: 'application/octet-stream',
  50: 'application/json',
  60: 'application/cbor',
}

function responseLines(response: NonNullable<CoapFacts['response']>): SeenLine[] {
  const { path, code, format, bytes, ms, blocks, repeated, text } = response
  const name = codeNames[code] === undefined ? '' : ` ${codeNames[code]}`
  const type = format === null ? '' : `, ${formats[format] ?? `Content-Format ${format}`}`
  const links = format === 40 ? linksIn(text) : text === '' ? [] : text.split(/\r?\n/).slice(0, 50)
  return [
    coapResponse(path, code, name, type, bytes, msText(ms), blocks, repeated),
    ...links.map(quoted),
  ]
}

/** One link a line (RFC 6690 2); a comma also stands within quotes. */
function linksIn(text: string): readonly string[] {
  return text.match(/<[^>]*>(?:;(?:"(?:[^"\\]|\\.)*"|[^,"])*)?/g) ?? []
}

function coapWords({ ping, port, response, unanswered }: CoapFacts, asked: boolean): Words {
  const { host, address, sent, received, avgMs, replies } = ping
  const where = `${host}:${port}`
  const by = address.includes(':') && address !== host
  const refusal = replies.find(({ error }) => error !== null)
  if (sent === 0 && response === null) return stoppedEarly
  if (received === 0 && response === null && refusal)
    return noCoapServer(where, refusal.from, refusal.error, icmpTextWords(refusal.error ?? ''))
  if (received === 0 && response === null) return nothingByCoap(where, sent)
  const pings =
    received > 0
      ? answersCoapPings(where, by, received, sent, msText(avgMs))
      : answersOnlyRequests(where, by)
  if (!asked) return pings
  const rest = response ? resourceWords(response) : unansweredWords(unanswered)
  return twoSentences(pings, rest)
}

function unansweredWords(why: CoapFacts['unanswered']): Words {
  if (why === 'reset') return resetsRequest
  return requestUnanswered
}

function resourceWords(response: NonNullable<CoapFacts['response']>): Words {
  const { path, code, bytes, format, text } = response
  const name = codeNames[code] === undefined ? '' : ` ${codeNames[code]}`
  if (!code.startsWith('2.')) return resourceRefused(path, code, name)
  if (format === 40) {
    const { length } = linksIn(text)
    return resourcesOffered(length, path)
  }
  return resourceRead(path, code, name, bytes)
}
