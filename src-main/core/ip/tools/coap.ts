import type { Chance } from '../../ports/chance'
import type { Clock } from '../../ports/clock'
import { utf8 } from '../../utf8'
import { quoted, twoSentences, type SeenLine, type Words } from '../../words'
import { runCoap, type CoapOptions, type CoapResponse, type CoapResult } from '../coap'
import { codeNames } from '../coap-message'
import { parseCoapUrl } from '../coap-url'
import type { IpHost } from '../host'
import { icmpTextWords } from '../icmp-words'
import { replyLine, stoppedEarly, timesLine } from './ping'
import { msText, type ToolAnswer, type ToolOptions } from './tool-answer'

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
      ...(sent > 0
        ? [
            {
              en: `${head}: ${sent} pings, ${received} answered, ${lossPct.toFixed(0)} % lost`,
              ja: `${head}：CoAP ping ${sent} 回、応答 ${received} 回、損失 ${lossPct.toFixed(0)} %`,
            },
          ]
        : []),
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
    {
      en: `GET ${path}: ${code}${name}${type}, ${bytes} octets, ${msText(ms)}, blocks ${blocks}, sent again ${repeated}`,
      ja: `GET ${path}：${code}${name}${type}、${bytes} バイト、${msText(ms)}、ブロック数 ${blocks}、再送 ${repeated}`,
    },
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
    return {
      en: `No CoAP server at ${where}: ${refusal.from ?? 'a router'} says “${refusal.error ?? ''}”. UDP passes as far as there: check the port (5683 for coap).`,
      ja: `${where} で CoAP サーバーが動いていません。${refusal.from ?? 'ルーター'} の通知：${icmpTextWords(refusal.error ?? '').ja}。UDP はそこまで届いています。ポート番号（coap は 5683）を確認してください。`,
    }
  if (received === 0 && response === null)
    return {
      en: `Nothing comes back from ${where} by CoAP: ${sent} pings. The server is off, speaks only DTLS (5684), or UDP is filtered on the way.`,
      ja: `${where} から CoAP の応答がありません（ping ${sent} 回）。サーバーの停止、DTLS（5684）のみの対応、または途中での UDP 遮断が考えられます。`,
    }
  const pings =
    received > 0
      ? {
          en: `${where} answers CoAP pings${by ? ' over IPv6' : ''}: ${received} of ${sent}, ${msText(avgMs)} on average.`,
          ja: `${where} から${by ? ' IPv6 で' : ''} CoAP ping の応答：${sent} 回中 ${received} 回、平均 ${msText(avgMs)}。`,
        }
      : {
          en: `${where} answers requests${by ? ' over IPv6' : ''}, but no CoAP ping.`,
          ja: `${where} は${by ? ' IPv6 で' : ''}要求に応答しますが、CoAP ping には応答しません。`,
        }
  if (!asked) return pings
  const rest = response ? resourceWords(response) : unansweredWords(unanswered)
  return twoSentences(pings, rest)
}

function unansweredWords(why: CoapFacts['unanswered']): Words {
  if (why === 'reset')
    return {
      en: 'It resets the request for a resource: it serves none.',
      ja: 'リソースの要求はリセットされました。リソースを提供していません。',
    }
  return {
    en: 'The request for the resource was not answered; a longer datagram may have been lost on the way.',
    ja: 'リソースの要求には応答がありませんでした。長いデータグラムが途中で失われた可能性があります。',
  }
}

function resourceWords(response: NonNullable<CoapFacts['response']>): Words {
  const { path, code, bytes, format, text } = response
  const name = codeNames[code] === undefined ? '' : ` ${codeNames[code]}`
  if (!code.startsWith('2.'))
    return {
      en: `${path} is refused: ${code}${name}.`,
      ja: `${path} は拒否されました：${code}${name}。`,
    }
  if (format === 40) {
    const { length } = linksIn(text)
    return {
      en: `It offers ${length} ${length === 1 ? 'resource' : 'resources'} (${path}).`,
      ja: `公開リソースは ${length} 件です（${path}）。`,
    }
  }
  return {
    en: `${path}: ${code}${name}, ${bytes} octets.`,
    ja: `${path}：${code}${name}、${bytes} バイト。`,
  }
}
