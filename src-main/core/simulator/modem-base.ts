import type { Chance } from '../ports/chance'
import type { Clock } from '../ports/clock'
import type { Words } from '../words'
import type { SimulatedCard } from './card'
import type { CardReader } from './card-reader'
import type { Cause } from './causes'
import type { ActiveContexts, StoredSettings } from './contexts'
import type { FileSystem } from './file-system'
import type { MqttService } from './mqtt-service'
import type { SimulatedNetwork } from './network'
import type { Persona, RangeMs } from './persona'
import type { Position } from './position'
import type { SimulatedPower } from './power'
import type { PsmTimer } from './psm-timer'
import type { SimulatedRadio } from './radio'
import type { Supply } from './supply'
import type { WebService } from './web-service'

/** Flow control of the main port: what AT+IFC says. 0 none, 2 RTS/CTS. */
export interface FlowControl {
  byHost: number
  byModem: number
}

/** What every part of a simulated modem may use: its clocks, card, radio, memory and supply, none of which knows the parts above them. */
export interface ModemBase {
  readonly persona: Persona
  readonly imei: string
  /** The clock of everything that takes its time; `sim:…?speed=fast` makes it quick. */
  readonly pace: Clock
  readonly clock: Clock
  readonly chance: Chance
  readonly network: SimulatedNetwork
  readonly card: SimulatedCard
  readonly cardReader: CardReader
  /** Settings that change nothing one could see, by command; gone with the power. */
  readonly kept: Map<string, readonly number[]>
  /** After a boot the card is not read yet: CME error 14. */
  readonly cardBusy: boolean
  readonly radio: SimulatedRadio
  readonly power: SimulatedPower
  readonly stored: StoredSettings
  readonly contexts: ActiveContexts
  readonly psm: PsmTimer
  readonly flow: FlowControl
  readonly supply: Supply
  readonly position: Position
  /** Files and certificates, which stay without power. */
  readonly storage: FileSystem
  /** TLS settings and the request of AT+HTTPPARA; gone with the power. */
  readonly web: WebService
  readonly mqtt: MqttService
  /** Why the last attach or session was refused or ended, for AT+CEER. */
  lastCause: Cause | undefined
  /** The guard time of `+++` on the true clock. */
  readonly guardMs: number
  pick(range: RangeMs): number
  setFlow(flow: FlowControl): void
  /** Takes effect when the final result of AT+IPR has left. */
  setBaudRate(baudRate: number): void
  baudRate(): number
  /** What a person should know and no octet tells. */
  note(words: Words): void
  /** Starts anew as another device on the bus: the host finds it under another name. */
  reEnumerate(): void
  /** Restarts; as another device on the bus where a new composition waits for it. */
  startAnew(offMs: number): void
  /** A line to every place where commands are read. */
  say(line: string): void
  /** Runs later on the true clock, unless the modem is disposed of before. */
  later(ms: number, run: () => void): void
}
