import type { Words } from '../words'

/** What is wrong with a board a person wrote, and where: `pulse.onMs`, `lines.power.drive`. */
export interface BoardMistake {
  /** Empty for the board as a whole. */
  readonly path: string
  /** What was expected instead. */
  readonly words: Words
}

export const mistakeWords = (mistakes: readonly BoardMistake[]): Words => ({
  en: mistakes.map(mistakeSentence).join(' '),
  ja: mistakes
    .map(({ path, words }) => (path === '' ? words.ja : `${path}：${words.ja}`))
    .join(' '),
})

export const mistakeSentence = ({ path, words }: BoardMistake): string =>
  path === '' ? words.en : `${path}: ${words.en}`
