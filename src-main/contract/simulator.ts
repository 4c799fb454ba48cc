import { z } from 'zod'
import type { KnobGroup } from '@core/simulator/knobs/knob'
import type { Words } from '@core/words'
import { call } from './call'
import { slotName } from './schema'

/** A knob of a simulated modem as it stands; `value` is absent for what is done once. */
export interface KnobInfo {
  readonly id: string
  readonly group: KnobGroup
  readonly title: Words
  readonly kind: 'act' | 'state' | 'number' | 'choice' | 'text'
  readonly value?: string
  /** The value a press gives it. */
  readonly usual?: string
  readonly expected?: Words
  readonly choices?: readonly { readonly value: string; readonly title: Words }[]
}

/** A simulated modem and the knobs a person can turn. */
export interface SimulatedModemInfo {
  /** Without options, and whatever it is called since it came back: `sim:sim7672#2`. */
  readonly name: string
  readonly persona: string
  readonly power: boolean
  /** What is really the case, whatever the modem says of it. */
  readonly now: {
    readonly power: 'unpowered' | 'off' | 'booting' | 'on' | 'closing' | 'asleep'
    readonly card: string
    /** <stat> of +CREG and its kin. */
    readonly stat: number
    readonly operator: string | null
    readonly cell: string | null
    readonly powerDbm: number | null
    readonly mode: 'command' | 'data' | 'cmux'
    /** Of the session, while there is one. */
    readonly address: string | null
    readonly bytesUp: number
    readonly bytesDown: number
    readonly volts: number
    readonly celsius: number
    readonly cause: string | null
  }
  readonly faults: readonly KnobInfo[]
}

export const simulatorCalls = {
  /** The simulated modems that are open, with the knobs of each. */
  'simulator.list': call<readonly SimulatedModemInfo[]>()(z.undefined()),
  /** Turns a knob of a simulated modem. */
  'simulator.control': call<void>()(
    z.object({ name: z.string(), fault: z.string(), value: z.string().optional() }),
  ),
  /**
   * Makes an opened log a port: what to open. `of` is the modem of the log that answers, the first one without it.
   * Rejects with `replay-empty` where the log holds no command to that modem.
   */
  'simulator.replay': call<{ readonly path: string }>()(
    z.object({ id: z.string().max(64), of: slotName.optional() }),
  ),
} as const
