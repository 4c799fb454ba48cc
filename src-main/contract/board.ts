import { z } from 'zod'
import type { AdapterInfo } from '@core/ports/gpio-adapter'
import { boardLineNames, type BoardPreset, type BoardProfile } from '@core/power/board'
import type { BoardMistake } from '@core/power/board-mistake'
import type { Reading } from '@core/power/evidence'
import type { WayDown } from '@core/power/ways-down'
import type { Words } from '@core/words'
import { call } from './call'
import type { ExportedFile } from './exported-file'
import { adapterName, language, slotName, wiring } from './schema'

const ofSlot = z.object({ slot: slotName })

/** A picture of a board on an adapter, and what to know before the first wire. */
export interface WiringPicture {
  /** Colours follow `currentColor`. */
  readonly svg: string
  readonly warnings: readonly Words[]
}

/** A mistake of a board file; `line` is 0 where it belongs to the file as a whole. */
export interface BoardFileMistake extends BoardMistake {
  readonly line: number
}
export interface ReadBoardFile {
  /** Null when there are mistakes. */
  readonly board: BoardProfile | null
  readonly mistakes: readonly BoardFileMistake[]
}

const profile = z.unknown()

/** Calls for boards, their lines and their power. */
export const boardCalls = {
  /** Every board of the catalogue, the person's own ones, and the four ways down. */
  'board.list': call<{
    readonly boards: readonly BoardProfile[]
    readonly own: readonly BoardProfile[]
    readonly presets: readonly BoardPreset[]
    readonly waysDown: readonly WayDown[]
  }>()(z.undefined()),
  /** Chooses board, adapter and pins of a slot and opens the adapter; `board: null` lets go of it. */
  'board.set': call<void>()(
    z.object({
      slot: slotName,
      board: z.string().max(64).nullable(),
      adapter: adapterName.default(''),
      lines: wiring.default({}),
      /** A board that is in no list. */
      profile: profile.optional(),
    }),
  ),
  /** What is wrong with a board somebody is writing; empty when it can be used. */
  'board.check': call<readonly BoardMistake[]>()(z.object({ profile })),
  /** Keeps a board of the person's own under its id; rejects with board-invalid. */
  'board.save': call<BoardProfile>()(z.object({ profile })),
  /** Forgets a board of the person's own; rejects while a slot uses it. */
  'board.forget': call<void>()(z.object({ id: z.string().max(64) })),
  /** Reads a board file, YAML or JSON. */
  'board.read': call<ReadBoardFile>()(
    z.object({
      text: z.string().max(200_000),
      /** The name of the file: mistakes reject with board-invalid, each named by its line. */
      file: z.string().min(1).max(4096).optional(),
    }),
  ),
  /** A board as such a file; rejects with board-invalid. */
  'board.write': call<ExportedFile>()(z.object({ profile })),
  /** Starts a power sequence; the slot's state tells how it goes. */
  'board.power': call<void>()(
    z.object({
      slot: slotName,
      action: z.enum(['on', 'off', 'reset', 'cut']),
      insist: z.boolean().default(false),
      tries: z.union([z.number().int().min(1).max(20), z.literal('forever')]).optional(),
    }),
  ),
  /** Stops a power sequence and releases its lines. */
  'board.cancel': call<void>()(ofSlot),
  /** Reads STATUS, asks AT where a port is open, and weighs what was seen; no key is pressed. */
  'board.look': call<Reading>()(ofSlot),
  /** Drives a line while a person holds a button; it is released by itself when nobody does. */
  'board.line': call<void>()(
    z.object({ slot: slotName, line: z.enum(boardLineNames), active: z.boolean() }),
  ),
  /** How a board is wired to an adapter, as a picture. */
  'board.wiring': call<WiringPicture>()(
    z.object({
      board: z.string().max(64),
      adapter: adapterName,
      lines: wiring.default({}),
      /** Drawn instead of the board of that name. */
      profile: profile.optional(),
      language: language.default('en'),
    }),
  ),
  /** The GPIO adapters of this computer. */
  'gpio.list': call<readonly AdapterInfo[]>()(z.undefined()),
} as const
