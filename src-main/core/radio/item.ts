import type { Words } from '../words'
import type { OwnSaving } from './saving'

export const radioItemIds = [
  'rat',
  'iot-rat',
  'lte-bands',
  'catm-bands',
  'nbiot-bands',
  'nsa-bands',
  'nr-bands',
  'gw-bands',
  'band-set',
  'operator',
  'cell',
  'psm',
  'edrx',
  'edrx-nbiot',
  'uart-sleep',
] as const
/** Something of the radio that can be set: each at most once in a family. */
export type RadioItemId = (typeof radioItemIds)[number]

/** `many`: check boxes; `one`: one of several; `operator`: automatic or an MCC and MNC; `cell`: none, or a channel and a physical cell; `psm`: off, or two timers. */
export type RadioKind = 'many' | 'one' | 'operator' | 'cell' | 'psm'

/** Whether a write holds at once, wants the radio off meanwhile, or holds from the next start of the modem on. */
export type RadioTakes = 'now' | 'radio-off' | 'restart'

export interface RadioOption {
  /** As it is chosen: `B3`, `38`. */
  readonly id: string
  readonly name: Words
}

/** How a setting stands. */
export interface RadioValue {
  /** Ids of options; an operator as `auto`, `off`, `manual` or `44010`; a cell as `EARFCN,PCI`, none as the empty list. */
  readonly chosen: readonly string[]
  /** The line it was read from: a write keeps its shape and whatever else stands in it. */
  readonly raw: string
}

/** A value with what the modem says about the values it takes. */
export interface RadioReading {
  readonly value: RadioValue
  /** The answer to the item's `test`; empty where it has none or it was refused. */
  readonly test: readonly string[]
}

/** How one setting of a family's radio is read and written. Nothing is written whose answer was not of a shape known here. */
export interface RadioItem {
  readonly id: RadioItemId
  readonly kind: RadioKind
  readonly title: Words
  /** The command that reads it. */
  readonly command: string
  /** A question about the values the modem takes. */
  readonly test?: string
  readonly takes: RadioTakes
  /** False: by the answer to `test` the modem does not have it; absent: it has it where it answers. */
  offered?(test: readonly string[]): boolean
  /** What means that nothing is limited: `2` of +CNMP. */
  readonly free?: string
  /** Undefined: the answer is not of a shape that is known. */
  read(lines: readonly string[], test: readonly string[]): RadioValue | undefined
  /** What may be chosen. `told`: the modem itself says that it has these and no others. */
  options(reading: RadioReading): { readonly list: readonly RadioOption[]; readonly told: boolean }
  /** The commands that make it so; undefined: this choice cannot be written in the shape that was read. */
  write(chosen: readonly string[], now: RadioReading): readonly string[] | undefined
  /** The commands that bring back a value, where those of `write` would not. */
  restore?(before: RadioValue, now: RadioReading): readonly string[] | undefined
}

/** What can be set in the radio of a family of modems. Adding a family is adding one to the catalogue. */
export interface RadioFamily {
  readonly id: string
  readonly name: string
  /** The manuals, and the public answers, that the shapes are from. */
  readonly source: string
  /** True when the text of ATI, AT+CGMI and AT+CGMM is this family's. */
  matches(identity: string): boolean
  readonly items: readonly RadioItem[]
  /** What its makers' own commands tell of power saving. */
  readonly saving?: OwnSaving
}
