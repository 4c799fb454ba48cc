import { basename } from 'node:path'
import { Command, Option } from 'commander'
import { knowledge } from '@catalog/decoders'
import { Fault } from '@core/fault'
import {
  annotatedFormats,
  writerOf,
  type AnnotatedFormat,
  type LogWriter,
} from '@core/export/annotate'
import { encodingNotices } from '@core/log/encoding-words'
import { Redactor } from '@core/log/redact'
import { secretWord } from '@core/log/redact/words'
import type { LogRow } from '@core/log/row'
import type { Language, Words } from '@core/words'
import { StoryReader } from '@core/story/story-reader'
import { storyFormats, writeStory, type StoryFormat } from '@core/story/story-writer'
import { openLogSource, type LogSource } from '@platform/store/log-source'
import { writeRaw } from './explain-raw'
import { write } from '../output'
import { markedFormat, readRows, refuseEmpty, type RowSink } from './read-rows'
import { maskedKinds, noStoryFormat, nothingToMask, unmasked } from './words'
import { printBeside } from '../beside'

interface Options {
  readonly lang: Language
  readonly format: AnnotatedFormat | 'raw' | 'sequence'
  readonly story?: boolean
  readonly redact: boolean
  readonly maskPlaces?: boolean
  readonly showPlaces?: boolean
  readonly sent?: string
  readonly received?: string
}

/** What is written at once. */
const pieceOctets = 131_072
/** Of UTF-8 for one unit of UTF-16. */
const mostOctets = 3

export function explainCommand(): Command {
  return new Command('explain')
    .description(
      'Explain a log line by line, whoever recorded it; the annotated log goes to standard output',
    )
    .argument('[file]', 'a journal, a terminal capture, a debug log; - is standard input', '-')
    .addOption(
      new Option('--format <format>', 'form of the output')
        .choices([...annotatedFormats, 'raw', 'sequence'])
        .default('text'),
    )
    .option(
      '--story',
      'tell what happened instead: attempts, the first failure with likely causes, what is odd, times (text, markdown, html, jsonl; sequence: Mermaid)',
    )
    .option(
      '--no-redact',
      'leave IMEI, IMSI, ICCID, phone numbers, messages, PINs and passwords readable',
    )
    .option('--mask-places', 'mask IP addresses and cell ids too')
    .option('--show-places', 'leave positions (GNSS, NMEA) unmasked')
    .option(
      '--sent <pattern>',
      'what stands before each line that was sent, such as "out>"; * is anything; nothing is guessed then',
    )
    .option('--received <pattern>', 'the same for each line that was received')
    .addHelpText(
      'after',
      '\nExit code: 0 explained, 1 no exchange with a modem in it, 2 wrong call.',
    )
    .action(explain)
}

async function explain(file: string, { format, story, ...options }: Options): Promise<void> {
  if (story || format === 'sequence') await tellStory(file, options, format)
  else if (format === 'raw') await writeRaw(file, options)
  else await readLog(file, { ...options, format }, undefined)
}

async function tellStory(
  file: string,
  options: Omit<Options, 'format'>,
  format: Options['format'],
): Promise<void> {
  const told = storyFormats.find((known) => known === format)
  if (!told) throw new Fault('bad-input', noStoryFormat(storyFormats, format))
  await readLog(
    file,
    { ...options, format: 'text' },
    new StoryOutput({ ...options, format: told }, file),
  )
}

type Annotated = Options & { readonly format: AnnotatedFormat }

async function readLog(
  file: string,
  options: Annotated,
  story: StoryOutput | undefined,
): Promise<void> {
  const source = await openLogSource(file)
  const output = story ?? new ExplainedOutput(options, file, source.kind === 'journal')
  await output.begin()
  const told = await readRows(source, output, markedFormat(options))
  // A story of what is no exchange would say nothing.
  if (story) refuseEmpty(file, source, told)
  await output.finish()
  refuseEmpty(file, source, told)
  say(told.format, source, output, options)
}

