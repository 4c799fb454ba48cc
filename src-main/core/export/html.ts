import { rungTitles } from '../modem/rung-words'
import { StoryReader } from '../story/story-reader'
import { sequenceStyle } from '../story/sequence-svg'
import { storyHtml } from '../story/story-writer'
import type { Language } from '../words'
import type { SlotSummary } from '../log/slot-summary'
import { SummaryReader } from '../log/summary'
import { Timeline } from '../log/timeline'
import type { FactValue } from '../at/knowledge'
import type { LogRow } from '../log/row'
import { contentHash } from '../log/formats/content-hash'
import { harmless } from '../log/formats/harmless'
import { script, style } from '../log/formats/html-page'
import { isOurs, meaningOf, shownText } from '../log/formats/shown'
import { nameOf, summaryFacts } from '../log/formats/summary-text'
import { slotGroups, stateWords } from '../log/formats/words'
import { headings } from '../log/formats/words'
import { elapsed, timeOfDay } from '../log/formats/time'
import type { LogWriter, WriterOptions } from '../log/formats/writer'
import { groups, labels, severities } from '../log/formats/words'

const arrows = { tx: '→', rx: '←', note: '' } as const

/** One page that holds everything: summary and timeline on top (they are written last, when they are known), then the rows. */
export function htmlWriter(options: WriterOptions): LogWriter {
  const summary = new SummaryReader()
  const timeline = new Timeline()
  const story = new StoryReader()
  const { language } = options
  let count = 0
  let timed = false
  return {
    head: () => head(options),
    row(row) {
      summary.take(row)
      story.take(row)
      const id = count++
      if (id === 0) timed = row.timed !== 'none'
      if (!timed || row.timed !== 'none')
        timeline.add(timed ? row.atMs : id, row.explanation?.severity ?? 'fine', id)
      return rowHtml(row, id, options)
    },
    end() {
      const cards = summary.summary.map((slot) => card(slot, options)).join('')
      const { stories } = story
      const told = stories.map((one) => storyHtml(one, language, stories.length > 1)).join('')
      return `</main>\n<section class="summary" aria-label="${headings.summary[language]}">${cards}${told}</section>\n${timelineHtml(timeline, timed, language)}\n<script>${script}</script>\n</body></html>\n`
    },
  }
}

function head({ language, title = 'Modem log', slots }: WriterOptions): string {
  const styles = style + sequenceStyle
  const policy = `default-src 'none'; style-src ${contentHash(styles)}; script-src ${contentHash(script)}`
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${safe(title)}</title><style>${styles}</style></head><body>
<header><h1>${safe(title)}</h1></header>
${filters(language, slots ?? false)}
<main>
`
}

function filters(language: Language, slots: boolean): string {
  const find = labels.find[language]
  const all = slots ? [...groups, ...slotGroups] : groups
  const boxes = all.map(
    ([kind, words, on]) =>
      `<label><input type="checkbox" value="${kind}"${on ? ' checked' : ''}> ${words[language]}</label>`,
  )
  const choices = severities.map(
    ([value, words]) => `<option value="${value}">${words[language]}</option>`,
  )
  return `<nav class="filters"><input type="search" placeholder="${find}" aria-label="${find}"><output></output>${boxes.join('')}<select aria-label="${labels.severity[language]}">${choices.join('')}</select></nav>`
}

function rowHtml(
  row: LogRow,
  id: number,
  { language, utcOffsetMin, slots }: WriterOptions,
): string {
  const severity = row.explanation?.severity ?? 'fine'
  const own = isOurs(row)
  const meaning = meaningOf(row, language)
  const line = own && meaning !== '' ? '' : row.dir === 'note' ? row.text : shownText(row)
  const slot = slots ? `${row.slot.toUpperCase()} ` : ''
  const hover = hoverText(row)
  return `<div id="r${id}" class="r ${row.kind} ${row.dir} ${row.slot} ${severity}"${hover === '' ? '' : ` title="${safe(hover)}"`}><time>${timeOfDay(row, utcOffsetMin) ?? ''}</time><i>${slot}${arrows[row.dir]}</i><code>${safe(line)}</code><span>${safe(meaning)}</span></div>\n`
}

/** Name, place in the standard, and each value under its name in the standard. */
function hoverText({ explanation, command, kind, hex }: LogRow): string {
  if (!explanation) return ''
  const { name, spec, facts } = explanation
  const lines = [spec === undefined ? name : `${name} (${spec})`]
  if (command !== undefined && kind !== 'echo') lines.push(`↳ ${command}`)
  for (const [key, value] of Object.entries(facts))
    if (value !== undefined) lines.push(`${key}: ${factText(value)}`)
  if (hex !== undefined) lines.push(hex.slice(0, 400))
  return lines.slice(0, 24).join('\n')
}

function factText(value: FactValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value).slice(0, 200)
}

function card(slot: SlotSummary, { language, slots }: WriterOptions): string {
  const name = slots || slot.unit !== undefined ? ` ${nameOf(slot)}` : ''
  const pairs = summaryFacts(slot, language).map(
    ([head, text]) => `<dt>${safe(head)}</dt><dd>${safe(text)}</dd>`,
  )
  const ladder = slot.stages.map((stage) => {
    const told = [stateWords[stage.state][language], stage.line, stage.words?.[language]]
    const hover = told.filter((part) => part).join('\n')
    return `<li class="${stage.state}" title="${safe(hover)}">${rungTitles[stage.id][language]}</li>`
  })
  return `<div class="card"><h2>${headings.summary[language]}${name}</h2><dl>${pairs.join('')}</dl><ol class="ladder">${ladder.join('')}</ol></div>`
}

const order = ['fine', 'notice', 'warning', 'failure'] as const

function timelineHtml(timeline: Timeline, timed: boolean, language: Language): string {
  const { buckets, origin, width } = timeline
  if (buckets.length === 0) return ''
  const highest = Math.max(...buckets.map((one) => (one ? total(one.counts) : 0)))
  const label = (index: number) =>
    timed ? elapsed(index * width) : `${labels.row[language]} ${origin + index * width}`
  const bars = buckets.flatMap((bucket, index) => {
    if (!bucket) return []
    let top = 100
    const parts = order.flatMap((severity) => {
      const count = bucket.counts[severity]
      // What needs attention must be seen even as one line among thousands.
      const height =
        count === 0 ? 0 : Math.max(severity === 'fine' ? 1 : 12, (80 * count) / highest)
      top -= height
      return count === 0
        ? []
        : [
            `<rect class="${severity}" x="${index}" y="${top.toFixed(1)}" width=".9" height="${height.toFixed(1)}"/>`,
          ]
    })
    const counts = order.map((severity) => `${severity} ${bucket.counts[severity]}`).join(', ')
    return `<a href="#r${bucket.firstRow}"><title>${label(index)}: ${counts}</title>${parts.join('')}</a>`
  })
  return `<section class="timeline" aria-label="${labels.timeline[language]}"><svg viewBox="0 0 ${buckets.length} 100" preserveAspectRatio="none">${bars.join('')}</svg><div class="ends"><span>${label(0)}</span><span>${label(buckets.length)}</span></div></section>`
}

function total(counts: { readonly [severity: string]: number }): number {
  return order.reduce((sum, severity) => sum + (counts[severity] ?? 0), 0)
}

function safe(text: string): string {
  return harmless(text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, '\ufffd'))
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
