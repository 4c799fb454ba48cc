import type { Client, NetTool, SlotName, ToolAnswer } from '@contract'

export type FieldValue = string | number | boolean
export type Values = Readonly<Record<string, FieldValue>>

/** One field of a tool's form. Its label is `tool.<name>`. */
export interface Field {
  readonly name:
    | 'host'
    | 'count'
    | 'endless'
    | 'name'
    | 'type'
    | 'server'
    | 'url'
    | 'method'
    | 'body'
    | 'direction'
    | 'seconds'
    | 'budgetMb'
    | 'port'
    | 'broker'
    | 'topic'
    | 'message'
    | 'messages'
    | 'user'
    | 'password'
    | 'family'
  readonly kind: 'text' | 'number' | 'check' | 'select' | 'area' | 'password'
  readonly start: FieldValue
  readonly choices?: readonly string[]
  readonly min?: number
  readonly max?: number
  /** May stay empty. */
  readonly optional?: boolean
}

export interface ToolRow {
  readonly id: Exclude<NetTool, 'soracom'>
  readonly fields: readonly Field[]
  run(client: Client, slot: SlotName, values: Values): Promise<ToolAnswer>
}

const text = (name: Field['name'], start: string): Field => ({ name, kind: 'text', start })
const say = (values: Values, name: string) => String(values[name] ?? '').trim()
const num = (values: Values, name: string) => Number(values[name])

const dnsTypes = ['A', 'AAAA', 'TXT', 'PTR', 'CNAME', 'MX', 'NS', 'SRV', 'SOA'] as const
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'] as const
const directions = ['down', 'up'] as const
const families = ['auto', 'ipv4', 'ipv6'] as const
/** By which IP the host is reached. */
const family: Field = { name: 'family', kind: 'select', start: 'auto', choices: families }
const chosen = <T extends string>(list: readonly [T, ...T[]], value: string): T =>
  list.find((one) => one === value) ?? list[0]

const familyIn = (values: Values) => chosen(families, say(values, 'family'))

