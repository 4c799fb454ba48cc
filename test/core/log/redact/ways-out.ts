import { Writable } from 'node:stream'
import { report } from '@bench/log/report'
import { knowledge } from '@catalog/decoders'
import { bytesOf, concat, latin1 } from '@core/bytes'
import { writeComparison } from '@core/compare/compare-text'
import { compare } from '@core/compare/difference'
import { LogSteps } from '@core/compare/log-steps'
import { Fault } from '@core/fault'
import { annotate, annotatedFormats, type AnnotatedFormat } from '@core/log/annotate'
import { PcapngWriter } from '@core/log/pcapng'
import { RawWriter } from '@core/log/raw'
import { Redactor } from '@core/log/redact'
import type { LogRow } from '@core/log/row'
import { reportLog } from '@core/soak/report-log'
import { storyFormats, writeStory } from '@core/story/story-writer'
import { StoryReader } from '@core/story/story-reader'
import { diagnosticsTo } from '@hosts/diagnostics'
import { slotA } from '../../../support/fake-state'
import { quoted } from '@core/words'

/** A way in which what stands in a log leaves the program, as text. */
type Way = (rows: readonly LogRow[]) => string | Promise<string>

const maskingAll = () => new Redactor({ knowledge })

const annotated =
  (format: AnnotatedFormat): Way =>
  async (rows) => {
    const options = { language: 'en', title: 'log', redactor: maskingAll() } as const
    let out = ''
    for await (const piece of annotate(rows, format, options)) out += piece
    return out
  }

function captured(rows: readonly LogRow[]): string {
  const writer = new PcapngWriter({ language: 'en', redactor: maskingAll() })
  return latin1(concat([writer.head(), ...rows.map((row) => writer.row(row))]))
}

/** The octets of the exchange: what is masked in any row is overwritten in all of them. */
function raw(rows: readonly LogRow[]): string {
  const redactor = maskingAll()
  for (const row of rows) redactor.row(row)
  const writer = new RawWriter(redactor.values)
  const octets = rows
    .filter(({ dir }) => dir !== 'note')
    .map(({ dir, text }) =>
      writer.push({ dir: dir === 'tx' ? 'tx' : 'rx', bytes: bytesOf(`${text}\r\n`) }),
    )
  return latin1(concat([...octets, writer.end()]))
}

function stories(rows: readonly LogRow[]): string {
  const redactor = maskingAll()
  const reader = new StoryReader()
  for (const row of rows) reader.take(redactor.row(row))
  const told = (format: (typeof storyFormats)[number], language: 'en' | 'ja') =>
    writeStory(reader.stories, format, { language, title: 'log' })
  return storyFormats.flatMap((format) => [told(format, 'en'), told(format, 'ja')]).join('\n')
}

function compared(rows: readonly LogRow[]): string {
  const redactor = maskingAll()
  const [good, bad] = [new LogSteps(), new LogSteps()]
  for (const row of rows.slice(0, 2)) good.take(row, redactor.row(row))
  for (const row of rows) bad.take(row, redactor.row(row))
  const difference = compare(good.end(undefined), bad.end(undefined))
  const starts = { good: undefined, bad: undefined }
  return (['text', 'markdown', 'jsonl'] as const)
    .map((format) => writeComparison(difference, format, { language: 'en', starts }))
    .join('\n')
}

async function soakReport(rows: readonly LogRow[]): Promise<string> {
  async function* all() {
    yield* rows
  }
  const instants = rows.map(({ monoUs }) => monoUs)
  const parts = [{ file: 'night.journal', instants, rows: all() }]
  const options = { language: 'en', title: 'night', redactor: maskingAll() } as const
  return (await reportLog(parts, options)).text
}

/** What a connection did, with a verdict that shows the lines of the log. */
async function connectReport(rows: readonly LogRow[]): Promise<string> {
  const state = slotA()
  const seen = rows.map(({ text }) => quoted(text))
  const connect = { ...state.connect, verdict: { ...failed, seen }, startedMs: 0 }
  async function* all() {
    yield* rows.map((row) => ({ ...row, atMs: 10 }))
  }
  const told = (['en', 'ja'] as const).map((language) =>
    report({
      state: { ...state, connect },
      rows: all(),
      language,
      utcOffsetMin: 0,
      redactor: maskingAll(),
    }),
  )
  return (await Promise.all(told)).join('\n')
}

const failed = {
  result: 'failed',
  meaning: { en: 'It failed.', ja: '失敗しました。' },
  tries: [],
  dns: [],
  ms: 1_000,
  mode: 'command',
} as const

/**
 * Errors whose words repeat what a modem or a person said, as the host writes them down; without the program's own numbers, whose
 * digits may happen to be those of a secret (the time in ms ends in six digits of an IMEI once in a quarter of an hour).
 */
function diagnosed(rows: readonly LogRow[]): string {
  const said: object[] = []
  const log = diagnosticsTo(
    'web',
    new Writable({
      write: (piece: Buffer, _encoding, done) => {
        said.push(JSON.parse(piece.toString('utf8')))
        done()
      },
    }),
  )
  for (const { text } of rows) {
    log.error({ error: new Error(text), where: text })
    log.error({ error: new Fault('at-timeout', quoted(text)) })
    log.warn(text)
  }
  return said
    .map((entry) =>
      JSON.stringify({ ...entry, time: undefined, pid: undefined, hostname: undefined }),
    )
    .join('\n')
}

export const waysOut: { readonly [name: string]: Way } = {
  ...Object.fromEntries(annotatedFormats.map((format) => [format, annotated(format)])),
  pcapng: captured,
  raw,
  story: stories,
  comparison: compared,
  'soak report': soakReport,
  'connection report': connectReport,
  diagnostics: diagnosed,
}
