import type { Redactor } from '../log/redact'
import { csvWriter } from '../log/formats/csv'
import { htmlWriter } from './html'
import { jsonlWriter } from '../log/formats/jsonl'
import { markdownWriter } from '../log/formats/markdown'
import { textWriter } from '../log/formats/text'
import type { LogWriter, WriterOptions } from '../log/formats/writer'
import type { LogRow } from '../log/row'

export type { LogWriter, WriterOptions } from '../log/formats/writer'

/** The forms a log can be written in; all of them say what each line means. */
export const annotatedFormats = ['text', 'markdown', 'html', 'csv', 'jsonl'] as const
export type AnnotatedFormat = (typeof annotatedFormats)[number]

const writers: { readonly [format in AnnotatedFormat]: (options: WriterOptions) => LogWriter } = {
  text: textWriter,
  markdown: markdownWriter,
  html: htmlWriter,
  csv: csvWriter,
  jsonl: jsonlWriter,
}

export const formatMimes: { readonly [format in AnnotatedFormat]: string } = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  csv: 'text/csv',
  jsonl: 'application/x-ndjson',
}
export const formatEndings: { readonly [format in AnnotatedFormat]: string } = {
  text: 'txt',
  markdown: 'md',
  html: 'html',
  csv: 'csv',
  jsonl: 'jsonl',
}

export function writerOf(format: AnnotatedFormat, options: WriterOptions): LogWriter {
  return writers[format](options)
}

const pieceChars = 65_536

/** Rows in, pieces of the file out: nothing but the piece under way is kept. */
export async function* annotate(
  rows: AsyncIterable<LogRow> | Iterable<LogRow>,
  format: AnnotatedFormat,
  options: WriterOptions & { readonly redactor?: Redactor },
): AsyncGenerator<string> {
  const writer = writerOf(format, options)
  const { redactor } = options
  let piece = writer.head()
  for await (const row of rows) {
    piece += writer.row(redactor ? redactor.row(row) : row)
    if (piece.length < pieceChars) continue
    yield piece
    piece = ''
  }
  yield piece + writer.end()
}
