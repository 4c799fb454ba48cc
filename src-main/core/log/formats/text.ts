import type { LogRow } from '../row'
import { harmless } from './harmless'
import { meaningOf, shownText } from './shown'
import { timeOfDay } from './time'
import type { LogWriter, WriterOptions } from './writer'

const arrows = { tx: '→', rx: '←', note: '·' } as const

/**
 * The exchange line by line, each under a `# …` line that says what it means. Echoes that follow their command are left
 * out; a line that is no exchange stands as it was.
 */
export function textWriter(options: WriterOptions): LogWriter {
  let last: LogRow | undefined
  return {
    head: () => '',
    row(row) {
      const before = last
      last = row
      if (row.kind === 'echo' && before?.kind === 'command' && before.text === row.text) return ''
      // A block begins with what was sent, or after lines of another program.
      const gap = before !== undefined && startsBlock(row, before) ? '\n' : ''
      return gap + harmless(lines(row, options))
    },
    end: () => '',
  }
}

function startsBlock(row: LogRow, before: LogRow): boolean {
  if (row.kind === 'text') return before.kind !== 'text'
  if (row.kind === 'divider' || row.kind === 'unsolicited') return row.header === undefined
  return row.kind === 'command' || before.kind === 'text' || before.kind === 'divider'
}

function lines(row: LogRow, options: WriterOptions): string {
  if (row.kind === 'text') return `${row.text}\n`
  const time = timeOfDay(row, options.utcOffsetMin)
  const slot = options.slots ? `${row.slot.toUpperCase()} ` : ''
  const channel = row.second ? '[AT2] ' : row.channel === undefined ? '' : `[${row.channel}] `
  const head = `# ${time === undefined ? '' : `${time} `}${slot}${channel}${arrows[row.dir]}`
  if (row.kind === 'divider') return `${head} ── ${row.text} ──\n`
  if (row.kind === 'note') return `${head} ${meaningOf(row, options.language) || row.text}\n`
  const meaning = meaningOf(row, options.language)
  return `${head}${meaning === '' ? '' : ` ${meaning}`}\n${shownText(row)}\n`
}
