import type { DnsAnswer, DnsOptions, DnsResult } from '../dns'
import type { IpHost } from '../host'
import { msText, type ToolAnswer, type ToolOptions } from './tool-answer'
import { quoted } from '../../words'
import { hasNoRecord } from './words'

export interface DnsTool extends ToolOptions, Omit<DnsOptions, 'signal'> {
  readonly name: string
}

/** A question to a name server, explained. Rejects like `IpHost.resolve`. */
export async function dnsTool(host: IpHost, options: DnsTool): Promise<ToolAnswer<DnsResult>> {
  const { name, type, server, timeoutMs, signal } = options
  const result = await host.resolve(name, { type, server, timeoutMs, signal })
  const found = result.answers.filter((answer) => answer.type === result.type)
  return {
    ok: found.length > 0,
    words: dnsWords(result, found),
    lines: [
      ...result.answers.map(answerLine).map(quoted),
      quoted(`${result.server}, ${msText(result.ms)}`),
    ],
    facts: result,
  }
}

function dataText({ data }: DnsAnswer): string {
  return typeof data === 'string' ? data : JSON.stringify(data)
}

function answerLine(answer: DnsAnswer): string {
  return `${answer.name} ${answer.ttlSeconds} ${answer.type} ${dataText(answer)}`
}

function dnsWords({ name, type, server, ms }: DnsResult, found: readonly DnsAnswer[]) {
  const values = found.map(dataText).join(', ')
  const time = msText(ms)
  if (found.length === 0) return hasNoRecord(name, type, server, time)
  return {
    en: `${name} is ${values}, says ${server} (${time}).`,
    ja: `${name} → ${values}（${server}、${time}）。`,
  }
}
