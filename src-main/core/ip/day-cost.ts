import type { Words } from '../words'
import { bytesText } from './budget'
import { dayCounted, dayPriced, untilPriced } from './words'

/** What one exchange puts on the bill besides its content, IPv4, both ways together. */
interface Overhead {
  /** A connection or a name that is looked up is so each time anew. */
  readonly perExchange: number
  /** A handshake of TLS each time. */
  readonly shakes: boolean
}

const ip = 20
const udp = 8
const tcp = 20
/** SYN, SYN-ACK, ACK, two FINs with their acknowledgements: seven segments; options of the SYNs. */
const tcpConnection = 7 * (ip + tcp) + 2 * 8
/** Data and its acknowledgement, both directions. */
const tcpTalk = 4 * (ip + tcp)
const dnsLookup = 2 * (ip + udp + 12 + 21) + 16
/** With a chain of two certificates and no resumption. */
export const usualHandshakeBytes = 5_000
const tlsRecords = 2 * 29
const httpHeads = 350

/** Traffic of devices, each with what it costs besides its content. */
export const trafficKinds = {
  udp: { perExchange: 2 * (ip + udp), shakes: false },
  coap: { perExchange: 2 * (ip + udp + 12), shakes: false },
  dns: { perExchange: dnsLookup, shakes: false },
  ping: { perExchange: 2 * (ip + 8), shakes: false },
  'tcp-keepalive': { perExchange: 2 * (ip + tcp), shakes: false },
  'mqtt-ping': { perExchange: tcpTalk + 4, shakes: false },
  'mqtts-ping': { perExchange: tcpTalk + 4 + tlsRecords, shakes: false },
  mqtt: { perExchange: tcpTalk + 30, shakes: false },
  mqtts: { perExchange: tcpTalk + 30 + tlsRecords, shakes: false },
  http: { perExchange: dnsLookup + tcpConnection + tcpTalk + httpHeads, shakes: false },
  https: {
    perExchange: dnsLookup + tcpConnection + 3 * tcpTalk + httpHeads + tlsRecords,
    shakes: true,
  },
} as const satisfies { readonly [kind: string]: Overhead }
export type TrafficKind = keyof typeof trafficKinds
export const trafficKindNames = Object.keys(trafficKinds) as readonly TrafficKind[]

export interface Traffic {
  readonly kind: TrafficKind
  readonly everySeconds: number
  /** Octets of content in one exchange, both ways together. */
  readonly contentBytes: number
  /** Octets of a TLS handshake, where there is one each time; 5000 unless it was measured. */
  readonly handshakeBytes?: number | undefined
}

/** As the person's contract says; nothing of it is guessed. */
export interface Tariff {
  /** For 1,000,000 octets, or as many as `megabyte` says. */
  readonly pricePerMb: number
  readonly megabyte: 1_000_000 | 1_048_576
  /** A day's traffic is counted up to a whole number of these; 1: octet by octet. */
  readonly unitBytes: number
  /** For a month, used or not. */
  readonly pricePerMonth: number
  /** JPY, EUR or whatever is paid in. */
  readonly currency: string
}

export interface TrafficCost extends Traffic {
  readonly exchangesPerDay: number
  readonly bytesPerExchange: number
  readonly bytesPerDay: number
}

export interface DayCost {
  readonly rows: readonly TrafficCost[]
  readonly bytesPerDay: number
  /** After counting up. */
  readonly billedPerDay: number
  readonly pricePerDay: number
  /** Thirty days, with what is paid for the month itself. */
  readonly pricePerMonth: number
  readonly words: Words
}

const daySeconds = 86_400
/** Content in one packet of an MTU of 1500, and its headers and acknowledgement. */
const packetContent = 1_400
const packetExtra = 80

/** What a day of such traffic comes to in octets and money. */
export function dayCost(traffic: readonly Traffic[], tariff: Tariff): DayCost {
  const rows = traffic.map(costOf)
  const bytesPerDay = rows.reduce((sum, row) => sum + row.bytesPerDay, 0)
  const billedPerDay = Math.ceil(bytesPerDay / tariff.unitBytes) * tariff.unitBytes
  const pricePerDay = (billedPerDay / tariff.megabyte) * tariff.pricePerMb
  const pricePerMonth = pricePerDay * 30 + tariff.pricePerMonth
  const result = { rows, bytesPerDay, billedPerDay, pricePerDay, pricePerMonth }
  return { ...result, words: costWords(result, tariff) }
}

function costOf(traffic: Traffic): TrafficCost {
  const { perExchange, shakes } = trafficKinds[traffic.kind]
  const handshake = shakes ? (traffic.handshakeBytes ?? usualHandshakeBytes) : 0
  const more = Math.max(0, Math.ceil(traffic.contentBytes / packetContent) - 1) * packetExtra
  const bytesPerExchange = perExchange + handshake + traffic.contentBytes + more
  const exchangesPerDay = daySeconds / traffic.everySeconds
  return {
    ...traffic,
    exchangesPerDay,
    bytesPerExchange,
    bytesPerDay: Math.round(bytesPerExchange * exchangesPerDay),
  }
}

const money = (value: number) => value.toFixed(value < 10 ? 3 : 0)

function costWords(cost: Omit<DayCost, 'words'>, { currency, unitBytes }: Tariff): Words {
  const { bytesPerDay, billedPerDay, pricePerDay, pricePerMonth } = cost
  const up = billedPerDay === bytesPerDay ? '' : bytesText(billedPerDay)
  const [day, month] = [pricePerDay, pricePerMonth].map((value) => `${money(value)} ${currency}`)
  const unit = bytesText(unitBytes)
  const counted = dayCounted(bytesText(bytesPerDay), up, unit)
  // Without a price nothing is free: nobody has said what it costs.
  if (pricePerMonth === 0) return untilPriced(counted)
  return dayPriced(counted, day, month)
}
