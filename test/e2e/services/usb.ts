import { beforeAll, describe, expect, test } from 'vitest'
import { loadAxe, violationsIn } from '../../support/axe'
import type { BenchPage } from '../../support/bench-page'
import { overflowsIn } from '../../support/overflows'
import type { StoryPage } from '../../support/shared-window'

/** A modem is made something else on USB, comes back under another name, and goes back to what it was. */
export function usbStories(window: StoryPage): void {
  describe.each(['en', 'ja'] as const)('what a modem is on USB (%s)', (language) => {
    let bench: BenchPage
    const now = (id: string) => bench.at('usb').locator('label', { has: bench.at(`usb-${id}`) })
    const shown = async () => {
      await bench.choose('a', 'care')
      // As soon as the button can be pressed there is an answer.
      await bench.at('usb-read').click()
      await bench.at('usb-9001').waitFor()
    }
    const backAgain = async (path: RegExp) => {
      await bench.at('usb-written').waitFor()
      await window.page.keyboard.press('Escape')
      await expect.poll(() => bench.at('slot-a').textContent()).toMatch(path)
    }
    const isNow = language === 'en' ? 'now' : '現在'
    beforeAll(async () => {
      bench = await window.anew(language)
      await bench.open('a', `sim:sim7600#${language === 'en' ? 5 : 6}?speed=fast`)
    })

    test('is read at once, switched over its re-enumeration, and taken back', async () => {
      await shown()
      await expect.poll(() => now('9001').textContent()).toContain(isNow)
      expect(await window.page.evaluate(overflowsIn, '[role=dialog]')).toEqual([])
      await loadAxe(window.page)
      expect(await violationsIn(window.page, '[role=dialog]', 'all')).toEqual([])
      await bench.at('usb-9011').check()
      await bench.at('usb-write').click()
      await backAgain(/@2/)
      await shown()
      await expect.poll(() => now('9011').textContent()).toContain(isNow)
      await bench.at('usb-undo').click()
      await backAgain(/@3/)
      await shown()
      await expect.poll(() => now('9001').textContent()).toContain(isNow)
      expect(await bench.at('usb-undo').isVisible()).toBe(false)
    })
  })
}