/** The tools of the box: their fields, and the call each makes. */
export const tools: readonly ToolRow[] = [
  {
    id: 'ping',
    fields: [
      text('host', 'pong.soracom.io'),
      { name: 'count', kind: 'number', start: 4, min: 1, max: 3600 },
      { name: 'endless', kind: 'check', start: false },
      family,
    ],
    run: (client, slot, values) =>
      client.call('net.ping', {
        slot,
        host: say(values, 'host'),
        count: values['endless'] === true ? 3600 : num(values, 'count'),
        family: familyIn(values),
      }),
  },
  {
    id: 'dns',
    fields: [
      text('name', 'soracom.io'),
      { name: 'type', kind: 'select', start: 'A', choices: dnsTypes },
      { ...text('server', ''), optional: true },
    ],
    run: (client, slot, values) => {
      const server = say(values, 'server')
      const type = chosen(dnsTypes, say(values, 'type'))
      return client.call('net.dns', {
        slot,
        name: say(values, 'name'),
        type,
        ...(server ? { server } : {}),
      })
    },
  },
  {
    id: 'http',
    fields: [
      text('url', 'http://example.com/'),
      { name: 'method', kind: 'select', start: 'GET', choices: methods },
      { name: 'body', kind: 'area', start: '', optional: true },
      family,
    ],
    run: (client, slot, values) => {
      const body = String(values['body'] ?? '')
      const method = chosen(methods, say(values, 'method'))
      const url = say(values, 'url')
      return client.call('net.http', {
        slot,
        url,
        method,
        family: familyIn(values),
        ...(body ? { body } : {}),
      })
    },
  },
  {
    id: 'tls',
    fields: [
      text('host', 'soracom.io'),
      { name: 'port', kind: 'number', start: 443, min: 1, max: 65_535 },
      family,
    ],
    run: (client, slot, values) =>
      client.call('net.tls', {
        slot,
        host: say(values, 'host'),
        port: num(values, 'port'),
        family: familyIn(values),
      }),
  },
  {
    id: 'mqtt',
    fields: [
      text('broker', 'mqtt://beam.soracom.io'),
      { ...text('topic', ''), optional: true },
      { name: 'message', kind: 'area', start: '', optional: true },
      { name: 'messages', kind: 'number', start: 3, min: 1, max: 3600 },
      { ...text('user', ''), optional: true },
      { name: 'password', kind: 'password', start: '', optional: true },
      family,
    ],
    run: (client, slot, values) => {
      const filled = Object.fromEntries(
        (['topic', 'message', 'user', 'password'] as const)
          .map((name) => [name, String(values[name] ?? '')] as const)
          .filter(([, value]) => value.trim() !== ''),
      )
      const count = num(values, 'messages')
      return client.call('net.mqtt', {
        slot,
        url: say(values, 'broker'),
        count,
        family: familyIn(values),
        ...filled,
      })
    },
  },
  {
    id: 'throughput',
    fields: [
      { name: 'direction', kind: 'select', start: 'down', choices: directions },
      text('url', 'http://speedtest.tele2.net/10MB.zip'),
      { name: 'seconds', kind: 'number', start: 10, min: 1, max: 600 },
      { name: 'budgetMb', kind: 'number', start: 5, min: 0.01, max: 10_000 },
      family,
    ],
    run: (client, slot, values) =>
      client.call('net.throughput', {
        slot,
        direction: chosen(directions, say(values, 'direction')),
        url: say(values, 'url'),
        seconds: num(values, 'seconds'),
        budgetBytes: Math.round(num(values, 'budgetMb') * 1_000_000),
        family: familyIn(values),
      }),
  },
  {
    id: 'traceroute',
    fields: [text('host', 'example.com'), family],
    run: (client, slot, values) =>
      client.call('net.traceroute', {
        slot,
        host: say(values, 'host'),
        family: familyIn(values),
      }),
  },
  {
    id: 'ntp',
    fields: [text('host', 'ntp.nict.jp'), family],
    run: (client, slot, values) =>
      client.call('net.ntp', { slot, host: say(values, 'host'), family: familyIn(values) }),
  },
]

export const startValues = (tool: ToolRow): Record<string, FieldValue> =>
  Object.fromEntries(tool.fields.map((field) => [field.name, field.start]))

const whole: ReadonlySet<Field['name']> = new Set(['count', 'messages', 'port'])

/** Whether a field can be sent as it stands. */
export function fits(field: Field, value: FieldValue | undefined): boolean {
  switch (field.kind) {
    case 'number': {
      const number = Number(value)
      const inside = number >= (field.min ?? 0) && number <= (field.max ?? Infinity)
      return value !== '' && inside && (!whole.has(field.name) || Number.isInteger(number))
    }
    case 'text': {
      const typed = String(value ?? '').trim()
      if (typed === '') return field.optional === true
      if (field.name === 'broker') return /^mqtts?:\/\/[^\s/@]+\/?$/i.test(typed)
      return field.name === 'url'
        ? /^https?:\/\/[^\s/]+/i.test(typed)
        : /^[\x21-\x7e]+$/.test(typed)
    }
    default:
      return true
  }
}

export interface PingStats {
  readonly sent: number
  readonly received: number
  readonly loss: number
  readonly min: number
  readonly avg: number
  readonly max: number
  readonly jitter: number
}

/** What the echoes of a ping come to so far. Null for one that was lost. */
export function pingStats(values: readonly (number | null)[]): PingStats | null {
  if (values.length === 0) return null
  const times = values.filter((value) => value !== null)
  const steps = times.slice(1).map((time, n) => Math.abs(time - (times[n] ?? time)))
  const mean = (list: readonly number[]) =>
    list.length === 0 ? NaN : list.reduce((sum, one) => sum + one, 0) / list.length
  return {
    sent: values.length,
    received: times.length,
    loss: ((values.length - times.length) / values.length) * 100,
    min: times.length > 0 ? Math.min(...times) : NaN,
    avg: mean(times),
    max: times.length > 0 ? Math.max(...times) : NaN,
    jitter: mean(steps),
  }
}