interface Output extends RowSink {
  readonly redactor: Redactor | undefined
  begin(): Promise<void>
  finish(): Promise<void>
}

/** Nothing but the story is kept, and it is written at the end. */
class StoryOutput implements Output {
  readonly redactor: Redactor | undefined
  readonly #reader = new StoryReader()
  readonly #write: () => Promise<void>

  constructor(
    { format, ...options }: Omit<Options, 'format'> & { format: StoryFormat },
    file: string,
  ) {
    this.redactor = redactorOf(options)
    const title = file === '-' ? 'Modem log' : basename(file)
    this.#write = () =>
      write(writeStory(this.#reader.stories, format, { language: options.lang, title }))
  }

  begin(): Promise<void> {
    return Promise.resolve()
  }
  rows(rows: readonly LogRow[]): Promise<void> {
    for (const row of rows) this.#reader.take(this.redactor ? this.redactor.row(row) : row)
    return Promise.resolve()
  }
  finish(): Promise<void> {
    return this.#write()
  }
}

function redactorOf(options: Pick<Options, 'redact' | 'maskPlaces' | 'showPlaces'>) {
  const { redact, maskPlaces = false, showPlaces = false } = options
  return redact ? new Redactor({ knowledge, maskPlaces, showPlaces }) : undefined
}

/** Rows as they come, written out in pieces; what has been written is not kept. */
class ExplainedOutput implements Output {
  readonly #writer: LogWriter
  readonly redactor: Redactor | undefined
  readonly #piece = Buffer.allocUnsafe(pieceOctets)
  #used = 0

  constructor(options: Annotated, file: string, local: boolean) {
    this.redactor = redactorOf(options)
    this.#writer = writerOf(options.format, {
      language: options.lang,
      title: file === '-' ? 'Modem log' : basename(file),
      // A journal knows its moment; other logs are shown with the times they wrote.
      utcOffsetMin: local ? -new Date().getTimezoneOffset() : 0,
      slots: local,
    })
  }

  begin(): Promise<void> {
    return this.#put(this.#writer.head())
  }
  async rows(rows: readonly LogRow[]): Promise<void> {
    for (const row of rows) {
      const text = this.#writer.row(this.redactor ? this.redactor.row(row) : row)
      if (text.length * mostOctets <= pieceOctets - this.#used) this.#append(text)
      else await this.#put(text)
    }
  }
  async finish(): Promise<void> {
    await this.#put(this.#writer.end())
    await this.#flush()
  }
  async #put(text: string): Promise<void> {
    if (text.length * mostOctets > pieceOctets - this.#used) await this.#flush()
    if (text.length * mostOctets > pieceOctets) await write(text)
    else this.#append(text)
  }
  #append(text: string): void {
    this.#used += this.#piece.write(text, this.#used)
  }
  async #flush(): Promise<void> {
    if (this.#used > 0) await write(this.#piece.subarray(0, this.#used))
    this.#used = 0
  }
}

/** On standard error: what the log was taken for, and what leaves with the output. */
function say(format: Words, source: LogSource, output: Output, options: Options): void {
  const about = [format]
  if (source.kind === 'text') about.push({ en: source.encoding, ja: source.encoding })
  about.push(options.redact ? maskedWords(output.redactor?.masked ?? {}) : unmasked)
  const { lang } = options
  const told = about.map((words) => words[lang])
  const notices = source.kind === 'text' ? [...source.notices] : []
  const odd = notices.map((notice) => encodingNotices[notice][lang])
  const sentences =
    lang === 'ja'
      ? [`${told.join('；')}。`, ...odd].join('')
      : [`${told.join('; ')}.`, ...odd].join(' ')
  printBeside(`modem-bench: ${sentences}`)
}

function maskedWords(masked: { readonly [kind: string]: number }): Words {
  const counts = Object.entries(masked)
  if (counts.length === 0) return nothingToMask
  const told = (language: Language) =>
    counts.map(([kind, count]) => `${secretWord(kind)?.[language] ?? kind} ${count}`)
  return maskedKinds(told('en'), told('ja'))
}
