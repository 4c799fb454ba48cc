import { concat, latin1 } from '../bytes'
import { Fault } from '../fault'
import { quoted } from '../words'
import {
  moreOctetsThan,
  chunkWithoutEnd,
  chunkWithoutLength,
  octetsMissing,
  tooManyHeaders,
  notAHeader,
  headersCut,
  endedInLine,
  lineTooLong,
} from './words'

export type Headers = Readonly<Record<string, string>>

/** Where octets come from: undefined is the end. */
export type Source = () => Promise<Uint8Array | undefined>

const lf = 0x0a
const longestLine = 16_384
const mostHeaders = 200

/** Reads lines and counted octets from a stream that arrives in pieces. */
export class HttpReader {
  readonly #source: Source
  #piece: Uint8Array = new Uint8Array()
  #ended = false
  bytes = 0

  constructor(source: Source) {
    this.#source = source
  }

  /** The next octets, at most `limit`; undefined at the end. */
  async some(limit: number): Promise<Uint8Array | undefined> {
    if (this.#piece.length === 0 && !(await this.#more())) return undefined
    const part = this.#piece.subarray(0, limit)
    this.#piece = this.#piece.subarray(part.length)
    return part
  }

  /** Exactly so many octets. */
  async exactly(count: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = []
    await readCount(this, count, (part) => parts.push(part))
    return concat(parts)
  }

  /** A line without its end; undefined when the stream ended before it began. */
  async line(): Promise<string | undefined> {
    let text = ''
    for (;;) {
      const end = this.#piece.indexOf(lf)
      text += latin1(end < 0 ? this.#piece : this.#piece.subarray(0, end))
      if (text.length > longestLine) throw new Fault('http-bad-answer', lineTooLong)
      this.#piece = end < 0 ? new Uint8Array() : this.#piece.subarray(end + 1)
      if (end >= 0) return text.replace(/\r$/, '')
      if (await this.#more()) continue
      if (text !== '') throw new Fault('http-bad-answer', endedInLine)
      return undefined
    }
  }

  async #more(): Promise<boolean> {
    while (!this.#ended && this.#piece.length === 0) {
      const next = await this.#source()
      if (next === undefined) this.#ended = true
      else this.#piece = next
      this.bytes += next?.length ?? 0
    }
    return this.#piece.length > 0
  }
}

/** Header lines up to the empty one, names in lower case, repeats joined. */
export async function readHeaders(reader: HttpReader): Promise<Headers> {
  const headers: Record<string, string> = {}
  for (let count = 0; count < mostHeaders; count++) {
    const line = await reader.line()
    if (line === undefined) throw new Fault('http-bad-answer', headersCut)
    if (line === '') return headers
    const colon = line.indexOf(':')
    if (colon <= 0) throw new Fault('http-bad-answer', notAHeader(line.slice(0, 60)))
    const name = line.slice(0, colon).trim().toLowerCase()
    const value = line.slice(colon + 1).trim()
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`
  }
  throw new Fault('http-bad-answer', tooManyHeaders)
}

export type Sink = (chunk: Uint8Array) => void

/** How the end of a body is known: its length, chunks, or the end of the stream (RFC 9112 6.3). */
export async function readBody(
  reader: HttpReader,
  headers: Headers,
  untilClose: boolean,
  sink: Sink,
): Promise<void> {
  if (/\bchunked\b/i.test(headers['transfer-encoding'] ?? '')) return readChunks(reader, sink)
  const announced = headers['content-length']
  if (announced !== undefined) {
    if (!/^\d{1,15}$/.test(announced))
      throw new Fault('http-bad-answer', quoted(`content-length “${announced}”`))
    return readCount(reader, Number(announced), sink)
  }
  if (!untilClose) return
  for (;;) {
    const chunk = await reader.some(Infinity)
    if (!chunk) return
    sink(chunk)
  }
}

async function readCount(reader: HttpReader, count: number, sink: Sink): Promise<void> {
  let left = count
  while (left > 0) {
    const chunk = await reader.some(left)
    if (!chunk) throw new Fault('http-bad-answer', octetsMissing(left, count))
    left -= chunk.length
    sink(chunk)
  }
}

async function readChunks(reader: HttpReader, sink: Sink): Promise<void> {
  for (;;) {
    const line = await reader.line()
    const digits = /^([0-9a-f]{1,8})\s*(;.*)?$/i.exec(line ?? '')?.[1]
    if (digits === undefined) throw new Fault('http-bad-answer', chunkWithoutLength)
    const count = parseInt(digits, 16)
    if (count === 0) break
    await readCount(reader, count, sink)
    if ((await reader.line()) !== '') throw new Fault('http-bad-answer', chunkWithoutEnd)
  }
  await readHeaders(reader)
}

/** Gathers a body up to a limit. */
export function gather(limit: number): { sink: Sink; body(): Uint8Array; count(): number } {
  const parts: Uint8Array[] = []
  let count = 0
  return {
    sink(chunk) {
      count += chunk.length
      if (count > limit) throw new Fault('http-too-large', moreOctetsThan(limit))
      parts.push(chunk)
    },
    body: () => concat(parts),
    count: () => count,
  }
}
