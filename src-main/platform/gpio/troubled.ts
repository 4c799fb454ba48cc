import { errorWords } from '@core/fault'
import type { AdapterInfo } from '@core/ports/gpio-adapter'
import { quoted } from '@core/words'
import { hidFault } from './hid-fault'

/** Something that is there and cannot be used, with why and what to do. */
export function troubled(kind: string, title: string, error: unknown): AdapterInfo {
  const fault = hidFault(error, title)
  const { en, ja } = errorWords(fault)
  const tips = fault.row.tries
  const joined = (text: string, language: 'en' | 'ja') =>
    [text, ...tips.map((tip) => tip[language])].join(language === 'en' ? ' ' : '')
  return {
    id: kind,
    kind,
    title: quoted(title),
    note: { en: joined(en, 'en'), ja: joined(ja, 'ja') },
  }
}
