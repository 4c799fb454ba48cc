import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { bytesOf } from '@core/bytes'
import { csvWriter } from '@core/log/formats/csv'
import { harmless, harmlessJson } from '@core/log/formats/harmless'
import { htmlWriter } from '@core/log/formats/html'
import { jsonlWriter } from '@core/log/formats/jsonl'
import { markdownWriter } from '@core/log/formats/markdown'
import { textWriter } from '@core/log/formats/text'
import type { LogWriter, WriterOptions } from '@core/log/formats/writer'
import { LogImport } from '@core/log/import/log-import'
import { noteBytes } from '@core/log/note'
import { LogReader } from '@core/log/reader'
import { utf8Bytes } from '@core/utf8'

// Sets a title, clears the screen, C1 CSI, turns letters around, hides what follows.
const hostile = 'x\x1b]0;owned\x07\x1b[2J\u009b31m\u202egnp.exe\u2066\u200f\x7f'

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
    expect(
      text.match(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g),
    ).toBe(null)
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
