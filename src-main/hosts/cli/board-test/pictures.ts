import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { Fault, mostPictureOctets } from '@contract'
import type { WholeBench } from '../on-bench'
import { fileFault } from '../../file-fault'
import { pictureTooLong } from './words'

/** Where a picture of the plan is, and what the bench knows it by. */
export interface GivenPicture {
  readonly path: string
  readonly sha256: string
}
/** By the names that the plan has. */
export type GivenPictures = ReadonlyMap<string, GivenPicture>

/** Gives the bench, which may be elsewhere, the pictures that stand beside a plan. Throws `Fault('bad-input')` for one that cannot be read. */
export async function givePictures(
  { call }: Pick<WholeBench, 'call'>,
  plan: string,
  names: readonly string[],
): Promise<GivenPictures> {
  const given = new Map<string, GivenPicture>()
  for (const name of names) {
    const path = resolve(dirname(plan), name)
    const octets = await readFile(path).catch((error: unknown) => {
      throw fileFault(path, error)
    })
    if (octets.length > mostPictureOctets)
      throw new Fault('bad-input', pictureTooLong(path, mostPictureOctets))
    const sha256 = await call('test.givePicture', { base64: octets.toString('base64') })
    given.set(name, { path, sha256 })
  }
  return given
}
