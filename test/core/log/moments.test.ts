import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { bytesOf } from '@core/bytes'
import { annotate, annotatedFormats } from '@core/log/annotate'
import { LogImport } from '@core/log/import/log-import'
import { encodeEntry, recover } from '@core/log/journal'
import { LogReader } from '@core/log/reader'
import type { LogRow } from '@core/log/row'

async function exported(rows: readonly LogRow[]): Promise<string> {
  let all = ''
  for (const format of annotatedFormats)
    for await (const piece of annotate(rows, format, { language: 'en', title: 'log' })) all += piece
  return all
}

test.each([NaN, Infinity, -Infinity, 1e300, 8.64e15])(
  'a journal that somebody gave the time %d is read and exported',
  async (time) => {
    const bytes = encodeEntry({
      slot: 'a',
      dir: 'rx',
      atMs: time,
      monoUs: time,
      bytes: bytesOf('+CSQ: 20,99\r\n'),
    })
    const reader = new LogReader({ slot: 'a', knowledge })
    const rows = recover(bytes).entries.flatMap((entry) => reader.push(entry))
    expect(await exported([...rows, ...reader.end(0, 0)])).toContain('+CSQ: 20,99')
  },
)

test('a line of a log whose time is no moment has that of the one before', async () => {
  const log = new LogImport({ knowledge })
  const lines = ['D (1000) modem: >> AT', 'D (99999999999999999999) modem: << OK']
  const rows = [...log.push(lines.join('\n')), ...log.end()]
  expect(await exported(rows)).toContain('OK')
})
