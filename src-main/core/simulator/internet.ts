import { behindNat64 } from '../ip/nat64'
import { MqttBroker } from './mqtt-broker'

/** One request as the server saw it. */
export interface ServerLogRow {
  readonly atMs: number
  /** The address the request came from. */
  readonly client: string
  readonly host: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly bytes: number
}

export interface HttpRequest {
  readonly client: string
  readonly imsi: string
  readonly host: string
  readonly method: string
  readonly path: string
  readonly body: string
}

export interface HttpReply {
  readonly status: number
  readonly reason: string
  readonly type: string
  readonly body: string
}

interface Host {
  readonly names: readonly string[]
  /** IPv4; null: there is only IPv6. */
  readonly address: string | null
  readonly answersPing?: false
  /** What else the name servers know of it. */
  readonly records?: Readonly<Record<string, readonly string[]>>
  readonly http?: (request: HttpRequest) => HttpReply
  /** HTTPS or MQTTS, as the modem's own stack asks for it; `by name`: the address has several certificates, and SNI chooses. */
  readonly tls?: 'any' | 'by name'
}

const text = (status: number, reason: string, body: string): HttpReply => ({
  status,
  reason,
  type: 'text/plain',
  body,
})
const json = (body: unknown): HttpReply => ({
  status: 200,
  reason: 'OK',
  type: 'application/json',
  body: JSON.stringify(body),
})

function metadata(request: HttpRequest): HttpReply {
  if (request.method === 'GET' && request.path === '/v1/subscriber')
    return json({ imsi: request.imsi, status: 'active', sessionStatus: { online: true } })
  if (request.method === 'GET' && request.path === '/v1/userdata')
    return text(200, 'OK', 'simulated')
  return text(404, 'Not Found', 'not found\n')
}

/** Harvest takes any POST (201) and nothing else. */
function harvest(request: HttpRequest): HttpReply {
  return request.method === 'POST'
    ? text(201, 'Created', '')
    : text(405, 'Method Not Allowed', 'POST only\n')
}

/** What Beam's destination answers. */
function beam({ method }: HttpRequest): HttpReply {
  return method === 'POST' ? text(200, 'OK', 'taken\n') : text(405, 'Method Not Allowed', '')
}

/** Funnel reads what says that it is JSON. */
function funnel({ method, body }: HttpRequest): HttpReply {
  if (method !== 'POST') return text(405, 'Method Not Allowed', '')
  // A text is as good for it; only what begins like JSON has to be some.
  return /^\s*\{[^}]*$/.test(body)
    ? text(400, 'Bad Request', 'Invalid JSON is send to funnel.\n')
    : text(204, 'No Content', '')
}

const page = (body: string) => () => text(200, 'OK', body)

const mostBytes = 20_000_000

/** The octets a path asks for: `/bytes/<count>`, or the `/10MB.zip` of real servers. */
function countIn(path: string): number {
  const named = /^\/(\d{1,3})MB\.zip$/.exec(path)?.[1]
  if (named !== undefined) return Number(named) * 1_000_000
  return Number(/^\/bytes\/(\d{1,9})$/.exec(path)?.[1] ?? Number.NaN)
}

/** Something to measure with: octets by their count, and a POST is taken and counted. */
function speed({ method, path, body }: HttpRequest): HttpReply {
  if (method === 'POST') return text(200, 'OK', `${body.length}\n`)
  const count = countIn(path)
  if (!(count <= mostBytes)) return text(404, 'Not Found', `/bytes/<count>, at most ${mostBytes}\n`)
  const octets = { status: 200, reason: 'OK', type: 'application/octet-stream' }
  return { ...octets, body: '0123456789abcdef'.repeat(Math.ceil(count / 16)).slice(0, count) }
}

/** It sends back whatever comes on port 7 of TCP and UDP (RFC 862). */
export const echoName = 'echo.example'

/** A CoAP server listens here on port 5683. */
export const coapName = 'coap.example'

/** An MQTT broker listens here on port 1883, and takes everybody. */
export const brokerName = 'broker.example'

/** The computer that the program runs on, where a modem was told that it may reach it. */
export const computerName = 'this-computer.example'

