import type { DecodingNotice } from '@core/log/encoding-words'
import type { JournalEntry } from '@core/log/journal'
import type { BytePort } from '@core/ports/byte-port'
import type { OpenCapture } from '@core/ports/capture'
import type { Chance } from '@core/ports/chance'
import type { Clock } from '@core/ports/clock'
import type { AdapterInfo, GpioAdapter } from '@core/ports/gpio-adapter'
import type { JournalCare, JournalKeep } from '@core/ports/journal-care'
import type { JournalPart } from '@core/ports/journal-part'
import type { ModemManagerAccess } from '@core/ports/modem-manager'
import type { Keyring } from '@core/ports/keyring'
import type { SoracomAccess } from '@core/soracom/soracom-access'
import type { WatchLateness } from '@core/ports/lateness'
import type { StartLpac } from '@core/ports/lpac'
import type { RemoteFigures } from '@core/ports/remote-figures'
import type { RemoteBench, RemoteWindows } from '@core/ports/remote-windows'
import type { RunMqtt } from '@core/ports/mqtt'
import type { PictureShelf } from '@core/plan/picture-shelf'
import type { PostJson } from '@core/ports/post-json'
import type { OpenSocks } from '@core/ip/socks-proxy'
import type { PackedReplay } from '@core/simulator/replay/packed-replay'
import type { SlotName } from '@core/modem/slot-names'
import type { Store, StoreTrouble } from '@core/ports/store'
import type { OpenTls } from '@core/ports/tls'
import type { StartThread } from '@core/ports/thread'
import type { SystemCommands, SystemLink } from '@core/ports/system-link'
import type { Framing } from '@core/ports/framing'
import type { PortInfo, PortPurpose } from '@core/ports/port-info'
import type { Words } from '@core/words'
import type { SimulatedModemInfo } from '@contract'

/** How a port is to be opened. */
export interface OpenOptions {
  readonly baudRate: number
  readonly rtscts: boolean
  /** 8N1 when absent. */
  readonly framing?: Framing | undefined
  readonly dtr: boolean
  readonly rts: boolean
  /** Send AT once the port is open, and look for the modem in data mode and in the multiplexer. */
  readonly askAt?: boolean | undefined
  /** A second AT port of the same modem, for AT while data runs on this one. */
  readonly secondPort?: string | undefined
  /** Without the board that the port brings. */
  readonly bare?: boolean | undefined
}

/** Where the octets of both slots are kept, one journal for every time the program runs. */
export interface Journal {
  readonly file: string
  /** Octets on disk. */
  readonly bytes: number
  /** Its owner ended it: nothing can be appended any more. */
  readonly closed: boolean
  append(entry: JournalEntry): void
  /** Entries by index, `from` included, `to` not. */
  read(from: number, to: number): Promise<readonly JournalEntry[]>
  /** The first entry from which on all are there and can be understood without those before: 0 as long as nothing was removed. */
  kept(): Promise<number>
  readonly count: number
  /**
   * Where another thread reads the same, all that came until now: what waits is written first. Undefined where not all of it is on a
   * disk; absent where none ever is.
   */
  parts?(): Promise<readonly JournalPart[] | undefined>
  /** Told at once what is wrong already. Returns the way to stop listening. */
  listen(listener: JournalListener): () => void
  close(): Promise<void>
}

/** A journal as it is read, whoever writes it. */
export type StoredJournal = Pick<Journal, 'count' | 'kept' | 'read'>

export interface JournalListener {
  /** All that keeps the log from being safe on the disk; empty: all is well. */
  troubles(list: readonly StoreTrouble[]): void
  /** Something is missing in the journal from here on: to be written into it. */
  missing(words: Words): void
  /** The next entry, of this number, begins a file that is to be understood by itself: what divides the log is to be written at once. */
  goesOn(words: Words, entry: number): void
}

/** A log file as it was given. Both kinds come in pieces and are read once. */
export type LogSource =
  | { readonly kind: 'journal'; readonly entries: AsyncIterable<JournalEntry> }
  | {
      readonly kind: 'text'
      readonly text: AsyncIterable<string>
      /** What was odd about the octets; complete when the text has been read. */
      readonly notices: ReadonlySet<DecodingNotice>
    }

/** How a list of ports is made that nobody has just asked for. */
export interface ListOptions {
  readonly holders: 'lately' | 'seldom'
}

