import { beforeAll, describe, expect, test } from 'vitest'
import { loadAxe, violationsIn } from '../../support/axe'
import type { BenchPage } from '../../support/bench-page'
import type { SharedWindow } from '../../support/shared-window'

export function ussdStories(window: SharedWindow): void {
  describe.each([
    ['en', 'did not answer in time'],
    ['ja', 'タイムアウトしました'],
  ] as const)('USSD of a slot (%s)', (language, tooLate) => {
    let bench: BenchPage
    beforeAll(async () => {
      bench = await window.anew(language)
      await bench.open('a', 'sim:sim7600?speed=fast')
      await bench.show('messages')
      await bench.at('messages-ussd').click()
    })
    const send = async (text: string) => {
      await bench.at('ussd-text').fill(text)
      await bench.at('ussd-send').click()
    }
    const last = () => bench.at('ussd-exchange').last().textContent()

    test('shows a menu, sends the answer, and what ends it is told', async () => {
      await send('*100#')
      await expect.poll(last).toContain('1 My number')
      await bench.at('ussd-cancel').waitFor()
      await send('2')
      await expect.poll(last).toContain('Balance: 500 yen')
      await bench.at('ussd-cancel').waitFor({ state: 'detached' })
      await send('*105#')
      await expect.poll(last).toContain(tooLate)
    })

    test('can be used by people who see it otherwise, or not at all', async () => {
      await loadAxe(window.page)
      expect(await violationsIn(window.page, '[role=dialog]', 'all')).toEqual([])
    })

    test('a code that cannot be sent stays in its field, with the reason', async () => {
      await send('"')
      await window.page.locator('[data-code="ussd-text"]').waitFor()
      expect(await bench.at('ussd-text').inputValue()).toBe('"')
    })
  })
}
