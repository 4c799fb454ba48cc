import type { JournalEntry } from '@core/log/journal'
import type { BytePort } from '@core/ports/byte-port'
import type { Chance } from '@core/ports/chance'
import type { Clock } from '@core/ports/clock'
import type { OpenSocks } from '@core/ports/socks-proxy'
import type { Store } from '@core/ports/store'
import type { PortInfo } from '@core/ports/port-info'
import type { SimulatedModemInfo } from '@contract'

/** How a port is to be opened. */
export interface OpenOptions {
  readonly baudRate: number
  readonly rtscts: boolean
  readonly dtr: boolean
  readonly rts: boolean
}

/** Where the octets of both slots are kept, one journal for every time the program runs. */
export interface Journal {
  readonly file: string
  /** Octets on disk or on their way to it. */
  readonly bytes: number
  append(entry: JournalEntry): void
  /** Entries by index, `from` included, `to` not. */
  read(from: number, to: number): Promise<readonly JournalEntry[]>
  readonly count: number
  close(): Promise<void>
}

/** What the bench needs from the computer it runs on; the hosts put it together from the platform. */
export interface Environment {
  readonly clock: Clock
  readonly chance: Chance
  readonly store: Store
  openPort(path: string, options: OpenOptions): Promise<BytePort>
  listPorts(): Promise<readonly PortInfo[]>
  /** Calls back when the device behind a port is there again, under whatever name; returns the way to stop. */
  onReturn(path: string, back: (path: string) => void): () => void
  openJournal(): Promise<Journal>
  openSocks: OpenSocks
  readonly simulators: {
    list(): readonly SimulatedModemInfo[]
    control(name: string, fault: string, value?: string): void
  }
  readonly app: {
    readonly version: string
    readonly host: 'electron' | 'web'
    readonly platform: string
    readonly dataFolder: string
  }
  /** Something went wrong that no caller is there to hear: the host's own diagnostics. */
  report(error: unknown, where: string): void
}
