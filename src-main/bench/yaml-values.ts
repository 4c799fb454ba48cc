import type { Document } from 'yaml'
import type { Words } from '@core/words'

/** What a YAML document holds, or why it cannot be said: aliases that lead nowhere, into themselves or too far. */
export function yamlValues(
  document: Document,
): { readonly values: unknown; readonly words?: undefined } | { readonly words: Words } {
  try {
    return { values: document.toJS({ maxAliasCount: 100 }) as unknown }
  } catch (error) {
    // The parser's own words for aliases, and the stack's end where the nesting is too deep.
    if (error instanceof ReferenceError) return { words: alias }
    if (error instanceof RangeError) return { words: deep }
    throw error
  }
}

const alias: Words = {
  en: 'an alias (*name) has no anchor (&name) before it, or stands for too much; write the values out',
  ja: 'エイリアス（*名前）に対応するアンカー（&名前）がないか、展開が大きすぎます。値をそのまま書いてください',
}

const deep: Words = {
  en: 'it nests too deep',
  ja: '入れ子が深すぎます',
}
