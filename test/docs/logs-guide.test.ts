import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { writeComparison } from '@core/compare/compare-text'
import { compare } from '@core/compare/difference'
import { LogSteps } from '@core/compare/log-steps'
import { writerOf } from '@core/export/annotate'
import { LogImport } from '@core/log/import/log-import'
import { Redactor } from '@core/log/redact'
import type { LogRow } from '@core/log/row'
import { StoryReader } from '@core/story/story-reader'
import { writeStory, type StoryFormat } from '@core/story/story-writer'
import { simulatedRun } from '../support/compared-runs'
import { root } from '../support/needs'

const guide = readFileSync(join(root, 'docs/guides/logs.md'), 'utf8')
const blocks = [...guide.matchAll(/^```\n([^]*?)^```$/gm)].map(([, block = '']) => block)

function rowsOf(name: string): LogRow[] {
  const log = new LogImport({ knowledge })
  const redactor = new Redactor({ knowledge })
  const text = readFileSync(join(root, `test/docs/examples/${name}.txt`), 'utf8')
  return [...log.push(text), ...log.end()].map((row) => redactor.row(row))
}

function explained(name: string): string {
  const writer = writerOf('text', { language: 'en' })
  return (
    writer.head() +
    rowsOf(name)
      .map((row) => writer.row(row))
      .join('') +
    writer.end()
  )
}

function told(name: string, format: StoryFormat): string {
  const reader = new StoryReader()
  for (const row of rowsOf(name)) reader.take(row)
  return writeStory(reader.stories, format, { language: 'en', title: 'Modem log' })
}

/** A run of the simulator, with what its data connection carried. */
async function connected(): Promise<string> {
  const writer = writerOf('text', { language: 'en' })
  return (await simulatedRun(1)).map((row) => writer.row(row)).join('')
}

async function compared(): Promise<string> {
  const stepsIn = (rows: readonly LogRow[]) => {
    const steps = new LogSteps()
    for (const row of rows) steps.take(row, row)
    return steps
  }
  const good = stepsIn(await simulatedRun(1))
  const other = { name: 'another APN', target: { apn: 'other.apn' }, at: /CGDCONT/ }
  const bad = stepsIn(await simulatedRun(2, other))
  const starts = { good: good.startMs, bad: bad.startMs }
  return writeComparison(compare(good.end(), bad.end()), 'text', { language: 'en', starts })
}

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '')

// The guide may leave lines out, and the end of a line (…), but what it shows is what the tool writes, in that order.
test.each([
  ['a paste, explained', 'AT+QMTOPEN=0', () => explained('paste')],
  ['lines behind a prefix', '+CPSI: NO SERVICE', () => explained('prefix')],
  ['what ends a command', 'SHUT OK', () => explained('ends')],
  ['lines that came by themselves', '+CGEV: NW DETACH', () => explained('unasked')],
  ['a number of the maker’s own', '+CME ERROR: 405', () => explained('maker-error')],
  ['a masked log', 'IMEI-1\n', () => explained('masked')],
  ['a story', 'What happened\n', () => told('refused', 'text')],
  ['a picture', 'sequenceDiagram\n', () => told('refused', 'sequence')],
  ['what a data connection carries', 'DNS asks A', connected],
  ['where two logs part', 'The first difference that matters\n', compared],
])('the guide shows %s as the tool writes it', async (_name, sign, write) => {
  const block = blocks.find((one) => one.includes(sign))
  expect(block).toBeDefined()
  const written = linesOf(await write())
  let at = 0
  for (const line of linesOf(block ?? '')) {
    const found = written.findIndex((one, i) => i >= at && one.startsWith(line.replace(/ …$/, '')))
    expect(found, line).toBeGreaterThanOrEqual(at)
    at = found + 1
  }
})
