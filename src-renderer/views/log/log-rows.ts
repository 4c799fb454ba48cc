import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import {
  compareRows,
  mergeRows,
  type FoundRow,
  type LogPage,
  type LogRow,
  type RowFilter,
  type SearchGoal,
} from '@contract'
import { client } from '../../api/client'
import { useLog } from '../../stores/log'
import { useNotices } from '../../stores/notices'
import { useOpened } from '../../stores/opened'
import { matcherOf } from './row-match'

const pageSize = 500
const keep = 60_000
/** While the end is followed nobody looks at what is far above it. */
const keepLive = 10_000

/** Rows of both slots in one order, without repeats. */
export function merged(a: readonly LogRow[], b: readonly LogRow[]): readonly LogRow[] {
  const last = a.at(-1)
  const first = b[0]
  if (!last || !first || compareRows(last, first) < 0) return [...a, ...b]
  const inOrder = [...b].sort(compareRows)
  return mergeRows(a, inOrder).filter((row, at, all) => {
    const before = all[at - 1]
    return !before || compareRows(before, row) !== 0
  })
}

/** Before every row: where reading a file begins. */
const start: Place = { monoUs: Number.MIN_SAFE_INTEGER, id: -1 }

/** A moment, or the place of a row. */
export type Place = Pick<LogRow, 'monoUs'> & Partial<Pick<LogRow, 'slot' | 'id'>>

let windows = 0

/**
 * A stretch of the log under a filter: the newest page and what arrives, or the rows around a place; older and newer
 * pages when they are asked for.
 */
