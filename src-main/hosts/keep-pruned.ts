import type { Words } from '@core/words'
import { errorWords } from '@core/fault'
import { pruneJournals, type JournalLimits } from '@platform/store/journal-care'

const everyMs = 3_600_000

/** Removes journals beyond the limits now and every hour, and says how many. Returns the way to stop. */
export function keepPruned(
  folder: string,
  limits: JournalLimits,
  say: (words: Words) => void,
): () => void {
  const prune = () => {
    pruneJournals(folder, limits, Date.now()).then(
      ({ removed }) => {
        if (removed.length > 0) say(gone(removed.length))
      },
      (error: unknown) => say(failed(errorWords(error))),
    )
  }
  prune()
  const timer = setInterval(prune, everyMs)
  return () => clearInterval(timer)
}

const gone = (count: number): Words => ({
  en: `${count} journals beyond --keep-days or --keep-mb were removed.`,
  ja: `--keep-days または --keep-mb を超えたジャーナル ${count} 件を削除しました。`,
})
const failed = (why: Words): Words => ({
  en: `Old journals could not be removed: ${why.en}`,
  ja: `古いジャーナルを削除できませんでした：${why.ja}`,
})