/** SORACOM's endpoints (100.127.0.0/16 as documented) and a few others; addresses of examples are from RFC 5737. */
const hosts: readonly Host[] = [
  { names: ['pong.soracom.io'], address: '100.127.100.127', http: page('pong\n') },
  { names: ['metadata.soracom.io'], address: '100.127.100.127', http: metadata },
  { names: ['harvest.soracom.io'], address: '100.127.111.111', http: harvest },
  { names: ['uni.soracom.io'], address: '100.127.69.42', http: harvest },
  { names: ['beam.soracom.io'], address: '100.127.127.100', http: beam },
  { names: ['funnel.soracom.io'], address: '100.127.65.43', http: funnel },
  { names: ['ntp.soracom.io'], address: '100.127.0.123' },
  { names: ['ntp.nict.jp'], address: '192.0.2.123' },
  {
    names: ['soracom.io'],
    address: '192.0.2.30',
    records: { TXT: ['v=spf1 -all'], AAAA: ['2001:db8::30'] },
  },
  {
    names: ['ip.example'],
    address: '192.0.2.80',
    http: ({ client }) => text(200, 'OK', `${client}\n`),
    records: { AAAA: ['2001:db8::80'] },
  },
  {
    names: ['example.com', 'www.example.com'],
    address: '192.0.2.10',
    http: page('Example Domain\n'),
    tls: 'any',
    records: { AAAA: ['2001:db8::10'], TXT: ['a simulated host'] },
  },
  {
    names: ['speed.example', 'speedtest.tele2.net'],
    address: '192.0.2.20',
    http: speed,
    records: { AAAA: ['2001:db8::20'] },
  },
  {
    names: ['named.example'],
    address: '192.0.2.11',
    http: page('Named\n'),
    tls: 'by name',
  },
  { names: [echoName], address: '192.0.2.7', records: { AAAA: ['2001:db8::7'] } },
  { names: [coapName], address: '192.0.2.9', records: { AAAA: ['2001:db8::9'] } },
  {
    names: ['stun.example', 'stun.l.google.com'],
    address: '192.0.2.8',
    records: { AAAA: ['2001:db8::8'] },
  },
  {
    names: [brokerName],
    address: '192.0.2.12',
    tls: 'by name',
    records: { AAAA: ['2001:db8::12'] },
  },
  {
    names: [computerName],
    address: '192.0.2.200',
    records: { AAAA: ['2001:db8::200'] },
  },
  { names: ['silent.example'], address: '192.0.2.99', answersPing: false },
  {
    names: ['dns.google'],
    address: '8.8.8.8',
    records: { AAAA: ['2001:4860:4860::8888'] },
  },
  {
    names: ['one.one.one.one'],
    address: '1.1.1.1',
    records: { AAAA: ['2606:4700:4700::1111'] },
  },
  {
    names: ['six.example'],
    address: null,
    http: page('Six\n'),
    records: { AAAA: ['2001:db8::6'] },
  },
  // RFC 7050: nothing is there, and DNS64 shows its prefix by what it makes of it.
  { names: ['ipv4only.arpa'], address: '192.0.0.170', answersPing: false },
]

const isAt = (host: Host, address: string): boolean =>
  host.address === address || host.records?.['AAAA']?.includes(address) === true

const LOG_ROWS = 10_000
const ADDRESS = /^(?:\d{1,3}\.){3}\d{1,3}$/

/** A handful of names and servers behind every session. */
export class SimulatedInternet {
  readonly #nowMs: () => number
  readonly #log: ServerLogRow[] = []
  readonly broker = new MqttBroker()
  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
  }
  /** The address of a name, a dotted address as it is, or undefined: no such name. */
  lookUp(name: string): string | undefined {
    if (ADDRESS.test(name)) return name
    const wanted = name.toLowerCase().replace(/\.$/, '')
    return hosts.find((host) => host.names.includes(wanted))?.address ?? undefined
  }
  /** The records of a type that a name has; undefined when there is no such name. */
  records(name: string, type: string): readonly string[] | undefined {
    const wanted = name.toLowerCase().replace(/\.$/, '')
    const reverse = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\.in-addr\.arpa$/.exec(wanted)
    if (reverse) {
      const address = reverse.slice(1).reverse().join('.')
      const host = hosts.find((one) => one.address === address)
      return host && (type === 'PTR' ? host.names.slice(0, 1) : [])
    }
    const host = hosts.find((one) => one.names.includes(wanted))
    if (!host) return undefined
    if (type !== 'A') return host.records?.[type] ?? []
    return host.address === null ? [] : [host.address]
  }
  /** Whether an address is one of a host, by NAT64 too where the session has a prefix of it. */
  isAt(name: string, address: string, nat64?: string): boolean {
    const host = this.#named(name)
    const behind = nat64 === undefined ? undefined : behindNat64(nat64, address)
    return (
      host !== undefined && (isAt(host, address) || (behind !== undefined && isAt(host, behind)))
    )
  }
  /** Whether a host answers to TLS on port 443. */
  hasTls(name: string): boolean {
    return this.#named(name)?.tls !== undefined
  }
  /** Whether its server gives the right certificate to those alone who send its name. */
  wantsName(name: string): boolean {
    return this.#named(name)?.tls === 'by name'
  }
  #named(name: string): Host | undefined {
    return hosts.find(({ names }) => names.includes(name.toLowerCase()))
  }
  answersPing(address: string): boolean {
    const known = hosts.filter((host) => isAt(host, address))
    return known.length > 0 && known.every((host) => host.answersPing !== false)
  }
  /** Whether something listens for HTTP there. */
  serves(address: string): boolean {
    return hosts.some((host) => isAt(host, address) && host.http)
  }
  /** One request to the server at an address; the Host field chooses among the names that share it. */
  request(address: string, request: HttpRequest): HttpReply {
    const here = hosts.filter((host) => isAt(host, address) && host.http)
    const name = request.host.toLowerCase().replace(/:\d+$/, '')
    const host = here.find((one) => one.names.includes(name)) ?? here[0]
    const path = request.path.split('?')[0] ?? '/'
    const reply = host?.http?.({ ...request, path }) ?? text(404, 'Not Found', '')
    const { client, method } = request
    const row = { atMs: this.#nowMs(), client, host: name, method, path: request.path }
    const kept = { ...row, status: reply.status, bytes: request.body.length }
    this.#log.push(kept)
    if (this.#log.length > LOG_ROWS) this.#log.shift()
    return reply
  }
  /** What the servers logged, oldest first: the changes of client address are in here. */
  get log(): readonly ServerLogRow[] {
    return this.#log
  }
}