export function useLogRows(
  filter: Ref<RowFilter>,
  following: Ref<boolean>,
  /** An opened log instead of the live one. */
  opened: Ref<string | null> = ref(null),
) {
  const log = useLog()
  const notices = useNotices()
  const files = useOpened()
  const read = computed(() => files.logs.find(({ id }) => id === opened.value))
  const rows = shallowRef<readonly LogRow[]>([])
  const more = ref(false)
  /** There are rows behind these: what arrives is not shown until they are reached. */
  const later = ref(false)
  const first = shallowRef<LogRow | null>(null)
  const loading = ref(false)
  const searching = ref(false)
  /** Rises when the rows were read anew: another log, another filter. */
  const begun = ref(0)
  /** The file is still being read: up to the row of this number was looked at for those here. */
  const readTo = shallowRef<number>()
  const matcher = computed(() => matcherOf(filter.value))
  const name = `log-${Date.now().toString(36)}-${windows++}`
  let round = 0
  let arrivedMeanwhile: LogRow[] = []

  const join = (a: readonly LogRow[], b: readonly LogRow[]) =>
    // The rows of an opened log have numbers in one order, and perhaps no times.
    opened.value === null ? merged(a, b) : [...a, ...b]
  const which = () => (opened.value === null ? {} : { opened: opened.value })

  async function ask(
    where: { before: LogRow } | { after: Place } | { around: Place } | null,
  ): Promise<LogPage | undefined> {
    const mine = ++round
    loading.value = true
    arrivedMeanwhile = []
    const what = { filter: filter.value, count: pageSize, search: `${name}-page` }
    const page = await notices.watch(client().call('log.page', { ...what, ...where, ...which() }))
    // A later question has been asked; its answer counts.
    if (mine !== round) return undefined
    loading.value = false
    if (page?.first) first.value = page.first
    if (page && !(where && 'before' in where)) readTo.value = page.readTo
    return page
  }

  /** The newest rows, or those around a place; `stay`: those of the same filter are shown until they are there. */
  async function load(around?: Place, stay = false): Promise<void> {
    if (!stay || matcher.value.problem) rows.value = []
    more.value = false
    later.value = around !== undefined
    first.value = null
    readTo.value = undefined
    if (matcher.value.problem) return
    const page = await ask(around ? { around } : null)
    if (!page) return
    rows.value = stay ? page.rows : join(page.rows, rows.value)
    more.value = page.more
    later.value = page.later
    if (!page.later) takeMissed()
  }

  async function older(): Promise<void> {
    const before = rows.value[0]
    if (!more.value || loading.value || !before) return
    const page = await ask({ before })
    if (!page) return
    const all = join(page.rows, rows.value)
    more.value = page.more && page.rows.length > 0
    // What is far below goes: it can be read again.
    if (all.length > keep) later.value = true
    rows.value = all.slice(0, keep)
  }

  async function newer(): Promise<void> {
    const after = rows.value.at(-1)
    if (!later.value || loading.value || !after) return
    const page = await ask({ after })
    if (!page) return
    const all = join(rows.value, page.rows)
    if (all.length > keep) more.value = true
    rows.value = all.slice(-keep)
    later.value = page.later
    if (!page.later) takeMissed()
  }

  /** What was read of the file since the last page of it, under the filter. */
  async function goOn(): Promise<void> {
    const [id, file] = [readTo.value, read.value]
    if (id === undefined || !file || loading.value) return
    if (!file.whole && id >= file.rows - 1) return
    const page = await ask({ after: { monoUs: 0, id } })
    if (!page) return
    rows.value = join(rows.value, page.rows)
    later.value = page.later
  }
  watch([read, loading], () => void goOn())

  /** What arrived while the last page was on its way. */
  function takeMissed(): void {
    if (arrivedMeanwhile.length > 0) rows.value = merged(rows.value, arrivedMeanwhile)
    arrivedMeanwhile = []
  }

  function arrive(found: readonly LogRow[]): void {
    if (later.value) {
      if (loading.value) arrivedMeanwhile.push(...found)
      return
    }
    const all = merged(rows.value, found)
    if (all.length <= (following.value ? keepLive : keep)) rows.value = all
    else if (following.value) {
      // What is far above goes, in large bites: it can be read again.
      more.value = true
      rows.value = all.slice(-keepLive / 2)
    } else {
      // While somebody reads further up, nothing is taken away under their eyes.
      later.value = true
    }
  }

  /** The next row that fits, or the one before, in all of the log; null while it was ended or failed. */
  async function find(
    goal: SearchGoal,
    from: LogRow | undefined,
    back: boolean,
  ): Promise<FoundRow | null> {
    searching.value = true
    const found = await notices.watch(
      client().call('log.find', {
        filter: filter.value,
        goal,
        back,
        search: name,
        ...(from && { from }),
        ...which(),
      }),
    )
    if (found?.stopped) return null
    searching.value = false
    return found ?? null
  }
  function stopSearch(): void {
    searching.value = false
    void notices.watch(client().call('log.stop', { search: name }))
  }

  onScopeDispose(
    log.onRows((arrived) => {
      if (opened.value !== null) return
      const found = arrived.filter((row) => matcher.value.matches(row))
      if (found.length > 0) arrive(found)
    }),
  )

  let timer: number | undefined
  function loadSoon(ms: number): void {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void begin(), ms)
  }
  /** The live log is read from its end, a file from its beginning. */
  async function begin(): Promise<void> {
    await load(opened.value === null ? undefined : start)
    begun.value++
  }
  watch(filter, () => loadSoon(80))
  watch(opened, () => void begin())
  // Rows the host left out while drawing could not keep up are fetched once it can again.
  watch(
    () => log.skipped.a + log.skipped.b,
    (count) => count > 0 && !later.value && loadSoon(1000),
  )
  void begin()

  return {
    rows,
    more,
    later,
    first,
    loading,
    searching,
    begun,
    /** More rows may come: the file was not read to its end yet. */
    unread: computed(() => readTo.value !== undefined),
    problem: computed(() => matcher.value.problem),
    older,
    newer,
    load: (around?: Place) => {
      window.clearTimeout(timer)
      return load(around)
    },
    /** What is shown stays until the rows around the place are there: they are drawn once, and nothing is empty meanwhile. */
    goTo: (around: Place) => {
      window.clearTimeout(timer)
      return load(around, true)
    },
    find,
    stopSearch,
  }
}
