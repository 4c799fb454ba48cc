import type { LogRow } from '../row'
import { SummaryReader } from '../summary'
import { code, escapedText } from './markdown-text'
import { summaryMarkdown } from './summary-text'
import { harmless } from './harmless'
import { isOurs, meaningOf, shownText } from './shown'
import { timeOfDay } from './time'
import type { LogWriter, WriterOptions } from './writer'
import { columns } from './words'

const marks = { fine: '', notice: '', warning: '⚠ ', failure: '✗ ' } as const
const arrows = { tx: '→', rx: '←', note: '' } as const

/** A table to paste into an issue or a report, the summary behind it: it is only known at the end. */
export function markdownWriter(options: WriterOptions): LogWriter {
  const summary = new SummaryReader()
  let last: LogRow | undefined
  return {
    head() {
      const title = options.title ?? 'Modem log'
      return `# ${escapedText(harmless(title))}\n\n| ${columns[options.language].join(' | ')} |\n| --- | --- | --- | --- |\n`
    },
    row(row) {
      summary.take(row)
      const echo = row.kind === 'echo' && last?.kind === 'command' && last.text === row.text
      last = row
      return echo ? '' : harmless(line(row, options))
    },
    end: () => harmless(`\n${summaryMarkdown(summary.summary, options.language)}`),
  }
}

function line(row: LogRow, options: WriterOptions): string {
  const meaning = meaningOf(row, options.language)
  const slot = options.slots ? `${row.slot.toUpperCase()} ` : ''
  const port = row.port === undefined ? '' : `${escapedText(row.port)} `
  const own = isOurs(row)
  const shown = own ? (meaning === '' ? escapedText(row.text) : '') : code(shownText(row))
  const mark = row.explanation ? marks[row.explanation.severity] : ''
  const time = timeOfDay(row, options.utcOffsetMin) ?? ''
  return `| ${time} | ${slot}${port}${arrows[row.dir]} | ${shown} | ${mark}${escapedText(meaning)} |\n`
}
