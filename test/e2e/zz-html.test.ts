import { execFileSync } from 'node:child_process'
import { chromium } from 'playwright-core'
import { test } from 'vitest'
test('html', async () => {
  const cli = 'out/main/cli.js'
  for (const lang of ['en', 'ja'])
    execFileSync('bash', [
      '-c',
      `node ${cli} explain test/transcripts/microcat1-connect.log --lang ${lang} --format html > /tmp/w3-${lang}.html`,
    ])
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
  for (const [lang, scheme] of [
    ['en', 'light'],
    ['ja', 'dark'],
  ] as const) {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      colorScheme: scheme,
    })
    const errors: string[] = []
    page.on('console', (m) => m.type() === 'error' && errors.push(m.text()))
    page.on(
      'request',
      (r) =>
        !r.url().startsWith('file:') &&
        !r.url().startsWith('data:') &&
        errors.push('NET ' + r.url()),
    )
    await page.goto(`file:///tmp/w3-${lang}.html`)
    await page.screenshot({ path: `/tmp/w3html-${lang}.png` })
    const dots = await page.locator('svg [data-row], .timeline *').count()
    console.log(lang, dots, errors)
    await page.evaluate(() => window.scrollTo(0, 700))
    await page.screenshot({ path: `/tmp/w3html-${lang}-2.png` })
  }
  await browser.close()
}, 60000)
