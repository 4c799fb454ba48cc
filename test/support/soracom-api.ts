import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type {
  HttpAnswer,
  HttpQuestion,
  ReachOut,
  SoracomAccess,
} from '@core/soracom/soracom-access'
import description from './soracom-openapi.json'

/** Invented, of the shape that SORACOM's have. */
export const login = {
  way: 'key',
  coverage: 'jp',
  authKeyId: 'keyId-Tr3eFr0gBl4ckR1verSt0ne9876543',
  authKey: 'secret-M00nL1ghtV4lleyC0pperL4ntern5Wint3rF0x0123456789',
} as const

/** The card of `sim:sim7672`. */
export const iccid = '89423100000000004305'
export const imsi = '901310000000430'

interface Route {
  readonly query?: readonly string[]
  readonly required?: readonly string[]
  readonly body?: string
  readonly answer: string | readonly string[]
  readonly open?: boolean
}
type Shape = string | readonly [string] | { readonly [field: string]: unknown }
const definitions = description.definitions as { readonly [name: string]: Shape }

/** What the value has that its description has not, as places; empty: it is as described. */
export function unlike(shape: unknown, value: unknown, place = ''): string[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(shape))
    return Array.isArray(value)
      ? value.flatMap((one) => unlike(shape[0], one, `${place}[]`))
      : [`${place}: no list`]
  if (typeof shape === 'object' && shape !== null) {
    if (typeof value !== 'object') return [`${place}: no object`]
    const fields = shape as { readonly [field: string]: unknown }
    return Object.entries(value).flatMap(([field, one]) => {
      const known = Object.hasOwn(fields, field) ? fields[field] : fields['*']
      const at = place === '' ? field : `${place}.${field}`
      return known === undefined ? [`${at}: not described`] : unlike(known, one, at)
    })
  }
  const name = String(shape)
  const defined = definitions[name]
  if (defined !== undefined) return unlike(defined, value, place)
  const right = name === 'integer' ? Number.isInteger(value) : typeof value === name
  return right ? [] : [`${place}: ${name} expected`]
}

const ofOrder = (template: string) => new RegExp(`^${template.replace(/\{\w+\}/g, '([^/]+)')}$`)

type CreateMapping = Pick<Mapping, 'destination' | 'duration' | 'tlsRequired'>
interface Mapping {
  readonly endpoint: string
  readonly hostname?: string
  readonly ipAddress: string
  readonly port: number
  readonly duration: number
  readonly tlsRequired: boolean
  readonly destination: { readonly imsi?: string; readonly simId?: string; readonly port: number }
  readonly source: { readonly ipRanges: readonly string[] }
}

export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers?: { readonly [name: string]: string }
}

/**
 * SORACOM's API as its published description has it: a question that is not in it is answered with 400 and kept in `wrong`, and an answer
 * of this mock that is not as described ends the test.
 */
