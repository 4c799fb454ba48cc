import type { Handlers } from '@contract'
import type { storyCalls } from '@contract/story'
import type { LogParts } from '@bench/log/log-parts'

/** The calls for what happened in a log, and what sets two apart. */
export function storyHandlersOf({
  logs,
}: Pick<LogParts, 'logs'>): Pick<Handlers, keyof typeof storyCalls> {
  return {
    'log.story': ({ opened, ...how }) => logs.stories({ opened, ...how }),
    'log.compare': ({ good, bad, ...how }) => logs.compare({ good, bad, ...how }),
  }
}
