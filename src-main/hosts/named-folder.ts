import { existsSync } from 'node:fs'
import { Fault } from '@core/fault'
import type { Words } from '@core/words'
import { dataFolder } from '@platform/store/data-folder'
import { folderMade, noSuchFolder } from './words'

/** Who reads what lies in a folder that was named: one that is not there is a slip. Throws `Fault('data-folder')`. */
export function mustBeThere(named: string | undefined): void {
  if (named !== undefined && !existsSync(named)) throw new Fault('data-folder', noSuchFolder(named))
}

/** The data folder for who reads in it alone; the user's own where none is named. */
export async function folderToRead(named: string | undefined): Promise<string> {
  mustBeThere(named)
  return dataFolder(named)
}

/** What is said of a named folder that will be made; undefined where it is there, or none is named. */
export const newFolder = (named: string | undefined): Words | undefined =>
  named === undefined || existsSync(named) ? undefined : folderMade(named)

/** The data folder for who writes into it: a named one that is made is told, since it may be a slip. */
export async function folderToFill(
  named: string | undefined,
  say: (words: Words) => void,
): Promise<string> {
  const made = newFolder(named)
  const folder = await dataFolder(named)
  if (made) say(made)
  return folder
}
