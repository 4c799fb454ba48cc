import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { knowledge } from '@catalog/decoders'
import { LogImport } from '@core/log/import/log-import'
import type { Story } from '@core/story/story'
import { StoryReader } from '@core/story/story-reader'

const shapes = fileURLToPath(new URL('../log/shapes/wild/', import.meta.url))

/** The story of a log of the corpus, by the name of its file. */
export const storyOf = (name: string): Story => told(readFileSync(`${shapes}${name}.txt`, 'utf8'))

/** Those of all modems of which it tells. */
export const storiesOf = (name: string): readonly Story[] =>
  allTold(readFileSync(`${shapes}${name}.txt`, 'utf8'))

export function told(text: string): Story {
  const [story] = allTold(text)
  if (!story) throw new Error('no story')
  return story
}

export function allTold(text: string): readonly Story[] {
  const log = new LogImport({ knowledge })
  const reader = new StoryReader()
  for (const row of [...log.push(text), ...log.end()]) reader.take(row)
  return reader.stories
}

/** The sentences that say that the log gives no verdict. */
export const unknownEnd = (rung: string): string =>
  `It came as far as: ${rung}. The log does not show how that ended.`
/** The record ends within one of many tries. */
export const cutWithin = (rung: string): string =>
  `It stopped at: ${rung}. The log ends within the last try; the one before had failed.`
export const unansweredAll =
  'No answer to a command is in this log: the modem did not answer, or only what was sent was recorded.'
export const refused =
  'A command was refused; no step of a connection failed, and none came up in this log.'
export const nothingFailed = 'No step that was tried failed, and no connection came up in this log.'
export const noExchange =
  'No exchange with a modem is in this log: it tells nothing of a connection.'
