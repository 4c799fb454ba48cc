import { z } from 'zod'
import { radioItemIds } from '@core/radio/item'
import type { HeardCell } from '@core/radio/cells'
import type { RadioItemId, RadioKind, RadioOption, RadioTakes } from '@core/radio/item'
import type { PsmGranted } from './slot-state'
import type { RadioUndo } from '@core/radio/undo'
import type { Words } from '@core/words'
import { call } from './call'
import { slotName } from './schema'

/** One setting of a modem's radio as it was read last. */
export interface RadioItemState {
  readonly id: RadioItemId
  readonly kind: RadioKind
  readonly title: Words
  /** The command it was read with. */
  readonly command: string
  /** The lines of the answer, or the result where there were none. */
  readonly answer: readonly string[]
  /** Ids of options; an operator as `auto`, `off`, `manual` or `44010`; a cell as `EARFCN,PCI`. Null: the answer is not understood, and nothing is written. */
  readonly chosen: readonly string[] | null
  /** How it stands, in words. */
  readonly value: Words | null
  readonly options: readonly RadioOption[]
  /** The modem itself says that it has these options and no others. */
  readonly optionsTold: boolean
  readonly takes: RadioTakes
  /** Keeps the modem from networks it could use otherwise. */
  readonly limits: boolean
  /** The choice that limits nothing; null: what that is cannot be told. */
  readonly free: readonly string[] | null
}

/** Timers of PSM in words: `1 min`, `off`; null: not told. */
export interface PsmTimes {
  /** T3324: how long it listens before it sleeps. */
  readonly activeTime: string | null
  /** T3412 extended: how often it wakes by itself. */
  readonly periodicTau: string | null
}
/** What the modem asks of the network to save power, and what it was given. */
export interface PowerSaving {
  /** Null: the modem has no AT+CPSMS. `granted` null: the network does not let it, or the modem does not tell. */
  readonly psm: {
    readonly on: boolean
    readonly asked: PsmTimes
    readonly granted: PsmGranted | null
  } | null
  /** By technology (27.007, 7.40: 4 LTE, 5 NB-IoT), cycles such as `20.48 s`. */
  readonly edrx: readonly {
    readonly act: number
    readonly asked: string | null
    readonly granted: string | null
    /** How long it listens in each cycle (paging time window), `2.56 s`. */
    readonly window: { readonly asked: string | null; readonly granted: string | null }
  }[]
}

/** The settings of a modem's radio as they were read last. */
export interface RadioState {
  /** Null: of no family that has a table; only what 27.007 has is offered. */
  readonly family: { readonly id: string; readonly name: string; readonly source: string } | null
  /** Those the modem answers. */
  readonly items: readonly RadioItemState[]
  readonly saving: PowerSaving
  /** A change that is neither kept nor taken back yet. */
  readonly undo: RadioUndo | null
  readonly readMs: number
}

/** The cells a modem hears now. */
export interface CellsHeard {
  /** The family whose commands were asked. */
  readonly family: string
  readonly source: string
  readonly commands: readonly string[]
  /** This family tells the cell it is on, and no neighbours. */
  readonly servingOnly: boolean
  /** The serving cell first. */
  readonly cells: readonly HeardCell[]
  readonly readMs: number
}

/** What changes would do, before anything is written. */
export interface RadioComparison {
  readonly differences: readonly Words[]
  readonly warnings: readonly Words[]
  /** How the settings were when they were compared: handed to `radio.write`, it is refused where something else changed them. */
  readonly seen: string
}

const choiceId = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w ,:/.-]+$/, 'expected the id of an option')
export const radioChange = z.object({
  item: z.enum(radioItemIds),
  chosen: z.array(choiceId).max(128),
})
const ofSlot = z.object({ slot: slotName })
const changes = z.array(radioChange).min(1).max(radioItemIds.length)
const seconds = 'must be a whole number from 30 to 1800'

export const radioCalls = {
  /** Reads the settings of the radio; changes nothing. */
  'radio.read': call<RadioState>()(ofSlot),
  /** The cells the modem hears, where its family has a command for them; changes nothing. */
  'radio.cells': call<CellsHeard>()(ofSlot),
  /** What changes would do; writes nothing. */
  'radio.compare': call<RadioComparison>()(ofSlot.extend({ changes })),
  /**
   * Writes what differs and reads it back. After `undoSeconds` everything goes back to what it was, unless `radio.keep` is called
   * before; the old values stand in a file until then.
   */
  'radio.write': call<RadioState>()(
    ofSlot.extend({
      changes,
      seen: z.string().max(4000).optional(),
      undoSeconds: z.number(seconds).int(seconds).min(30, seconds).max(1800, seconds).default(180),
    }),
  ),
  /** Keeps the last change: nothing goes back by itself any more. */
  'radio.keep': call<RadioState>()(ofSlot),
  /** Takes the last change back now, also one of an earlier run. */
  'radio.undo': call<RadioState>()(ofSlot),
} as const
