import { IpHost, type IpHostOptions } from '@core/ip/host'
import { between, seededChance } from '@core/ports/chance'
import { ManualClock } from '../../support/manual-clock'

export interface Weather {
  /** Shares of packets, 0 to 1. */
  loss?: number
  duplicate?: number
  reorder?: number
  corrupt?: number
  delayMs?: number
}

export interface HostPair {
  clock: ManualClock
  client: IpHost
  internet: IpHost
  weather: Weather
}

/** A client host and a simulated internet, with weather between them. */
export function hostPair(
  weather: Weather = {},
  seed = 1,
  options: { client?: Partial<IpHostOptions>; internet?: Partial<IpHostOptions> } = {},
): HostPair {
  const clock = new ManualClock()
  const chance = seededChance(seed)
  const carry = (packet: Uint8Array, deliver: (packet: Uint8Array) => void) => {
    if (chance.next() < (weather.loss ?? 0)) return
    const copy = packet.slice()
    if (chance.next() < (weather.corrupt ?? 0)) {
      const at = between(chance, 0, copy.length - 1)
      copy[at] = (copy[at] ?? 0) ^ (1 << between(chance, 0, 7))
    }
    const late = chance.next() < (weather.reorder ?? 0) ? between(chance, 1, 60) : 0
    clock.schedule((weather.delayMs ?? 20) + late, () => deliver(copy))
    if (chance.next() < (weather.duplicate ?? 0))
      clock.schedule((weather.delayMs ?? 20) + between(chance, 0, 80), () => deliver(copy.slice()))
  }
  const client: IpHost = new IpHost({
    clock,
    chance,
    address: '10.141.26.2',
    mtu: 1500,
    dns: ['100.100.0.253', '100.100.0.254'],
    send: (packet) => carry(packet, (got) => internet.receive(got)),
    ...options.client,
  })
  const internet: IpHost = new IpHost({
    clock,
    chance,
    address: '10.64.64.64',
    mtu: 1500,
    dns: [],
    promiscuous: true,
    send: (packet) => carry(packet, (got) => client.receive(got)),
    ...options.internet,
  })
  return { clock, client, internet, weather }
}
