import { harmless } from '../log/formats/harmless'
import { isoOf } from '../log/formats/time'
import type { Language } from '../words'
import { escaped, pageStyle } from '../page'
import { chartOf } from './report-chart'
import {
  reportModel,
  type Cell,
  type ReportModel,
  type ReportOptions,
  type Section,
} from './report-model'
import { reportWords } from './report-words'
import type { Tally } from './tally'

export type ReportFormat = 'html' | 'markdown' | 'csv'

export interface ReportFile {
  readonly name: string
  readonly mime: string
  readonly text: string
  readonly masked: { readonly [kind: string]: number }
}

/** What the files of a run are called, without their ending. */
const stemOf = (tally: Tally) =>
  `soak-${tally.plan?.name ?? 'run'}-${isoOf(tally.startedMs).slice(0, 10)}`

/** The page with the log beside a report. */
export const logNameOf = (tally: Tally): string => `${stemOf(tally)}-log.html`

/** The report of a run, complete or as far as it got. CSV has every upload, one a row. */
export function soakReport(
  tally: Tally,
  options: ReportOptions & { readonly format: ReportFormat },
): ReportFile {
  const name = stemOf(tally)
  const model = reportModel(tally, options)
  switch (options.format) {
    case 'html':
      return {
        name: `${name}.html`,
        mime: 'text/html',
        text: harmless(html(model, tally, options)),
        masked: options.redactor.masked,
      }
    case 'markdown':
      return {
        name: `${name}.md`,
        mime: 'text/markdown',
        text: harmless(markdown(model, options)),
        masked: options.redactor.masked,
      }
    case 'csv':
      return {
        name: `${name}.csv`,
        mime: 'text/csv',
        text: harmless(csv(tally, options)),
        masked: options.redactor.masked,
      }
  }
}

function markdown(model: ReportModel, { language }: { language: Language }): string {
  const plain = (text: string) => text.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ')
  const cell = (of: Cell) =>
    typeof of === 'string' ? plain(of) : `[${plain(of.text)}](${of.href})`
  const line = (cells: readonly Cell[]) => `| ${cells.map(cell).join(' | ')} |`
  const part = ({ title, head, rows }: Section) => {
    const wide = head.length > 0 ? head : ['', '']
    const body =
      rows.length === 0
        ? [reportWords.none[language]]
        : [line(wide), line(wide.map(() => '---')), ...rows.map(line)]
    return [`## ${title}`, '', ...body].join('\n')
  }
  return [`# ${model.title}`, `**${model.verdict.text}**`, ...model.sections.map(part), ''].join(
    '\n\n',
  )
}

function csv(tally: Tally, { utcOffsetMin, redactor }: ReportOptions): string {
  const quoted = (value: string | number | null) => {
    // A spreadsheet would take a text that begins like a formula for one.
    const text = String(value ?? '').replace(/^(?=[=+@])/, "'")
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const head = [
    'n',
    'measured',
    'sent',
    'delay_ms',
    'slot',
    'latency_ms',
    'status',
    'own_address',
    'seen_as',
    'value',
  ]
  const sent = tally.sent.map((row) => [
    row.n,
    isoOf(row.dueMs, utcOffsetMin),
    isoOf(row.ms, utcOffsetMin),
    row.ms - row.dueMs,
    row.slot,
    Math.round(row.latencyMs),
    row.status,
    row.own,
    row.seenAs,
    redactor.text(row.value),
  ])
  const left = [...tally.due].map(([n, { ms, value }]) => [
    n,
    isoOf(ms, utcOffsetMin),
    ...['', '', '', '', '', '', ''],
    redactor.text(value),
  ])
  return [head, ...sent, ...left].map((row) => row.map(quoted).join(',')).join('\r\n') + '\r\n'
}

function html(
  model: ReportModel,
  tally: Tally,
  { language, utcOffsetMin }: { language: Language; utcOffsetMin: number },
): string {
  const shown = (of: Cell) =>
    typeof of === 'string' ? escaped(of) : `<a href="${escaped(of.href)}">${escaped(of.text)}</a>`
  const cells = (tag: 'td' | 'th', row: readonly Cell[]) =>
    `<tr>${row.map((of) => `<${tag}>${shown(of)}</${tag}>`).join('')}</tr>`
  const part = ({ title, head, rows }: Section) => {
    const table = `<div class="scroll"><table>${head.length > 0 ? cells('th', head) : ''}${rows.map((row) => cells('td', row)).join('')}</table></div>`
    return `<h2>${escaped(title)}</h2>${rows.length === 0 ? `<p>${reportWords.none[language]}</p>` : table}`
  }
  const { met, text } = model.verdict
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(model.title)}</title><style>${pageStyle}</style></head><body><main><h1>${escaped(model.title)}</h1><p class="${met ? 'met' : 'missed'}"><strong>${met ? '✓' : '✗'} ${text}</strong></p>${chartOf(tally, { language, utcOffsetMin })}${model.sections.map(part).join('')}</main></body></html>\n`
}
