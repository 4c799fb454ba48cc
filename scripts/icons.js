import { readFileSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { Stop, findProgram, main } from './lib/command.js'
import { inRoot } from './lib/places.js'

/** The size every system makes its own from, and those a Linux desktop looks up by name. */
const sizes = [16, 32, 48, 64, 128, 256, 512]

async function draw(page, size) {
  await page.setViewportSize({ width: size, height: size })
  return page.screenshot({ omitBackground: true, type: 'png' })
}

await main(async () => {
  const executablePath = ['chromium', 'chromium-browser', 'google-chrome']
    .map(findProgram)
    .find(Boolean)
  if (executablePath === undefined) throw new Stop('Drawing the icons needs Chromium.')
  const svg = readFileSync(inRoot('resources', 'icons', 'icon.svg'), 'utf8')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage()
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`,
  )
  for (const size of sizes)
    writeFileSync(inRoot('resources', 'icons', `${size}x${size}.png`), await draw(page, size))
  writeFileSync(inRoot('resources', 'icons', 'icon.png'), await draw(page, 1024))
  await browser.close()
  return 0
})
