import { summaryFacts } from '../log/formats/summary-text'
import { rungTitles } from '../modem/rung-words'
import { colon, type Language } from '../words'
import type { Story, ToldLine } from './story'
import { attemptText, failureText, lineText, seconds, titles, verdict, warnedText } from './words'

export interface SectionLine {
  readonly text: string
  /** The number of the row of the log that it shows. */
  readonly row?: number
}

/** A part of the story: a heading, and lines that may have lines below them. */
export interface Section {
  readonly title: string
  readonly items: readonly (SectionLine & { readonly below?: readonly SectionLine[] })[]
}

/** The story in the order a person reads it; empty parts are left out. */
export function sectionsOf(story: Story, language: Language): Section[] {
  const { startMs, failure, causes } = story
  const title = (name: keyof typeof titles) => titles[name][language]
  const line = (told: ToldLine, before = '') => ({
    text: `${before}${lineText(told, language, startMs)}`,
    row: told.id,
  })
  const sections: Section[] = [
    {
      title: title('story'),
      items: [
        { text: verdict(story)[language] },
        ...summaryFacts(story.summary, language).map(([head, text]) => ({
          text: `${head}${colon[language]}${text}`,
        })),
      ],
    },
    {
      title: title('attempts'),
      items: [
        ...story.attempts.map((attempt) => ({
          text: attemptText(attempt, language),
          row: attempt.line.id,
        })),
        ...(story.moreAttempts > 0 ? [{ text: `… +${story.moreAttempts}` }] : []),
      ],
    },
    {
      title: title('inOrder'),
      // One alone is told below, with the lines before it.
      items: (story.failures.length > 1 ? story.failures : []).map((one) => ({
        text: failureText(one, language, startMs),
        row: one.line.id,
      })),
    },
    {
      title: title(failure?.overcome ? 'overcome' : failure?.later ? 'stopper' : 'failure'),
      items: (failure?.lines ?? []).map((told) => line(told)),
    },
    {
      title: title('causes'),
      items: causes.map((cause) => ({
        text: cause.words[language],
        below: [
          ...cause.evidence.map((told) => line(told, `${title('seen')}${colon[language]}`)),
          // What a line that is shown says already is no advice beside it.
          ...cause.tries
            .filter(({ en }) => !cause.evidence.some(({ words }) => words?.en === en))
            .slice(0, 3)
            .map((words) => ({ text: `${title('tries')}${colon[language]}${words[language]}` })),
        ],
      })),
    },
    {
      title: title('warnings'),
      items: story.summary.warned.map((warned) => ({ text: warnedText(warned, language) })),
    },
    {
      title: title('missing'),
      items: story.missing.map(({ words, line: told }) => ({
        text: words[language],
        ...(told ? { row: told.id } : {}),
      })),
    },
    {
      // Where a failure stays without a cause, nobody knows that it is not this.
      title: title(failure && !failure.overcome && causes.length === 0 ? 'oddPerhaps' : 'odd'),
      items: story.oddities.map(({ words, first }) => ({
        text: words[language],
        below: [line(first)],
      })),
    },
    {
      title: title('phases'),
      items: story.phases.map(({ rung, tookMs }) => ({
        text: `${rungTitles[rung][language]}${colon[language]}${seconds(tookMs, language)}`,
      })),
    },
  ]
  return sections.filter(({ items }) => items.length > 0)
}
