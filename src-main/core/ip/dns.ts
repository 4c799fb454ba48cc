import { factText } from '../at/fact-text'
import { Fault } from '../fault'
import type { FactValue } from '../at/knowledge'
import { utf8 } from '../utf8'
import { buildQuery, parseDns, type Answer, type Packet } from './dns-message'
import { questionName, serverOf, type DnsServer, type DnsType } from './dns-question'
import { quoted } from '../words'

export type { DnsServer, DnsType } from './dns-question'

export interface DnsAnswer {
  readonly name: string
  readonly type: string
  readonly ttlSeconds: number
  /** An address, a name, a text; an object for MX, SRV, SOA. */
  readonly data: FactValue
}

export interface DnsResult {
  readonly name: string
  readonly type: string
  readonly answers: readonly DnsAnswer[]
  readonly server: string
  readonly ms: number
}

export interface DnsOptions {
  readonly type?: DnsType | undefined
  /** An address, or `address:port` (`[address]:port` of IPv6). Left out: the servers that came with the address, in order. */
  readonly server?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** For the whole question, all tries together. Default 10 s. */
  readonly timeoutMs?: number | undefined
}

/** What a resolver needs of the host. */
export interface DnsTransport {
  nowUs(): number
  newId(): number
  /** One question over UDP; undefined when no answer came in time. */
  askUdp(
    server: DnsServer,
    query: Uint8Array,
    isAnswer: (reply: Uint8Array) => boolean,
    ms: number,
    signal: AbortSignal | undefined,
  ): Promise<Uint8Array | undefined>
  /** The same over TCP, for answers that were cut short. */
  askTcp(
    server: DnsServer,
    query: Uint8Array,
    ms: number,
    signal: AbortSignal | undefined,
  ): Promise<Uint8Array>
}

const tryMs = 2_500

/** Asks the servers in turn until one answers or the time is over. */
export async function resolveName(
  transport: DnsTransport,
  servers: readonly string[],
  name: string,
  options: DnsOptions = {},
): Promise<DnsResult> {
  const type = options.type ?? 'A'
  const question = { name: questionName(name, type), type }
  const list = options.server === undefined ? servers : [options.server.trim()]
  const typed = list.map(serverOf)
  if (list.length === 0) throw new Fault('dns-no-server', quoted(name))
  const startUs = transport.nowUs()
  const endUs = startUs + (options.timeoutMs ?? 10_000) * 1000
  for (let round = 0; ; round++) {
    const server = typed[round % typed.length]
    if (!server) throw new Fault('dns-no-server', quoted(name))
    const leftMs = (endUs - transport.nowUs()) / 1000
    if (leftMs <= 0) throw new Fault('dns-no-answer', quoted(`${name} (${list.join(', ')})`))
    const packet = await ask(transport, server, question, Math.min(tryMs, leftMs), options.signal)
    if (!packet) continue
    const said = list[round % list.length] ?? server.address
    const answers = answersOf(packet, question.name, said)
    const ms = (transport.nowUs() - startUs) / 1000
    return { name, type, answers, server: said, ms }
  }
}

async function ask(
  transport: DnsTransport,
  server: DnsServer,
  question: { name: string; type: string },
  ms: number,
  signal: AbortSignal | undefined,
): Promise<Packet | undefined> {
  const id = transport.newId()
  const query = buildQuery({ id, ...question })
  const fits = (reply: Uint8Array) => isReply(parseDns(reply), id, question)
  const reply = await transport.askUdp(server, query, fits, ms, signal)
  if (!reply) return undefined
  const packet = parseDns(reply)
  if (!packet?.flag_tc) return packet
  return parseDns(await transport.askTcp(server, query, tryMs * 2, signal)) ?? packet
}

/** Only an answer to our own question counts (RFC 5452 9.1). */
function isReply(
  packet: Packet | undefined,
  id: number,
  question: { name: string; type: string },
): boolean {
  if (!packet || packet.type !== 'response' || packet.id !== id) return false
  const echoed = packet.questions?.[0]
  if (!echoed) return true
  return echoed.name.toLowerCase() === question.name.toLowerCase() && echoed.type === question.type
}

function answersOf(packet: Packet, name: string, server: string): DnsAnswer[] {
  if (packet.rcode === 'NXDOMAIN')
    throw new Fault('dns-no-such-name', quoted(`${name} (${server})`))
  if (packet.rcode !== undefined && packet.rcode !== 'NOERROR')
    throw new Fault('dns-failed', quoted(`${name}: ${packet.rcode} (${server})`))
  return (packet.answers ?? []).map(plainAnswer)
}

function plainAnswer({ name, type, ttl, data }: Answer): DnsAnswer {
  return { name, type, ttlSeconds: ttl ?? 0, data: plain(data) }
}

function plain(data: unknown): FactValue {
  if (data instanceof Uint8Array) return utf8(data)
  if (Array.isArray(data)) return data.map((one) => factText(plain(one))).join('')
  if (typeof data === 'string' || typeof data === 'number') return data
  if (typeof data === 'object' && data !== null)
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, plain(value)]))
  return null
}
