import type { ImportEvent, LogFormat, LogParser } from './format'

const quote = /^(?:> ?)+/

/** A log in a mail or in Markdown: every line begins with `> `. */
export function isQuoted(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '')
  return written.length > 2 && written.every((line) => quote.test(line))
}

export function unquoted(line: string): string {
  return line.replace(quote, '')
}

/** The format of what is quoted, with the quotation marks taken off. */
export function quotedFormat(inner: LogFormat): LogFormat {
  return { ...inner, parser: (endings) => new QuotedParser(inner.parser(endings)) }
}

class QuotedParser implements LogParser {
  readonly #inner: LogParser

  constructor(inner: LogParser) {
    this.#inner = inner
  }
  line(text: string, end: string): ImportEvent[] {
    const events = this.#inner.line(unquoted(text), end)
    const [first] = events
    if (events.length === 1 && first?.kind === 'text') first.text = text
    return events
  }
  finish(): ImportEvent[] {
    return this.#inner.finish()
  }
}
