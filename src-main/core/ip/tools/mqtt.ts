import { Fault } from '../../fault'
import type { MqttEvent, MqttOptions, MqttResult, RunMqtt } from '../../ports/mqtt'
import type { TlsFacts, TlsWishes } from '../../ports/tls'
import type { SeenLine, Words } from '../../words'
import type { FamilyChoice } from '../destination'
import type { IpHost } from '../host'
import { withoutBrackets } from '../http'
import { tlsLines } from './tls'
import { msText, type ToolAnswer, type ToolOptions } from './tool-answer'

export interface MqttTool extends ToolOptions, Omit<MqttOptions, 'signal' | 'onEvent'> {
  /** `mqtt://host[:port]` or `mqtts://host[:port]`. */
  readonly url: string
  readonly tls?: TlsWishes | undefined
  readonly family?: FamilyChoice | undefined
}

export interface MqttFacts extends MqttResult {
  readonly url: string
  readonly topic: string
  readonly qos: 0 | 1 | 2
  readonly minMs: number | null
  readonly avgMs: number | null
  readonly maxMs: number | null
  /** Null: without TLS. */
  readonly tls: TlsFacts | null
}

/** Takes the address of a broker apart. Throws `bad-input`. */
export function parseBroker(url: string): {
  readonly secure: boolean
  readonly host: string
  readonly port: number
} {
  const match = /^(mqtts?):\/\/(\[[\da-f:.]+\]|[^/:?#@\s[\]]+)(?::(\d{1,5}))?\/?$/i.exec(url.trim())
  const secure = match?.[1]?.toLowerCase() === 'mqtts'
  const host = withoutBrackets(match?.[2])
  const port = Number(match?.[3] ?? (secure ? 8883 : 1883))
  if (host === undefined || port < 1 || port > 65_535)
    throw new Fault('bad-input', {
      en: `“${url}”: expected mqtt://host[:1883] or mqtts://host[:8883], user and password apart.`,
      ja: `「${url}」：mqtt://ホスト[:1883] または mqtts://ホスト[:8883] の形式で指定してください（ユーザー名とパスワードは別に指定）。`,
    })
  return { secure, host, port }
}

/** A visit to a broker, explained. Rejects when there is no first connection. */
export async function mqttTool(
  host: IpHost,
  runMqtt: RunMqtt,
  options: MqttTool,
): Promise<ToolAnswer<MqttFacts>> {
  const { url, tls: wishes, family, onProgress, ...rest } = options
  const { secure, host: name, port } = parseBroker(url)
  let tls: TlsFacts | null = null
  const open = async () => {
    if (!secure) return host.connect(name, port, { family, signal: options.signal })
    const stream = await host.connectTls(name, port, { ...wishes, family, signal: options.signal })
    tls = stream.facts
    return stream
  }
  let index = 0
  const result = await runMqtt(open, {
    ...rest,
    onEvent: (event) =>
      onProgress?.({
        index: ++index,
        value: event.kind === 'lost' ? null : event.ms,
        line: eventLine(url, event),
      }),
  })
  return explainMqtt({
    url,
    topic: options.topic,
    qos: options.qos,
    ...timesOf(result),
    ...result,
    tls,
  })
}

function timesOf({ ms }: MqttResult) {
  if (ms.length === 0) return { minMs: null, avgMs: null, maxMs: null }
  return {
    minMs: Math.min(...ms),
    avgMs: ms.reduce((sum, one) => sum + one, 0) / ms.length,
    maxMs: Math.max(...ms),
  }
}

function eventLine(url: string, event: MqttEvent): SeenLine {
  switch (event.kind) {
    case 'connected':
      return {
        en: `${url}: connected, ${msText(event.ms)}`,
        ja: `${url}：接続しました、${msText(event.ms)}`,
      }
    case 'acknowledged':
      return {
        en: `message ${event.index} acknowledged, ${msText(event.ms)}`,
        ja: `メッセージ ${event.index}：受領確認、${msText(event.ms)}`,
      }
    case 'returned':
      return {
        en: `message ${event.index} back, ${msText(event.ms)}`,
        ja: `メッセージ ${event.index}：折り返し受信、${msText(event.ms)}`,
      }
    case 'lost':
      return {
        en: `connection lost ${event.reason}`.trim(),
        ja: `接続が切れました ${event.reason}`.trim(),
      }
  }
}

export function explainMqtt(facts: MqttFacts): ToolAnswer<MqttFacts> {
  const { sent, acknowledged, returned, minMs, avgMs, maxMs, tls } = facts
  return {
    ok: sent > 0 && acknowledged === sent && (returned ?? sent) === sent,
    words: mqttWords(facts),
    lines: [
      ...(tls ? tlsLines(tls) : []),
      {
        en: `${sent} sent, ${acknowledged} acknowledged${returned === null ? '' : `, ${returned} back`}, min ${msText(minMs)}, avg ${msText(avgMs)}, max ${msText(maxMs)}`,
        ja: `送信 ${sent}、受領確認 ${acknowledged}${returned === null ? '' : `、折り返し ${returned}`}、最小 ${msText(minMs)}、平均 ${msText(avgMs)}、最大 ${msText(maxMs)}`,
      },
    ],
    facts,
  }
}

function mqttWords(facts: MqttFacts): Words {
  const { url, topic, qos, sent, acknowledged, returned, avgMs, reconnects } = facts
  const again = {
    en: reconnects === 0 ? '' : ` The connection was lost and made again ${reconnects} times.`,
    ja: reconnects === 0 ? '' : `途中で ${reconnects} 回切断し、再接続しました。`,
  }
  const came = returned ?? acknowledged
  if (came < sent)
    return {
      en: `${url}: ${sent - came} of ${sent} messages ${returned === null ? 'were not acknowledged' : 'did not come back'}.${again.en}${qos === 0 ? ' With QoS 0 nobody sends them again.' : ''}`,
      ja: `${url}: ${sent} 件中 ${sent - came} 件${returned === null ? 'の受領確認がありません' : 'が戻りません'}。${again.ja}${qos === 0 ? 'QoS 0 では再送されません。' : ''}`,
    }
  return {
    en: `${url}: ${sent} ${sent === 1 ? 'message' : 'messages'} to ${topic} ${returned === null ? 'acknowledged' : 'and back'}, ${msText(avgMs)} on average.${again.en}`,
    ja: `${url}: ${topic} への ${sent} 件${returned === null ? 'の受領を確認' : 'が折り返し到着'}、平均 ${msText(avgMs)}。${again.ja}`,
  }
}
