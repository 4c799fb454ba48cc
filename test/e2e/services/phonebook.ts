import { beforeAll, describe, expect, test } from 'vitest'
import { loadAxe, violationsIn } from '../../support/axe'
import type { BenchPage } from '../../support/bench-page'
import type { SharedWindow } from '../../support/shared-window'

export function phonebookStories(window: SharedWindow): void {
  describe.each(['en', 'ja'] as const)('the phone book of a slot (%s)', (language) => {
    let bench: BenchPage
    beforeAll(async () => {
      bench = await window.anew(language)
      await bench.open('a', 'sim:sim7600?speed=fast')
      await bench.choose('a', 'phonebook')
    })
    const first = () => bench.at('phonebook-entry').first().textContent()

    test('covers numbers and names, shows them when asked, and reads another store', async () => {
      await expect.poll(first).toContain('••••')
      expect(await first()).not.toContain('Bench')
      await bench.at('phonebook-reveal').click()
      await expect.poll(first).toBe('1+818000000001Bench')
      const own = await bench.at('phonebook-own').textContent()
      await bench.at('phonebook-store').selectOption('ON')
      await expect.poll(first).toContain(own ?? 'a number')
    })

    test('can be used by people who see it otherwise, or not at all', async () => {
      await loadAxe(window.page)
      expect(await violationsIn(window.page, '[role=dialog]', 'all')).toEqual([])
    })
  })
}
