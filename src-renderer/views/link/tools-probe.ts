import { family, familyIn, num, say, text, type Field, type ToolRow } from './tool-field'

const count: Field = { name: 'count', kind: 'number', start: 10, min: 1, max: 3600 }
const interval: Field = { name: 'intervalMs', kind: 'number', start: 1000, min: 20, max: 60_000 }

/** The tools that want something back by UDP. */
export const probingTools: readonly ToolRow[] = [
  {
    id: 'udpEcho',
    fields: [
      text('host', 'echo.example.com'),
      { name: 'port', kind: 'number', start: 7, min: 1, max: 65_535 },
      count,
      interval,
      { name: 'octets', kind: 'number', start: 56, min: 12, max: 65_487 },
      family,
    ],
    run: (client, slot, values) =>
      client.call('net.udpEcho', {
        slot,
        host: say(values, 'host'),
        port: num(values, 'port'),
        count: num(values, 'count'),
        intervalMs: num(values, 'intervalMs'),
        size: num(values, 'octets'),
        family: familyIn(values),
      }),
  },
  {
    id: 'coap',
    fields: [
      text('coapUrl', 'coap://coap.example.com/'),
      { ...count, start: 4 },
      { name: 'get', kind: 'check', start: true },
      family,
    ],
    run: (client, slot, values) =>
      client.call('net.coap', {
        slot,
        url: say(values, 'coapUrl'),
        count: num(values, 'count'),
        get: values['get'] === true,
        family: familyIn(values),
      }),
  },
]
