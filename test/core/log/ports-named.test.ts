import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { writerOf } from '@core/export/annotate'
import { LogImport } from '@core/log/import/log-import'

const path = new URL('./shapes/wild/portsepoch.txt', import.meta.url)
const rows = () => {
  const log = new LogImport({ knowledge })
  return [...log.push(readFileSync(fileURLToPath(path), 'utf8')), ...log.end()]
}

test('a log of several ports keeps their names and its times since 1970', () => {
  expect(rows().map(({ port }) => port)).toEqual([
    'ttyUSB2',
    'ttyUSB2',
    'ttyUSB2',
    'ttyUSB3',
    'ttyUSB3',
    'ttyUSB2',
    'ttyUSB2',
    'ttyUSB2',
  ])
  expect(rows()[0]?.atMs).toBe(1_717_171_717_101)
})

test.each([
  ['text', '[ttyUSB3] →'],
  ['markdown', 'ttyUSB3 →'],
  ['jsonl', '"port":"ttyUSB3"'],
] as const)('written as %s it names them', (format, named) => {
  const writer = writerOf(format, { language: 'en' })
  expect(
    rows()
      .map((row) => writer.row(row))
      .join(''),
  ).toContain(named)
})
