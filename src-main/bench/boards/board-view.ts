import { abilitiesOf, boardLineNames } from '@core/power/board'
import type { BoardState } from '@core/power/board-state'
import type { BoardAdapter, BoardChoice } from './board-adapter'

/** A board as windows show it. */
export function boardStateOf(
  { board, adapter, wiring, automatic }: BoardChoice,
  { now, state }: BoardAdapter,
  known: Pick<BoardState, 'reading' | 'readingSinceMs' | 'sequence'>,
): BoardState {
  return {
    id: board.id,
    name: board.name,
    modem: board.modem,
    adapter: { id: adapter, ...state, warnings: now?.caps.warnings ?? [] },
    wiring,
    lines: boardLineNames.flatMap((name) => {
      const line = board.lines[name]
      const pin = wiring[name]
      if (!line || pin === undefined) return []
      const level = now?.state(name) ?? 'unknown'
      return [{ name, title: line.title, dir: line.dir, pin, level }]
    }),
    can: abilitiesOf(board, wiring),
    warnings: board.warnings,
    automatic,
    ...known,
  }
}
