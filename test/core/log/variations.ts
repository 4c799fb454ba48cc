import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { knowledge } from '@catalog/decoders'
import { LogImport } from '@core/log/import/log-import'
import { StoryReader } from '@core/story/story-reader'
import { verdict } from '@core/story/words'

const wild = fileURLToPath(new URL('./shapes/wild/', import.meta.url))

export const recorded: readonly string[] = readdirSync(wild)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.replace('.txt', ''))
  .sort()

export const logOf = (name: string): string => readFileSync(`${wild}${name}.txt`, 'utf8')

const lines = (text: string) => text.split(/\r?\n/)
const around = (before: string, text: string, after: string) =>
  `${before}${text.replace(/\n*$/, '\n')}${after}`
const margin = (before: string) => (text: string) =>
  lines(text)
    .map((line) => (line === '' ? line : `${before}${line}`))
    .join('\n')

interface Variation {
  readonly name: string
  readonly of: (text: string) => string
  /** Logs that it changes, since what it changes says something there. */
  readonly not?: readonly string[]
}

/** Quoted from end to end, but for what is put around them here: sentences stand in them that only then look like others. */
const quotedMails = ['lilyjoin', 'mailjoined']

/** What a program, an editor, a mail or a forum does to a log that says nothing of the modem. */
export const variations: readonly Variation[] = [
  { name: 'CR LF', of: (text) => text.replace(/\r?\n/g, '\r\n') },
  { name: 'CR CR LF', of: (text) => text.replace(/\r?\n/g, '\r\r\n') },
  {
    name: 'CR alone',
    of: (text) => text.replace(/\r?\n/g, '\r'),
    // Empty lines are lost, behind which somebody wrote to others.
    not: [
      'bg96dialog',
      'fibocomlist',
      'hl7539ceer',
      'jaonlycmd',
      'mailtwoauthors',
      'mailtwounits',
      'nothinghappens',
      'resetloop',
      'twotoolsmm',
    ],
  },
  {
    name: 'blanks at the end of each line',
    of: (text) => text.replace(/\r?\n/g, '  \n'),
    // There the blank belongs to what was sent or came.
    not: ['mbedoctets', 'mbedparser', 'wsfollow2', 'xbair'],
  },
  { name: 'no line end at the end', of: (text) => text.replace(/[\r\n]+$/, '') },
  { name: 'a byte order mark', of: (text) => `\ufeff${text}` },
  {
    name: 'an empty line behind each',
    of: (text) => text.replace(/\r?\n/g, '\n\n'),
    // Lines that were broken at column 80 go on in the next.
    not: ['wrap80'],
  },
  { name: 'indented', of: margin('    ') },
  { name: 'indented by a tab', of: margin('\t') },
  {
    name: 'quoted',
    of: (text) =>
      lines(text)
        .map((line) => `> ${line}`)
        .join('\n'),
    not: quotedMails,
  },
  {
    name: 'fenced',
    of: (text) => around('```\n', text, '```\n'),
    not: quotedMails,
  },
  {
    name: 'between sentences',
    of: (text) =>
      around(
        'Hello everybody, here is what my modem says to me:\n\n',
        text,
        '\nDoes anybody know what is wrong with this?\n',
      ),
    not: quotedMails,
  },
  {
    name: 'between Japanese sentences',
    of: (text) =>
      around(
        'お世話になっております。モデムのログを送ります。\n\n',
        text,
        '\n何が原因か分かりますでしょうか。\n',
      ),
    not: quotedMails,
  },
  {
    name: 'folded in HTML',
    of: (text) =>
      around('<details>\n<summary>Log</summary>\n\n```text\n', text, '```\n\n</details>\n'),
    not: quotedMails,
  },
  { name: 'blanks that do not break', of: (text) => text.replaceAll('  ', ' \u00a0') },
]

/** Who said what to which command, and how it ended. */
export function meaningOf(text: string): { readonly said: string[]; readonly ended: string } {
  const log = new LogImport({ knowledge })
  const reader = new StoryReader()
  const rows = [...log.push(text), ...log.end()]
  for (const row of rows) reader.take(row)
  const told = rows.filter(({ kind }) => kind !== 'text')
  const [story] = reader.stories
  return {
    said: told.map(
      ({ kind, text: line, command }) =>
        `${kind} ${line.trim()}${command === undefined ? '' : ` < ${command.trim()}`}`,
    ),
    ended: story ? `${verdict(story).en} ${story.causes[0]?.code ?? ''}` : '',
  }
}
