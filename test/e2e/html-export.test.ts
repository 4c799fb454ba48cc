import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { soakReport } from '@core/soak/report'
import { runCli } from '../support/cli'
import { lacksBrowser } from '../support/needs'
import { loadAxe, violationsIn } from '../support/axe'
import { aTroubledNight } from '../support/soak-tally'
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

  const pages: Record<string, (language: 'en' | 'ja') => Promise<string>> = {
    log: async (language) =>
      (await runCli(['explain', seed, '--format', 'html', '--lang', language])).out,
    story: async (language) =>
      (await runCli(['explain', seed, '--story', '--format', 'html', '--lang', language])).out,
    'soak report': (language) =>
      Promise.resolve(
        soakReport(aTroubledNight(), {
          ...{ format: 'html', language, utcOffsetMin: 540 },
          redactor: { text: (text) => text, masked: {} },
        }).text,
      ),
  }
  test.for(Object.entries(pages))(
    'the page of a %s has nothing axe could name',
    async ([, written]) => {
      // What axe is made of is no part of the page, and its policy would keep it out.
      const read = await browser.newPage({ bypassCSP: true })
      try {
        for (const language of ['en', 'ja'] as const) {
          await read.setContent(await written(language))
          await loadAxe(read)
          for (const colorScheme of ['light', 'dark'] as const) {
            await read.emulateMedia({ colorScheme })
            const asked = colorScheme === 'light' ? 'all' : 'colours'
            expect(await violationsIn(read, 'html', asked), `${language} ${colorScheme}`).toEqual(
              [],
            )
          }
        }
      } finally {
        await read.close()
      }
    },
  )
})
