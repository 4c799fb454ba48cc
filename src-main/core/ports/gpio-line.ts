import type { PulseLength } from './gpio-adapter'

/** One named line of a board, already with polarity: `active` is the logical state. */
export interface GpioLine {
  readonly name: string
  /** The present state; rejects with a `Fault` when it cannot be read. */
  read(): Promise<boolean>
  /** Output: drives the line active or releases it. */
  write(active: boolean): Promise<void>
  /** Active for `ms`, then released; aborting releases at once. */
  pulse(ms: number, signal?: AbortSignal): Promise<PulseLength>
  /** Told at each change, where somebody looks; returns the way to stop. */
  watch?(listener: (active: boolean) => void): () => void
}
