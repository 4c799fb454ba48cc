/** A sentence for a person, in the two languages of the product. */
export interface Words {
  readonly en: string
  readonly ja: string
}

export type Language = keyof Words

/** A line as it was seen, or a sentence about what was seen. */
export type SeenLine = string | Words

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
export function labelled(label: string, detail: SeenLine = ''): Words {
  const { en, ja } = wordsOf(detail)
  return {
    en: en === '' ? label : `${label}: ${en}`,
    ja: ja === '' ? label : `${label}: ${ja}`,
  }
}

/** How much a line or a value asks for attention. */
/** Between a heading and what it says. */
export const colon: Words = { en: ': ', ja: '：' }

export type Severity = 'fine' | 'notice' | 'warning' | 'failure'
