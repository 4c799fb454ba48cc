import { Readable } from 'node:stream'
import { constants, createGunzip } from 'node:zlib'
import { Fault } from '@core/fault'
import { gzipDamaged } from './words'

const gzipMagic = [0x1f, 0x8b] as const

/** What is known of a packed file once it has been read. */
export interface Packed {
  /** It ends too soon; all that could be unpacked was given. */
  cut: boolean
}

/**
 * The octets of a file, those of a gzip file (RFC 1952) unpacked. Rejects with `Fault('bad-input')` where it is damaged, and
 * where it is cut off unless somebody wants to know that (`packed`).
 */
export async function* unpacked(
  stream: AsyncGenerator<Uint8Array>,
  name: string,
  packed?: Packed,
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
  source.pipe(gunzip, { end: false })
  // All that can be unpacked is out before the end is told: an end that comes too soon takes what waits with it.
  let flushed = false
  source.on('end', () =>
    gunzip.flush(constants.Z_SYNC_FLUSH, () => {
      flushed = true
      if (gunzip.readableLength === 0) gunzip.end()
    }),
  )
  let given = 0
  try {
    for await (const piece of gunzip) {
      given++
      yield piece as Buffer
      if (flushed && gunzip.readableLength === 0) gunzip.end()
    }
  } catch (error) {
    if (!packed || given === 0 || !isCutOff(error)) throw damaged(error, name)
    packed.cut = true
  } finally {
    source.destroy()
  }
}

/** zlib wanted more than there was. */
const isCutOff = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR'

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
