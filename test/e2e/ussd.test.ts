import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadAxe, violationsIn } from '../support/axe'
import { BenchPage } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { lacksApp } from '../support/needs'

describe.skipIf(lacksApp())('USSD of a slot', () => {
  let app: RunningApp
  let bench: BenchPage
  beforeAll(async () => {
    app = await launchApp()
    bench = new BenchPage(app.window)
    await bench.open('a', 'sim:sim7600?speed=fast')
    await app.window
      .getByText(/^roaming/)
      .first()
      .waitFor()
    await bench.show('messages')
    await bench.at('messages-ussd').click()
  })
  afterAll(() => app?.close())
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
    await expect.poll(last).toContain('did not answer in time')
  })

  test('can be used by people who see it otherwise, or not at all', async () => {
    await loadAxe(app.window)
    expect(await violationsIn(app.window, '[role=dialog]', 'all')).toEqual([])
  })

  test('a code that cannot be sent stays in its field, with the reason', async () => {
    await send('"')
    await app.window.locator('[data-code="ussd-text"]').waitFor()
    expect(await bench.at('ussd-text').inputValue()).toBe('"')
  })
})
