import { computed, ref, watch, type Ref } from 'vue'
import type { LogRow, SlotName } from '@contract'
import { useLog } from '../../stores/log'

/** As many rows as a list is given while its end is followed; further ones when somebody scrolls up to them. */
const stretch = 1000
/** Rows that were not sent are read when the modem has been quiet for so long. */
const quietMs = 500

/**
 * The stretch of a slot's rows that a terminal holds: its newest rows, and while somebody reads further up everything
 * from where they read. So what arrives costs the same however long the log has become.
 */
export function useRowsInSight(slot: Ref<SlotName>, following: Ref<boolean>) {
  const log = useLog()
  /** The row at which the stretch begins while its end is not followed. */
  const anchor = ref<LogRow | null>(null)

  function startOf(all: readonly LogRow[]): number {
    const found = anchor.value ? all.findIndex((row) => isAt(row, anchor.value)) : -1
    // The ring has let go of that row: what is left begins at its start.
    if (anchor.value && found < 0) return 0
    return found < 0 ? Math.max(0, all.length - stretch) : found
  }
  const rows = computed<readonly LogRow[]>(() => {
    const all = log.rowsOf(slot.value)
    return all.slice(startOf(all))
  })
  watch(following, (on) => {
    anchor.value = on ? null : (rows.value[0] ?? null)
  })
  /** Somebody has scrolled to the first row. */
  function older(): void {
    const all = log.rowsOf(slot.value)
    anchor.value = all[Math.max(0, startOf(all) - stretch)] ?? null
  }

  // Nobody who follows the end should have to ask for what could not be drawn.
  let timer: number | undefined
  watch([() => log.skipped[slot.value], () => log.version[slot.value], following], () => {
    window.clearTimeout(timer)
    if (log.skipped[slot.value] === 0 || !following.value) return
    timer = window.setTimeout(() => void log.load([slot.value]), quietMs)
  })
  return { rows, older }
}

const isAt = (row: LogRow, place: LogRow | null): boolean =>
  row.id === place?.id && row.monoUs === place.monoUs
