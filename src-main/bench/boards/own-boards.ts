import { boardOf, boards } from '@catalog/boards'
import { Fault } from '@core/fault'
import type { BoardProfile } from '@core/power/board'
import { boardMistakes, checkedBoard } from '@core/power/validate-board'
import type { Slots } from '@bench/slot/slot'
import type { SettingsFile } from '@bench/settings/settings-file'
import type { Settings } from '@contract'
import type { SettingsChange } from '@contract'
import { boardInUse, boardsNotUsed, idOfCatalogue, noBoard } from './words'

/** What of the bench is needed here. */
export interface OwnBoardParts {
  readonly slots: Slots
  readonly settings: SettingsFile
  readonly changeSettings: (change: SettingsChange) => Promise<Settings>
}

/** The person's own boards that can be used; the settings may be older than what a board has to say. */
export const ownBoards = (bench: Pick<OwnBoardParts, 'settings'>): readonly BoardProfile[] =>
  bench.settings.value.ownBoards.filter(isUsable)

const isUsable = (one: unknown): one is BoardProfile => boardMistakes(one).length === 0

/** What is to be said of those that cannot, such as of a later version: they stay in the file as they are. */
export function unusableBoards({ settings }: Pick<OwnBoardParts, 'settings'>): Fault | undefined {
  const all = settings.value.ownBoards.filter((one) => !isUsable(one))
  if (all.length === 0) return undefined
  return new Fault(
    'board-invalid',
    boardsNotUsed(all.map((one) => [idOf(one) ?? '?', boardMistakes(one)])),
  )
}

const idOf = (one: unknown): string | undefined =>
  typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string'
    ? one.id
    : undefined

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
  const { settings } = bench
  const [replaced, others] = parted(settings.value.ownBoards, (one) => idOf(one) === board.id)
  if (!replaced.every(isUsable)) await settings.keepBeside()
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
  const [, others] = parted(bench.settings.value.ownBoards, (one) => isUsable(one) && one.id === id)
  await bench.changeSettings({ ownBoards: others })
}

const parted = <T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] => [
  all.filter(is),
  all.filter((one) => !is(one)),
]
