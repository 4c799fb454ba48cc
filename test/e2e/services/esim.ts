import { beforeAll, describe, expect, test } from 'vitest'
import { loadAxe, violationsIn } from '../../support/axe'
import type { BenchPage } from '../../support/bench-page'
import { overflowsIn } from '../../support/overflows'
import type { SharedWindow } from '../../support/shared-window'

/** The profiles of an eUICC: another one is enabled, named and deleted, each after its question. */
export function esimStories(window: SharedWindow): void {
  describe.each([
    ['en', 'sim:sim7672#13', 'not to be deleted', 'gone for good'],
    ['ja', 'sim:sim7672#14', '事業者が削除を禁止', '再発行を受けるまで'],
  ] as const)('the profiles of an eSIM (%s)', (language, port, stays, gone) => {
    let bench: BenchPage
    beforeAll(async () => {
      bench = await window.anew(language)
      await bench.open('a', `${port}?card=esim&speed=fast`)
      await bench.choose('a', 'esim')
    })
    const profiles = (state: string) =>
      window.page.locator(`[data-testid=esim-profile][data-state=${state}]`)
    const enabled = () => profiles('enabled').allTextContents()
    const acts = (what: string) => profiles('disabled').getByTestId(`esim-${what}`)

    test('are listed, and another one is enabled after a question', async () => {
      await profiles('enabled').waitFor()
      expect((await enabled()).join()).toContain('SORACOM')
      await expect.poll(() => bench.at('esim-profile').allTextContents()).toHaveLength(3)
      expect((await bench.at('esim-profile').allTextContents()).join()).toContain(stays)
      await profiles('disabled').filter({ hasText: 'SoftBank' }).getByTestId('esim-enable').click()
      await bench.at('esim-sure').click()
      await expect.poll(async () => (await enabled()).join()).toContain('SoftBank')
    })

    test('one gets a name of your own, and one is deleted for good', async () => {
      await profiles('enabled').getByTestId('esim-rename').click()
      await bench.at('esim-name').fill('spare 予備')
      await bench.at('esim-sure').click()
      await expect.poll(async () => (await enabled()).join()).toContain('spare 予備')
      await acts('remove').first().click()
      expect(await window.page.locator('[role=dialog]').textContent()).toContain(gone)
      await bench.at('esim-sure').click()
      await expect.poll(() => bench.at('esim-profile').count()).toBe(2)
    })

    test('can be used by people who see it otherwise, or not at all', async () => {
      expect(await window.page.evaluate(overflowsIn, '[role=dialog]')).toEqual([])
      await loadAxe(window.page)
      expect(await violationsIn(window.page, '[role=dialog]', 'all')).toEqual([])
    })
  })
}
