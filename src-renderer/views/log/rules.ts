import { computed, ref, watch } from 'vue'
import { rowSearch, type LogRow } from '@contract'
import { ruleColours, type RuleColour, type RuleShown } from '../../components/rule-shown'
import { keepJson, keptJson } from '../../stores/kept'

/** Rows that fit the search get the colour. */
export interface ColourRule {
  readonly text: string
  readonly colour: RuleColour
}

const key = 'log-rules'
export const mostRules = 20

const colourNamed = (name: unknown) => ruleColours.find((colour) => colour === name)

function kept(): ColourRule[] {
  const found = keptJson(key)
  const list: readonly unknown[] = Array.isArray(found) ? found : []
  return list
    .flatMap((one): ColourRule[] => {
      const { text, colour } = Object(one) as { readonly text?: unknown; readonly colour?: unknown }
      const known = colourNamed(colour)
      return typeof text === 'string' && known ? [{ text, colour: known }] : []
    })
    .slice(0, mostRules)
}

/** The colour rules of the log, kept on this computer. The first that fits a row counts. */
export function useRules() {
  const rules = ref<readonly ColourRule[]>(kept())
  watch(rules, (now) => keepJson(key, now))
  const searches = computed(() =>
    rules.value.map(({ text, colour }, index) => {
      const search = rowSearch(text)
      const usable = text.trim() !== '' && search.problem === undefined
      return {
        shown: { number: index + 1, colour, text } satisfies RuleShown,
        matches: usable ? search.matches : () => false,
      }
    }),
  )
  const ruleOf = computed(() =>
    searches.value.length === 0
      ? undefined
      : (row: LogRow) => searches.value.find(({ matches }) => matches(row))?.shown,
  )
  return { rules, ruleOf }
}
