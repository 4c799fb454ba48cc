import { isAnswer, isCommand, isFinal } from '../line-kinds'

type Fields = { readonly [name: string]: unknown }

const sentWords = new Set(
  'tx cmd command request req sent send query input write written asked ask'.split(' '),
)
const receivedWords = new Set(
  'rx resp response responses reply replies received recv receive answer answers result output read'.split(
    ' ',
  ),
)

/** What was asked and what came back, in one object: `{"at_tx":"AT+CSQ","at_rx":"+CSQ: 20,99\r\n\r\nOK"}`. */
export interface JsonExchange {
  /** The lines of both; the echo that stands in an answer is the command. */
  readonly lines: string
  readonly command: string | undefined
}

export function exchangeIn(fields: Fields): JsonExchange | undefined {
  const sent = textOf(fields, sentWords)?.trim()
  const received = textOf(fields, receivedWords)
  if (received === undefined) return undefined
  if (sent !== undefined && isCommand(sent)) {
    const lines = received.trimStart().startsWith(sent) ? received : `${sent}\n${received}`
    return { lines, command: sent }
  }
  // It came by itself.
  const alone = sent === undefined || sent === ''
  return alone && received.split(/[\r\n]+/).some(isTheirs)
    ? { lines: received, command: undefined }
    : undefined
}

const isTheirs = (line: string) => isFinal(line) || isAnswer(line)

/** The value of the first field whose name has such a word in it: `at_rx`, `atResponse`; a list is lines. */
function textOf(fields: Fields, words: ReadonlySet<string>): string | undefined {
  for (const [name, value] of Object.entries(fields)) {
    if (!wordsIn(name).some((word) => words.has(word))) continue
    if (typeof value === 'string') return value
    if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
      return value.join('\n')
  }
  return undefined
}

const wordsIn = (name: string) =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
