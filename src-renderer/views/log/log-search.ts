import { computed, onScopeDispose, ref, watch, type Ref } from 'vue'
import { rowSearch, type RowFilter } from '@contract'
import type { LogLook } from './look'
import { matcherOf } from './row-match'

const readMs = 5000

/** What is searched for: either it leaves only the rows that fit, or it is looked for among all of them. */
export function useLogSearch(
  filter: Ref<RowFilter>,
  look: Ref<LogLook>,
  /** What is wrong with the filter itself. */
  problem: Ref<string | undefined>,
) {
  const wanted = ref('')
  /** What came of the last search, in words, for as long as one reads it. */
  const said = ref('')
  let timer: number | undefined
  watch(said, (words) => {
    window.clearTimeout(timer)
    if (words !== '') timer = window.setTimeout(() => (said.value = ''), readMs)
  })
  onScopeDispose(() => window.clearTimeout(timer))

  const filterOf = (text: string): RowFilter => ({ ...filter.value, text })
  const searched = computed({
    get: () => (look.value.matches ? filter.value.text : wanted.value),
    set: (text) => {
      said.value = ''
      if (look.value.matches) filter.value = filterOf(text)
      else wanted.value = text
    },
  })
  const searchProblem = computed(() => problem.value ?? matcherOf(filterOf(wanted.value)).problem)
  /** The rows that fit, apart from whether the others are shown; null while nothing is searched for. */
  const sought = computed(() => (searched.value.trim() === '' ? null : filterOf(searched.value)))
  /** Where a text holds what is searched for. */
  const places = computed(() => {
    const search = rowSearch(searched.value)
    return searched.value.trim() === '' || search.problem ? undefined : search.places
  })
  /** The same words look for rows from now on, or leave only those that match. */
  watch(
    () => look.value.matches,
    (matches) => {
      const text = matches ? wanted.value : filter.value.text
      wanted.value = matches ? '' : text
      filter.value = filterOf(matches ? text : '')
    },
  )
  return { searched, searchProblem, sought, places, said }
}
