import { ref, watch, type Ref } from 'vue'
import { rowFilter, type RowFilter } from '@contract'
import { keepJson, keptJson } from '../../stores/kept'
import { firstLook, type LogLook } from './look'

const filterKey = 'log-filter'
const lookKey = 'log-look'

export const noFilter: RowFilter = rowFilter.parse({})

/** Whether anything but the slots takes rows away. */
export const isFiltered = ({ text, kinds, minSeverity, terms }: RowFilter): boolean =>
  text !== '' || kinds.length > 0 || minSeverity !== 'fine' || terms.length > 0

/** The filter of the log as it was left; what was typed into the search is of the moment and not kept. */
export function useKeptFilter(): Ref<RowFilter> {
  const kept = rowFilter.safeParse(keptJson(filterKey))
  const known = kept.success && kept.data.slots.length > 0 ? kept.data : noFilter
  const filter = ref<RowFilter>({ ...known, text: '' })
  watch(filter, (now) => keepJson(filterKey, { ...now, text: '' }))
  return filter
}

/** How the rows are shown, as it was left. */
export function useKeptLook(): Ref<LogLook> {
  const kept = Object.entries(Object(keptJson(lookKey)))
  const known = kept.filter(([name, on]) => name in firstLook && typeof on === 'boolean')
  const look = ref<LogLook>({ ...firstLook, ...Object.fromEntries(known) })
  watch(look, (now) => keepJson(lookKey, now))
  return look
}
