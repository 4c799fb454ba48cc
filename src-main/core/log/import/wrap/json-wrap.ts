import { isEncodedLog } from '../base64-fields'
import { coreOf } from '../line-core'
import { exchangeIn } from './json-exchange'
import type { RawLine, Unwrapper, Wrapping } from './wrapping'

const messages = [
  'MESSAGE',
  'message',
  'msg',
  'log',
  'text',
  'line',
  'short_message',
  'data',
  'payload',
] as const
/** What was exchanged, beside a word that says which way it went. */
const contents = ['cmd', 'command', 'line', 'data', 'payload', 'resp', 'response'] as const
const directions = ['dir', 'direction', 'type', 'way', 'op', 'msg', 'message', 'event'] as const
const times = [
  '__REALTIME_TIMESTAMP',
  '@timestamp',
  'timestamp',
  'time',
  'ts',
  't',
  'date',
  'datetime',
] as const
/** An object written over several lines is given up when it is longer. */
const mostHeld = 200

type Fields = { readonly [name: string]: unknown }

/** The export of a log service: journald (`-o json`, `-o json-pretty`), Docker, Loki, Elasticsearch and their kin. */
export const jsonWrap: Wrapping = {
  open(lines) {
    // Its lines may be cut anywhere, and are read as octets.
    if (isEncodedLog(lines)) return undefined
    const told = lines.filter((line) => !/^[[\]]?$/.test(line.trim()))
    const whole = told.filter((line) => messageOf(line) !== undefined).length
    const opened = told.filter((line) => line.trim() === '{').length
    const fields = told.filter((line) => /^\s+"\w+" ?: /.test(line)).length
    const pretty = opened > 1 && fields > opened && firstTells(told)
    const chunked = inChunks(told)
    return whole * 10 > told.length * 9 || pretty ? new JsonUnwrapper(chunked) : undefined
  },
}

/** The first object that is written over several lines is a record of a log. */
function firstTells(lines: readonly string[]): boolean {
  const begin = lines.findIndex((line) => line.trim() === '{')
  const end = lines.findIndex((line, at) => at > begin && /^\s*\},?$/.test(line))
  return end > begin && messageOf(lines.slice(begin, end + 1).join('\n')) !== undefined
}

/** Records of what the port gave, with the line ends in them: a line may be in two of them. */
function inChunks(lines: readonly string[]): boolean {
  const ways = lines.flatMap((line) => messageOf(line) ?? []).filter(({ source }) => isWay(source))
  return ways.length > 0 && ways.filter(({ message }) => endsLine(message)).length * 2 > ways.length
}

const isWay = (source: string) => source === 'TX: ' || source === 'RX: '
const endsLine = (message: string) => /[\r\n]$/.test(message)

class JsonUnwrapper implements Unwrapper {
  #held: string[] = []
  /** The begin of a line whose rest the next record has. */
  #begun: Message | undefined
  readonly #chunked: boolean

  constructor(chunked: boolean) {
    this.#chunked = chunked
  }

