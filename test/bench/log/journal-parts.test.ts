import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Environment } from '@bench/environment'
import { LogBook } from '@bench/log/log-book'
import { Recorder } from '@bench/log/recorder'
import { knowledge } from '@catalog/decoders'
import { bytesOf } from '@core/bytes'
import type { LogRow } from '@core/log/row'
import type { SlotName } from '@core/modem/slot-names'
import { encodeFrame } from '@core/ppp/hdlc'
import { RunJournal } from '@platform/store/run-journal'
import { ManualClock } from '../../support/manual-clock'
import { patienceMs } from '../../support/patience'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'modem-bench-parts-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** LCP Echo-Request (RFC 1661, 5.8). */
const echoRequest = encodeFrame(0xc021, Uint8Array.from([9, 1, 0, 8, 1, 2, 3, 4]))

test('after the first files of a running journal were removed, every row that is left has its number and its words', async () => {
  const clock = new ManualClock()
  const journal = await RunJournal.open(folder, { clock, partBytes: 1500 })
  const live: LogRow[] = []
  const seams: number[] = []
  const files = [journal.file]
  const recorderOf = (slot: SlotName) =>
    new Recorder({
      slot,
      environment: { clock } as unknown as Environment,
      knowledge,
      journal: async () => journal,
      onRows: (rows) => {
        live.push(...rows)
        book.add(rows)
      },
      onGrown: () => undefined,
    })
  const recorders = { a: recorderOf('a'), b: recorderOf('b') }
  // Few in memory: whoever looks back reads the files.
  const book = new LogBook(knowledge, (slot) => recorders[slot], 20)
  journal.listen({
    troubles: (list) => expect(list).toEqual([]),
    missing: ({ en }) => expect(en).toBe('nothing'),
    goesOn: (words, entry) => {
      seams.push(entry)
      files.push(journal.file)
      for (const recorder of Object.values(recorders)) recorder.goesOn(words, entry)
    },
  })
  for (const recorder of Object.values(recorders)) await recorder.start()

  const { a, b } = recorders
  b.bytes('tx', bytesOf('ATD*99#\r'))
  b.bytes('rx', bytesOf('\r\nCONNECT\r\n'))
  const started = performance.now()
  for (let turn = 0; seams.length < 2; turn++) {
    a.bytes('tx', bytesOf('AT+CSQ\r'))
    a.bytes('rx', bytesOf(`\r\n+CSQ: ${turn % 32},99\r\n\r\nOK\r\n`))
    b.bytes('rx', echoRequest)
    await clock.advance(1000)
    // The disk is a real one.
    await stat(folder)
    if (performance.now() - started > patienceMs) throw new Error('no other file was begun')
  }
  a.bytes('tx', bytesOf('ATI\r'))
  a.bytes('rx', bytesOf('\r\nSIM7672\r\n\r\nOK\r\n'))
  b.bytes('rx', echoRequest)

  const rowsOf = async (slot: SlotName) => {
    const rows: LogRow[] = []
    for await (const row of book.rows(slot)) rows.push(row)
    return rows.map(seen)
  }
  const seen = ({ id, kind, text, atMs }: LogRow) => ({ id, kind, text, atMs })
  const liveOf = (slot: SlotName) => live.filter((row) => row.slot === slot).map(seen)
  for (const slot of ['a', 'b'] as const) expect(await rowsOf(slot)).toEqual(liveOf(slot))

  for (const removed of files.slice(0, 2)) {
    await rm(removed)
    const kept = await journal.kept()
    expect(seams).toContain(kept)
    for (const slot of ['a', 'b'] as const) {
      const rows = await rowsOf(slot)
      expect(rows[0]).toMatchObject({ kind: 'divider', id: recorders[slot].rowAt(kept) })
      expect(rows).toEqual(liveOf(slot).filter(({ id }) => id >= (rows[0]?.id ?? 0)))
      expect(rows.length).toBeLessThan(liveOf(slot).length)
    }
  }
  expect((await rowsOf('b')).at(-1)?.kind).toBe('ppp')
  await journal.close()
})
