import type { Chance } from '../../ports/chance'
import type { Clock } from '../../ports/clock'
import type { SeenLine, Words } from '../../words'
import type { IpHost } from '../host'
import { icmpTextWords } from '../icmp-words'
import { runUdpEcho, type UdpEchoOptions, type UdpEchoResult } from '../udp-echo'
import { replyLine, stoppedEarly, timesLine } from './ping'
import { msText, type ToolAnswer, type ToolOptions } from './tool-answer'

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
      ...(sent > 0
        ? [
            {
              en: `${head}: ${sent} sent of ${size} octets, ${received} came back, ${lossPct.toFixed(0)} % lost`,
              ja: `${head}：${size} バイト × ${sent} 送信、${received} 受信、損失 ${lossPct.toFixed(0)} %`,
            },
          ]
        : []),
      ...(received > 0 ? [timesLine(facts)] : []),
      ...oddLines(facts),
    ],
    facts,
  }
}

/** What is not as it was sent, where anything is. */
function oddLines({ reordered, duplicated, late, altered }: UdpEchoResult): SeenLine[] {
  if (reordered + duplicated + late + altered === 0) return []
  return [
    {
      en: `out of order ${reordered}, more than once ${duplicated}, too late ${late}, not as sent ${altered}`,
      ja: `順序入れ替わり ${reordered}、重複 ${duplicated}、時間切れ後の到着 ${late}、内容の不一致 ${altered}`,
    },
  ]
}

function echoWords(facts: UdpEchoResult): Words {
  const { host, address, port, sent, received, avgMs, replies, altered, reordered } = facts
  const where = `${host}:${port}`
  const refusal = replies.find(({ error }) => error !== null)
  if (sent === 0) return stoppedEarly
  if (received === 0 && refusal)
    return {
      en: `Nothing echoes UDP at ${where}: ${refusal.from ?? 'a router'} says “${refusal.error ?? ''}”. UDP passes as far as there; start an echo server on that port.`,
      ja: `${where} では UDP エコーが動いていません。${refusal.from ?? 'ルーター'} の通知：${icmpTextWords(refusal.error ?? '').ja}。UDP はそこまで届いています。そのポートでエコーサーバーを起動してください。`,
    }
  if (received === 0 && altered > 0)
    return {
      en: `${where} answers, but not with what was sent: another service has that port.`,
      ja: `${where} から応答がありますが、送信した内容と異なります。別のサービスがそのポートを使っています。`,
    }
  if (received === 0)
    return {
      en: `Nothing comes back from ${where}: ${sent} sent. No echo server listens there, or UDP is filtered on the way; a ping tells whether the host answers at all.`,
      ja: `${where} から何も戻りません（${sent} 個送信）。エコーサーバーが動いていないか、途中で UDP が遮断されています。ホスト自体が応答するかは ping で確認できます。`,
    }
  const by = address.includes(':') && address !== host
  const lost = sent - received
  return {
    en: `${where} echoes UDP${by ? ' over IPv6' : ''}: ${received} of ${sent}, ${msText(avgMs)} on average.${lost > 0 ? ' Some datagrams got lost.' : ''}${reordered > 0 ? ' Some came out of order.' : ''}`,
    ja: `${where} から${by ? ' IPv6 で' : ''} UDP エコーが戻ります：${sent} 個中 ${received} 個、平均 ${msText(avgMs)}。${lost > 0 ? '一部のデータグラムが失われました。' : ''}${reordered > 0 ? '順序の入れ替わりがあります。' : ''}`,
  }
}
