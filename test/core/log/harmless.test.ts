import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { bytesOf } from '@core/bytes'
import { writeComparison } from '@core/compare/compare-text'
import { compare } from '@core/compare/difference'
import { LogSteps } from '@core/compare/log-steps'
import { csvWriter } from '@core/log/formats/csv'
import { harmless, harmlessJson } from '@core/log/formats/harmless'
import { htmlWriter } from '@core/export/html'
import { jsonlWriter } from '@core/log/formats/jsonl'
import { markdownWriter } from '@core/log/formats/markdown'
import { textWriter } from '@core/log/formats/text'
import type { LogWriter, WriterOptions } from '@core/log/formats/writer'
import { LogImport } from '@core/log/import/log-import'
import { noteBytes } from '@core/log/note'
import { LogReader } from '@core/log/reader'
import type { LogRow } from '@core/log/row'
import { StoryReader } from '@core/story/story-reader'
import { storyFormats, writeStory } from '@core/story/story-writer'
import { utf8Bytes } from '@core/utf8'
import { waysOut } from './redact/ways-out'

// Sets a title, clears the screen, C1 CSI, turns letters around, hides what follows.
const hostile = 'x\x1b]0;owned\x07\x1b[2J\u009b31m\u202egnp.exe\u2066\u200f\x7f'

const acting = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

const writers: readonly (readonly [string, (options: WriterOptions) => LogWriter])[] = [
  ['text', textWriter],
  ['markdown', markdownWriter],
  ['csv', csvWriter],
  ['html', htmlWriter],
  ['jsonl', jsonlWriter],
]

function rows() {
  const reader = new LogReader({ slot: 'a', knowledge })
  const at = { slot: 'a', atMs: 0, monoUs: 0 } as const
  const live = [
    ...reader.push({ ...at, dir: 'tx', bytes: bytesOf('AT+COPS?\r') }),
    ...reader.push({
      ...at,
      dir: 'rx',
      bytes: utf8Bytes(`\r\n+COPS: 0,0,"${hostile}",7\r\nOK\r\n`),
    }),
    ...reader.push({ ...at, dir: 'note', bytes: noteBytes(`a person wrote ${hostile}`) }),
    ...reader.end(0, 0),
  ]
  const log = new LogImport({ knowledge })
  const read = [
    ...log.push(`boot ${hostile}\nAT+CSQ\n+CSQ: 20,99\nOK\nlater ${hostile}\n`),
    ...log.end(),
  ]
  return [...live, ...read]
}

test.each(writers)(
  '%s holds nothing that acts on a terminal or turns letters around',
  (_name, of) => {
    const writer = of({ language: 'en', title: hostile })
    const text =
      writer.head() +
      rows()
        .map((row) => writer.row(row))
        .join('') +
      writer.end()
    expect(text).toContain('\\u202e')
    expect(text.match(acting)).toBe(null)
  },
)

/** Rows of a port where things fail, each with a hostile word. */
function failing(): LogRow[] {
  const reader = new LogReader({ slot: 'a', knowledge })
  const rows: LogRow[] = []
  const say = (dir: 'tx' | 'rx', text: string) => {
    const monoUs = rows.length * 1000
    rows.push(...reader.push({ slot: 'a', atMs: 0, monoUs, dir, bytes: utf8Bytes(text) }))
  }
  const exchanges = [
    ['ATI', `Manufacturer: ${hostile}\r\n\r\nOK`],
    ['AT+CPIN?', '+CPIN: READY\r\n\r\nOK'],
    [`AT+CGDCONT=1,"IP","${hostile}"`, `+CME ERROR: ${hostile}`],
    [`AT+COPS=1,0,"${hostile}"`, 'ERROR'],
    ['AT+COPS?', `+COPS: 0,0,"${hostile}",7\r\n\r\nOK`],
  ] as const
  for (const [command, answer] of exchanges) {
    say('tx', `${command}\r`)
    say('rx', `\r\n${answer}\r\n`)
  }
  return [...rows, ...reader.end(0, 0)]
}

test.each([...storyFormats])('nor does a story as %s', (format) => {
  const reader = new StoryReader()
  for (const row of failing()) reader.take(row)
  for (const language of ['en', 'ja'] as const) {
    const told = writeStory(reader.stories, format, { language, title: hostile })
    expect(told).toContain('owned')
    expect(told.match(acting)).toBe(null)
  }
})

test.each(['text', 'markdown', 'jsonl'] as const)('nor does a comparison as %s', (format) => {
  const [good, bad] = [new LogSteps(), new LogSteps()]
  const rows = failing()
  for (const row of rows.slice(0, 2)) good.take(row, row)
  for (const row of rows) bad.take(row, row)
  const starts = { good: undefined, bad: undefined }
  const comparison = compare(good.end(undefined), bad.end(undefined))
  const told = writeComparison(comparison, format, { language: 'en', starts })
  expect(told).toContain('owned')
  expect(told.match(acting)).toBe(null)
})

/** Octets as they were, and JSON for programs. */
const asTheyWere = new Set([
  ...['raw', 'pcapng', 'assistant', 'diagnostics', 'record of a board test'],
])

test.each(Object.entries(waysOut).filter(([name]) => !asTheyWere.has(name)))(
  'nor does any other way out: %s',
  async (_name, way) => {
    const told = await way(failing())
    expect(told).toContain('owned')
    expect(told.match(acting)).toBe(null)
  },
)

test('JSON lines are read back as what was said', () => {
  expect(JSON.parse(harmlessJson({ line: hostile }))).toEqual({ line: hostile })
})

test('leaves words of every language as they are', () => {
  const text = '電波が弱い。\tÄÖ שלום مرحبا 🙂\r\n'
  expect(harmless(text)).toBe(text)
})

test('the page runs its own script and style alone, by their checksums', () => {
  const writer = htmlWriter({ language: 'en' })
  const page = writer.head() + writer.end()
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? ''
  expect(policy).not.toContain('unsafe')
  for (const tag of ['script', 'style']) {
    const [, inside = ''] = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(page) ?? []
    const hash = createHash('sha256').update(inside).digest('base64')
    expect(policy).toContain(`${tag}-src 'sha256-${hash}'`)
  }
  expect(page).not.toMatch(/ (style|on\w+)="/)
})
