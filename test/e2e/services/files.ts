import { beforeAll, describe, expect, test } from 'vitest'
import { loadAxe, violationsIn } from '../../support/axe'
import type { BenchPage } from '../../support/bench-page'
import { overflowsIn } from '../../support/overflows'
import type { StoryPage } from '../../support/shared-window'

const octets = (text: string) => Buffer.from(text, 'utf8')

/** A file is loaded into the modem, refused where it is there already, put in its place, and deleted. */
export function fileStories(window: StoryPage): void {
  describe.each(['en', 'ja'] as const)('the files in a modem (%s)', (language) => {
    let bench: BenchPage
    const name = `trial-${language}.txt`
    const rows = () => bench.at('files-row').allTextContents()
    const load = async (text: string) => {
      const file = { name, mimeType: 'text/plain', buffer: octets(text) }
      await bench.at('files-picker').setInputFiles(file)
      await bench.at('files-load').waitFor()
    }
    beforeAll(async () => {
      bench = await window.anew(language)
      await bench.open('a', 'sim:sim7672?speed=fast')
      await bench.choose('a', 'files')
      await bench.at('files-space').first().waitFor()
    })

    test('are loaded with their size, replaced after a tick, and deleted after a question', async () => {
      await load('twelve octet')
      await bench.at('files-load').click()
      await expect.poll(rows).toContainEqual(expect.stringMatching(/trial.*\b12\b/))
      await load('five!')
      await bench.at('files-load').click()
      await window.page.locator('[data-code="files-exists"]').waitFor()
      await bench.at('files-replace').check()
      await bench.at('files-load').click()
      await expect.poll(rows).toContainEqual(expect.stringMatching(/trial.*\b5\b/))
      expect(await window.page.evaluate(overflowsIn, '[role=dialog]')).toEqual([])
      await loadAxe(window.page)
      expect(await violationsIn(window.page, '[role=dialog]', 'all')).toEqual([])
      const mine = bench.at('files-row').filter({ hasText: name })
      await mine.getByTestId('files-remove').click()
      await mine.getByTestId('files-remove-sure').click()
      await expect.poll(async () => (await rows()).join()).not.toContain(name)
    })
  })
}
