import { faultCode } from '../fault'
import type { IpHost } from '../ip/host'
import { throughNat64 } from '../ip/nat64'
import type { TcpConnection } from '../ip/tcp'
import type { UdpArrival } from '../ip/udp-table'
import type { Outside, OutsideStream, OutsideTalk } from '../ports/outside'
import { computerName, type SimulatedInternet } from './internet'

/** Talks by UDP that are kept; the oldest ends for a new one. */
const mostTalks = 64

interface Way {
  readonly internet: SimulatedInternet
  readonly outside: Outside
  /** The prefix of NAT64; undefined where there is none. */
  readonly nat64: string | undefined
  /** Whether the modem may reach this computer now. */
  readonly isOpen: () => boolean
}

/** Joins every port of `this-computer.example` to the same port of this computer. Returns the way to end its talks. */
export function serveComputer(host: IpHost, { internet, outside, nat64, isOpen }: Way): () => void {
  const talks = new Talks(outside)
  const v4 = internet.records(computerName, 'A') ?? []
  const v6 = internet.records(computerName, 'AAAA') ?? []
  const mapped =
    nat64 === undefined ? [] : v4.flatMap((address) => throughNat64(nat64, address) ?? [])
  for (const address of [...v4, ...v6, ...mapped])
    host.listenAt(address, {
      tcp: (connection) => {
        if (isOpen()) void join(connection, outside)
        else connection.abort()
      },
      udp: (arrival) => {
        if (isOpen()) talks.take(arrival)
      },
    })
  return () => talks.end()
}

async function join(connection: TcpConnection, outside: Outside): Promise<void> {
  let far: OutsideStream | undefined
  try {
    far = await outside.connect(connection.local.port)
    await Promise.all([carry(connection, far), carry(far, connection)])
  } catch (error) {
    if (faultCode(error) === undefined) throw error
    // Either side has gone: the other one is told by a reset, as a router between them would.
    far?.abort()
    connection.abort()
  }
}

async function carry(from: OutsideStream, to: OutsideStream): Promise<void> {
  for (;;) {
    const data = await from.read()
    if (!data) return to.end()
    await to.write(data)
  }
}

/** Who asks from which port of the simulated network is one port of ours, so that answers find back. */
class Talks {
  readonly #outside: Outside
  readonly #open = new Map<string, { readonly talk: OutsideTalk; arrival: UdpArrival }>()
  constructor(outside: Outside) {
    this.#outside = outside
  }
  take(arrival: UdpArrival): void {
    const key = `${arrival.src} ${arrival.srcPort} ${arrival.dst} ${arrival.dstPort}`
    const known = this.#open.get(key) ?? this.#begin(key, arrival)
    known.arrival = arrival
    known.talk.send(arrival.data.slice())
  }
  #begin(key: string, arrival: UdpArrival) {
    const [oldest] = this.#open.keys()
    if (oldest !== undefined && this.#open.size >= mostTalks) {
      this.#open.get(oldest)?.talk.close()
      this.#open.delete(oldest)
    }
    const talk = this.#outside.talk(arrival.dstPort, (data) =>
      this.#open.get(key)?.arrival.reply(data),
    )
    const begun = { talk, arrival }
    this.#open.set(key, begun)
    return begun
  }
  end(): void {
    for (const { talk } of this.#open.values()) talk.close()
    this.#open.clear()
  }
}
