import { batchHtml } from '@core/plan/batch-html'
import { Writable } from 'node:stream'
import { report } from '@bench/log/report'
import { quotedExchange, quotedRow } from '@bench/board-test/quoted'
import { knowledge } from '@catalog/decoders'
import type { AnyEvent } from '@contract'
import { bytesOf, concat, latin1 } from '@core/bytes'
import { writeComparison } from '@core/compare/compare-text'
import { compare } from '@core/compare/difference'
import { LogSteps } from '@core/compare/log-steps'
import { Fault } from '@core/fault'
import { annotate, annotatedFormats, type AnnotatedFormat } from '@core/export/annotate'
import { PcapngWriter } from '@core/log/pcapng'
import { RawWriter } from '@core/log/raw'
import { Redactor } from '@core/log/redact'
import type { LogRow } from '@core/log/row'
import { junitOf } from '@core/plan/junit'
import { labelText, labelZpl } from '@core/plan/label'
import { tapOf } from '@core/plan/tap'
import { noFacts, type StepResult, type TestState } from '@core/plan/test-state'
import { batchCsv, batchOf, recordOf } from '@core/plan/units'
import type { Decision } from '@core/failover/decision'
import { soakReport } from '@core/soak/report'
import { reportLog } from '@core/soak/report-log'
import { storyFormats, writeStory } from '@core/story/story-writer'
import { StoryReader } from '@core/story/story-reader'
import { diagnosticsTo } from '@hosts/diagnostics'
import { LoginMask } from '@hosts/web/login-mask'
import { eventsAs } from '@hosts/web/reader'
import { slotA } from '../../../support/fake-state'
import { aTroubledNight, soakStartMs } from '../../../support/soak-tally'
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

async function logOfSoakRun(rows: readonly LogRow[]): Promise<string> {
  async function* all() {
    yield* rows
  }
  const instants = rows.map(({ monoUs }) => monoUs)
  const parts = [{ file: 'night.journal', instants, rows: all() }]
  return (await reportLog(parts, { language: 'en', title: 'night', redactor: maskingAll() })).text
}

/** A run in which every row was seen when something went wrong. */
function soakReports(rows: readonly LogRow[]): string {
  const tally = aTroubledNight()
  for (const [at, { text }] of rows.entries()) {
    const words = { en: `seen: ${text}`, ja: `検出：${text}` }
    const moment = { ms: soakStartMs + 6_100_000 + at, us: at }
    tally.add({ k: 'anomaly', ...moment, seen: quoted(text) })
    tally.add({ k: 'down', ...moment, fromMs: moment.ms, cause: 'upload', seen: words })
    tally.add({ k: 'back', ms: moment.ms, slot: 'a' })
    tally.add({ k: 'fault', ...moment, slot: 'a', fault: text, failed: text })
    tally.add({ k: 'decision', ms: moment.ms, row: decided(at + 1, moment.ms, text) })
    tally.add({ k: 'due', n: at, ms: moment.ms, value: text })
  }
  const told = (['en', 'ja'] as const).flatMap((language) =>
    (['html', 'markdown', 'csv'] as const).map((format) => {
      const redactor = maskingAll()
      return soakReport(tally, { format, language, utcOffsetMin: 0, redactor }).text
    }),
  )
  return told.join('\n')
}

const decided = (id: number, atMs: number, text: string): Decision => ({
  ...{ id, atMs, monoUs: id, kind: 'switch', from: 'a', to: 'b', trigger: 'link-lost' },
  ...{ evidence: [quoted(text)], seen: [quoted(text)], words: { en: text, ja: text } },
  ...{ result: 'failed', phases: [], ms: 1 },
})

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

/** A step of a board test that shows a command with its answer, or a line, in each form in which its result leaves. */
function boardTest(rows: readonly LogRow[]): TestState {
  const starts = rows.flatMap(({ kind }, at) => (kind === 'command' ? at : []))
  const exchanges = starts.map((from, at) => {
    const [command, ...rest] = rows.slice(from, starts[at + 1])
    // What was typed behind a prompt, or came back of it, is no part of an answer.
    const lines = rest
      .filter(({ dir, header }) => dir === 'rx' && !/^AT/.test(header ?? ''))
      .map(({ text }) => text)
    return quotedExchange(command?.text ?? '', lines)
  })
  const texts = [...exchanges, ...rows.map((_, at) => quotedRow(rows.slice(0, at + 1)))]
  const steps = texts.map((text, at): StepResult => {
    const words = { en: text, ja: text }
    const step = { name: `s${at}`, kind: 'at', title: words, words, state: 'failed' } as const
    return { ...step, tries: 1, ms: 1, measured: [] }
  })
  return {
    slot: 'a',
    plan: 'line',
    serial: 'A1',
    state: 'failed',
    startedMs: 0,
    endedMs: 1,
    steps,
    question: null,
    unit: noFacts,
    journal: null,
    version: '1',
  }
}

function boardResult(rows: readonly LogRow[]): string {
  const state = boardTest(rows)
  const record = recordOf(state)
  return [
    ...(['en', 'ja'] as const).flatMap((language) => [
      junitOf(state, language),
      tapOf(state, language),
      labelText(state, language),
    ]),
    labelZpl(state),
    batchCsv(batchOf('line', [record])),
    batchHtml(batchOf('line', [record]), 'en'),
  ].join('\n')
}

/** What is kept of it. */
const boardRecord = (rows: readonly LogRow[]): string => JSON.stringify(recordOf(boardTest(rows)))

/** A page of the log as an assistant gets it. */
const assisted = (rows: readonly LogRow[]): string =>
  JSON.stringify(new LoginMask(false).reply('log.page', { rows, more: false, later: false }))

/** Live rows as a program gets them that may only look, some at a time: what opens something is hidden, nothing else. */
function lookedAt(rows: readonly LogRow[]): string {
  const mask = new LoginMask()
  return rows
    .map((row) => {
      const event: AnyEvent = { name: 'rows', value: { rows: [row], behind: { a: 0, b: 0 } } }
      return JSON.stringify(eventsAs('read', [event], mask))
    })
    .join('\n')
}

/** What hides logins alone. */
export const loginWays: { readonly [name: string]: Way } = { events: lookedAt }

/** Each row by itself: what is secret for the rows before it alone could be anything here. */
export const waysOfOneRow: ReadonlySet<string> = new Set(['diagnostics', 'soak report'])

export const waysOut: { readonly [name: string]: Way } = {
  ...Object.fromEntries(annotatedFormats.map((format) => [format, annotated(format)])),
  pcapng: captured,
  raw,
  story: stories,
  comparison: compared,
  'log of a soak run': logOfSoakRun,
  'soak report': soakReports,
  'connection report': connectReport,
  'result of a board test': boardResult,
  'record of a board test': boardRecord,
  assistant: assisted,
  diagnostics: diagnosed,
}
