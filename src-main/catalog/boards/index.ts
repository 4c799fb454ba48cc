import type { BoardProfile } from '@core/power/board'

const files = import.meta.glob<BoardProfile>(
  ['./*.ts', '!./index.ts', '!./wiring*.ts', '!./hat.ts', '!./bare-module.ts', '!./presets.ts'],
  {
    eager: true,
    import: 'default',
  },
)

/** Every board, by name, with the one a person fills in last. */
export const boards: readonly BoardProfile[] = Object.values(files).sort((a, b) =>
  a.id === 'custom' ? 1 : b.id === 'custom' ? -1 : a.name.localeCompare(b.name, 'en'),
)

export { boardPresets } from './presets'

export const boardOf = (id: string): BoardProfile | undefined =>
  boards.find((board) => board.id === id)
