import { deflateRawSync } from 'node:zlib'
import { concat } from '@core/bytes'
import { crc32 } from '@core/log/crc32'

export interface ZipEntry {
  readonly name: string
  readonly text: string
}

const utf8Names = 0x0800
const deflated = 8

/** A zip archive (PKWARE APPNOTE 4.3) of texts; `at` is the time of all of them, local, as zip has it. */
export function zipOf(entries: readonly ZipEntry[], at: Date): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { name, text } of entries) {
    const octets = new TextEncoder().encode(text)
    const packed = new Uint8Array(deflateRawSync(octets))
    const title = new TextEncoder().encode(name)
    const shared = fields([
      [2, 20],
      [2, utf8Names],
      [2, deflated],
      [2, timeOf(at)],
      [2, dayOf(at)],
      [4, crc32(octets)],
      [4, packed.length],
      [4, octets.length],
      [2, title.length],
      [2, 0],
    ])
    const local = concat([fields([[4, 0x04034b50]]), shared, title, packed])
    const place = fields([
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ])
    const signature = fields([
      [4, 0x02014b50],
      [2, 20],
    ])
    directory.push(concat([signature, shared, place, title]))
    parts.push(local)
    offset += local.length
  }
  const listed = concat(directory)
  const end = fields([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, listed.length],
    [4, offset],
    [2, 0],
  ])
  return concat([...parts, listed, end])
}

/** Numbers of two or four octets, the lowest first. */
function fields(values: readonly (readonly [octets: 2 | 4, value: number])[]): Uint8Array {
  return Uint8Array.from(
    values.flatMap(([octets, value]) =>
      Array.from({ length: octets }, (_, index) => (value >>> (8 * index)) & 0xff),
    ),
  )
}

const timeOf = (at: Date) =>
  (at.getHours() << 11) | (at.getMinutes() << 5) | Math.floor(at.getSeconds() / 2)
const dayOf = (at: Date) =>
  ((at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate()
