import { mtuProbeKinds } from '@contract'
import { chosen, family, familyIn, num, say, text, type Field, type ToolRow } from './tool-field'

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