  line(text: string, end: string): readonly RawLine[] {
    const bare = text.trim().replace(/,$/, '')
    // The list that holds the objects.
    if (this.#held.length === 0 && (bare === '[' || bare === ']')) return []
    if (this.#held.length === 0 && bare !== '{') return this.#said(text, end)
    this.#held.push(text)
    if (bare !== '}' && this.#held.length < mostHeld) return []
    const whole = this.#held.join('\n').trim().replace(/,$/, '')
    const held = this.#held
    this.#held = []
    return messageOf(whole) === undefined ? held.map((line) => [line, end]) : this.#said(whole, end)
  }
  finish(): readonly RawLine[] {
    return [...this.#rest('\n'), ...this.#held.map((line): RawLine => [line, '\n'])]
  }

  #said(text: string, end: string): readonly RawLine[] {
    const told = messageOf(text)
    if (!told) return [...this.#rest(end), [text, end]]
    const begun = this.#begun?.source === told.source ? this.#begun : undefined
    const before = begun ? [] : this.#rest(end)
    this.#begun = undefined
    const whole = begun ? { ...begun, message: begun.message + told.message } : told
    if (!this.#chunked || !isWay(told.source) || endsLine(told.message))
      return [...before, ...said(whole, end)]
    this.#begun = whole
    return before
  }

  #rest(end: string): readonly RawLine[] {
    const begun = this.#begun
    this.#begun = undefined
    return begun ? said(begun, end) : []
  }
}

function said(told: Message, end: string): readonly RawLine[] {
  const time = told.time === undefined ? '' : `${told.time} `
  return told.message
    .replace(/\s+$/, '')
    .split(/\r?\n/)
    .filter((line, _at, all) => line.trim() !== '' || all.length === 1)
    .map((line): RawLine => [`${time}${told.source}${line}`, end])
}

interface Message {
  readonly message: string
  readonly source: string
  readonly time?: string
}

function messageOf(text: string): Message | undefined {
  const fields = fieldsOf(
    text
      .trim()
      .replace(/^[^{]{0,40}?(?=\{)/, '')
      .replace(/,$/, ''),
  )
  if (!fields) return undefined
  const direction = directions.map((name) => wayOf(fields[name])).find((way) => way !== undefined)
  const content = contents.map((name) => textOf(fields[name])).find((one) => one !== undefined)
  // A message that is only a word for the way has what was said in a field beside it.
  const told = messageIn(fields)
  const message = direction !== undefined && wayOf(told) === direction ? (content ?? told) : told
  if (message === undefined) return undefined
  // Written as journalctl shows it, so that the program that said it is known.
  const source = direction === undefined ? sourceOf(fields) : `${direction}: `
  const time = timeIn(fields)
  return { message, source, ...(time === undefined ? {} : { time }) }
}

/** When something was said, by one of the fields of a record. */
export function jsonTime(text: string): string | undefined {
  const fields = fieldsOf(text.trim().replace(/,$/, ''))
  return fields && timeIn(fields)
}

function timeIn(fields: Fields): string | undefined {
  return times.map((name) => timeOf(name, fields[name])).find((one) => one !== undefined)
}

/** What a program says beside an exchange is a line before it, unless it says the same. */
function messageIn(fields: Fields): string | undefined {
  const texts = messages.flatMap((name) => textOf(fields[name]) ?? [])
  // A program's word for what it did may stand beside what was said.
  const said = texts.find((one) => coreOf(one.trim()) !== undefined) ?? texts[0]
  const exchange = exchangeIn(fields)
  if (!exchange?.command) return said ?? exchange?.lines
  const { lines, command } = exchange
  return said === undefined || said.includes(command) ? lines : `${said}\n${lines}`
}

function wayOf(value: unknown): 'TX' | 'RX' | undefined {
  if (typeof value !== 'string') return undefined
  if (
    /^(?:(?:at|modem|serial|uart|port)[ _.:-])?(?:tx|out|sent|send|write|w|>+|→|host)$/i.test(value)
  )
    return 'TX'
  return /^(?:(?:at|modem|serial|uart|port)[ _.:-])?(?:rx|in|recv|received?|read|r|<+|←|modem)$/i.test(
    value,
  )
    ? 'RX'
    : undefined
}

function sourceOf(fields: Fields): string {
  const [name, pid] = [fields['SYSLOG_IDENTIFIER'], fields['_PID'] ?? fields['SYSLOG_PID']]
  if (typeof name !== 'string') return ''
  const host = textOf(fields['_HOSTNAME']) ?? 'localhost'
  return `${host} ${name}[${typeof pid === 'string' ? pid : '1'}]: `
}

function fieldsOf(text: string): Fields | undefined {
  if (!text.startsWith('{') || !text.endsWith('}')) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    // Braces of another kind: a macro, a shell, a dump.
    return undefined
  }
}

/** journald writes a message that is not all text as its octets. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'number')) return undefined
  return String.fromCharCode(...value)
}

function timeOf(name: string, value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const number = Number(value)
  if (!Number.isFinite(number)) return typeof value === 'string' ? value : undefined
  const ms = name.startsWith('__') ? number / 1000 : number > 1e11 ? number : number * 1000
  return ms > 1e11 && ms < 1e13 ? new Date(ms).toISOString() : undefined
}
