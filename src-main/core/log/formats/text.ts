import type { LogRow } from '../row'
import { harmless } from './harmless'
import { isOurs, meaningOf, shownText } from './shown'
import { timeOfDay } from './time'
import type { LogWriter, WriterOptions } from './writer'

const arrows = { tx: '→', rx: '←', note: '·' } as const

/**
 * The exchange line by line, each under a `# …` line that says what it means. Echoes that follow their command are left
 * out; a line that is no exchange stands as it was.
 */
export function textWriter(options: WriterOptions): LogWriter {
  let last: LogRow | undefined
  const bodies = new Bodies(options)
  return {
    head: () => '',
    row(row) {
      const before = last
      last = row
      if (row.kind === 'echo' && before?.kind === 'command' && before.text === row.text) return ''
      // A block begins with what was sent, or after lines of another program.
      const gap = before !== undefined && startsBlock(row, before) ? '\n' : ''
      return gap + lines(row, options, bodies)
    },
    end: () => '',
  }
}

function startsBlock(row: LogRow, before: LogRow): boolean {
  if (row.kind === 'text') return before.kind !== 'text'
  if (row.kind === 'divider' || row.kind === 'unsolicited') return row.header === undefined
  return row.kind === 'command' || before.kind === 'text' || before.kind === 'divider'
}

function lines(row: LogRow, options: WriterOptions, bodies: Bodies): string {
  if (row.kind === 'text') return harmless(`${row.text}\n`)
  const time = timeOfDay(row, options.utcOffsetMin)
  const slot = options.slots ? `${row.slot.toUpperCase()} ` : ''
  const channel = row.second ? '[AT2] ' : row.channel === undefined ? '' : `[${row.channel}] `
  const port = row.port === undefined ? '' : `[${row.port}] `
  const place = `${time === undefined ? '' : `${time} `}${slot}${port}${channel}`
  const line = bodies.of(row)
  return place === '' ? line : `# ${place}${line.slice(2)}`
}

const mostKept = 2048

/** A row without its time and place, remembered: the lines of a log come again and again. */
class Bodies {
  readonly #kept = new Map<string, { readonly row: LogRow; readonly body: string }>()
  readonly #options: WriterOptions

  constructor(options: WriterOptions) {
    this.#options = options
  }

  of(row: LogRow): string {
    const kept = this.#kept.get(row.text)
    if (kept && alike(kept.row, row)) return kept.body
    const body = harmless(`# ${this.#body(row)}`)
    if (this.#kept.size >= mostKept) this.#kept.clear()
    if (!row.late && !row.unfinished) this.#kept.set(row.text, { row, body })
    return body
  }

  #body(row: LogRow): string {
    const { language } = this.#options
    const arrow = arrows[row.dir]
    if (isOurs(row)) {
      const said = meaningOf(row, language) || row.text
      return `${arrow} ${row.kind === 'divider' ? `── ${said} ──` : said}\n`
    }
    const meaning = meaningOf(row, language)
    return `${arrow}${meaning === '' ? '' : ` ${meaning}`}\n${shownText(row)}\n`
  }
}

function alike(a: LogRow, b: LogRow): boolean {
  return (
    a.kind === b.kind &&
    a.explanation === b.explanation &&
    a.dir === b.dir &&
    a.header === b.header &&
    !b.late &&
    !b.unfinished
  )
}