/** What the bench needs from the computer it runs on; the hosts put it together from the platform. */
export interface Environment {
  readonly clock: Clock
  readonly chance: Chance
  readonly store: Store
  /** What outlives also the bench of one command, as the records of tested boards; absent: `store`. */
  readonly records?: Store
  /** Where the pictures lie that those records name; absent: in memory, as long as the program runs. */
  readonly pictures?: PictureShelf
  /** Absent where nobody asks: under a clock that tests move. */
  readonly watchLateness?: WatchLateness
  /** Where passwords are sealed; absent: they stand in a file that its owner alone may read. */
  readonly keyring?: Keyring
  /** Windows on benches of other computers; the desktop app alone has them. */
  readonly remoteWindows?: RemoteWindows
  /** The way to the figures of benches elsewhere; absent: none is asked. */
  readonly remoteFigures?: (bench: RemoteBench) => RemoteFigures
  /** Claims the soak run of the store for this program, until the answer is called. Rejects with soak-in-use. */
  claimSoak(): Promise<() => Promise<void>>
  openPort(path: string, options: OpenOptions): Promise<BytePort>
  /** Who has them open may be some seconds old (`lately`) or a minute (`seldom`). */
  listPorts(options?: ListOptions): Promise<readonly PortInfo[]>
  /** What a port is for, by the name it is opened with; undefined where the system does not say. */
  purposeOf(path: string): Promise<PortPurpose | undefined>
  /** Calls back when the device behind a port is there again, under whatever name; returns the way to stop. */
  onReturn(path: string, back: (path: string) => void): () => void
  readonly modemManager: ModemManagerAccess
  openJournal(): Promise<Journal>
  /** Absent: what lies in the folder is another host's to look after. */
  readonly journals?: JournalCare
  /** Limits that the host was started with: they count instead of those of the settings. */
  readonly journalKeep?: Partial<JournalKeep>
  /** Starts the thread in which logs are read, opened ones and the live one; absent: they are read in that of the bench. */
  readonly startDesk?: StartThread
  openSocks: OpenSocks
  /** TLS over the link of a modem; absent: no https. */
  readonly openTls?: OpenTls
  readonly runMqtt: RunMqtt
  /** The way of webhooks by this computer's own network; absent: nothing is posted. */
  readonly postJson?: PostJson
  /** The way to SORACOM's platform by this computer's own network; absent: nobody can be signed in. */
  readonly soracom?: SoracomAccess
  /** Starts lpac, which downloads profiles to eSIMs; absent: nobody can. */
  readonly startLpac?: StartLpac
  /** Links of the operating system (Linux); absent elsewhere. */
  readonly systemLink?: SystemLink
  /** What such a link takes, told also where there is none. */
  readonly systemCommands: SystemCommands
  openCapture: OpenCapture
  /** Puts the dissector of AT into Wireshark's folder on this computer; its path. Rejects with `dissector-write`. */
  installDissector(): Promise<string>
  /** What a log file is: a journal of ours, or text in whatever it is written. Rejects with `log-binary`. */
  readLog(octets: AsyncGenerator<Uint8Array>, name: string): Promise<LogSource>
  /** The entries of a journal of ours, by its path, from the first on. Rejects with `bad-input`. */
  readJournal(file: string): AsyncIterable<JournalEntry>
  /** Devices with pins. `open` finds one by its name; its lines are opened by whoever wants them. */
  readonly gpio: {
    open(name: string): Promise<GpioAdapter>
    list(): Promise<readonly AdapterInfo[]>
  }
  readonly simulators: {
    list(): readonly SimulatedModemInfo[] | Promise<readonly SimulatedModemInfo[]>
    control(name: string, fault: string, value?: string): void | Promise<void>
    /** Takes the modem of a name away, unless somebody has it open: the next opening makes another one, as a board that is put in. */
    renew(name: string): void | Promise<void>
    /** Makes an open log a port, and tells what it is called. */
    replay(log: string, replay: PackedReplay, slot?: SlotName): string | Promise<string>
    /** Ends every modem; nothing of them waits any more. */
    dispose(): void
  }
  readonly app: {
    readonly version: string
    readonly host: 'electron' | 'web' | 'cli'
    readonly platform: string
    readonly dataFolder: string
  }
  /** Something went wrong that no caller is there to hear: the host's own diagnostics. */
  report(error: unknown, where: string): void
}
