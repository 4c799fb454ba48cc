import { z } from 'zod'
import type { AdapterInfo } from '@core/ports/gpio-adapter'
import { boardLineNames, type BoardProfile } from '@core/power/board'
import type { WayDown } from '@core/power/ways-down'
import type { Words } from '@core/words'
import { call } from './call'
import { adapterName, language, slotName, wiring } from './schema'

const ofSlot = z.object({ slot: slotName })

/** A picture of a board on an adapter, and what to know before the first wire. */
export interface WiringPicture {
  /** Colours follow `currentColor`. */
  readonly svg: string
  readonly warnings: readonly Words[]
}

/** Calls for boards, their lines and their power. */
export const boardCalls = {
  /** Every board of the catalogue, and the four ways down. */
  'board.list': call<{
    readonly boards: readonly BoardProfile[]
    readonly waysDown: readonly WayDown[]
  }>()(z.undefined()),
  /** Chooses board, adapter and pins of a slot and opens the adapter; `board: null` lets go of it. */
  'board.set': call<void>()(
    z.object({
      slot: slotName,
      board: z.string().max(64).nullable(),
      adapter: adapterName.default(''),
      lines: wiring.default({}),
      /** A board of the person's own, where `board` is `custom`. */
      profile: z.unknown().optional(),
    }),
  ),
  /** Starts a power sequence; the slot's state tells how it goes. */
  'board.power': call<void>()(
    z.object({
      slot: slotName,
      action: z.enum(['on', 'off', 'reset', 'cut']),
      insist: z.boolean().default(false),
      tries: z.union([z.number().int().min(1).max(20), z.literal('forever')]).optional(),
    }),
  ),
  'board.cancel': call<void>()(ofSlot),
  /** Drives a line while a person holds a button; it is released by itself when nobody does. */
  'board.line': call<void>()(
    z.object({ slot: slotName, line: z.enum(boardLineNames), active: z.boolean() }),
  ),
  'board.wiring': call<WiringPicture>()(
    z.object({
      board: z.string().max(64),
      adapter: adapterName,
      lines: wiring.default({}),
      language: language.default('en'),
    }),
  ),
  'gpio.list': call<readonly AdapterInfo[]>()(z.undefined()),
} as const
