import { knowledge } from '@catalog/decoders'
import { concat } from '@core/bytes'
import { PcapngWriter } from '@core/log/pcapng'
import { PcapngReader } from '@core/log/pcapng-reader'
import { LogReader } from '@core/log/reader'
import { noteBytes } from '@core/log/note'
import { expect, test } from 'vitest'
import { connectBench } from '../../support/connect-bench'

/** What was said on the wire as rows, and a note. */
async function rowsOfCall() {
  const { wire, connect } = await connectBench()
  await connect()
  const log = new LogReader({ slot: 'a', knowledge })
  const at = (i: number) => ({ atMs: 1_750_000_000_000 + i, monoUs: i * 1000 })
  const rows = wire.flatMap(({ dir, bytes }, i) => log.push({ slot: 'a', dir, bytes, ...at(i) }))
  const note = noteBytes({ en: 'Failover to B', ja: 'B に切り替え' })
  return [...rows, ...log.push({ slot: 'a', dir: 'note', bytes: note, ...at(wire.length) })]
}

test('a capture of ours is read back, however it is cut: AT, PPP and notes in their order', async () => {
  const rows = await rowsOfCall()
  const writer = new PcapngWriter({ language: 'en' })
  const file = concat([
    writer.head(),
    writer.secrets('A b c\n'),
    ...rows.map((row) => writer.row(row)),
  ])
  const whole = new PcapngReader().push(file)
  const cut = new PcapngReader()
  const pieces = Array.from({ length: Math.ceil(file.length / 37) }, (_, i) =>
    cut.push(file.subarray(i * 37, i * 37 + 37)),
  )
  expect(pieces.flat()).toEqual(whole)
  const again = new LogReader({ slot: 'a', knowledge })
  const read = whole.flatMap((entry) => again.push(entry))
  const said = (list: typeof rows) =>
    list
      .filter(({ kind, text }) => kind !== 'noise' && text !== '')
      .map(({ dir, text }) => `${dir} ${text}`)
  const before = said(rows)
  const after = new Set(said(read))
  expect(before.length).toBeGreaterThan(50)
  expect(before.filter((line) => !after.has(line))).toEqual([])
  expect(read.some(({ kind, text }) => kind === 'ppp' && text.startsWith('LCP ConfReq'))).toBe(true)
  expect(read.at(-1)).toMatchObject({ dir: 'note', text: 'Failover to B' })
})

test('packets of others are counted and left out', () => {
  const other = new PcapngReader()
  const ethernet = Uint8Array.of(1, 0, 0, 0, 20, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0)
  const packet = Uint8Array.of(
    ...[6, 0, 0, 0, 36, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ...[4, 0, 0, 0, 4, 0, 0, 0, 1, 2, 3, 4, 36, 0, 0, 0],
  )
  expect(other.push(concat([ethernet, packet]))).toEqual([])
  expect(other.foreign).toBe(1)
})

test('what follows a damaged block is not read, and that stands in the log, once', async () => {
  const [row] = await rowsOfCall()
  if (!row) throw new Error('no row')
  const writer = new PcapngWriter({ language: 'en' })
  const whole = concat([writer.head(), writer.row(row)])
  for (const length of [7, 0, 0x7fff_fffc]) {
    const block = new Uint8Array(32)
    new DataView(block.buffer).setUint32(4, length, true)
    const reader = new PcapngReader()
    const found = reader.push(concat([whole, block]))
    expect(found.map(({ dir }) => dir)).toEqual([row.dir, 'note'])
    // Nothing is kept of what cannot be read: a length of gigabytes waits for nothing.
    expect(reader.push(whole)).toEqual([])
  }
})
