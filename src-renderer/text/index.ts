import { computed, type ComputedRef } from 'vue'
import { createI18n } from 'vue-i18n'
import type { Language, Words } from '@contract'
import { en, ja } from './all'
import type { PathsOf } from './shape'

export type TextKey = PathsOf<typeof en>
type Values = Record<string, string | number>

export const i18n = createI18n({
  legacy: false,
  locale: 'en',
  fallbackLocale: 'en',
  messages: { en, ja },
  // Sentences are drawn as text, never as HTML: `rsrp<-110` is no tag.
  warnHtmlMessage: false,
})

/** The language a choice stands for on this computer. */
export function languageFor(choice: 'auto' | Language, browser = navigator.language): Language {
  if (choice !== 'auto') return choice
  return browser.toLowerCase().startsWith('ja') ? 'ja' : 'en'
}

export function setLanguage(language: Language): void {
  i18n.global.locale.value = language
  document.documentElement.lang = language
}

export const language = computed<Language>(() => (i18n.global.locale.value === 'ja' ? 'ja' : 'en'))

/** Any number that is not one. */
const many = 2

/** Sentences without values, by language: each is looked up by its path and put together once, not at each drawing of a row. */
const plain = { en: new Map<TextKey, string>(), ja: new Map<TextKey, string>() }

export function t(key: TextKey, values?: Values): string {
  // English has a form for one: `{n} line | {n} lines`.
  if (values) return i18n.global.t(key, values, Number(values['n']) === 1 ? 1 : many)
  const known = plain[language.value]
  let sentence = known.get(key)
  if (sentence === undefined) {
    sentence = i18n.global.t(key)
    known.set(key, sentence)
  }
  return sentence
}

export function say(words: Words): string {
  return words[language.value]
}

/** A line as it was seen, or a sentence about it. */
export function seen(line: string | Words): string {
  return typeof line === 'string' ? line : say(line)
}

/** The window's own sentences (`t`) and the bilingual ones that come from the host (`say`), in the reader's language. */
export function useText(): {
  t: typeof t
  say: typeof say
  seen: typeof seen
  language: ComputedRef<Language>
} {
  return { t, say, seen, language }
}
