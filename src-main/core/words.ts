/** A sentence for a person, in the two languages of the product. */
export interface Words {
  readonly en: string
  readonly ja: string
}

export type Language = keyof Words

declare const outside: unique symbol

/**
 * Text from outside (octets, a line, a name, a number) as it was seen, the same in every language. Made by `quoted` alone, so that
 * no English sentence of ours stands in a Japanese one: that does not compile.
 */
export type Seen = string & { readonly [outside]: true }

/** What was seen, to be shown as it is. No sentence of ours. */
// The brand is a type alone.
export const quoted = (text: string | number): Seen => String(text) as Seen

/** A line as it was seen, or a sentence about what was seen. */
export type SeenLine = Seen | Words

export function wordsOf(line: SeenLine): Words {
  return typeof line === 'string' ? { en: line, ja: line } : line
}

export function seenIn(line: SeenLine, language: Language): string {
  return typeof line === 'string' ? line : line[language]
}

/** Several things in one sentence. */
export function listed(list: readonly Words[]): Words {
  return { en: list.map(({ en }) => en).join('; '), ja: list.map(({ ja }) => ja).join('、') }
}

/** `label: detail`, or the label alone. */
export function labelled(label: string, detail: SeenLine = quoted('')): Words {
  const { en, ja } = wordsOf(detail)
  return {
    en: en === '' ? label : `${label}: ${en}`,
    ja: ja === '' ? label : `${label}: ${ja}`,
  }
}

/** Between a heading and what it says. */
export const colon: Words = { en: ': ', ja: '：' }

/** How much a line or a value asks for attention. */
export type Severity = 'fine' | 'notice' | 'warning' | 'failure'
