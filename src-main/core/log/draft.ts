import type { LogRow } from './row'

/** A row before it has a number, a slot and a time. */
export type RowDraft = Omit<LogRow, 'id' | 'slot' | 'atMs' | 'monoUs'>
