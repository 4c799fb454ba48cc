import { Fault } from '../../fault'
import type { MqttEvent, MqttOptions, MqttResult, RunMqtt } from '../../ports/mqtt'
import type { TlsFacts, TlsWishes } from '../../ports/tls'
import type { SeenLine, Words } from '../../words'
import { mustBeName } from '../address'
import type { FamilyChoice } from '../destination'
import type { IpHost } from '../host'
import { withoutBrackets } from '../http'
import { tlsLines } from './tls'
import { msText, type ToolAnswer, type ToolOptions } from './tool-answer'
import {
  brokerConnected,
  brokerLost,
  messageAcknowledged,
  messageBack,
  messagesMissing,
  messagesPassed,
  mqttTally,
  notABroker,
  reconnected,
} from './service-words'

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
  if (host === undefined || port < 1 || port > 65_535) throw new Fault('bad-input', notABroker(url))
  mustBeName(host)
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
      return brokerConnected(url, msText(event.ms))
    case 'acknowledged':
      return messageAcknowledged(event.index, msText(event.ms))
    case 'returned':
      return messageBack(event.index, msText(event.ms))
    case 'lost':
      return brokerLost(event.reason)
  }
}

export function explainMqtt(facts: MqttFacts): ToolAnswer<MqttFacts> {
  const { sent, acknowledged, returned, minMs, avgMs, maxMs, tls } = facts
  return {
    ok: sent > 0 && acknowledged === sent && (returned ?? sent) === sent,
    words: mqttWords(facts),
    lines: [
      ...(tls ? tlsLines(tls) : []),
      mqttTally(sent, acknowledged, returned, msText(minMs), msText(avgMs), msText(maxMs)),
    ],
    facts,
  }
}

function mqttWords(facts: MqttFacts): Words {
  const { url, topic, qos, sent, acknowledged, returned, avgMs, reconnects } = facts
  const again = reconnected(reconnects === 0, reconnects)
  const came = returned ?? acknowledged
  if (came < sent) return messagesMissing(url, sent - came, sent, returned, again, qos)
  return messagesPassed(url, sent, topic, returned, msText(avgMs), again)
}
