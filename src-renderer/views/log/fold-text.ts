import { t } from '../../text'
import type { Fold } from './fold'

/** What a fold says in one line: what it holds, and what came last. */
export function foldText(fold: Fold): { readonly text: string; readonly last: string } {
  const parts = fold.parts.join(', ')
  const text =
    fold.kind === 'polls'
      ? t('log.polls', { n: fold.count, parts })
      : t('log.frames', { n: fold.count, parts })
  return { text, last: fold.last.join('  ') }
}
