import type { Handlers, Parsed, ToldComparison, ToldStory } from '@contract'
import type { storyCalls } from '@contract/story'
import { compared } from '@bench/log/desk/desk-work'
import type { TakenSteps } from '@bench/log/desk/desk-calls'
import { liveSource, type LogParts } from '@bench/log/export-source'
import { stepsOf, storiesOf } from '@bench/log/telling'

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
  if (opened !== undefined) return bench.logs.stories({ id: opened, language, redact })
  const { masking } = bench
  const { clock } = bench.environment
  const live = liveSource(bench, ['a', 'b'])
  if (redact) await masking.learn(live.rows())
  return storiesOf(live.rows(), redact ? masking.redactor() : undefined, language, clock)
}

/** The live log is read here, opened ones where they are: what is hidden in one of them is known in the other before either is told. */
async function comparison(
  bench: LogParts,
  { good, bad, language, redact }: Parsed<'log.compare'>,
): Promise<ToldComparison> {
  const telling = { language, redact }
  if (good !== undefined && bad !== undefined) return bench.logs.compare({ good, bad, ...telling })
  const opened = good ?? bad
  const live = await liveSteps(bench, opened, redact)
  return opened === undefined
    ? compared(live, live, language)
    : bench.logs.compare({ good: good ?? live, bad: bad ?? live, ...telling })
}

async function liveSteps(
  bench: LogParts,
  opened: string | undefined,
  redact: boolean,
): Promise<TakenSteps> {
  const { masking, environment } = bench
  const live = liveSource(bench, ['a', 'b'])
  if (redact) await masking.learn(live.rows())
  if (redact && opened !== undefined) await bench.logs.look({ id: opened, places: {} })
  return stepsOf(live.rows(), redact ? masking.redactor() : undefined, environment.clock)
}
