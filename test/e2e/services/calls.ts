import { beforeAll, describe, expect, test } from 'vitest'
import { loadAxe, violationsIn } from '../../support/axe'
import type { BenchPage } from '../../support/bench-page'
import { overflowsIn } from '../../support/overflows'
import type { StoryPage } from '../../support/shared-window'

/** The number of the card in the seventh simulated SIM5320, which no other story opens: the speed is chosen when it is first opened. */
const numberOfB = '+818000005326'

/** Slot A calls slot B; both say what becomes of it, in the words of this language. */
export function callStories(window: StoryPage): void {
  describe.each([
    ['en', /the other side rings/, /Hung up here/],
    ['ja', /呼出中/, /こちらで切断しました/],
  ] as const)('voice calls between both slots (%s)', (language, alerting, ended) => {
    let bench: BenchPage
    const text = () => bench.at('voice-call').textContent()
    const dialogOf = async (slot: 'a' | 'b') => {
      await window.page.keyboard.press('Escape')
      await bench.showSlot(slot)
      await bench.choose(slot, 'voice')
    }
    beforeAll(async () => {
      bench = await window.anew(language)
      // Somebody has to get to the other slot while it rings, for 60 s of its time.
      await bench.open('a', 'sim:sim7600#7?speed=2')
      await bench.open('b', 'sim:sim5320#7?speed=2')
    })

    test('one rings, the other answers and hears a key, and the end is told with its reason', async () => {
      await dialogOf('a')
      await bench.at('voice-number').fill(numberOfB)
      // Until both are registered the network has no way to it.
      await expect
        .poll(async () => {
          const dial = bench.at('voice-dial')
          if (await dial.isVisible()) await dial.click()
          return text()
        })
        .toMatch(alerting)
      await dialogOf('b')
      await bench.at('voice-answer').click()
      await bench.at('voice-keys').waitFor()
      await dialogOf('a')
      await bench.at('voice-keys').fill('1#')
      await bench.at('voice-press').click()
      await expect.poll(() => bench.at('voice-keys').inputValue()).toBe('')
      await bench.at('voice-hang-up').click()
      await expect.poll(text).toMatch(ended)
      await dialogOf('b')
      await expect.poll(text).toContain('NO CARRIER')
    })

    test('what cannot be dialled is told where it was typed', async () => {
      await bench.at('voice-number').fill('hello')
      await bench.at('voice-dial').click()
      await window.page.locator('[data-code="voice-number"]').waitFor()
      expect(await bench.at('voice-number').inputValue()).toBe('hello')
      expect(await window.page.evaluate(overflowsIn, '[role=dialog]')).toEqual([])
      await loadAxe(window.page)
      expect(await violationsIn(window.page, '[role=dialog]', 'all')).toEqual([])
    })
  })
}
