import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../support/cli'
import { lacksBrowser } from '../support/needs'
import { openBrowser } from '../support/web-app'

const seed = resolve(import.meta.dirname, '../transcripts/microcat1-desync.log')

describe.skipIf(lacksBrowser())('the HTML page of a log, in a browser', () => {
  let browser: Browser
  let folder: string
  let page: Page
  /** What the page said, and whatever it asked the network for. */
  const said: string[] = []
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'modem-bench-html-'))
    browser = await openBrowser()
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    page.on('console', (message) => said.push(message.text()))
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) said.push(request.url())
    })
    const file = join(folder, 'log.html')
    await writeFile(file, (await runCli(['explain', seed, '--format', 'html'])).out)
    await page.goto(`file://${file}`)
  })
  afterAll(async () => {
    await browser.close()
    await rm(folder, { recursive: true })
  })

  test('begins with modem, SIM, what was attempted, where it stopped and why', async () => {
    const card = page.locator('.summary')
    const heads = await card.locator('dt').allInnerTexts()
    expect(heads).toEqual(
      expect.arrayContaining(['Modem', 'SIM', 'Operator', 'Attempted', 'Stopped at', 'Why']),
    )
    const [first, list] = await Promise.all([
      card.boundingBox(),
      page.locator('main').boundingBox(),
    ])
    expect(first?.y).toBeLessThan(list?.y ?? 0)
  })

  test('leaves what its filters and its search leave', async () => {
    const lines = page.locator('main > .r:visible')
    const all = await lines.count()
    await page.getByLabel('answers').uncheck()
    expect(await lines.count()).toBeLessThan(all)
    expect(await page.locator('main > .answer:visible').count()).toBe(0)
    await page.getByLabel('answers').check()
    await page.locator('select').selectOption('warning')
    for (const kind of await lines.evaluateAll((rows) => rows.map((row) => row.className)))
      expect(kind).toMatch(/warning|failure/)
    await page.locator('select').selectOption('fine')
    await page.getByPlaceholder('Search').fill('CGAUTH')
    await page.locator('output', { hasText: /^\d+$/ }).waitFor()
    for (const text of await lines.allInnerTexts()) expect(text).toContain('CGAUTH')
    await page.getByPlaceholder('Search').fill('')
    await expect.poll(() => lines.count()).toBe(all)
  })

  test('explains a line under the pointer, and goes to a line from the timeline', async () => {
    const line = page.locator('main > .answer', { hasText: '+CEREG: 0,5' }).first()
    expect(await line.getAttribute('title')).toMatch(/27\.007, 10\.1\.22[^]*stat: 5/)
    await page.locator('.timeline a').last().click()
    expect(new URL(page.url()).hash).toMatch(/^#r\d+$/)
    expect(await page.locator(':target').isVisible()).toBe(true)
  })

  test('needs no network, and names no password', async () => {
    expect(said).toEqual([])
    expect(await page.content()).not.toMatch(/"sora"|'sora'/)
  })
})
