import { mtuProbeKinds } from '@contract'
import {
  chosen,
  directions,
  family,
  familyIn,
  num,
  say,
  text,
  type Field,
  type ToolRow,
} from './tool-field'

const protocols = ['tcp', 'udp'] as const
const ways = ['both', 'down', 'up'] as const
const probes = ['auto', ...mtuProbeKinds] as const
const seconds: Field = { name: 'seconds', kind: 'number', start: 10, min: 1, max: 600 }
const budget: Field = { name: 'budgetMb', kind: 'number', start: 5, min: 0.01, max: 10_000 }
const octetsIn = (megabytes: number) => Math.round(megabytes * 1_000_000)

/** The tools that measure the line. */
export const measuringTools: readonly ToolRow[] = [
  {
    id: 'bufferbloat',
    fields: [
      { name: 'way', kind: 'select', start: 'both', choices: ways },
      text('url', 'http://speedtest.tele2.net/10MB.zip'),
      { ...text('ask', ''), optional: true },
      seconds,
      budget,
      family,
    ],
    run: (client, slot, values) => {
      const way = chosen(ways, say(values, 'way'))
      const host = say(values, 'ask')
      return client.call('net.bufferbloat', {
        slot,
        url: say(values, 'url'),
        ways: way === 'both' ? ['down', 'up'] : [way],
        seconds: num(values, 'seconds'),
        budgetBytes: octetsIn(num(values, 'budgetMb')),
        family: familyIn(values),
        ...(host ? { host } : {}),
      })
    },
  },
  {
    id: 'iperf3',
    fields: [
      text('host', 'iperf.example.com'),
      { name: 'port', kind: 'number', start: 5201, min: 1, max: 65_535 },
      { name: 'protocol', kind: 'select', start: 'tcp', choices: protocols },
      { name: 'direction', kind: 'select', start: 'down', choices: directions },
      seconds,
      budget,
      { name: 'kbitS', kind: 'number', start: 1000, min: 1, max: 1_000_000 },
      family,
    ],
    run: (client, slot, values) =>
      client.call('net.iperf3', {
        slot,
        host: say(values, 'host'),
        port: num(values, 'port'),
        protocol: chosen(protocols, say(values, 'protocol')),
        direction: chosen(directions, say(values, 'direction')),
        seconds: num(values, 'seconds'),
        budgetBytes: octetsIn(num(values, 'budgetMb')),
        bitsPerSecond: num(values, 'kbitS') * 1000,
        family: familyIn(values),
      }),
  },
  {
    id: 'natTimeout',
    fields: [
      text('stunHost', 'stun.l.google.com'),
      text('tcpHost', 'example.com'),
      { name: 'port', kind: 'number', start: 443, min: 1, max: 65_535 },
      { name: 'mostSeconds', kind: 'number', start: 300, min: 15, max: 7200 },
      family,
    ],
    run: (client, slot, values) =>
      client.call('net.natTimeout', {
        slot,
        stunHost: say(values, 'stunHost'),
        tcpHost: say(values, 'tcpHost'),
        tcpPort: num(values, 'port'),
        mostSeconds: num(values, 'mostSeconds'),
        family: familyIn(values),
      }),
  },
  {
    id: 'mtu',
    fields: [
      text('host', 'example.com'),
      { name: 'by', kind: 'select', start: 'auto', choices: probes },
      { ...text('port', ''), optional: true },
      family,
    ],
    run: (client, slot, values) => {
      const port = say(values, 'port')
      return client.call('net.mtu', {
        slot,
        host: say(values, 'host'),
        by: chosen(probes, say(values, 'by')),
        family: familyIn(values),
        ...(port ? { port: Number(port) } : {}),
      })
    },
  },
]
