import { readFileSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { Stop, findProgram, main } from './lib/command.js'
import { inRoot } from './lib/places.js'

/** The size every system makes its own from, and those a Linux desktop looks up by name. */
const sizes = [16, 32, 48, 64, 128, 256, 512]

/** macOS draws its menu bar's icons itself, from the shape alone; twice as fine on a fine screen. */
const trayIcons = { 'trayTemplate.png': 16, 'trayTemplate@2x.png': 32 }

async function show(page, name) {
  const svg = readFileSync(inRoot('resources', 'icons', name), 'utf8')
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`,
  )
}

async function write(page, name, size) {
  await page.setViewportSize({ width: size, height: size })
  const picture = await page.screenshot({ omitBackground: true, type: 'png' })
  writeFileSync(inRoot('resources', 'icons', name), picture)
}

await main(async () => {
  const executablePath = ['chromium', 'chromium-browser', 'google-chrome']
    .map(findProgram)
    .find(Boolean)
  if (executablePath === undefined) throw new Stop('Drawing the icons needs Chromium.')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage()
  await show(page, 'icon.svg')
  for (const size of sizes) await write(page, `${size}x${size}.png`, size)
  await write(page, 'icon.png', 1024)
  await show(page, 'tray.svg')
  for (const [name, size] of Object.entries(trayIcons)) await write(page, name, size)
  await browser.close()
  return 0
})
