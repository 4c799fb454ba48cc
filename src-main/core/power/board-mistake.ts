import type { Words } from '../words'

/** What is wrong with a board a person wrote, and where: `pulse.onMs`, `lines.power.drive`. */
export interface BoardMistake {
  /** Empty for the board as a whole. */
  readonly path: string
  /** What was expected instead. */
  readonly words: Words
}

export const mistakeSentence = ({ path, words }: BoardMistake): string =>
  path === '' ? words.en : `${path}: ${words.en}`
