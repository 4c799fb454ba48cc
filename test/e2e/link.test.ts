import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BenchPage } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { lacksApp } from '../support/needs'

describe.skipIf(lacksApp())('the link page', () => {
  let app: RunningApp
  let bench: BenchPage
  beforeEach(async () => {
    app = await launchApp()
    bench = new BenchPage(app.window)
    await bench.open('a', 'sim:sim7672')
    await bench.connect('a', 'soracom')
    await bench.at('verdict').waitFor({ timeout: 60_000 })
    await bench.show('link')
  })
  afterEach(() => app.close())

  test('shows the layers of a connected slot, and each packet of the negotiation', async () => {
    for (const layer of ['power', 'mode', 'attach', 'lcp', 'auth', 'ipcp', 'ip', 'dns'])
      expect(await bench.at(`layer-a-${layer}`).getAttribute('data-state')).toBe('fine')
    expect(await bench.at('layer-b-ip').getAttribute('data-state')).toBe('idle')
    const packets = await bench.at('talk-a').locator('.text').allTextContents()
    expect(packets.some((text) => text.startsWith('LCP ConfReq'))).toBe(true)
    expect(packets.some((text) => text.startsWith('IPCP'))).toBe(true)
  })

  test('pings over the modem and says how it went', async () => {
    await bench.at('tool-ping-start').click()
    await bench.at('tool-ping-answer').waitFor({ timeout: 30_000 })
    expect(await bench.at('ping-stats').textContent()).toContain('4/4')
  })

  test('turns the proxy on, gives the line to copy, and turns it off', async () => {
    await bench.at('tool-socks').click()
    await bench.at('proxy-on').click()
    await expect.poll(() => bench.at('proxy-on').getAttribute('data-state')).toBe('checked')
    expect(await bench.at('proxy-curl').textContent()).toContain('--socks5-hostname 127.0.0.1:1080')
    await bench.at('proxy-on').click()
    await expect.poll(() => bench.at('proxy-on').getAttribute('data-state')).toBe('unchecked')
  })

  test('goes back to command mode with the call held, and resumes it', async () => {
    await bench.at('link-a-back').click()
    await bench.at('link-a-resume').click({ timeout: 30_000 })
    await bench.at('link-a-back').waitFor({ timeout: 30_000 })
  })

  test('a layer opens the log filtered to it', async () => {
    await bench.at('layer-a-lcp').click()
    await expect.poll(() => bench.at('log-search').inputValue()).toBe('/LCP/')
  })

  test('sends one command to both and shows the answers next to each other', async () => {
    await bench.at('link-a-back').click()
    await bench.at('link-a-resume').waitFor({ timeout: 30_000 })
    await bench.open('b', 'sim:sim5320')
    await bench.show('link')
    await bench.at('tool-both').click()
    await bench.at('both-send').click()
    for (const slot of ['a', 'b'])
      await bench.at(`both-${slot}`).getByText('+CSQ:').waitFor({ timeout: 20_000 })
  })
})
