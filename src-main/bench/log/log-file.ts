import type { OpenedLog } from '@contract'
import { Fault } from '@core/fault'
import type { LogFormat } from '@core/log/import/format'
import type { SlotName } from '@core/modem/slot-names'
import { Breath } from '@bench/breath'
import type { Environment } from '@bench/environment'
import { FedOctets } from './fed-octets'
import { LogReading } from './log-rows'
import { RowList } from './row-list'
import { RowTally } from './row-tally'
import { noLongerOpen, otherLength } from './words'

/** A log file that is read while it arrives: its first rows are there long before its last. */
export class LogFile {
  readonly id: string
  readonly name: string
  /** As they were announced. */
  readonly bytes: number
  /** Learned from two lines that somebody marked. */
  readonly format: LogFormat | undefined
  readonly list = new RowList()
  readonly #tally = new RowTally()
  readonly #fed = new FedOctets()
  readonly #environment: Pick<Environment, 'clock' | 'readLog'>
  readonly #reading: Promise<void>
  #closed: () => void = () => undefined
  #received = 0
  #log: LogReading | undefined
  /** Its times are moments, not what a clock without a zone showed. */
  journal = false
  /** All of its octets came. */
  fed = false

  constructor(
    environment: Pick<Environment, 'clock' | 'readLog'>,
    id: string,
    name: string,
    bytes: number,
    format?: LogFormat,
  ) {
    this.#environment = environment
    this.id = id
    this.name = name
    this.bytes = bytes
    this.format = format
    const closed = new Promise<never>((_, reject) => (this.#closed = () => reject(noLongerOpen())))
    this.#reading = Promise.race([this.#read(), closed])
    // Whoever feeds it or waits for its end is told; perhaps nobody does.
    this.#reading.catch(() => undefined)
  }

  /** Rejects with bad-input where more came than was announced, or less, and with what reading the file says. */
  async feed(octets: Uint8Array, last: boolean): Promise<OpenedLog | null> {
    this.#received += octets.length
    this.fed = last
    if (this.#received > this.bytes || (last && this.#received !== this.bytes)) throw this.#odd()
    const taken = this.#fed.taken()
    this.#fed.push(octets, last)
    await (last ? this.#reading : Promise.race([taken, this.#reading]))
    return this.list.rows.length > 0 ? this.told : null
  }

  /** What is known of it so far. */
  get told(): OpenedLog {
    const { warnings, failures, modems, bookmarks } = this.#tally
    const { id, name, list } = this
    const { format, notices } = this.#about
    const told = { warnings, failures, modems, notices, bookmarks }
    return { id, name, format, whole: list.whole, rows: list.rows.length, ...told }
  }

  get slots(): ReadonlySet<SlotName> {
    return this.#tally.slots
  }
  /** How much of an exchange with a modem was found in it. */
  get exchanges(): number {
    return this.#about.exchanges
  }
  get parts(): readonly Uint8Array[] {
    return this.#fed.parts
  }

  /** Until it was read to its end. */
  end(): Promise<void> {
    return this.#reading
  }
  /** Nobody reads it any more. */
  close(): void {
    this.#closed()
    this.list.close()
  }

  get #about() {
    return this.#log?.about ?? { format: { en: '', ja: '' }, notices: [], exchanges: 0 }
  }

  async #read(): Promise<void> {
    const breath = new Breath(this.#environment.clock)
    const source = await this.#environment.readLog(this.#fed.stream(), this.name)
    this.journal = source.kind === 'journal'
    this.#log = new LogReading(source, this.name, this.format)
    for await (const rows of this.#log.rows()) {
      for (const row of rows) this.#tally.take(row)
      if (this.list.closed) return
      this.list.add(rows)
      await breath.ifDue()
    }
    this.list.end()
  }

  #odd(): Fault {
    return new Fault('bad-input', otherLength(this.name, this.#received, this.bytes))
  }
}
