import { beforeAll, describe, expect, test } from 'vitest'
import { loadAxe, violationsIn } from '../../support/axe'
import type { BenchPage } from '../../support/bench-page'
import type { SharedWindow } from '../../support/shared-window'

export function contextStories(window: SharedWindow): void {
  describe.each([
    ['en', 'sim:sim7600', 'context 2 is new', 'context 2 is deleted'],
    ['ja', 'sim:sim7600#9', 'コンテキスト 2 を新規作成', 'コンテキスト 2 を削除'],
  ] as const)('the contexts of a slot (%s)', (language, port, isNew, isDeleted) => {
    let bench: BenchPage
    beforeAll(async () => {
      bench = await window.anew(language)
      await bench.open('a', `${port}?speed=fast`)
      await bench.choose('a', 'contexts')
    })
    const row = (cid: number) => bench.at(`context-${cid}`)

    test('a new one is compared, then written; a typed change takes the comparison back', async () => {
      await row(1).waitFor()
      await bench.at('contexts-new').click()
      expect(await bench.at('context-cid').inputValue()).toBe('2')
      await bench.at('context-apn').fill('soracom.io')
      await bench.at('context-compare').click()
      const difference = bench.at('context-difference')
      await expect.poll(() => difference.textContent()).toContain(isNew)
      await bench.at('context-auth').selectOption('chap')
      await difference.waitFor({ state: 'detached' })
      await bench.at('context-user').fill('sora')
      await bench.at('context-password').fill('geheim')
      await bench.at('context-compare').click()
      await bench.at('context-write').click()
      await expect.poll(() => row(2).textContent()).toMatch(/soracom\.io.*CHAP · sora/)
    })

    test('can be used by people who see it otherwise, or not at all', async () => {
      await bench.at('context-edit-2').click()
      await loadAxe(window.page)
      expect(await violationsIn(window.page, '[role=dialog]', 'all')).toEqual([])
    })

    test('one is deleted after a look at what goes', async () => {
      await bench.at('context-remove-2').click()
      await expect.poll(() => bench.at('context-difference').textContent()).toContain(isDeleted)
      await bench.at('context-write').click()
      await row(2).waitFor({ state: 'detached' })
    })
  })
}
