import { mkdtempSync, existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Words } from '@core/words'
import { folderToFill, folderToRead } from '@hosts/named-folder'

let here: string
beforeEach(() => {
  here = mkdtempSync(join(tmpdir(), 'named-'))
})
afterEach(() => rmSync(here, { recursive: true }))

test('a folder that is read and not there is a slip, and is not made', async () => {
  const folder = join(here, 'typo')
  await expect(folderToRead(folder)).rejects.toMatchObject({
    code: 'data-folder',
    said: {
      en: expect.stringMatching(/typo: there is no such folder/),
      ja: expect.stringMatching(/typo：フォルダーがありません/),
    },
  })
  expect(existsSync(folder)).toBe(false)
  expect(await folderToRead(here)).toBe(here)
})

test('a folder that is filled is made, and that is said once', async () => {
  const said: Words[] = []
  const folder = join(here, 'new')
  for (let time = 0; time < 2; time++)
    expect(await folderToFill(folder, (words) => said.push(words))).toBe(folder)
  expect(said).toEqual([
    {
      en: expect.stringMatching(/new was not there; the folder is made\.$/),
      ja: expect.stringMatching(/フォルダーを作成しました。$/),
    },
  ])
})
