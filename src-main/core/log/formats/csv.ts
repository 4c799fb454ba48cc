import type { LogRow } from '../row'
import { harmless } from './harmless'
import { meaningOf, shownText } from './shown'
import { isoTime } from './time'
import type { LogWriter, WriterOptions } from './writer'

/** Columns as spreadsheets read them (RFC 4180), with the mark that makes them take the file as UTF-8. */
export function csvWriter(options: WriterOptions): LogWriter {
  return {
    head: () => '\ufefftime,direction,line,meaning,slot,kind,severity\r\n',
    row: (row) => harmless(`${cells(row, options).map(cell).join(',')}\r\n`),
    end: () => '',
  }
}

function cells(row: LogRow, { language, utcOffsetMin }: WriterOptions): string[] {
  return [
    isoTime(row, utcOffsetMin),
    row.dir,
    shownText(row),
    meaningOf(row, language),
    row.slot,
    row.kind,
    row.explanation?.severity ?? '',
  ]
}

function cell(text: string): string {
  const safe = isFormula(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Spreadsheets run what begins so. Answers begin with `+` too, but with a name and no call behind it. */
function isFormula(text: string): boolean {
  return /^[=@\t\r]/.test(text) || /^[+-].*[|!(]/.test(text)
}
