import { computed, onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import { compareRows, type LogRow, type RowFilter } from '@contract'
import { client } from '../../api/client'
import { isBookmark } from '../../components/row-mark'
import { useLog } from '../../stores/log'
import { useNotices } from '../../stores/notices'
import { matcherOf } from './row-match'

export interface Hits {
  readonly count: number
  /** Which of them the chosen row is, from 1 on; 0 where it is none. */
  readonly at: number
}

const settleMs = 250
let counters = 0

/** How many rows of all the log fit what is searched for, and which of them is chosen; null while nothing is searched for. */
export function useHits(
  filter: Ref<RowFilter | null>,
  opened: Ref<string | null>,
  chosen: Ref<LogRow | null>,
) {
  const log = useLog()
  const notices = useNotices()
  const name = `hits-${Date.now().toString(36)}-${counters++}`
  const hits = shallowRef<Hits | null>(null)
  const matcher = computed(() => (filter.value ? matcherOf(filter.value) : null))
  const fits = (row: LogRow) => !isBookmark(row) && matcher.value?.matches(row) === true
  /** The last row that is counted; what arrives behind it is added. */
  let last: LogRow | null = null
  let arrivedMeanwhile: LogRow[] | null = null
  let foreseen: { readonly row: LogRow; readonly at: number } | null = null
  let round = 0

  async function count(): Promise<void> {
    const mine = ++round
    const wanted = filter.value
    if (!wanted || matcher.value?.problem !== undefined) {
      hits.value = null
      return
    }
    arrivedMeanwhile = []
    const of = chosen.value
    const counted = await notices.watch(
      client().call('log.count', {
        filter: wanted,
        search: name,
        ...(of && { of: { monoUs: of.monoUs, slot: of.slot, id: of.id } }),
        ...(opened.value !== null && { opened: opened.value }),
      }),
    )
    if (mine !== round) return
    const meanwhile = arrivedMeanwhile
    arrivedMeanwhile = null
    if (!counted || counted.stopped) return
    last = counted.last
    hits.value = { count: counted.count, at: counted.at }
    add(meanwhile)
  }
  function add(rows: readonly LogRow[]): void {
    const { value } = hits
    if (!value) return
    const later = rows.filter((row) => (!last || compareRows(row, last) > 0) && fits(row)).length
    if (later > 0) hits.value = { ...value, count: value.count + later }
  }
  onScopeDispose(
    log.onRows((rows) => {
      if (opened.value !== null || !filter.value) return
      if (arrivedMeanwhile) arrivedMeanwhile.push(...rows)
      else add(rows)
    }),
  )

  let timer: number | undefined
  function countSoon(): void {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void count(), settleMs)
  }
  onScopeDispose(() => window.clearTimeout(timer))
  watch(
    [() => JSON.stringify(filter.value), opened],
    () => {
      round++
      hits.value = null
      foreseen = null
      if (filter.value) countSoon()
    },
    { immediate: true },
  )
  // Rows the host left out while drawing could not keep up are in the journal all the same.
  watch(
    () => log.skipped.a + log.skipped.b,
    () => filter.value && opened.value === null && countSoon(),
  )
  watch(chosen, (row) => {
    const { value } = hits
    if (!value) return
    if (!row || !fits(row)) hits.value = { ...value, at: 0 }
    else if (foreseen && compareRows(foreseen.row, row) === 0)
      hits.value = { ...value, at: foreseen.at }
    else countSoon()
    foreseen = null
  })

  /** From one match to the next: its number is known without counting all of them again. */
  function stepped(row: LogRow, by: 1 | -1, again: boolean): void {
    const { value } = hits
    if (!value || value.at === 0) return
    const end = by > 0 ? 1 : value.count
    foreseen = { row, at: again ? end : value.at + by }
  }
  return { hits, stepped }
}
