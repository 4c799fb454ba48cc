import type { BoardProfile } from '@core/power/board'
import { membersOf } from '../members'

const files = import.meta.glob<unknown>('./profiles/*.ts', { eager: true, import: 'default' })

/** Every board, by name, with the one a person fills in last. */
export const boards: readonly BoardProfile[] = membersOf<BoardProfile>(files, 'board', [
  'id',
  'name',
  'lines',
  'adapters',
]).sort((a, b) =>
  a.id === 'custom' ? 1 : b.id === 'custom' ? -1 : a.name.localeCompare(b.name, 'en'),
)

export { boardPresets } from './presets'

export const boardOf = (id: string): BoardProfile | undefined =>
  boards.find((board) => board.id === id)
