import { quoted, type SeenLine } from '../../words'
import type { IpHost } from '../host'
import { icmpTextWords } from '../icmp-words'
import type { PingOptions, PingReply, PingResult } from '../ping'
import { msText, type ToolAnswer, type ToolOptions } from './tool-answer'
import {
  answersNoPing,
  answersPing,
  echoTally,
  echoTimes,
  echoUnanswered,
  hostUnreachable,
  stoppedEarly,
} from './words'

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
  if (ms === null) return echoUnanswered(host, seq)
  return quoted(`${head}${ttl === null ? '' : ` ttl=${ttl}`} time=${msText(ms)}`)
}

/** The times of all answers. */
export function timesLine(
  result: Pick<PingResult, 'minMs' | 'avgMs' | 'maxMs' | 'jitterMs'>,
): SeenLine {
  const { minMs, avgMs, maxMs, jitterMs } = result
  return echoTimes(msText(minMs), msText(avgMs), msText(maxMs), msText(jitterMs))
}

export function explainPing(result: PingResult): ToolAnswer<PingResult> {
  const { host, address, sent, received, lossPct } = result
  const head = host === address ? host : `${host} (${address})`
  return {
    ok: received > 0,
    words: pingWords(result),
    lines: [
      ...result.replies.map((reply) => replyLine(host, reply)),
      ...(sent > 0 ? [echoTally(head, sent, received, lossPct.toFixed(0))] : []),
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
    return hostUnreachable(host, refusal.from, refusal.error, icmpTextWords(refusal.error ?? ''))
  if (received === 0) return answersNoPing(host, sent)
  const some = received < sent
  const avg = msText(avgMs)
  return answersPing(host, by, received, sent, avg, some)
}
