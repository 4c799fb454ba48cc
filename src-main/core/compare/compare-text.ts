import { escapedText } from '../log/formats/markdown'
import type { ToldLine } from '../story/story'
import { lineText } from '../story/words'
import type { Language, Words } from '../words'
import type { Comparison, Difference } from './difference'

export const compareFormats = ['text', 'markdown', 'jsonl'] as const
export type CompareFormat = (typeof compareFormats)[number]

const titles = {
  none: {
    en: 'No difference that matters: both runs did the same, with the same results.',
    ja: '意味のある違いはありません。どちらも同じ手順で同じ結果です。',
  },
  apart: {
    en: 'The logs have no step in common: they are of different runs.',
    ja: '共通する手順がありません。別の作業のログです。',
  },
  first: { en: 'The first difference that matters', ja: '最初の意味のある違い' },
  others: { en: 'Others, the weightiest first', ja: 'その他の違い（影響の大きい順）' },
  good: { en: 'good', ja: '正常' },
  bad: { en: 'bad', ja: '異常' },
  nothing: { en: '(nothing)', ja: '（なし）' },
  cause: { en: 'What it means', ja: '意味' },
} as const satisfies { readonly [name: string]: Words }

/** Where each log began, so that times are told from there. */
export interface Starts {
  readonly good: number | undefined
  readonly bad: number | undefined
}

const mostOthers = 20

export function writeComparison(
  { first, others, common }: Comparison,
  format: CompareFormat,
  { language, starts }: { readonly language: Language; readonly starts: Starts },
): string {
  if (format === 'jsonl')
    return [first, ...others].flatMap((one) => (one ? [`${JSON.stringify(one)}\n`] : [])).join('')
  const say = (name: keyof typeof titles) => titles[name][language]
  const plain = format === 'text'
  const head = (text: string) => (plain ? text : `## ${text}\n`)
  const item = (difference: Difference) =>
    lines(difference, language, starts).map((line) =>
      plain ? `  ${line}` : `- ${escapedText(line)}`,
    )
  if (!first) return `${common === 0 ? say('apart') : say('none')}\n`
  const rest = others.slice(0, mostOthers).flatMap((difference) => [...item(difference), ''])
  return [
    head(say('first')),
    ...item(first),
    '',
    ...(rest.length > 0 ? [head(say('others')), ...rest] : []),
  ].join('\n')
}

function lines(difference: Difference, language: Language, starts: Starts): string[] {
  const { words, cause, good, bad } = difference
  const side = (name: 'good' | 'bad', told: readonly ToldLine[]) => {
    const start = starts[name]
    const shown =
      told.length === 0
        ? [titles.nothing[language]]
        : told.slice(0, 4).map((line) => lineText(line, language, start))
    return shown.map((line) => `${titles[name][language]}: ${line}`)
  }
  return [
    words[language],
    ...side('good', good),
    ...side('bad', bad),
    ...(cause ? [`${titles.cause[language]}: ${cause[language]}`] : []),
  ]
}
