import { isAnswer, isCommand, isFinal } from './line-kinds'
import type { ImportEvent, LogFormat, LogParser } from './format'

const quote = /^(?:> ?)+/

/** As mails quote: a mark, a blank. A prompt of Python (`>>> `) is another thing. */
const mailQuote = /^(?:> ?)*>(?: |$)/

/** A log in a mail or in Markdown: every line begins with `> `, or all but a few in which somebody speaks. */
export function isQuoted(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '')
  if (written.length > 2 && written.every((line) => quote.test(line))) return true
  const spoken = written.filter((line) => !mailQuote.test(line) || line.startsWith('>>'))
  return (
    written.length > 4 &&
    spoken.length * 5 <= written.length &&
    spoken.every((line) => !isCommand(line) && !isFinal(line) && !isAnswer(line))
  )
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
