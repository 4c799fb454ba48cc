import { ref, watch, type Ref } from 'vue'
import type { TimeMode } from '../../text/time'

export const timeModes: readonly TimeMode[] = ['local', 'utc', 'elapsed', 'delta']
const key = 'modem-bench-log-times'

function stored(): TimeMode[] {
  const names = (localStorage.getItem(key) ?? '').split(',')
  return timeModes.filter((mode) => names.includes(mode))
}

/** The time columns of the log view, kept on this computer; `first` when nothing is. */
export function useTimeColumns(first: TimeMode): Ref<TimeMode[]> {
  const known = stored()
  const columns = ref<TimeMode[]>(known.length > 0 ? known : [first])
  watch(columns, (chosen) => localStorage.setItem(key, chosen.join(',')))
  return columns
}

/** One column more or less, in their own order; one always stays. */
export function toggled(columns: readonly TimeMode[], mode: TimeMode): TimeMode[] {
  const has = columns.includes(mode)
  const next = timeModes.filter((one) => (one === mode ? !has : columns.includes(one)))
  return next.length > 0 ? next : [...columns]
}
