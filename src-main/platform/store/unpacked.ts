import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Fault } from '@core/fault'
import { gzipDamaged } from './words'

const gzipMagic = [0x1f, 0x8b] as const

/** The octets of a file, those of a gzip file (RFC 1952) unpacked. Rejects with `Fault('bad-input')` where it is damaged or cut off. */
export async function* unpacked(
  stream: AsyncGenerator<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array> {
  const head: Uint8Array[] = []
  let length = 0
  while (length < gzipMagic.length) {
    const next = await stream.next()
    if (next.done) break
    head.push(next.value)
    length += next.value.length
  }
  const start = Buffer.concat(head)
  const all = chained(start, stream)
  if (!gzipMagic.every((octet, at) => start[at] === octet)) return yield* all
  const source = Readable.from(all)
  const gunzip = createGunzip()
  // A stream that fails hands its error on only where it is told to.
  source.on('error', (error) => gunzip.destroy(error))
  source.pipe(gunzip)
  try {
    for await (const piece of gunzip) yield piece as Buffer
  } catch (error) {
    throw damaged(error, name)
  } finally {
    source.destroy()
  }
}

async function* chained(
  head: Uint8Array,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head
  yield* rest
}

function damaged(error: unknown, name: string): Fault {
  if (error instanceof Fault) return error
  const why = error instanceof Error ? error.message : String(error)
  const words = gzipDamaged(name, why)
  return new Fault('bad-input', words, { cause: error })
}
