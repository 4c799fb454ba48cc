import { beforeAll, describe, expect, test } from 'vitest'
import { loadAxe, violationsIn } from '../../support/axe'
import type { BenchPage } from '../../support/bench-page'
import type { SharedWindow } from '../../support/shared-window'

export function voiceStories(window: SharedWindow): void {
  describe('voice calls between the slots', () => {
    let bench: BenchPage
    beforeAll(async () => {
      bench = await window.anew()
      await bench.open('a', 'sim:sim7600?speed=fast')
      await bench.open('b', 'sim:sim5320?speed=fast')
      await window.page
        .getByText(/^roaming/)
        .nth(1)
        .waitFor()
    })
    const call = () => bench.at('voice-call').innerText()
    const inDialog = async (slot: 'a' | 'b', act: () => Promise<void>) => {
      await bench.showSlot(slot)
      await bench.choose(slot, 'voice')
      await act()
      await window.page.keyboard.press('Escape')
      await window.page.getByRole('dialog').waitFor({ state: 'detached' })
    }

    test('slot A calls slot B, which sees who calls and answers; keys go over, and the end is told on both sides', async () => {
      await bench.command('b', 'AT+CNUM')
      const own = bench.at('terminal-b-rows').getByText('+CNUM: ').first()
      const [number = ''] = /\+\d{7,}/.exec((await own.textContent()) ?? '') ?? []
      await inDialog('a', async () => {
        await bench.at('voice-number').fill('hello')
        await bench.at('voice-dial').click()
        await window.page.locator('[data-code="voice-number"]').waitFor()
        await bench.at('voice-number').fill(number)
        await bench.at('voice-dial').click()
        await expect.poll(call).toContain('the other side rings')
      })
      await inDialog('b', async () => {
        await bench.at('voice-answer').waitFor()
        expect(await call()).toMatch(/a call comes in.*\+\d{7,}/s)
        await loadAxe(window.page)
        expect(await violationsIn(window.page, '[role=dialog]', 'all')).toEqual([])
        await bench.at('voice-answer').click()
        await expect.poll(call).toContain('connected')
      })
      await inDialog('a', async () => {
        await bench.at('voice-keys').fill('5#')
        await bench.at('voice-press').click()
        await expect.poll(() => bench.at('voice-keys').inputValue()).toBe('')
        await bench.at('voice-hang-up').click()
        await expect.poll(call).toMatch(/ended.*Hung up here/s)
      })
      await bench.at('terminal-b-rows').getByText('+RXDTMF: #').waitFor()
      await inDialog('b', async () => {
        await expect.poll(call).toMatch(/ended.*NO CARRIER/s)
      })
    })
  })
}
