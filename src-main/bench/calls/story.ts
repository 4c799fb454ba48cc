import type { Handlers, LogRow, Parsed, ToldComparison, ToldStory } from '@contract'
import type { storyCalls } from '@contract/story'
import { comparisonSections } from '@core/compare/compare-text'
import { compare } from '@core/compare/difference'
import { LogSteps } from '@core/compare/log-steps'
import type { Language } from '@core/words'
import { arrowText } from '@core/story/mermaid'
import { sectionsOf } from '@core/story/sections'
import type { Story } from '@core/story/story'
import { StoryReader } from '@core/story/story-reader'
import { parties, verdict } from '@core/story/words'
import { sleep } from '@core/wait'
import { learn, redactorOf } from '@bench/log/export'
import { liveSource, openedSource, type LogParts } from '@bench/log/export-source'

/** So many rows are read before others have their turn. */
const rowsAtOnce = 1000

/** The calls for what happened in a log, and what sets two apart. */
export function storyHandlersOf(bench: LogParts): Pick<Handlers, keyof typeof storyCalls> {
  return {
    'log.story': (input) => stories(bench, input),
    'log.compare': (input) => comparison(bench, input),
  }
}

async function stories(
  bench: LogParts,
  { opened, language, redact }: Parsed<'log.story'>,
): Promise<readonly ToldStory[]> {
  const reader = new StoryReader()
  const redactor = redact ? redactorOf(bench) : undefined
  if (redact) await learn(bench, { rows: () => rowsOf(bench, opened) })
  for await (const row of rowsOf(bench, opened)) reader.take(redactor ? redactor.row(row) : row)
  return reader.stories.map((story) => told(story, language))
}

async function comparison(
  bench: LogParts,
  { good, bad, language, redact }: Parsed<'log.compare'>,
): Promise<ToldComparison> {
  // One for both: the same value has the same name in either log.
  const redactor = redact ? redactorOf(bench) : undefined
  if (redact) for (const log of [good, bad]) await learn(bench, { rows: () => rowsOf(bench, log) })
  const stepsOf = async (opened: string | undefined) => {
    const steps = new LogSteps()
    for await (const row of rowsOf(bench, opened))
      steps.take(row, redactor ? redactor.row(row) : row)
    return steps
  }
  const [left, right] = [await stepsOf(good), await stepsOf(bad)]
  const starts = { good: left.startMs, bad: right.startMs }
  return comparisonSections(compare(left.end(), right.end()), language, starts)
}

async function* rowsOf(bench: LogParts, opened: string | undefined): AsyncGenerator<LogRow> {
  const source =
    opened === undefined ? liveSource(bench, ['a', 'b']) : await openedSource(bench, opened)
  let count = 0
  for await (const row of source.rows()) {
    yield row
    if (++count % rowsAtOnce === 0) await sleep(bench.environment.clock, 0)
  }
}

function told(story: Story, language: Language): ToldStory {
  const { summary, arrows, startMs } = story
  const { stopped } = summary
  return {
    slot: summary.slot,
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
