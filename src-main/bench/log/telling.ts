import type { LogRow, ToldStory } from '@contract'
import { LogSteps } from '@core/compare/log-steps'
import type { Redactor } from '@core/log/redact'
import type { Language } from '@core/words'
import { arrowText } from '@core/story/mermaid'
import { sectionsOf } from '@core/story/sections'
import type { Story } from '@core/story/story'
import { StoryReader } from '@core/story/story-reader'
import { parties, verdict } from '@core/story/words'
import { breathing } from '@bench/breath'
import type { Clock } from '@core/ports/clock'

export type Rows = AsyncIterable<LogRow> | Iterable<LogRow>

/** The story of each modem of a log. */
export async function storiesOf(
  rows: Rows,
  redactor: Redactor | undefined,
  language: Language,
  clock: Clock,
): Promise<readonly ToldStory[]> {
  const reader = new StoryReader()
  for await (const row of breathing(rows, clock)) reader.take(redactor ? redactor.row(row) : row)
  return reader.stories.map((story) => told(story, language))
}

/** The steps of a log, to be compared with those of another. */
export async function stepsOf(
  rows: Rows,
  redactor: Redactor | undefined,
  clock: Clock,
): Promise<{ readonly steps: ReturnType<LogSteps['end']>; readonly startMs: number | undefined }> {
  const steps = new LogSteps()
  for await (const row of breathing(rows, clock))
    steps.take(row, redactor ? redactor.row(row) : row)
  return { steps: steps.end(), startMs: steps.startMs }
}

function told(story: Story, language: Language): ToldStory {
  const { summary, arrows, startMs } = story
  const { stopped } = summary
  return {
    slot: summary.slot,
    ...(summary.unit === undefined ? {} : { unit: summary.unit }),
    verdict: verdict(story)[language],
    state:
      stopped?.state === 'failure' ? 'failure' : summary.connected && !stopped ? 'fine' : 'notice',
    // The verdict stands above them.
    sections: sectionsOf(story, language).map((section, at) =>
      at === 0 ? { ...section, items: section.items.slice(1) } : section,
    ),
    arrows: arrows.map((arrow) => {
      const { from, to, state } = arrow
      return { from, to, state, label: arrowText(arrow, startMs) }
    }),
    moreArrows: story.moreArrows,
    parties: {
      host: parties.host[language],
      modem: summary.modem === '' ? parties.modem[language] : summary.modem,
      network: parties.network[language],
    },
  }
}
