import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { bytesOf } from '@core/bytes'
import { annotate, annotatedFormats } from '@core/export/annotate'
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

test.each([
  ['+09:00', '12:00:00.100', '2026-03-01T12:00:00.100+09:00'],
  ['-0330', '12:00:00.100', '2026-03-01T12:00:00.100-03:30'],
  ['Z', '12:00:00.100', '2026-03-01T12:00:00.100Z'],
])('times of a log whose clock says %s are shown as it wrote them', async (zone, clock, iso) => {
  const log = new LogImport({ knowledge })
  const at = `2026-03-01T12:00:00.100${zone}`
  const rows = [...log.push(`${at} >> AT+CSQ\n${at} << +CSQ: 20,99\n${at} << OK\n`), ...log.end()]
  const shown = await exported(rows)
  expect(shown).toContain(`# ${clock} `)
  expect(shown).toContain(`"time":"${iso}"`)
  expect(shown).toContain(`\n${iso},`)
})
