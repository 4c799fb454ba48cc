import { boardOf } from '@catalog/boards'
import type { BenchConfig } from '@contract'
import type { SlotName } from '@core/modem/slot-names'
import type { BoardProfile, Wiring } from '@core/power/board'
import type { BoardChoice } from '@bench/boards/board-adapter'

type SlotBoardConfig = NonNullable<BenchConfig['slots']['a']['board']>

const simulated: Wiring = { power: 'power', reset: 'reset', status: 'status' }

const adapterOf = ({ adapter }: SlotBoardConfig, board: BoardProfile): string =>
  adapter ?? board.adapters[0] ?? 'gpiod'

/** The pins of the named set (or the board's first), with what is wired otherwise over them. */
export function slotWiring(given: SlotBoardConfig, board: BoardProfile): Wiring {
  const adapter = adapterOf(given, board)
  if (adapter.startsWith('sim:')) return { ...simulated, ...given.lines }
  const set = board.pinSets.find(({ id }) => id === given.pins) ?? board.pinSets[0]
  // Pins of a board are those of the computer it is made for; on another adapter they mean nothing.
  const own = given.pins !== undefined || /^(gpiod|micropython)/.test(adapter)
  return { ...(own ? set?.pins : {}), ...given.lines }
}

/** The board a configuration gives a slot; undefined: it keeps the one it has. */
export function configBoard({ slots }: BenchConfig, slot: SlotName): BoardChoice | undefined {
  return boardChoice(slots[slot].board)
}

/** A board as a file names it; undefined where it names none. */
export function boardChoice(given: SlotBoardConfig | undefined): BoardChoice | undefined {
  const board = given && boardOf(given.id)
  if (!given || !board) return undefined
  const adapter = adapterOf(given, board)
  return { board, adapter, wiring: slotWiring(given, board), automatic: false }
}
