import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pictureOf } from '@core/plan/picture'
import { pruneJournals } from '@platform/store/journal-care'
import { pictureFolder } from '@platform/store/picture-folder'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictures-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const picture = (text: string) => {
  const found = pictureOf(
    new Uint8Array(Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(text)])),
  )
  if (!found) throw new Error('no picture')
  return found
}
const led = picture('the LED')
const pathOf = ({ sha256 }: { sha256: string }) => join(folder, 'pictures', `${sha256}.png`)

test('a picture lies under its SHA-256 for its owner alone, once, and is read again', async () => {
  await pictureFolder(folder).keep(led)
  await pictureFolder(folder).keep(led)
  expect(await readdir(join(folder, 'pictures'))).toEqual([`${led.sha256}.png`])
  expect(await readFile(pathOf(led))).toEqual(Buffer.from(led.octets))
  if (process.platform !== 'win32') expect((await stat(pathOf(led))).mode & 0o777).toBe(0o600)
  expect(await pictureFolder(folder).read(led.sha256)).toEqual(led)
})

test('what is no picture of ours, or not any more, is not there; keeping it again mends it', async () => {
  const shelf = pictureFolder(folder)
  await shelf.keep(led)
  await writeFile(pathOf(led), led.octets.subarray(0, 9))
  expect(await shelf.read(led.sha256)).toBeUndefined()
  expect(await shelf.read('../../etc/passwd')).toBeUndefined()
  await shelf.keep(led)
  expect(await shelf.read(led.sha256)).toEqual(led)
})

test('a picture goes with the last record that names it, and never one that was just given', async () => {
  const [named, orphan, young] = [led, picture('two'), picture('three')]
  for (const one of [named, orphan, young]) await pictureFolder(folder).keep(one)
  await writeFile(join(folder, 'units-p.jsonl'), `{"pictures":{"led.png":"${named.sha256}"}}\n`)
  const now = Date.now()
  for (const one of [named, orphan]) await utimes(pathOf(one), now / 1000 - 7200, now / 1000 - 7200)
  const told = await pruneJournals(folder, {}, now, true)
  expect(told.pictures).toEqual([pathOf(orphan)])
  expect(await readdir(join(folder, 'pictures'))).toHaveLength(3)
  await pruneJournals(folder, {}, now)
  expect((await readdir(join(folder, 'pictures'))).toSorted()).toEqual(
    [`${named.sha256}.png`, `${young.sha256}.png`].toSorted(),
  )
  await rm(join(folder, 'units-p.jsonl'))
  expect((await pruneJournals(folder, {}, now)).pictures).toEqual([pathOf(named)])
})

test('a name that lies across two pieces of a long file of records is found', async () => {
  await pictureFolder(folder).keep(led)
  const now = Date.now()
  await utimes(pathOf(led), now / 1000 - 7200, now / 1000 - 7200)
  // Streams read 64 KiB at once.
  await writeFile(join(folder, 'units-p.jsonl'), `${' '.repeat(65_536 - 30)}"${led.sha256}"\n`)
  expect((await pruneJournals(folder, {}, now)).pictures).toEqual([])
})
