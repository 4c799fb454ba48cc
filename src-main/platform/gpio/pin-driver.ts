import type { GpioCaps, LineConfig, PulseLength } from '@core/ports/gpio-adapter'
import type { SeenLine } from '@core/words'

/**
 * What one kind of adapter has to bring; everything that is the same for all of them is in LineAdapter. Calls come one after
 * the other. They reject with any error; `LineAdapter` makes a Fault of it.
 */
export interface PinDriver {
  readonly id: string
  readonly kind: string
  readonly caps: GpioCaps
  /** Between two looks at a watched line; 100 ms when absent. */
  readonly pollMs?: number
  /** Reads what the lines are now without changing anything; what cannot be read is left out. */
  look(lines: readonly LineConfig[]): Promise<ReadonlyMap<string, boolean>>
  /** Makes the lines usable without passing through active. Outputs in `keep` hold the level they have. */
  claim(lines: readonly LineConfig[], keep: ReadonlySet<string>): Promise<void>
  /** Resolves when the chip has acknowledged. */
  drive(line: LineConfig, active: boolean): Promise<void>
  sense(line: LineConfig): Promise<boolean>
  /** Reports changes of an input by itself. */
  edges?(line: LineConfig, listener: (active: boolean) => void): () => void
  /** A pulse timed by the device; must release when the signal is aborted. */
  pulse?(line: LineConfig, ms: number, signal: AbortSignal): Promise<PulseLength>
  /** Ends the connection; lines were released before. */
  close(): Promise<void>
  /** The device vanished; `detail` says what was seen. */
  onGone(listener: (detail: SeenLine) => void): void
}

/** Whether a line at this electrical level is active. */
export const activeAt = (line: LineConfig, high: boolean): boolean => high !== line.activeLow
/** The electrical level for a logical state. */
export const levelFor = (line: LineConfig, active: boolean): boolean => active !== line.activeLow
