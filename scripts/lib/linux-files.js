import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Every entry below a folder: its path, and whether it is a folder. */
export function* entriesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    yield { path, isFolder: entry.isDirectory() }
    if (entry.isDirectory()) yield* entriesUnder(path)
  }
}

/** As dpkg counts the installed size: whole KiB for each entry. */
export const kibibytesOf = (root) =>
  [...entriesUnder(root)].reduce(
    (sum, { path, isFolder }) =>
      sum + (isFolder ? 1 : Math.max(1, Math.ceil(lstatSync(path).size / 1024))),
    0,
  )
