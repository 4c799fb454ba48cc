import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mustBeFolder, mustBeNew, openNew, writeNew } from '@hosts/result-file'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'modem-bench-result-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a file that is there is refused before the work, and not written over after it', async () => {
  const path = join(folder, 'way.gpx')
  writeFileSync(path, 'mine')
  await expect(mustBeNew('--track way.gpx', path)).rejects.toMatchObject({ code: 'output-exists' })
  await expect(writeNew('--track way.gpx', path, 'new')).rejects.toMatchObject({
    code: 'output-exists',
    detail: '--track way.gpx',
  })
  expect(readFileSync(path, 'utf8')).toBe('mine')
})

test('a folder that is missing is told before the work; what can be made is made', async () => {
  const lost = join(folder, 'no', 'way.gpx')
  await expect(mustBeNew('--track', lost)).rejects.toMatchObject({
    code: 'bad-input',
    detail: '--track: there is no such file or folder.',
  })
  const path = join(folder, 'way.gpx')
  await mustBeNew('--track', path)
  await writeNew('--track', path, 'new')
  expect(readFileSync(path, 'utf8')).toBe('new')
  await expect(mustBeFolder('--files', join(folder, 'no'))).rejects.toThrow('--files')
  await expect(mustBeFolder('--files', path)).rejects.toMatchObject({ code: 'bad-input' })
  await mustBeFolder('--files', folder)
})

test('what is written as it comes takes a new file or a device, and no file that is there', async () => {
  const path = join(folder, 'one.pcapng')
  const made = await openNew('--pcap one.pcapng', path)
  await made.appendFile('mine')
  await made.close()
  await expect(openNew('--pcap one.pcapng', path)).rejects.toMatchObject({
    code: 'output-exists',
    detail: '--pcap one.pcapng',
  })
  expect(readFileSync(path, 'utf8')).toBe('mine')
  await (await openNew('--pcap', devNull)).close()
  await expect(openNew('--pcap ', '')).rejects.toMatchObject({
    code: 'bad-input',
    detail: '--pcap “”: the name is empty; expected a file, or - for standard output.',
  })
})
