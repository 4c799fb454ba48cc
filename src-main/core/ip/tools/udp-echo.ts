import type { Chance } from '../../ports/chance'
import type { Clock } from '../../ports/clock'
import type { SeenLine, Words } from '../../words'
import type { IpHost } from '../host'
import { icmpTextWords } from '../icmp-words'
import { runUdpEcho, type UdpEchoOptions, type UdpEchoResult } from '../udp-echo'
import { replyLine, timesLine } from './ping'
import { stoppedEarly } from './words'
import { msText, type ToolAnswer, type ToolOptions } from './tool-answer'
import {
  echoesUdp,
  noEchoBack,
  noUdpEcho,
  oddDatagrams,
  otherServiceThere,
  udpEchoTally,
} from './service-words'

export interface UdpEchoTool extends ToolOptions, Omit<UdpEchoOptions, 'onReply' | 'signal'> {}

/** Datagrams that come back, explained. Rejects like `runUdpEcho`. */
export async function udpEchoTool(
  parts: { readonly clock: Clock; readonly chance: Chance; readonly host: IpHost },
  options: UdpEchoTool,
): Promise<ToolAnswer<UdpEchoResult>> {
  const { onProgress, ...rest } = options
  const result = await runUdpEcho(parts, {
    ...rest,
    onReply: (reply) =>
      onProgress?.({ index: reply.seq, value: reply.ms, line: replyLine(options.host, reply) }),
  })
  return explainUdpEcho(result)
}

export function explainUdpEcho(facts: UdpEchoResult): ToolAnswer<UdpEchoResult> {
  const { host, address, port, size, sent, received, lossPct, replies } = facts
  const head = `${host === address ? host : `${host} (${address})`}, UDP ${port}`
  return {
    ok: received > 0,
    words: echoWords(facts),
    lines: [
      ...replies.map((reply) => replyLine(host, reply)),
      ...(sent > 0 ? [udpEchoTally(head, sent, size, received, lossPct.toFixed(0))] : []),
      ...(received > 0 ? [timesLine(facts)] : []),
      ...oddLines(facts),
    ],
    facts,
  }
}

/** What is not as it was sent, where anything is. */
function oddLines({ reordered, duplicated, late, altered }: UdpEchoResult): SeenLine[] {
  if (reordered + duplicated + late + altered === 0) return []
  return [oddDatagrams(reordered, duplicated, late, altered)]
}

function echoWords(facts: UdpEchoResult): Words {
  const { host, address, port, sent, received, avgMs, replies, altered, reordered } = facts
  const where = `${host}:${port}`
  const refusal = replies.find(({ error }) => error !== null)
  if (sent === 0) return stoppedEarly
  if (received === 0 && refusal)
    return noUdpEcho(where, refusal.from, refusal.error, icmpTextWords(refusal.error ?? ''))
  if (received === 0 && altered > 0) return otherServiceThere(where)
  if (received === 0) return noEchoBack(where, sent)
  const by = address.includes(':') && address !== host
  const lost = sent - received
  return echoesUdp(where, by, received, sent, msText(avgMs), lost, reordered)
}
