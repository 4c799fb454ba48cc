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

/** Two texts on one line; what begins on a line of its own has no blank before it, and Japanese none after 。 and ：. */
export function joined(language: Language, one: string, two: string): string {
  const close = two.startsWith('\n') || (language === 'ja' && /[。：]$/.test(one))
  return `${one}${close ? '' : ' '}${two}`.trim()
}

/** One sentence after the other. */
export const twoSentences = (one: Words, two: Words): Words => ({
  en: joined('en', one.en, two.en),
  ja: joined('ja', one.ja, two.ja),
})

/** A noun before a Japanese particle or verb: a blank stands behind Latin letters and digits alone. */
export const spaced = (noun: string): string => (/[A-Za-z0-9]$/.test(noun) ? `${noun} ` : noun)

/** `label: detail`, or the label alone; a line that was seen stands as it is. */
export function labelled(label: string, detail: SeenLine = quoted('')): Words {
  const { en, ja } = wordsOf(detail)
  return {
    en: en === '' ? label : `${label}: ${en}`,
    ja: ja === '' ? label : `${label}${typeof detail === 'string' ? ': ' : '：'}${ja}`,
  }
}

/** Between a heading and what it says. */
export const colon: Words = { en: ': ', ja: '：' }

/** How much a line or a value asks for attention. */
export type Severity = 'fine' | 'notice' | 'warning' | 'failure'
