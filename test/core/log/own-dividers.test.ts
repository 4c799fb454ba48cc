import { expect, test } from 'vitest'
import { portEnded, portOpened } from '@bench/slot/words'
import { knowledge } from '@catalog/decoders'
import { writerOf } from '@core/export/annotate'
import * as cuts from '@core/log/cut-words'
import { LogImport } from '@core/log/import/log-import'
import type { LogRow } from '@core/log/row'
import { noteBytes } from '@core/log/note'
import { LogReader } from '@core/log/reader'
import { bytesOf } from '@core/bytes'

const languages = ['en', 'ja'] as const
const lost = { en: 'The port vanished.', ja: 'ポートが見えなくなりました。' }

test.each(languages)('what we say where a log is cut is known again (%s)', (language) => {
  const { journalCut, journalGap, packedCut, exportCut, saysCut } = cuts
  for (const words of [journalCut(3), journalGap(1200), packedCut, exportCut])
    expect(saysCut(words[language])).toBe(true)
  expect(saysCut(portOpened('/dev/ttyUSB2', 115200)[language])).toBe(false)
})

test.each(languages)('what we say of a port that ended is known again (%s)', (language) => {
  for (const gone of [true, false])
    expect(cuts.saysGone(portEnded('/dev/ttyUSB2', gone, lost)[language])).toBe(true)
  expect(cuts.saysGone(portOpened('/dev/ttyUSB2', 115200)[language])).toBe(false)
})

const time = (at: number) => ({ slot: 'a' as const, atMs: at, monoUs: at * 1000 })

/** A journal: opened, one exchange, the port vanished. */
function rows(): LogRow[] {
  const reader = new LogReader({ knowledge, slot: 'a' })
  const gone = portEnded('/dev/ttyUSB2', true, lost)
  return [
    { ...time(0), dir: 'note' as const, bytes: noteBytes(portOpened('/dev/ttyUSB2', 9600), true) },
    { ...time(1), dir: 'tx' as const, bytes: bytesOf('AT\r') },
    { ...time(2), dir: 'rx' as const, bytes: bytesOf('\r\nOK\r\n') },
    { ...time(3), dir: 'note' as const, bytes: noteBytes(gone, true) },
  ].flatMap((entry) => reader.push(entry))
}

test.each([
  ['en', '── /dev/ttyUSB2 opened, 9600 baud ──', '── /dev/ttyUSB2 vanished: The port vanished. ──'],
  [
    'ja',
    '── /dev/ttyUSB2 を開きました（9600 baud） ──',
    '── /dev/ttyUSB2 が見えなくなりました：ポートが見えなくなりました。 ──',
  ],
] as const)('a divider of a text export speaks %s, and is read back', (language, opened, gone) => {
  const writer = writerOf('text', { language })
  const text =
    writer.head() +
    rows()
      .map((row) => writer.row(row))
      .join('') +
    writer.end()
  expect(text).toContain(opened)
  expect(text).toContain(gone)
  const log = new LogImport({ knowledge })
  const back = [...log.push(text), ...log.end()].filter(({ kind }) => kind === 'divider')
  expect(back.map((row) => `── ${row.text} ──`)).toEqual([opened, gone])
})
