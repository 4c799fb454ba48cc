import type { RungId } from '../modem/rungs'
import type { SlotName } from '../modem/slot-names'
import type { Words } from '../words'
import type { LogRow } from './row'
import type { Standstill } from './link-watch'
import type { Warned } from './warned'

/** How far one layer of a connection got, as the log shows it. */
export interface Stage {
  readonly id: RungId
  readonly state: 'idle' | 'busy' | 'fine' | 'failure'
  /** The line that says so, and what it means. */
  readonly line?: string
  readonly words?: Words
}

/** A log in a few lines: who, what was attempted, where it stopped and why. */
export interface SlotSummary {
  readonly slot: SlotName
  /** Which modem, where a log tells of several in one slot. */
  readonly unit?: string
  /** Maker, model and firmware, as far as asked. */
  readonly modem: string
  readonly imei: string
  /** IMSI and ICCID as they were answered, and what they say of the card. */
  readonly sim: readonly { readonly line: string; readonly words?: Words }[]
  readonly operator?: Words
  readonly apn: string
  readonly stages: readonly Stage[]
  /** The first layer that did not come up although it was tried; undefined when all that was tried worked. */
  readonly stopped?: Stage
  /** What stopped it is not what a line says, but that nothing came of what was asked. */
  readonly standstill?: Standstill
  /** The first command that failed, whatever layer it is of; `later`: one before it failed and was carried out afterwards. */
  readonly later?: true
  readonly failed?: {
    readonly line: string
    readonly words?: Words
    /** The log does not hold the command. */
    readonly unasked?: true
    /** A program says so; what the modem answered is not in the log. */
    readonly said?: true
  }
  /** Something that carries data came up: the log shows it. */
  readonly connected: boolean
  /** It starts over again and again, and nothing else failed. */
  readonly restarting?: true
  /** It came up, but a server answered the latest request with an error. */
  readonly unserved?: true
  /** It said that it goes to sleep (PSM), and nothing after that. */
  readonly asleep?: true
  /** What is warned of most often; one line of each kind. */
  readonly warned: readonly Warned[]
  readonly counts: { readonly rows: number; readonly warnings: number; readonly failures: number }
  /** The first and the last row that say when they were; they know how much of the time the log tells. */
  readonly period?: readonly [LogRow, LogRow]
}
