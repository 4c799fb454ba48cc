import { realpath } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { Fault } from '@core/fault'
import { notInFilesFolder } from './words'

/**
 * The file of that name in a folder. Rejects with `Fault('bad-input')` for every other place, and says nothing of what is
 * there: not even whether it exists.
 */
export async function pathInside(folder: string, name: string): Promise<string> {
  // A folder that is not made yet holds nothing.
  const root = await realpath(folder).catch(() => resolve(folder))
  const found = await realpath(resolve(root, name)).catch(() => undefined)
  const way = found === undefined ? undefined : relative(root, found)
  if (found === undefined || !way || isAbsolute(way) || way.split(sep)[0] === '..')
    throw new Fault('bad-input', notInFilesFolder(name))
  return found
}
