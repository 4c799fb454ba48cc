import {
  bytesText,
  dayCost,
  durationMs,
  Fault,
  trafficKindNames,
  type DayCost,
  type Traffic,
} from '@contract'
import { command, flag, option, repeated, type Read } from '../command'
import { print, printJson } from '../output'
import { number, whole } from '../values'
import { noTraffic, trafficExpected } from './day-cost-words'

/** `KIND:EVERY[:OCTETS]`. */
const trafficOf: Read<Traffic> = (text, label) => {
  const [name = '', every = '', content = '0', ...rest] = text.split(':')
  const kind = trafficKindNames.find((one) => one === name)
  const ms = durationMs(every)
  const contentBytes = Number(content)
  const fits = Number.isInteger(contentBytes) && contentBytes >= 0 && contentBytes <= 1e9
  if (kind === undefined || ms === undefined || ms < 1000 || !fits || rest.length > 0)
    throw new Fault('bad-input', trafficExpected(label))
  return { kind, everySeconds: ms / 1000, contentBytes }
}

export const dayCostCommand = command({
  name: 'day-cost',
  about: 'Say what a day of traffic comes to in octets and money, by the tariff that is typed in',
  takes: {
    traffic: repeated(
      '--traffic <kind:every[:octets]>',
      `such as mqtts-ping:60s or https:10m:200; kinds: ${trafficKindNames.join(', ')}`,
      trafficOf,
    ),
    pricePerMb: option('--price <number>', 'for a megabyte', number(0, 1e9), '0'),
    mib: flag('--mib', 'a megabyte is 1048576 octets, not 1000000'),
    unitBytes: option(
      '--unit <octets>',
      'a day is counted up to a whole number of these',
      whole(1, 1e9),
      '1',
    ),
    pricePerMonth: option('--month <number>', 'for the month, used or not', number(0, 1e9), '0'),
    currency: option('--currency <name>', 'what is paid in', (text) => text, 'JPY'),
    handshakeBytes: option(
      '--handshake <octets>',
      'of a TLS handshake, as measured',
      whole(0, 1e6),
      '5000',
    ),
    json: flag('--json', 'one JSON object'),
  },
  after:
    'Headers of IPv4, acknowledgements, connections and name lookups are counted; a month has 30 days.\nExample: modem-bench day-cost --traffic mqtts-ping:60s --traffic https:10m:200 --price 0.2 --currency JPY',
  run: async (given) => {
    const { traffic, json, lang, mib, handshakeBytes, ...tariff } = given
    if (traffic.length === 0) throw new Fault('bad-input', noTraffic)
    const cost = dayCost(
      traffic.map((one) => ({ ...one, handshakeBytes })),
      { ...tariff, megabyte: mib ? 1_048_576 : 1_000_000 },
    )
    if (json) return printJson(cost)
    for (const row of cost.rows) await print(rowText(row))
    await print(cost.words[lang])
  },
})

function rowText(row: DayCost['rows'][number]): string {
  const { kind, exchangesPerDay, bytesPerExchange, bytesPerDay } = row
  const times = Math.round(exchangesPerDay)
  return `${kind.padEnd(14)} ${times} × ${bytesText(bytesPerExchange)} = ${bytesText(bytesPerDay)}`
}
