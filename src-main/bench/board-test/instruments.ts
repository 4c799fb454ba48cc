import { z } from 'zod'
import { portPath, time } from '@contract'
import { Fault } from '@core/fault'
import { Instrument } from '@core/instrument/instrument'
import type { SlotName } from '@core/modem/slot-names'
import { framings } from '@core/ports/framing'
import type { Environment } from '@bench/environment'
import { pattern } from '@bench/board-test/steps/parts'

const line = z
  .string()
  .min(1)
  .max(500)
  .regex(/^[^\r\n]*$/, 'must be one line')

/** A measuring instrument on a port: SCPI, or any other that gives a number in a line. */
export const instrumentConfig = z.strictObject({
  /** One for both slots, or one for each. */
  port: z.union([portPath, z.strictObject({ a: portPath, b: portPath })], {
    error: 'expected a port, or a and b with a port each',
  }),
  baudRate: z.number().int().min(300).max(4_000_000).default(9600),
  framing: z.enum(framings).optional(),
  /** What is sent once, as *RST or SYST:REM. */
  start: z.array(line).max(20).default([]),
  /** What is sent for each reading; absent: it speaks by itself. */
  ask: line.optional(),
  /** What ends a line that is sent. */
  end: z.enum(['lf', 'crlf', 'cr']).default('lf'),
  /** A regular expression whose group is the number; absent: the first number of the line. */
  value: pattern.optional(),
  /** What it measures a current in. */
  unit: z.enum(['A', 'mA', 'uA']).default('A'),
  /** The longest that it takes for an answer. */
  within: time(100, 60_000).prefault(5),
})
export type InstrumentConfig = z.output<typeof instrumentConfig>
export type InstrumentsConfig = { readonly [name: string]: InstrumentConfig }

const ends = { lf: '\n', crlf: '\r\n', cr: '\r' } as const

interface Open {
  readonly instrument: Promise<Instrument>
  readonly users: Set<SlotName>
}

/** The instruments of a rig while boards are tested: each port is opened once, and both slots take turns on one that they share. */
export class Instruments {
  readonly #environment: Pick<Environment, 'openPort' | 'clock'>
  readonly #open = new Map<string, Open>()

  constructor(environment: Pick<Environment, 'openPort' | 'clock'>) {
    this.#environment = environment
  }

  /** One reading. `ask`: in the place of its own. Rejects with instrument-… or as its port does. */
  async read(
    config: InstrumentConfig,
    slot: SlotName,
    { ask = config.ask, signal }: { ask?: string | undefined; signal: AbortSignal },
  ): Promise<number> {
    const instrument = await this.#opened(config, slot)
    const { value, within: withinMs } = config
    return instrument.read({ ask, end: ends[config.end], value, withinMs }, signal)
  }

  /** A test on this slot is over; ports that nobody uses any more are closed. */
  async leave(slot: SlotName): Promise<void> {
    for (const [port, { users, instrument }] of this.#open) {
      users.delete(slot)
      if (users.size > 0) continue
      this.#open.delete(port)
      // One that never opened has been told to who asked for it.
      const there = await instrument.catch(() => undefined)
      await there?.close()
    }
  }

  #opened(config: InstrumentConfig, slot: SlotName): Promise<Instrument> {
    const port = portOf(config, slot)
    const known = this.#open.get(port)
    const open = known ?? { instrument: this.#begin(port, config), users: new Set() }
    open.users.add(slot)
    this.#open.set(port, open)
    open.instrument.catch(() => this.#open.delete(port))
    return open.instrument
  }

  async #begin(port: string, config: InstrumentConfig): Promise<Instrument> {
    const { openPort, clock } = this.#environment
    const { baudRate, framing } = config
    const opened = await openPort(port, { baudRate, framing, rtscts: false, dtr: true, rts: true })
    const instrument = new Instrument(opened, clock)
    try {
      await instrument.tell(config.start, ends[config.end])
    } catch (error) {
      await instrument.close()
      throw error
    }
    return instrument
  }
}

const portOf = ({ port }: InstrumentConfig, slot: SlotName): string =>
  typeof port === 'string' ? port : port[slot]

/** The instrument of a name; the reader of plans lets none pass that is not there. */
export function instrumentOf(all: InstrumentsConfig, name: string): InstrumentConfig {
  const found = all[name]
  if (!found) throw new Fault('internal')
  return found
}

/** So much of what an instrument tells is a milliampere. */
export const milliamperes = { A: 1000, mA: 1, uA: 0.001 } as const
