import type { Explanation } from '../at/knowledge'
import type { Pending } from '../at/pending'
import type { RowDraft } from './draft'

/** A row without what it does not have; made once for every line of a log. */
export function drawn(
  dir: RowDraft['dir'],
  kind: RowDraft['kind'],
  text: string,
  explanation: Explanation | undefined,
  command: string | undefined,
): RowDraft {
  if (explanation && command !== undefined) return { dir, kind, text, explanation, command }
  if (explanation) return { dir, kind, text, explanation }
  return command === undefined ? { dir, kind, text } : { dir, kind, text, command }
}

/** A command that nobody will answer any more. */
export function gone(entry: Pending, words: (command: string) => Explanation): RowDraft {
  const { command } = entry
  // The command stands in the words, where it is masked like any other text.
  return { dir: 'note', kind: 'note', text: command, command, explanation: words(command) }
}

/** What a modem answers; other text on the line is a payload. */
export function isCommand(text: string): boolean {
  return /^(AT|A\/|\+\+\+)/i.test(text)
}

/** What is written behind the prompt of this command is the text of a message. */
export function isMessageText(command: string): boolean {
  return /^AT\+(?:CMG(?:SEX|[SWC])|CSMTPS(?:SUB|BODY)|QSMTP(?:SUB|BODY)|C[MN]GC)\b/i.test(command)
}

/** A report of many lines that begins so is known by that, where somebody left its command out. */
export function reportOf(text: string): string | undefined {
  return /^(?:!GSTATUS:|Current Time: *\d+\s+Temperature:)/.test(text) ? 'AT!GSTATUS?' : undefined
}
