import { beforeAll, describe, expect, test } from 'vitest'
import type { BenchPage } from '../../support/bench-page'
import type { SharedWindow } from '../../support/shared-window'

/** Of each language: its modems, the number of the card in the second, and how the text is counted. */
const languages = [
  ['en', 'sim:sim7672', 'sim:sim5320', '+818000005320', '23 of 70 characters, parts: 1, UCS2'],
  ['ja', 'sim:sim7672#8', 'sim:sim5320#8', '+818000005327', '23/70 文字、1 パート、UCS2'],
] as const
const text = 'From A to B: 温度 31 度 😀'

export function messageStories(window: SharedWindow): void {
  describe.each(languages)('the page for messages (%s)', (language, a, b, numberOfB, counted) => {
    let bench: BenchPage
    beforeAll(async () => {
      bench = await window.anew(language)
      await bench.show('messages')
    })

    test('leads to a port first, sends from A to B with a report, and B reads it', async () => {
      await bench.at('messages-act').click()
      await bench.open('a', `${a}?speed=fast`)
      await bench.open('b', `${b}?speed=fast`)
      await bench.show('messages')
      await bench.at('messages-slot-a').click()
      await bench.at('message-to').fill(numberOfB)
      await bench.at('message-text').fill(text)
      const count = bench.at('message-count')
      await expect.poll(() => count.textContent()).toBe(counted)
      await bench.at('message-wants-report').check()
      await bench.at('message-send').click()
      const report = bench.at('message-report')
      await expect.poll(() => report.getAttribute('data-level')).toBe('fine')
      await bench.at('messages-slot-b').click()
      await bench.at('conversation').click()
      const received = bench.at('message')
      await expect.poll(() => received.getAttribute('data-kind')).toBe('received')
      expect(await received.locator('.text').textContent()).toBe(text)
      await bench.at('message-delete').click()
      await bench.at('message-delete-yes').click()
      await received.waitFor({ state: 'detached' })
    })
  })
}
