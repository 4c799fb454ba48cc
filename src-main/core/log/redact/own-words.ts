import type { Explanation } from '../../at/knowledge'
import type { Words } from '../../words'
import { quoted, type Alias } from './aliases'

/**
 * An explanation whose words repeat no value that is hidden in its row. A value may be any word (`user`, `up`), and the words
 * may hold that word of themselves: it came from the row where the same row, masked, is not told with it (`told`).
 */
export function withoutValues(
  explanation: Explanation,
  aliases: readonly Alias[],
  told: () => Explanation | undefined,
): Explanation {
  const values = aliases.filter(([value]) => holds(explanation.words, value))
  if (values.length === 0) return explanation
  const masked = told()?.words
  const { en, ja } = explanation.words
  return {
    ...explanation,
    words: {
      en: withoutThese(en, values, masked?.en),
      ja: withoutThese(ja, values, masked?.ja),
    },
  }
}

function withoutThese(words: string, values: readonly Alias[], masked: string | undefined): string {
  const from = values.filter(([value]) => count(words, value) > count(masked ?? '', value))
  if (from.length === 0) return words
  // Said of the masked row, the words have the names in their places.
  if (masked !== undefined && from.every(([value]) => count(masked, value) < count(words, value)))
    return masked
  return from.reduce((text, [value, name]) => text.replace(wordOf(value), () => name), words)
}

function holds({ en, ja }: Words, value: string): boolean {
  return value !== '' && (count(en, value) > 0 || count(ja, value) > 0)
}

function count(words: string, value: string): number {
  return words.match(wordOf(value))?.length ?? 0
}

/** Not within a longer word; Japanese is written without blanks. */
function wordOf(value: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9_])${quoted(value)}(?![A-Za-z0-9_])`, 'g')
}
