import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Macros } from '@bench/macros/macros'
import { keepBeside } from '@core/keep-beside'
import { fileStore } from '@platform/store/file-store'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'modem-bench-kept-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function written(text: string, at: string): Promise<void> {
  await writeFile(join(folder, 'macros.json'), text)
  await utimes(join(folder, 'macros.json'), new Date(at), new Date(at))
}
const kept = async () => (await readdir(folder)).filter((name) => name !== 'macros.json').sort()

test('a damaged file is kept under a name with the time it was written, once for however many starts', async () => {
  await written('[{"id":', '2026-11-28T09:05:07.800Z')
  for (let start = 0; start < 3; start++)
    await expect(new Macros(fileStore(folder)).load()).rejects.toThrow('2026-11-28T09-05-07Z')
  expect(await kept()).toEqual(['macros.json.unreadable-2026-11-28T09-05-07Z'])
  await written('another damage', '2026-12-24T18:00:00Z')
  await expect(new Macros(fileStore(folder)).load()).rejects.toThrow('2026-12-24T18-00-00Z')
  expect(await kept()).toHaveLength(2)
})

test('two damages of one second are both kept', async () => {
  await written('one', '2026-11-28T09:05:07.100Z')
  const store = fileStore(folder)
  const first = await keepBeside(store, 'macros.json', 'one')
  expect(await keepBeside(store, 'macros.json', 'two')).toBe(`${first}-2`)
  expect(await readFile(join(folder, first), 'utf8')).toBe('one')
})
