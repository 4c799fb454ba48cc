import { harmless, harmlessJson } from '../log/formats/harmless'
import { escapedText } from '../log/formats/markdown-text'
import type { Section, SectionLine } from '../story/sections'
import type { ToldLine } from '../story/story'
import { lineText } from '../story/words'
import { colon, type Language } from '../words'
import type { Comparison, Difference } from './difference'
import { titles } from './words'

export const compareFormats = ['text', 'markdown', 'jsonl'] as const
export type CompareFormat = (typeof compareFormats)[number]

/** Where each log began, so that times are told from there. */
export interface Starts {
  readonly good: number | undefined
  readonly bad: number | undefined
}

const mostOthers = 20

export function writeComparison(
  comparison: Comparison,
  format: CompareFormat,
  { language, starts }: { readonly language: Language; readonly starts: Starts },
): string {
  if (format === 'jsonl')
    return [comparison.first, ...comparison.others]
      .flatMap((one) => (one ? [`${harmlessJson(one)}\n`] : []))
      .join('')
  const plain = format === 'text'
  const { said, sections } = comparisonSections(comparison, language, starts)
  if (said !== undefined) return `${said}\n`
  const text = sections
    .map(({ title, items }) =>
      [
        plain ? title : `## ${title}\n`,
        ...items.flatMap(({ text, below = [] }) => [
          ...[text, ...below.map((line) => line.text)].map((line) =>
            plain ? `  ${line}` : `- ${escapedText(line)}`,
          ),
          '',
        ]),
      ].join('\n'),
    )
    .join('\n')
  return harmless(text)
}

/** The differences under headings, each with the lines of both logs; `said` instead where nothing sets them apart. */
export function comparisonSections(
  { first, others, common }: Comparison,
  language: Language,
  starts: Starts,
): { readonly said?: string; readonly sections: readonly Section[] } {
  const say = (name: keyof typeof titles) => titles[name][language]
  if (!first) return { said: common === 0 ? say('apart') : say('none'), sections: [] }
  const item = (difference: Difference) => itemOf(difference, language, starts)
  const sections = [
    { title: say('first'), items: [item(first)] },
    { title: say('others'), items: others.slice(0, mostOthers).map(item) },
  ]
  return { sections: sections.filter(({ items }) => items.length > 0) }
}

function itemOf(
  { words, cause, good, bad }: Difference,
  language: Language,
  starts: Starts,
): Section['items'][number] {
  const side = (name: 'good' | 'bad', told: readonly ToldLine[]): SectionLine[] => {
    const before = `${titles[name][language]}${colon[language]}`
    if (told.length === 0) return [{ text: `${before}${titles.nothing[language]}` }]
    return told.slice(0, 4).map((line) => ({
      text: `${before}${lineText(line, language, starts[name])}`,
      ...(name === 'bad' ? { row: line.id } : {}),
    }))
  }
  return {
    text: words[language],
    below: [
      ...side('good', good),
      ...side('bad', bad),
      ...(cause ? [{ text: `${titles.cause[language]}${colon[language]}${cause[language]}` }] : []),
    ],
  }
}
