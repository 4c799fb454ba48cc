import { boards } from '@catalog/boards'

/** The boards of the catalogue, for the help. */
export const boardNames = boards.map((board) => board.id).join(', ')
