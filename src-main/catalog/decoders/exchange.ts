import type { Facts, LineContext } from '@core/at/knowledge'
import { explainCommand, explainFacts } from '@core/at/phrase-words'
import type { Words } from '@core/words'
import { commandsOf, registry } from './index'
import { combine, readPart } from './shared/combine'
import { sentences } from './shared/join'
import { sortLines, type Part, type Sorted } from './shared/sort-lines'

/** A command and what came back, as text; `command: null` when nothing was asked. */
export interface ExchangeInput {
  readonly id?: unknown
  readonly command: string | null
  readonly response: string
  readonly charset?: 'UCS2' | 'GSM' | 'IRA' | undefined
}

export interface Exchange {
  readonly id: unknown
  readonly echo: string | null
  /** `OK`, `+CME ERROR`, `CONNECT`, …; null when none came. */
  readonly result: string | null
  readonly code: number | null
  readonly text: string | null
  readonly answer: Facts | null
  readonly urcs: readonly { readonly name: string; readonly facts: Facts }[]
  readonly unknown: readonly string[]
  /** What could not be read, named; null when all could. */
  readonly error: string | null
  readonly words: Words
}

type Said = Omit<Exchange, 'id'>

/** Polls get the same answers again and again; what they say never changes, so it is shared. */
const known = new Map<string, Said>()
const mostKnown = 4096
const longestKnown = 512

/** Decodes one exchange. It never throws and never guesses: what is unreadable is named in `error`. */
export function decodeExchange(input: ExchangeInput): Exchange {
  const { command, response, charset = '' } = input
  const id = input.id ?? null
  if (response.length > longestKnown || (command?.length ?? 0) > longestKnown)
    return { id, ...said(input) }
  const key = command === null ? `${charset}\n${response}` : `${charset}\n>${command}\n${response}`
  const before = known.get(key)
  if (before) return { id, ...before }
  const fresh = said(input)
  if (known.size >= mostKnown) known.clear()
  known.set(key, fresh)
  return { id, ...fresh }
}

/**
 * Lines of which nobody says what was asked: as unsolicited ones where they can be that, else as the answer of the command that the
 * first of them names.
 */
export function decodeLines({ response, charset }: Omit<ExchangeInput, 'command'>): Exchange {
  const alone = decodeExchange({ command: null, response, charset })
  if (alone.unknown.length === 0 && alone.error === null) return alone
  const command = linesOf({ command: null, response }).map(commandBehind).find(Boolean)
  if (command === undefined) return alone
  const asked = decodeExchange({ command, response, charset })
  const better =
    asked.unknown.length < alone.unknown.length ||
    (asked.unknown.length === alone.unknown.length && asked.error === null)
  return better ? asked : alone
}

/** The command that a line answers, in the form that such a line answers. */
function commandBehind(line: string): string | undefined {
  const decoder = registry.ofLine(line)
  const [name] = decoder?.commands ?? []
  if (!decoder || name === undefined) return undefined
  const sent = name.startsWith('AT') ? name : `AT${name}`
  if (decoder.forms.includes('test') && /[:,] *\(/.test(line)) return `${sent}=?`
  if (decoder.forms.includes('read')) return `${sent}?`
  return decoder.forms.includes('action') ? sent : `${sent}=`
}

function said(input: ExchangeInput): Said {
  const { command, charset } = input
  const sent = withAt(command ?? '')
  const sorted = sortLines(registry, sent, command === null ? [] : commandsOf(sent), linesOf(input))
  const result = resultOf(sorted)
  const answers = answersOf(sorted, sent, result, charset)
  const urcs = urcsOf(sorted, charset)
  const problems = [...answers, ...urcs].flatMap((one) => one.problems)
  return {
    echo: sorted.echo,
    ...result,
    answer: answers.length > 0 ? orNull(combine(answers)) : null,
    urcs: urcs.map(({ name, facts }) => ({ name, facts })),
    unknown: sorted.unknown,
    error: problems.length > 0 ? problems.join('; ') : null,
    words: wordsOf(sorted, answers, urcs),
  }
}

/** A script may leave the AT out. */
function withAt(command: string): string {
  return /^[+*#$%^&!_][A-Za-z]/.test(command) ? `AT${command}` : command
}

function linesOf(input: ExchangeInput): string[] {
  return input.response
    .replaceAll('\0', '')
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

interface Result {
  readonly result: string | null
  readonly code: number | null
  readonly text: string | null
}

function resultOf(sorted: Sorted): Result {
  if (!sorted.final) return { result: null, code: null, text: null }
  const { decoder, line } = sorted.final
  if (line === 'OK') return { result: decoder.id, code: null, text: null }
  const { code, text } = decoder.decode([line], { form: 'urc' }).facts
  return {
    result: decoder.id,
    code: typeof code === 'number' ? code : null,
    text: typeof text === 'string' ? text : null,
  }
}

interface Read {
  readonly name: string
  readonly facts: Facts
  readonly problems: readonly string[]
  readonly words: Words
}

const done = new Set<string | null>([null, 'OK', 'CONNECT'])

function answersOf(
  sorted: Sorted,
  sent: string,
  { result }: Result,
  charset: LineContext['charset'],
): Read[] {
  return sorted.parts.flatMap((part) => {
    const reading = readPart(part, sent, done.has(result), charset)
    if (!reading || !part.decoder) return []
    const { facts, problems } = reading
    return [{ name: part.decoder.id, facts, problems, words: answerWords(part, facts, charset) }]
  })
}

function answerWords(part: Part, facts: Facts, charset: LineContext['charset']): Words {
  const { command, decoder, lines } = part
  if (!decoder) return { en: '', ja: '' }
  const none = decoder.list !== undefined && Array.isArray(facts[decoder.list])
  if (lines.length === 0 && !none) return explainCommand(decoder, facts, command).words
  return explainFacts(decoder, facts, { form: command.form, command, charset }).words
}

function urcsOf(sorted: Sorted, charset: LineContext['charset']): Read[] {
  return sorted.urcs.map(({ decoder, lines }) => {
    const asked = { form: 'urc', charset } as const
    const { facts, problems } = decoder.decode(lines, asked)
    // What CONNECT begins depends on what was asked.
    const words = explainFacts(decoder, facts, {
      ...asked,
      command: sorted.parts[0]?.command,
    }).words
    return { name: decoder.id, facts, problems, words }
  })
}

function orNull(facts: Facts): Facts | null {
  return Object.keys(facts).length > 0 ? facts : null
}

/** The result first when it is an error, since that is what the reader must act on. */
function wordsOf(sorted: Sorted, answers: readonly Read[], urcs: readonly Read[]): Words {
  const { final } = sorted
  // What came by itself may be the result that was waited for: `OK`, then `+QIOPEN: 0,565`.
  const said = [...answers, ...urcs].map((one) => one.words)
  if (final && final.decoder.id !== 'OK') return sentences(finalWords(sorted), ...said)
  if (said.length > 0) return sentences(...said)
  if (sorted.unknown.length > 0) return nothingKnown
  return finalWords(sorted) ?? silent
}

function finalWords({ final, parts }: Sorted): Words | undefined {
  if (!final) return undefined
  const { facts } = final.decoder.decode([final.line], { form: 'urc' })
  return explainFacts(final.decoder, facts, { form: 'urc', command: parts[0]?.command }).words
}

const nothingKnown: Words = {
  en: 'The lines are not in the catalogue; they are listed as they came.',
  ja: 'カタログにない行です。受信したまま表示します。',
}

const silent: Words = { en: 'Nothing came back.', ja: '応答がありません。' }
