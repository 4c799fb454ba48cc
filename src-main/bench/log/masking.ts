import { knowledge } from '@catalog/decoders'
import { NameTable } from '@core/log/redact/name-table'
import { Redactor, RedactionSession, type RedactOptions } from '@core/log/redact'
import type { LogRow } from '@core/log/row'
import type { Clock } from '@core/ports/clock'
import { breathing } from '@bench/breath'

/** Where the modem was: cells and addresses are left in unless asked for, positions masked unless asked for. */
export type Places = Pick<RedactOptions, 'maskPlaces' | 'showPlaces'>

/** A value that was masked, which is masked wherever it comes again. */
export type KnownValue = readonly [kind: string, value: string]

/**
 * Hides the values of logs: the same value has the same name in everything that this run of the program writes, whichever thread
 * writes it.
 */
export class Masking {
  readonly #clock: Clock
  readonly #newNames: () => SharedArrayBuffer
  #names: SharedArrayBuffer | undefined
  #session: RedactionSession | undefined
  /** All that became known, here or elsewhere, in this order. */
  readonly #values: KnownValue[] = []

  /** `names`: makes what the threads of a run share, or gives it (`NameTable.memory`); asked at the first need. */
  constructor(names: () => SharedArrayBuffer, clock: Clock) {
    this.#newNames = names
    this.#clock = clock
  }

  /** For another thread of this run. */
  get names(): SharedArrayBuffer {
    this.#names ??= this.#newNames()
    return this.#names
  }

  redactor(places: Places = {}): Redactor {
    const { maskPlaces, showPlaces } = places
    return new Redactor({
      knowledge,
      session: this.#sessionNow(),
      ...(maskPlaces === undefined ? {} : { maskPlaces }),
      ...(showPlaces === undefined ? {} : { showPlaces }),
    })
  }

  /**
   * Looks at every row once before the first is written: a value may stand in prose before the answer that says what it is. What it
   * hid is not counted.
   */
  async learn(rows: AsyncIterable<LogRow> | Iterable<LogRow>, places: Places = {}): Promise<void> {
    const redactor = this.redactor(places)
    for await (const row of breathing(rows, this.#clock)) redactor.row(row)
  }

  /** How many values are known. */
  get count(): number {
    return this.#values.length
  }

  /** Some of the values that became known behind the first `from`. */
  values(from: number, most: number): readonly KnownValue[] {
    return this.#values.slice(from, from + most)
  }

  /** Takes in what became known elsewhere; what was known already changes nothing. */
  take(values: readonly KnownValue[]): void {
    const { known } = this.#sessionNow()
    for (const [kind, value] of values) known.add(kind, value)
  }

  #sessionNow(): RedactionSession {
    if (this.#session) return this.#session
    const session = new RedactionSession(new NameTable(this.names))
    session.known.onNew = (kind, value) => this.#values.push([kind, value])
    this.#session = session
    return session
  }
}
