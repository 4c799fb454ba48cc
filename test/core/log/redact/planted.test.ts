import { describe, expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { bytesOf, concat, hexOf, latin1 } from '@core/bytes'
import { annotate, type AnnotatedFormat } from '@core/log/annotate'
import { LogImport } from '@core/log/import/log-import'
import { PcapngWriter } from '@core/log/pcapng'
import { RawWriter } from '@core/log/raw'
import { Redactor } from '@core/log/redact'
import type { LogRow } from '@core/log/row'
import { planted } from './planted-secrets'
import { shapes } from './planted-shapes'

const formats: readonly AnnotatedFormat[] = ['text', 'markdown', 'html', 'csv', 'jsonl']

function rowsOf(text: string): LogRow[] {
  const log = new LogImport({ knowledge })
  return [...log.push(text), ...log.end()]
}

async function annotated(rows: readonly LogRow[], format: AnnotatedFormat): Promise<string> {
  const options = { language: 'en', title: 'log', redactor: new Redactor({ knowledge }) } as const
  let out = ''
  for await (const piece of annotate(rows, format, options)) out += piece
  return out
}

function captured(rows: readonly LogRow[]): string {
  const writer = new PcapngWriter({ language: 'en', redactor: new Redactor({ knowledge }) })
  return latin1(concat([writer.head(), ...rows.map((row) => writer.row(row))]))
}

/** The octets of the exchange: what is masked in any row is overwritten in all of them. */
function raw(rows: readonly LogRow[]): string {
  const redactor = new Redactor({ knowledge })
  for (const row of rows) redactor.row(row)
  const writer = new RawWriter(redactor.values)
  const octets = rows
    .filter(({ dir }) => dir !== 'note')
    .map(({ dir, text }) =>
      writer.push({ dir: dir === 'tx' ? 'tx' : 'rx', bytes: bytesOf(`${text}\r\n`) }),
    )
  return latin1(concat([...octets, writer.end()]))
}

/** As a text, as hex without and with blanks, and with the signs of HTML and JSON written out. */
function formsOf(secret: string): string[] {
  const hex = hexOf(bytesOf(secret))
  const spaced = hex.replace(/..(?=.)/g, '$& ')
  return [secret, hex, hex.toUpperCase(), spaced, spaced.toUpperCase()]
}

/** What is left of the secrets in everything that leaves. */
async function left(text: string, secrets: readonly string[]): Promise<string[]> {
  const rows = rowsOf(text)
  const out = await Promise.all(formats.map((format) => annotated(rows, format)))
  const ways = [...formats, 'pcapng', 'raw']
  return [...out, captured(rows), raw(rows)].flatMap((said, way) =>
    secrets
      .flatMap(formsOf)
      .filter((form) => said.includes(form))
      .map((form) => `${ways[way]}: ${form}`),
  )
}

describe.each(planted)('$kind', ({ lines, secrets }) => {
  test.each(shapes)('does not leave in $shape', async ({ write }) => {
    expect(await left(write(lines), secrets)).toEqual([])
  })
})
