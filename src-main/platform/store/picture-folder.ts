import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { pictureOf, type PictureType } from '@core/plan/picture'
import type { PictureShelf } from '@core/plan/picture-shelf'
import { makeFolder } from './make-folder'
import { patiently } from './patiently'
import { storeFault } from './store-fault'

const endings: { readonly [type in PictureType]: string } = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
}
const named = /^([0-9a-f]{64})\.(?:png|jpg|webp|gif)$/

const folderOf = (data: string) => join(data, 'pictures')

/**
 * The pictures of a data folder: `pictures/SHA-256.png`, each once however many boards were looked at by it. A picture is there whole or not at
 * all, whatever ends the program.
 */
export function pictureFolder(data: string): PictureShelf {
  const folder = folderOf(data)
  return {
    async keep({ sha256, type, octets }) {
      const name = `${sha256}.${endings[type]}`
      try {
        if (await whole(join(folder, name), sha256)) return
        await makeFolder(folder, 0o700)
        await patiently(() =>
          writeFileAtomic(join(folder, name), Buffer.from(octets), { mode: 0o600 }),
        )
      } catch (error) {
        throw storeFault(error, name)
      }
    },
    async read(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined
      try {
        for (const ending of Object.values(endings)) {
          const found = await whole(join(folder, `${sha256}.${ending}`), sha256)
          if (found) return found
        }
        return undefined
      } catch (error) {
        throw storeFault(error, sha256)
      }
    },
  }
}

/** The picture in a file that still is what its name says. */
async function whole(path: string, sha256: string) {
  try {
    const picture = pictureOf(new Uint8Array(await patiently(() => readFile(path))))
    return picture?.sha256 === sha256 ? picture : undefined
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Its record is written behind it. */
const youngMs = 3_600_000

/** Removes the pictures that no record names any more, and gives their paths. `dryRun`: only tells. */
export async function prunePictures(
  data: string,
  isNamed: (sha256: string) => boolean,
  nowMs: number,
  dryRun: boolean,
): Promise<readonly string[]> {
  const folder = folderOf(data)
  const gone: string[] = []
  for (const name of await namesIn(folder)) {
    const sha256 = named.exec(name)?.[1]
    const path = join(folder, name)
    if (sha256 === undefined || isNamed(sha256)) continue
    if (nowMs - (await stat(path)).mtimeMs < youngMs) continue
    if (!dryRun) await rm(path, { force: true })
    gone.push(path)
  }
  return gone
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
