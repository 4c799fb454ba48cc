import type { SeenLine, Words } from '../words'

/** How an output is driven. `contact` is a relay: closed is active. */
export type LineDrive = 'push-pull' | 'open-drain' | 'contact'
/** What is known of a line. `unknown`: nobody read it yet, or the adapter went away. */
export type LineLevel = 'active' | 'inactive' | 'unknown'

/** How one line is wired and used. Everything above the adapter speaks of active and inactive only. */
export interface LineConfig {
  /** `power`, `reset`, `status`, or a name of the person's own. */
  readonly name: string
  /** The adapter's own name for the pin: a number, `GP0`, `relay 1`, `dtr`. */
  readonly pin: number | string
  readonly dir: 'in' | 'out'
  readonly activeLow: boolean
  readonly drive: LineDrive
  readonly bias?: 'up' | 'down' | 'none'
  /** An output held active for longer is released by itself. One minute when absent. */
  readonly maxActiveMs?: number
  /** What opening does to an output: releases it, or leaves the level it has. */
  readonly onOpen: 'inactive' | 'leave'
}

/** A pin that an adapter has. */
export interface LineInfo {
  readonly pin: number | string
  readonly name?: string
  readonly in: boolean
  readonly out: boolean
  /** Set when another program, or the chip itself, uses the pin. */
  readonly used?: string
}

export interface GpioCaps {
  readonly lines: readonly LineInfo[]
  /** `by-direction`: driven low, or turned to an input. */
  readonly openDrain: 'native' | 'by-direction' | 'contact' | 'none'
  readonly pushPull: boolean
  readonly inputs: boolean
  /** True when changes of inputs are reported; otherwise they are polled each 100 ms. */
  readonly edges: boolean
  /** Direction and value change in one step. */
  readonly atomicDirValue: boolean
  /** Opening makes outputs active for a moment, whatever is asked. */
  readonly glitchOnOpen: boolean
  readonly keepsOnClose: 'yes' | 'no' | 'unknown'
  /** Who times a pulse. `device`: exact, and it ends even when this computer stops. */
  readonly pulse: 'host' | 'device'
  /** True when the level of an output can be read. */
  readonly readBack: boolean
  /** What to know before wiring a modem to it. */
  readonly warnings: readonly Words[]
}

export interface PulseLength {
  readonly askedMs: number
  /** From the acknowledged write to active to the acknowledged write to inactive. */
  readonly actualMs: number
}

export type AdapterEvent = 'gone' | 'error'

/**
 * A device with pins. Calls are carried out one after the other; each rejects with a `Fault`: adapter-gone, adapter-closed,
 * adapter-failed, line-busy, line-config, line-unknown.
 */
export interface GpioAdapter {
  /** What to type to get this one again: `cp2112:0012AB34`, `gpiod:pinctrl-bcm2711`. */
  readonly id: string
  readonly kind: string
  readonly caps: GpioCaps
  /** Reads the present state first and never passes through active. Aborting releases and closes. */
  open(lines: readonly LineConfig[], signal?: AbortSignal): Promise<void>
  write(line: string, active: boolean): Promise<void>
  read(line: string): Promise<boolean>
  /** Rejects with `line-busy` while the line is active; aborting releases at once. */
  pulse(line: string, ms: number, options?: { signal?: AbortSignal }): Promise<PulseLength>
  /** Told at each change with the moment of `Clock.nowMs`; returns the way to stop. */
  watch(line: string, listener: (active: boolean, atMs: number) => void): () => void
  /** What is known without asking. */
  state(line: string): LineLevel
  close(options?: { leave?: 'inactive' | 'as-is' }): Promise<void>
  /** `gone` comes once. `error`: something nobody asked for, such as a line that was held too long. */
  on(event: AdapterEvent, listener: (error: Error) => void): this
}

/** An adapter somebody can choose, without opening it. */
export interface AdapterInfo {
  readonly id: string
  readonly kind: string
  readonly title: SeenLine
  /** What is behind it: a serial number, a path. */
  readonly detail?: SeenLine
  readonly caps?: GpioCaps
  readonly note?: Words
}
