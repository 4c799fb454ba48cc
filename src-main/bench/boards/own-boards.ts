import { boardOf, boards } from '@catalog/boards'
import { Fault } from '@core/fault'
import type { BoardProfile } from '@core/power/board'
import { boardMistakes, checkedBoard } from '@core/power/validate-board'
import type { Slots } from '@bench/slot/slot'
import type { SettingsFile } from '@bench/settings/settings-file'
import type { Settings } from '@contract'
import type { SettingsChange } from '@contract'
import { boardInUse, idOfCatalogue, noBoard } from './words'

/** What of the bench is needed here. */
export interface OwnBoardParts {
  readonly slots: Slots
  readonly settings: SettingsFile
  readonly changeSettings: (change: SettingsChange) => Promise<Settings>
}

/** The person's own boards that can be used; the settings may be older than what a board has to say. */
export const ownBoards = (bench: OwnBoardParts): readonly BoardProfile[] =>
  bench.settings.value.ownBoards.filter(
    (one): one is BoardProfile => boardMistakes(one).length === 0,
  )

/** The board of that name, or the profile itself; throws `Fault('board-invalid')` for what cannot be. */
export function boardFor(bench: OwnBoardParts, id: string, profile?: unknown): BoardProfile {
  if (profile !== undefined) return checkedBoard(profile)
  const own = ownBoards(bench)
  const board = boardOf(id) ?? own.find((one) => one.id === id)
  if (board) return board
  const ids = [...boards, ...own].map((one) => one.id).join(', ')
  throw new Fault('board-invalid', noBoard(id, ids))
}

/** Keeps a board under its id. Slots that use it use it as it is now; their lines are let go of. */
export async function saveBoard(bench: OwnBoardParts, profile: unknown): Promise<BoardProfile> {
  const board = checkedBoard(profile)
  if (boardOf(board.id)) throw new Fault('board-invalid', idOfCatalogue(board.id))
  const others = ownBoards(bench).filter((one) => one.id !== board.id)
  await bench.changeSettings({ ownBoards: [...others, board] })
  for (const slot of Object.values(bench.slots)) {
    const { choice } = slot.board
    if (choice?.board.id === board.id) await slot.board.choose({ ...choice, board })
  }
  return board
}

/** Forgets a board of the person's own; rejects while a slot uses it. */
export async function forgetBoard(bench: OwnBoardParts, id: string): Promise<void> {
  const user = Object.values(bench.slots).find((slot) => slot.board.choice?.board.id === id)
  if (user) throw new Fault('bad-input', boardInUse(user.name))
  await bench.changeSettings({ ownBoards: ownBoards(bench).filter((one) => one.id !== id) })
}
