import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf, concat } from '@core/bytes'
import { crc32, crcAfter, crcStart } from '@core/log/crc32'
import { CrcSpans } from '@core/log/crc-spans'
import {
  encodeEntry,
  JournalReader,
  maxRecordBytes,
  recordHead,
  recordsOf,
  recover,
  type JournalEntry,
} from '@core/log/journal'

const command: JournalEntry = {
  slot: 'a',
  dir: 'tx',
  atMs: Date.UTC(2026, 0, 1),
  monoUs: 1_234_567,
  bytes: bytesOf('AT+CEREG?\r\n'),
}
const answer: JournalEntry = {
  slot: 'b',
  dir: 'rx',
  atMs: Date.UTC(2026, 0, 1) + 3,
  monoUs: 1_237_890.5,
  bytes: bytesOf('+CEREG: 0,5\r\n\r\nOK\r\n'),
}
const note: JournalEntry = { ...command, dir: 'note', bytes: new Uint8Array(0) }

test('the checksum is the one of gzip', () => {
  expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926)
})

test('gives back what was written', () => {
  const written = [command, answer, note]
  expect(recover(concat(written.map(encodeEntry)))).toEqual({
    entries: written,
    tornBytes: 0,
    damagedBytes: 0,
  })
})

test('reads an empty journal', () => {
  expect(recover(new Uint8Array(0))).toEqual({ entries: [], tornBytes: 0, damagedBytes: 0 })
})

test('loses only the last record wherever the power was cut in it', () => {
  const whole = [command, answer].map(encodeEntry)
  const kept = whole[0]?.length ?? 0
  const all = concat(whole)
  for (let cut = kept; cut < all.length; cut++)
    expect(recover(all.slice(0, cut))).toEqual({
      entries: [command],
      tornBytes: cut - kept,
      damagedBytes: 0,
    })
})

test('counts zeros a power cut left behind the last record as torn', () => {
  const bytes = concat([encodeEntry(command), new Uint8Array(4096)])
  expect(recover(bytes)).toEqual({ entries: [command], tornBytes: 4096, damagedBytes: 0 })
})

test('finds the next record after any flipped byte in the middle', () => {
  const records = [command, answer, note].map(encodeEntry)
  const [first = new Uint8Array(0), second = new Uint8Array(0)] = records
  for (let i = 0; i < second.length; i++) {
    const bytes = concat(records)
    bytes[first.length + i] = (bytes[first.length + i] ?? 0) ^ 0x41
    const { entries, tornBytes, damagedBytes } = recover(bytes)
    expect(entries).toEqual([command, note])
    expect({ tornBytes, damagedBytes }).toEqual({ tornBytes: 0, damagedBytes: second.length })
  }
})

test('reads the same records wherever the file is cut into pieces', () => {
  const bytes = concat([command, answer, note].map(encodeEntry))
  for (let cut = 0; cut <= bytes.length; cut++) {
    const reader = new JournalReader()
    const found = [...reader.push(bytes.slice(0, cut)), ...reader.push(bytes.slice(cut))]
    expect(found.map((record) => record.entry)).toEqual([command, answer, note])
    expect(found.map((record) => record.at)).toEqual([0, 39, 39 + 47])
    expect(reader.finish()).toEqual({ records: [], tornBytes: 0, damagedBytes: 0 })
  }
})

test('a record that looks like a record inside another is not read twice', () => {
  const outer = { ...answer, bytes: encodeEntry(command) }
  expect(recover(encodeEntry(outer)).entries).toEqual([outer])
})

test('splits what is too long for one record, and the pieces join to the same bytes', () => {
  const bytes = Uint8Array.from({ length: 2 * maxRecordBytes + 1 }, (_, i) => i & 0xff)
  const { entries } = recover(encodeEntry({ ...answer, bytes }))
  expect(entries.map((entry) => entry.bytes.length)).toEqual([maxRecordBytes, maxRecordBytes, 1])
  expect(recordsOf(bytes.length)).toBe(3)
  expect(concat(entries.map((entry) => entry.bytes))).toEqual(bytes)
})

test('any entries, cut anywhere, give back a beginning of what was written', () => {
  const entries = fc.array(
    fc.record({
      slot: fc.constantFrom('a' as const, 'b' as const),
      dir: fc.constantFrom('rx' as const, 'tx' as const, 'note' as const),
      atMs: fc.nat(),
      monoUs: fc.nat(),
      bytes: fc.uint8Array({ maxLength: 200 }),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(entries, fc.nat(), (written, where) => {
      const bytes = concat(written.map(encodeEntry))
      const cut = bytes.length === 0 ? 0 : where % (bytes.length + 1)
      const { entries: read, tornBytes, damagedBytes } = recover(bytes.slice(0, cut))
      expect(read).toEqual(written.slice(0, read.length))
      const readBytes = read.reduce((sum, entry) => sum + recordHead + entry.bytes.length, 0)
      expect(readBytes + tornBytes).toBe(cut)
      expect(damagedBytes).toBe(0)
    }),
  )
})

test('reads what a file gave as one of Node’s buffers', () => {
  const file = Buffer.concat([Buffer.from('x'), encodeEntry(command), encodeEntry(answer)])
  expect(recover(file.subarray(1)).entries).toEqual([command, answer])
})

test('knows the checksum of any stretch from one pass over all octets', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 3000 }),
      fc.nat(),
      fc.nat(),
      (bytes, a, b) => {
        const [from = 0, to = 0] = [a, b].map((n) => n % (bytes.length + 1)).sort((x, y) => x - y)
        const spans = new CrcSpans(bytes)
        const told = crcAfter(crcStart, bytes.subarray(from, to))
        expect(spans.after(crcStart, from, to)).toBe(told)
      },
    ),
  )
})

/** Every eighth octet begins what looks like a record of 64 KB. */
const falseMark = [0x4d, 0x4a, 0, 0, 0xe0, 0xff, 0, 0]
const flood = (marks: number) =>
  Uint8Array.from({ length: marks * 8 }, (_, at) => falseMark[at % 8] ?? 0)

// With a checksum of 64 KB at each mark these would cost minutes; the limit is what fails then.
test('finds the records behind a flood of false marks in one pass', { timeout: 60_000 }, () => {
  const marks = 400_000
  const { entries, damagedBytes } = recover(concat([flood(marks), encodeEntry(command)]))
  expect(entries).toEqual([command])
  expect(damagedBytes).toBe(marks * 8)
})