export class SoracomApi {
  readonly asked: string[] = []
  readonly wrong: string[] = []
  /** Everything that opens the account, as this mock gave it out. */
  readonly secrets: string[] = []
  readonly #valid = new Set<string>()
  readonly #nowMs: () => number
  /** The platform's clock against the test's. */
  aheadMs = 0
  sim = {
    simId: iccid,
    status: 'active',
    groupId: '6a1b0c2d-0000-4000-8000-000000000001' as string | null,
    speedClass: 's1.standard',
    tags: { name: 'bench modem' },
    imeiLock: null as { imei: string } | null,
    sessionStatus: {
      online: false,
      imsi,
      imei: null as string | null,
      ueIpAddress: null as string | null,
      subscription: 'planX3',
      cell: { radioType: 'LTE', mcc: 440, mnc: 10 },
    },
    profiles: { [iccid]: { iccid, primaryImsi: imsi, subscribers: { [imsi]: { imsi } } } },
  }
  events: { event: string; time: number; apn?: string; ueIpAddress?: string }[] = []
  /** What Napter lets in now; the first was there before. */
  mappings: Mapping[] = [
    {
      ...{
        endpoint: '198.51.100.9:30022',
        ipAddress: '198.51.100.9',
        port: 30_022,
        duration: 3600,
      },
      tlsRequired: false,
      destination: { imsi, port: 22 },
      source: { ipRanges: ['192.0.2.0/24'] },
    },
  ]
  /** Where the next mapping takes connections, and who lets them through to the device. */
  gate: { readonly hostname: string; readonly ipAddress: string; readonly port: number } = {
    hostname: '198-51-100-9.napter.test',
    ipAddress: '198.51.100.9',
    port: 31_000,
  }
  /** In the place of this computer's own network. */
  reach: ReachOut = async () => ({ how: 'unreached', why: 'ECONNREFUSED' })
  /** Answers the next questions with these, whatever they ask; the sign-in, too. */
  readonly next: Answer[] = []

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
  }

  /** The tokens given out so far are worth nothing any more. */
  expire(): void {
    this.#valid.clear()
  }
  happened(event: string, more: { apn?: string; ueIpAddress?: string } = {}): void {
    this.events.unshift({ event, time: this.#nowMs() + this.aheadMs, ...more })
    const online = event !== 'Deleted'
    this.sim.sessionStatus = {
      ...this.sim.sessionStatus,
      online,
      ueIpAddress: online ? (more.ueIpAddress ?? null) : null,
    }
  }

  answer({ method, url, headers, body }: Omit<HttpQuestion, 'timeoutMs'>): Answer {
    const { pathname, searchParams } = new URL(url)
    const path = pathname.replace(description.basePath, '')
    const name = `${method} ${path}`
    this.asked.push(name)
    const planned = this.next.shift()
    if (planned) return planned
    const route = routeOf(method, path)
    if (!route) return this.#bad(`${name}: not in the description`)
    const strange = [...searchParams.keys()].filter((key) => !route.query?.includes(key))
    const missing = (route.required ?? []).filter((key) => !searchParams.has(key))
    const given: unknown = body === undefined ? undefined : JSON.parse(body)
    const unlikely = route.body ? unlike(route.body, given) : []
    if (strange.length + missing.length + unlikely.length > 0)
      return this.#bad(`${name}: ${[...strange, ...missing, ...unlikely].join(', ')}`)
    if (!route.open && !this.#valid.has(headers['x-soracom-token'] ?? ''))
      return refused(401, 'AUM0003', 'Invalid api token')
    const found = this.#found(path, searchParams, given)
    const mistakes =
      found.status < 300 && found.status !== 204 ? unlike(route.answer, found.body) : []
    if (mistakes.length > 0) throw new Error(`the mock’s answer to ${name}: ${mistakes.join(', ')}`)
    return found
  }

  #found(path: string, query: URLSearchParams, given: unknown): Answer {
    if (path === '/auth') return this.#auth(given as { authKeyId?: string; authKey?: string })
    if (path === '/sims') return good([this.sim])
    if (path === '/query/sims') {
      const value = query.get('iccid') ?? query.get('imsi') ?? ''
      return good([iccid, imsi].some((one) => one.includes(value)) ? [this.sim] : [])
    }
    if (path.startsWith('/groups/'))
      return good({ groupId: this.sim.groupId, tags: { name: 'bench group' } })
    if (path.startsWith('/port_mappings')) return this.#portMappings(path, given)
    if (!path.includes(this.sim.simId)) return refused(404, 'SEM0001', 'No such resource found')
    if (path.endsWith('/events/sessions')) {
      const from = Number(query.get('from') ?? 0)
      return good(this.events.filter(({ time }) => time >= from))
    }
    if (path.startsWith('/stats/air')) return good(this.#usage(Number(query.get('to'))))
    if (path.endsWith('/delete_session')) return this.#deleteSession()
    if (path.endsWith('/downlink/ping'))
      return good({ success: true, rtt: 'min/avg/max = 41/48/55 ms', stat: '3 sent, 3 received' })
    if (path.endsWith('/packet_capture_sessions')) return this.#captures(given)
    return good(this.sim)
  }
  #auth({ authKeyId, authKey }: { authKeyId?: string; authKey?: string }): Answer {
    if (authKeyId !== login.authKeyId || authKey !== login.authKey)
      return refused(401, 'AUM0004', `Failed to authenticate ${authKeyId ?? ''} ${authKey ?? ''}`)
    const token = `eyJhbGciOiJIUzI1NiJ9.token${this.secrets.length}.S1gn4tur3Of4Test`
    const apiKey = `api-9f8e7d6c5b4a-${this.secrets.length}`
    this.secrets.push(token, apiKey)
    this.#valid.add(token)
    return good({ apiKey, token, operatorId: 'OP0000000001', userName: 'bench' })
  }
  #deleteSession(): Answer {
    if (!this.sim.sessionStatus.online)
      return refused(400, 'SEM0016', 'The specified subscriber is offline')
    this.happened('Deleted')
    return good(this.sim)
  }
  #portMappings(path: string, given: unknown): Answer {
    if (path === '/port_mappings') return this.#map(given as CreateMapping)
    const [, address, port] = /^\/port_mappings\/([\d.]+)\/(\d+)$/.exec(path) ?? []
    if (address !== undefined) return this.#unmap(address, Number(port))
    if (!path.includes('subscribers')) return refused(404, 'SEM0001', 'No such resource found')
    return good(this.mappings)
  }
  #map({ destination, duration, tlsRequired }: CreateMapping): Answer {
    if (destination.simId !== this.sim.simId)
      return refused(404, 'SEM0001', 'No such resource found')
    const { ipAddress, port, hostname } = this.gate
    const endpoint = `${hostname}:${port}`
    // Without ranges: for the address that asks.
    const source = { ipRanges: ['192.0.2.77/32'] }
    const made = { endpoint, hostname, ipAddress, port, duration, tlsRequired, destination, source }
    this.mappings.push(made)
    return { status: 201, body: made }
  }
  #unmap(address: string, port: number): Answer {
    const before = this.mappings.length
    this.mappings = this.mappings.filter((one) => one.ipAddress !== address || one.port !== port)
    if (this.mappings.length === before) return refused(404, 'SEM0001', 'No such resource found')
    return { status: 204, body: '' }
  }
  #captures(given: unknown): Answer {
    const session = { sessionId: 'c0ffee00-0001', status: 'REQUESTED', duration: 60 }
    return good(given === undefined ? [session] : { ...session, ...(given as object) })
  }
  #usage(toS: number) {
    const stats = { uploadByteSizeTotal: 1200, downloadByteSizeTotal: 4800 }
    return [{ unixtime: toS - 300, dataTrafficStatsMap: { 's1.standard': stats } }]
  }
  #bad(what: string): Answer {
    this.wrong.push(what)
    return refused(400, 'COM0001', what)
  }
  get date(): string {
    return new Date(this.#nowMs() + this.aheadMs).toUTCString()
  }

  /** In the place of the platform of a bench, without a socket. */
  get access(): SoracomAccess {
    return {
      ask: async (question): Promise<HttpAnswer> => {
        const { status, body, headers } = this.answer(question)
        const text = typeof body === 'string' ? body : JSON.stringify(body)
        return { status, text, date: this.date, retryAfter: headers?.['retry-after'] ?? null }
      },
      run: () => Promise.reject(new Error('no soracom command in this test')),
      reach: (reaching) => this.reach(reaching),
      endpoint: 'http://127.0.0.1:1',
    }
  }

  /** On 127.0.0.1, for the program as a whole. */
  async serve(): Promise<{ readonly url: string; close(): Promise<void> }> {
    const server = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        const {
          status,
          body: answer,
          headers,
        } = this.answer({
          method: methodOf(request.method),
          url: `http://127.0.0.1${request.url ?? ''}`,
          headers: request.headers as { readonly [name: string]: string },
          ...(body === '' ? {} : { body }),
        })
        const all = { 'content-type': 'application/json', date: this.date, ...headers }
        response.writeHead(status, all)
        response.end(typeof answer === 'string' ? answer : JSON.stringify(answer))
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    return { url: `http://127.0.0.1:${port}`, close: () => closed(server) }
  }
}

const methodOf = (method: string | undefined) =>
  (['POST', 'DELETE'] as const).find((one) => one === method) ?? 'GET'

function routeOf(method: string, path: string): Route | undefined {
  const rows = Object.entries(description.paths as { [path: string]: { [m: string]: Route } })
  return rows.find(([template]) => ofOrder(template).test(path))?.[1][method.toLowerCase()]
}
const good = (body: unknown): Answer => ({ status: 200, body })
export const refused = (status: number, code: string, message: string): Answer => ({
  status,
  body: { code, message },
})
async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const piece of request) text += String(piece)
  return text
}
const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    server.closeAllConnections()
    server.close(() => resolve())
  })
