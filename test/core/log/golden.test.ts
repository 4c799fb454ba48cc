import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { writerOf } from '@core/export/annotate'
import { LogImport } from '@core/log/import/log-import'
import { Redactor } from '@core/log/redact'

const transcripts = fileURLToPath(new URL('../../transcripts/', import.meta.url))

function explained(name: string, language: 'en' | 'ja'): string {
  const log = new LogImport({ knowledge })
  const redactor = new Redactor({ knowledge })
  const writer = writerOf('text', { language })
  const rows = [...log.push(readFileSync(`${transcripts}${name}.log`, 'utf8')), ...log.end()]
  return writer.head() + rows.map((row) => writer.row(redactor.row(row))).join('') + writer.end()
}

// UPDATE_GOLDEN=1 writes them anew; then read them line by line.
describe.each(['microcat1-connect', 'microcat1-desync'])('%s explained', (name) => {
  test.each(['en', 'ja'] as const)('reads as it was reviewed (%s)', (language) => {
    const golden = `${transcripts}golden/${name}.${language}.txt`
    const text = explained(name, language)
    if (process.env['UPDATE_GOLDEN']) {
      mkdirSync(`${transcripts}golden`, { recursive: true })
      writeFileSync(golden, text)
    }
    expect(text).toBe(readFileSync(golden, 'utf8'))
  })
})
