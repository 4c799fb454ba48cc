import { expect, test } from 'vitest'
import { base64, octetsOf } from '@bench/base64'
import { FilePieces, KeptFiles } from '@bench/log/kept-files'
import { filePieceBytes, type ExportedFile, type FilePiece, type Input } from '@contract'
import { bytesOf, concat } from '@core/bytes'
import { dispatchForReader } from '@hosts/web/reader'
import { benchFixture } from '../../support/bench-fixture'

const lines = 'AT+CSQ\r\n+CSQ: 20,99\r\n\r\nOK\r\n'

async function benchWith(text: string) {
  const fixture = await benchFixture()
  const { ask } = fixture
  const octets = bytesOf(text)
  const { id } = await ask('log.open', { name: 'long.log', bytes: octets.length })
  await ask('log.feed', { id, base64: base64([octets]), last: true })
  const exported = (more: Partial<Input<'log.export'>>) =>
    ask('log.export', {
      opened: id,
      slots: ['a'],
      format: 'text',
      language: 'ja',
      redact: true,
      ...more,
    })
  const behind = async ({ rest }: ExportedFile) => {
    const pieces: FilePiece[] = []
    for (let piece = 1; rest && piece < rest.pieces; piece++)
      pieces.push(await ask('log.piece', { id: rest.id, piece }))
    return pieces
  }
  return { ...fixture, exported, behind }
}

test('a long log leaves in pieces, none of which is long, and together they are the file', async () => {
  const { exported, behind, end } = await benchWith(lines.repeat(12_000))
  const text = await exported({})
  const said = [text, ...(await behind(text))].map((piece) => piece.text ?? '')
  const sizes = said.map((piece) => new TextEncoder().encode(piece).length)
  expect(said.length).toBeGreaterThan(4)
  // Text is written in pieces of its own, of which the last one reaches over.
  expect(Math.max(...sizes)).toBeLessThan(2 * filePieceBytes)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(text.rest?.bytes)
  expect(said.join('').split('+CSQ: 20,99')).toHaveLength(12_001)
  expect(said.join('')).not.toContain('\ufffd')

  const raw = await exported({ format: 'raw' })
  const octets = [raw, ...(await behind(raw))].map((piece) => octetsOf(piece.base64 ?? ''))
  expect(octets.length).toBeGreaterThan(1)
  expect(concat(octets).length).toBe(raw.rest?.bytes)
  await end()
})

test('a file that was fetched to its end is let go, and says what to do', async () => {
  const { exported, behind, ask, end } = await benchWith(lines.repeat(4_000))
  const file = await exported({})
  await behind(file)
  const again = ask('log.piece', { id: file.rest?.id ?? '', piece: 1 })
  await expect(again).rejects.toThrow('Export it again')
  await end()
})

test('who may only look gets no piece of a file that somebody else made without masking', async () => {
  const { exported, bench, end } = await benchWith(lines.repeat(4_000))
  const asked = async (redact: boolean) => {
    const { rest } = await exported({ redact })
    const input = { id: rest?.id, piece: 1, redact: false }
    return (await dispatchForReader(bench.handlers, 'log.piece', input)).ok
  }
  expect([await asked(false), await asked(true)]).toEqual([false, true])
  await end()
})

test('files that nobody fetches make room for newer ones', () => {
  const files = new KeptFiles()
  const large = () => {
    const made = new FilePieces()
    // The same octets over and over: it is their number that counts.
    const octets = new Uint8Array(filePieceBytes)
    for (let piece = 0; piece < 800; piece++) made.push(octets)
    const named = { name: 'x.bin', mime: 'application/octet-stream', masked: {} }
    return files.give(named, made.end(), { text: false, masked: true }).rest?.id ?? ''
  }
  const [old, last] = [large(), large()]
  const pieceOf = (id: string) => () => files.piece({ id, piece: 1, redact: true })
  expect(pieceOf(old)).toThrow('made room')
  expect(pieceOf(last)).not.toThrow()
})

test('what a line far down says of a value hides it in the lines before, too', async () => {
  const { exported, ask, behind, end } = await benchWith(
    'note to self: unit 490154203237518 on the left, login k3yfob!77\r\nAT+CGSN\r\n490154203237518\r\nOK\r\n' +
      lines.repeat(40) +
      'AT+CGAUTH=1,1,"k3yfob!77","tuser99"\r\nOK\r\n',
  )
  for (const format of ['text', 'markdown', 'html', 'csv', 'jsonl', 'raw'] as const) {
    const file = await exported({ format })
    const pieces = [file, ...(await behind(file))]
    const said = pieces.map(({ text, base64: octets }) =>
      octets === undefined ? text : String.fromCharCode(...octetsOf(octets)),
    )
    const left = ['490154203237518', 'k3yfob!77'].filter((value) => said.join('').includes(value))
    expect([format, left]).toEqual([format, []])
  }
  const story = JSON.stringify(await ask('log.story', { language: 'en', redact: true }))
  expect(story).not.toContain('490154203237518')
  await end()
})
