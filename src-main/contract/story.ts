import { z } from 'zod'
import type { Section } from '@core/story/sections'
import type { Party, StoryArrow } from '@core/story/story'
import type { SlotName } from '@core/modem/slot-names'
import { call } from './call'
import { logId } from './logs'
import { language } from './schema'

/** One message of the picture, and what stands at it. */
export interface ToldArrow {
  readonly from: Party
  readonly to: Party
  readonly label: string
  readonly state: StoryArrow['state']
}

/** What happened in the log of one modem, in words of one language. */
export interface ToldStory {
  readonly slot: SlotName
  /** Which modem, where a log tells of several in one slot: its heading, or a number. */
  readonly unit?: string
  /** The outcome in a sentence. */
  readonly verdict: string
  /** `notice`: the log does not show how it ended. */
  readonly state: 'fine' | 'failure' | 'notice'
  readonly sections: readonly Section[]
  readonly arrows: readonly ToldArrow[]
  readonly moreArrows: number
  readonly parties: { readonly [party in Party]: string }
}

/** What sets a run apart from one that worked. */
export interface ToldComparison {
  /** Instead of differences: none matter, or the logs are of different runs. */
  readonly said?: string
  readonly sections: readonly Section[]
}

const telling = {
  language,
  /** Hide what names a modem, a card or a person, and passwords. */
  redact: z.boolean(),
}

export const storyCalls = {
  /** The story of each modem of an opened log, or of the live one. */
  'log.story': call<readonly ToldStory[]>()(z.object({ opened: logId.optional(), ...telling })),
  /** Two logs, each an opened one or, without a name, the live one. Rows are those of `bad`. */
  'log.compare': call<ToldComparison>()(
    z.object({ good: logId.optional(), bad: logId.optional(), ...telling }),
  ),
} as const
