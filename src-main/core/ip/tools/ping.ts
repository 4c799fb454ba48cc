import { quoted, type SeenLine, type Words } from '../../words'
import type { IpHost } from '../host'
import { icmpTextWords } from '../icmp-words'
import type { PingOptions, PingReply, PingResult } from '../ping'
import { msText, type ToolAnswer, type ToolOptions } from './tool-answer'

export interface PingTool extends ToolOptions, Omit<PingOptions, 'onReply' | 'signal'> {
  readonly host: string
}

/** Echoes to a host, explained. Rejects like `IpHost.ping`. */
export async function pingTool(host: IpHost, options: PingTool): Promise<ToolAnswer<PingResult>> {
  const { onProgress, host: name, ...rest } = options
  const result = await host.ping(name, {
    ...rest,
    onReply: (reply) =>
      onProgress?.({ index: reply.seq, value: reply.ms, line: replyLine(name, reply) }),
  })
  return explainPing(result)
}

/** One answer of a ping of any kind; a kind without a time to live leaves it out. */
export function replyLine(host: string, { seq, ms, ttl, from, error }: PingReply): SeenLine {
  const head = `${from ?? host}: seq=${seq}`
  if (error !== null) return { en: `${head} ${error}`, ja: `${head} ${icmpTextWords(error).ja}` }
  if (ms === null)
    return { en: `${host}: seq=${seq} no answer`, ja: `${host}: seq=${seq} 応答なし` }
  return quoted(`${head}${ttl === null ? '' : ` ttl=${ttl}`} time=${msText(ms)}`)
}

/** The times of all answers. */
export function timesLine(
  result: Pick<PingResult, 'minMs' | 'avgMs' | 'maxMs' | 'jitterMs'>,
): SeenLine {
  const { minMs, avgMs, maxMs, jitterMs } = result
  return {
    en: `min ${msText(minMs)}, avg ${msText(avgMs)}, max ${msText(maxMs)}, jitter ${msText(jitterMs)}`,
    ja: `最小 ${msText(minMs)}、平均 ${msText(avgMs)}、最大 ${msText(maxMs)}、ジッター ${msText(jitterMs)}`,
  }
}

export const stoppedEarly: Words = {
  en: 'Stopped before the first answer.',
  ja: '応答の前に中止しました。',
}

export function explainPing(result: PingResult): ToolAnswer<PingResult> {
  const { host, address, sent, received, lossPct } = result
  const head = host === address ? host : `${host} (${address})`
  return {
    ok: received > 0,
    words: pingWords(result),
    lines: [
      ...result.replies.map((reply) => replyLine(host, reply)),
      ...(sent > 0
        ? [
            {
              en: `${head}: ${sent} sent, ${received} received, ${lossPct.toFixed(0)} % lost`,
              ja: `${head}：送信 ${sent}、受信 ${received}、損失 ${lossPct.toFixed(0)} %`,
            },
          ]
        : []),
      ...(received > 0 ? [timesLine(result)] : []),
    ],
    facts: result,
  }
}

function pingWords({ host, address, sent, received, avgMs, replies }: PingResult) {
  const by = address.includes(':') && address !== host

  const refusal = replies.find((reply) => reply.error !== null)
  if (sent === 0) return stoppedEarly
  if (received === 0 && refusal)
    return {
      en: `${host} cannot be reached: ${refusal.from ?? 'a router'} says “${refusal.error ?? ''}”.`,
      ja: `${host} に到達できません。${refusal.from ?? 'ルーター'} の通知：${icmpTextWords(refusal.error ?? '').ja}。`,
    }
  if (received === 0)
    return {
      en: `${host} answers no ping: ${sent} sent. It may be off, unreachable, or set not to answer.`,
      ja: `${host} は ping に応答しません（${sent} 回送信）。停止中、到達不能、または応答しない設定です。`,
    }
  const some = received < sent
  const avg = msText(avgMs)
  return {
    en: `${host} answers${by ? ' over IPv6' : ''}: ${received} of ${sent}, ${avg} on average.${some ? ' Some echoes got lost.' : ''}`,
    ja: `${host} から${by ? ' IPv6 で' : ''}応答：${sent} 回中 ${received} 回、平均 ${avg}。${some ? '一部の応答が失われました。' : ''}`,
  }
}
