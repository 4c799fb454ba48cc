import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadAxe, violationsIn } from '../support/axe'
import type { BenchPage } from '../support/bench-page'
import { lacksApp } from '../support/needs'
import { SharedWindow } from '../support/shared-window'

describe.skipIf(lacksApp())('the SIM of a slot, in one window', () => {
  const window = new SharedWindow()
  beforeAll(() => window.start())
  afterAll(() => window.close())
  cardStories(window)
})

function cardStories(window: SharedWindow): void {
  describe.each([
    ['en', 'sim:sim7672', /wrong/i, 'none'],
    ['ja', 'sim:sim7672#2', /PIN が違います/, 'なし'],
  ] as const)('the SIM of a slot (%s)', (language, port, wrong, none) => {
    let bench: BenchPage
    beforeAll(async () => {
      bench = await window.anew(language)
      await bench.open('a', `${port}?speed=fast&pin=4711`)
      await bench.choose('a', 'card')
    })

    const state = () => bench.at('card-state').textContent()

    test('takes its PIN, and a wrong one costs a try and is told', async () => {
      await expect.poll(state).toBe('SIM PIN')
      await bench.at('card-pin').fill('0000')
      await bench.at('card-enter').click()
      const error = window.page.locator('[data-code="card-wrong-pin"]')
      await error.waitFor()
      expect(await error.textContent()).toMatch(wrong)
      await expect.poll(() => bench.at('card-tries').textContent()).toContain('PIN 2')
      await bench.at('card-pin').fill('4711')
      await bench.at('card-enter').click()
      await expect.poll(state).toBe('READY')
    })

    test('covers who it is, and shows it when asked', async () => {
      const imsi = () => bench.at('card-imsi').textContent()
      expect(await imsi()).toContain('••••')
      await bench.at('card-reveal').click()
      await expect.poll(imsi).toMatch(/\d{15}/)
    })

    test('can be used by people who see it otherwise, or not at all', async () => {
      await loadAxe(window.page)
      expect(await violationsIn(window.page, '[role=dialog]', 'all')).toEqual([])
    })

    test('clears the forbidden networks after a question, and puts them back', async () => {
      const list = () => bench.at('card-fplmn').textContent()
      await window.page.keyboard.press('Escape')
      await bench.command('a', 'AT+CRSM=214,28539,0,0,12,"44F002FFFFFFFFFFFFFFFFFF"')
      await bench.choose('a', 'card')
      await expect.poll(list).toContain('440 20')
      await bench.at('card-clear').click()
      await bench.at('card-clear-yes').click()
      await expect.poll(list).toContain(none)
      await bench.at('card-restore').click()
      await expect.poll(list).toContain('440 20')
    })
  })
}
