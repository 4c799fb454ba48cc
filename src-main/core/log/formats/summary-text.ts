import { rungTitles } from '../../modem/rung-words'
import { colon, type Language } from '../../words'
import type { LogRow } from '../row'
import type { SlotSummary, Stage } from '../slot-summary'
import { code, escapedText } from './markdown-text'
import { isoTime } from './time'
import { countsOf, headings, stateWords } from './words'

type Heading =
  | 'summary'
  | 'modem'
  | 'sim'
  | 'operator'
  | 'apn'
  | 'attempted'
  | 'stopped'
  | 'why'
  | 'lines'
  | 'time'
  | 'nowhere'
  | 'unserved'
  | 'untried'
  | 'asleep'
  | 'failed'
  | 'stayed'
  | 'unasked'
  | 'unknown'
  | 'unnumbered'

/** The summary as pairs of a heading and what stands behind it; the ladder is told apart. */
export function summaryFacts(slot: SlotSummary, language: Language): [string, string][] {
  const say = (heading: Heading) => headings[heading][language]
  const { stopped, counts } = slot
  const tried = slot.stages.filter(({ state }) => state !== 'idle')
  const facts: [string, string][] = [
    [
      say('modem'),
      [slot.modem, slot.imei].filter((part) => part !== '').join(', ') || say('unknown'),
    ],
    [
      say('sim'),
      simText(slot, language) ||
        say(tried.some(({ id }) => id === 'sim') ? 'unnumbered' : 'unknown'),
    ],
    [say('operator'), slot.operator?.[language] ?? say('unknown')],
    ...(slot.apn === '' ? [] : [[say('apn'), slot.apn] satisfies [string, string]]),
    [say('attempted'), tried.map(({ id }) => rungTitles[id][language]).join(' → ') || '–'],
    [say('stopped'), stopped ? stageText(stopped, language) : say(nowhereOf(slot))],
    ...(stopped?.words
      ? [[say('why'), whyText(stopped, language)] satisfies [string, string]]
      : []),
    ...(slot.failed
      ? [[say(failedHeading(slot)), whyText(slot.failed, language)] satisfies [string, string]]
      : []),
    [say('lines'), countsOf(counts)[language]],
  ]
  const [first, last] = slot.period ?? []
  if (first && last && dated(first) && dated(last))
    facts.push([say('time'), `${isoTime(first)} – ${isoTime(last)}`])
  return facts
}

function failedHeading({ failed, later }: SlotSummary): Heading {
  if (failed?.unasked) return 'unasked'
  return later ? 'stayed' : 'failed'
}

function nowhereOf({ unserved, asleep, connected }: SlotSummary): Heading {
  if (unserved) return 'unserved'
  if (asleep) return 'asleep'
  return connected ? 'nowhere' : 'untried'
}

function simText({ sim }: SlotSummary, language: Language): string {
  return sim
    .map(({ line, words }) => [line, words?.[language]].filter((part) => part).join(' — '))
    .join(' ')
}

function stageText(stage: Stage, language: Language): string {
  const [title, state] = [rungTitles[stage.id][language], stateWords[stage.state][language]]
  return language === 'en' ? `${title} (${state})` : `${title}（${state}）`
}

function whyText(stage: Pick<Stage, 'line' | 'words'>, language: Language): string {
  return [stage.line, stage.words?.[language]].filter((part) => part).join(' — ')
}

/** It says its day, with or without its zone. */
const dated = ({ timed, atMs }: LogRow) => (timed === undefined || timed === 'date') && atMs > 1e11

/** The letter of the slot, or the modem's name in the log. */
export const nameOf = ({ slot, unit }: Pick<SlotSummary, 'slot' | 'unit'>): string =>
  unit ?? slot.toUpperCase()

export function summaryMarkdown(slots: readonly SlotSummary[], language: Language): string {
  const parts = slots.map((slot) => {
    const lines = summaryFacts(slot, language).map(
      ([head, text]) => `- ${head}${colon[language]}${escapedText(text)}`,
    )
    const ladder = slot.stages
      .filter(({ state }) => state !== 'idle')
      .map((stage) => {
        const line = stage.line === undefined ? '' : `, ${code(stage.line)}`
        return `  - ${rungTitles[stage.id][language]}${colon[language]}${stateWords[stage.state][language]}${line}`
      })
    const title = slots.length > 1 ? ` ${nameOf(slot)}` : ''
    return [`## ${headings.summary[language]}${title}`, '', ...lines, ...ladder, ''].join('\n')
  })
  return parts.join('\n')
}
