import { publicResolvers } from '@contract'
import {
  chosen,
  directions,
  family,
  familyIn,
  num,
  say,
  text,
  type ToolRow,
  type Values,
} from './tool-field'
import { measuringTools } from './tools-measure'
import { probingTools } from './tools-probe'

const dnsTypes = ['A', 'AAAA', 'TXT', 'PTR', 'CNAME', 'MX', 'NS', 'SRV', 'SOA'] as const
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'] as const

/** What stands in a field with spaces or commas between. */
const listIn = (values: Values, name: string) => say(values, name).split(/[\s,]+/)

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
  ...probingTools,
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
    id: 'resolvers',
    fields: [text('names', 'soracom.io example.com'), text('servers', publicResolvers.join(' '))],
    run: (client, slot, values) =>
      client.call('net.resolvers', {
        slot,
        names: listIn(values, 'names'),
        servers: listIn(values, 'servers'),
      }),
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
  ...measuringTools,
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
