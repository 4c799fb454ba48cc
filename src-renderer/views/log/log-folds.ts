import { computed, ref, type Ref } from 'vue'
import type { LogRow } from '@contract'
import { isBookmark } from '../../components/row-mark'
import { foldKey, foldRows, type ShownRow } from './fold'
import { foldText } from './fold-text'
import type { LogLook } from './look'

/** The rows as the list shows them: repeats folded, and what a person unfolded as it is. */
export function useLogFolds(all: Ref<readonly LogRow[]>, look: Ref<LogLook>) {
  const opened = ref<ReadonlySet<string>>(new Set())
  const rows = computed<readonly ShownRow[]>(() => {
    const plain = all.value.filter((row) => !isBookmark(row))
    return foldRows(plain, { ...look.value, opened: opened.value })
  })
  const foldOf = (row: ShownRow) =>
    row.fold ? { ...foldText(row.fold), open: opened.value.has(foldKey(row)) } : undefined
  function turn(row: LogRow): void {
    const next = new Set(opened.value)
    if (!next.delete(foldKey(row))) next.add(foldKey(row))
    opened.value = next
  }
  /** Out of the fold it is in. */
  function unfold(row: LogRow, keyOf: (row: LogRow) => string): void {
    const fold = rows.value.find((one) =>
      one.fold?.rows.some((inner) => keyOf(inner) === keyOf(row)),
    )
    if (fold) opened.value = new Set([...opened.value, foldKey(fold)])
  }
  return { rows, foldOf, turn, unfold }
}
