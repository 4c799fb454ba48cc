import type { Chance } from '../ports/chance'
import type { Clock } from '../ports/clock'
import type { SimulatedNetwork } from './network'
import type { IpOffer } from './pdp-grant'
import type { Cell, SignalLevel } from './operators'
import { levelAt, SignalWalk } from './signal'

/** A cell as one antenna hears it. */
export interface Heard {
  readonly cell: Cell
  readonly level: SignalLevel
}

/** What reaches one modem's antenna, and what someone does to it on purpose. */
export class Air {
  readonly #walks: readonly { readonly cell: Cell; readonly walk: SignalWalk }[]
  /** No cell is heard at all. */
  outage = false
  /** Which families the network gives, whatever the access point has; undefined: as the access point says. */
  offer: IpOffer | undefined
  /** The EMM cause with which every attach is refused. */
  refusal: number | undefined
  /** Added to the time registration takes. */
  extraAttachMs = 0
  /** The only operator, and the only cell, that is heard; undefined: all of them. */
  onlyPlmn: string | undefined
  onlyCell: number | undefined
  /** How the network treats the modem whatever its card says; undefined: as the card says. */
  standing: 'home' | 'roaming' | undefined
  /** How far signals wander, in dB; undefined: as usual. */
  walkDb: number | undefined
  /** The power of the serving cell held at a value, in dBm; undefined: it wanders. */
  heldDbm: number | undefined
  /** Silence after which the network ends this modem's sessions, in minutes; undefined: as its access point says. */
  idleMinutes: number | undefined
  /** The share of packets that get lost, and what is added to a round trip. */
  loss = 0
  extraMs = 0
  /** The longest packet a link behind the network takes; undefined: as long as any. */
  pathMtu: number | undefined
  /** Whether a router there says so of a packet that was too long. */
  pathSilent = false
  /** The MQTT broker, as this modem meets it; undefined: it serves. */
  broker: 'away' | 'refuses' | undefined
  /** It may reach the computer that the program runs on. */
  computer = false
  constructor(network: SimulatedNetwork, clock: Clock, chance: Chance) {
    this.#walks = network.operators.flatMap((operator) =>
      operator.cells.map((cell) => ({ cell, walk: new SignalWalk(cell.level, clock, chance) })),
    )
  }
  heard(): readonly Heard[] {
    if (this.outage) return []
    return this.#walks
      .filter(({ cell }) => this.#reaches(cell))
      .map(({ cell, walk }) => ({ cell, level: this.#held(walk.level(this.walkDb)) }))
  }
  level(cell: Cell): SignalLevel | undefined {
    return this.heard().find((heard) => heard.cell === cell)?.level
  }
  #reaches(cell: Cell): boolean {
    const { onlyPlmn, onlyCell } = this
    return (
      (onlyPlmn === undefined || cell.plmn === onlyPlmn) &&
      (onlyCell === undefined || cell.cellId === onlyCell)
    )
  }
  #held(level: SignalLevel): SignalLevel {
    return this.heldDbm === undefined ? level : levelAt(level, this.heldDbm)
  }
}
