import type { Store } from './ports/store'

/**
 * Keeps what a file held under a name with the time at which it was written, and gives that name: what was kept before stays,
 * and nothing is kept twice, however often the same file is read.
 */
export async function keepBeside(store: Store, file: string, text: string): Promise<string> {
  const writtenMs = await store.writtenMs?.(file)
  const first = `${file}.unreadable${writtenMs === undefined ? '' : `-${stampOf(writtenMs)}`}`
  for (let count = 1; ; count++) {
    const name = count === 1 ? first : `${first}-${count}`
    const before = await store.read(name)
    if (before === undefined) await store.write(name, text)
    if (before === undefined || before === text) return name
  }
}

/** `2026-11-28T09-05-07Z`: a colon is no part of a name on Windows. */
const stampOf = (ms: number): string =>
  `${new Date(ms).toISOString().slice(0, 19).replaceAll(':', '-')}Z`
