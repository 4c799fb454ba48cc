import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bytesOf, concat } from '@core/bytes'
import { encodeEntry, journalHeader } from '@core/log/journal'
import { noteText } from '@core/log/note'
import { logSource } from '@platform/store/log-source'

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.slice(at, at + 1000)
}

/** `-` for octets, and what the notes say. */
async function told(bytes: Uint8Array): Promise<string[]> {
  const source = await logSource(inPieces(bytes), 'a.journal')
  if (source.kind !== 'journal') throw new Error('expected a journal')
  const said: string[] = []
  for await (const { dir, bytes: octets } of source.entries)
    said.push(dir === 'note' ? noteText(octets).text : '-')
  return said
}

const records = Array.from({ length: 3 }, (_, i) =>
  encodeEntry({ slot: 'a', dir: 'rx', atMs: i, monoUs: i, bytes: bytesOf('OK\r\n') }),
)
const whole = concat([journalHeader, ...records])

test('a whole journal says nothing of itself', async () => {
  expect(await told(whole)).toEqual(['-', '-', '-'])
})

test('a journal that ends within a record says so behind the last that is whole', async () => {
  expect(await told(whole.slice(0, -5))).toEqual([
    '-',
    '-',
    expect.stringMatching(/^The journal ends here .* 27 octets/),
  ])
})

test('one of which a piece in the middle is lost says so at that place', async () => {
  const [first, second, third] = records
  if (!first || !second || !third) throw new Error('three')
  const damaged = concat([journalHeader, first, second.slice(0, 20), third])
  expect(await told(damaged)).toEqual([
    '-',
    'Before this line 20 octets of the journal cannot be read: something is missing here.',
    '-',
  ])
})

test('one that lost its beginning says so first', async () => {
  expect(await told(whole.slice(journalHeader.length + 9))).toEqual([
    expect.stringMatching(/^Before this line 23 octets/),
    '-',
    '-',
  ])
})

test('a packed journal that is cut off gives what it holds', async () => {
  const many = concat([journalHeader, ...Array.from({ length: 500 }, () => records).flat()])
  const packed = gzipSync(many)
  const said = await told(packed.subarray(0, packed.length - 10))
  expect(said.at(-1)).toMatch(/^The (?:packed file|journal) ends here/)
  expect(said.filter((one) => one === '-').length).toBeGreaterThan(1400)
})

test('a packed text that is cut off gives what it holds, and is told to', async () => {
  const lines = Array.from({ length: 5000 }, (_, i) => `AT+CSQ\r\n+CSQ: ${i % 31},99\r\nOK\r\n`)
  const packed = gzipSync(lines.join(''))
  const source = await logSource(inPieces(packed.subarray(0, packed.length - 10)), 'a.log.gz')
  if (source.kind !== 'text') throw new Error('expected text')
  let text = ''
  for await (const piece of source.text) text += piece
  expect([...source.notices]).toEqual(['packed'])
  expect(lines.join('').startsWith(text)).toBe(true)
  expect(text.length).toBeGreaterThan(lines.join('').length / 2)
})
