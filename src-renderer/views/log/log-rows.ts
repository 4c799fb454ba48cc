import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import type { LogRow, Output, RowFilter } from '@contract'
import { client } from '../../api/client'
import { useLog } from '../../stores/log'
import { useNotices } from '../../stores/notices'
import { matcherOf } from './row-match'

const pageSize = 500
const keep = 60_000

const keyOf = (row: LogRow) => `${row.slot}${row.id}.${row.monoUs}`

/** Rows of both slots in one order, without repeats. */
export function merged(a: readonly LogRow[], b: readonly LogRow[]): readonly LogRow[] {
  const last = a.at(-1)
  const first = b[0]
  if (!last || !first || last.monoUs < first.monoUs) return [...a, ...b]
  const known = new Set<string>()
  return [...a, ...b]
    .sort((x, y) => x.monoUs - y.monoUs)
    .filter((row) => !known.has(keyOf(row)) && known.add(keyOf(row)))
}

/** The rows of the log under a filter: the newest page, what arrives, and older pages when they are asked for. */
export function useLogRows(
  filter: Ref<RowFilter>,
  following: Ref<boolean>,
  /** An opened log instead of the live one. */
  opened: Ref<string | null> = ref(null),
) {
  const log = useLog()
  const notices = useNotices()
  const rows = shallowRef<readonly LogRow[]>([])
  const more = ref(false)
  const loading = ref(false)
  const matcher = computed(() => matcherOf(filter.value))
  let round = 0

  /** The newest page, or the one before a row. */
  function ask(before?: LogRow): Promise<Output<'log.page'>> {
    const what = { filter: filter.value, count: pageSize }
    const id = opened.value
    if (id === null)
      return client().call('log.page', before ? { ...what, beforeUs: before.monoUs } : what)
    return client().call('log.openedPage', { id, ...what, ...(before && { beforeId: before.id }) })
  }

  async function load(): Promise<void> {
    const mine = ++round
    rows.value = []
    more.value = false
    if (matcher.value.problem) return
    loading.value = true
    const page = await notices.watch(ask())
    // A later change of the filter has asked anew; its answer counts.
    if (mine !== round) return
    loading.value = false
    if (!page) return
    rows.value = opened.value === null ? merged(page.rows, rows.value) : page.rows
    more.value = page.more
  }

  async function older(): Promise<void> {
    const first = rows.value[0]
    if (!more.value || loading.value || !first) return
    const mine = round
    loading.value = true
    const page = await notices.watch(ask(first))
    if (mine !== round) return
    loading.value = false
    if (!page) return
    // The rows of an opened log have numbers in one order, and perhaps no times.
    rows.value =
      opened.value === null ? merged(page.rows, rows.value) : [...page.rows, ...rows.value]
    more.value = page.more && page.rows.length > 0
  }

  const stop = log.onRows((arrived) => {
    if (opened.value !== null) return
    const found = arrived.filter((row) => matcher.value.matches(row))
    if (found.length === 0) return
    const all = merged(rows.value, found)
    // While somebody reads further up, nothing is taken away under their eyes.
    const trims = following.value && all.length > keep
    if (trims) more.value = true
    rows.value = trims ? all.slice(-keep * 0.9) : all
  })
  onScopeDispose(stop)

  let timer: number | undefined
  watch(filter, () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void load(), 200)
  })
  watch(opened, () => void load())
  // Rows the host left out while drawing could not keep up are fetched once it can again.
  watch(
    () => log.skipped.count,
    (count) => {
      if (count === 0) return
      window.clearTimeout(timer)
      timer = window.setTimeout(() => void load(), 1000)
    },
  )
  void load()

  return { rows, more, loading, problem: computed(() => matcher.value.problem), older, load }
}
