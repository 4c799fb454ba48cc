import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BenchPage, views } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { root } from '../support/needs'

/** What the documents show is kept with them; the rest is for looking at. */
const kept = join(root, 'docs', 'images')
const looked = join(root, 'test-results', 'pictures')
const documents = ['README.md', 'README.ja.md'].map((name) =>
  readFileSync(join(root, name), 'utf8'),
)
const folderOf = (file: string) =>
  documents.some((text) => text.includes(`docs/images/${file}`)) ? kept : looked

const size = { width: 1280, height: 800 }
const large = { width: 1920, height: 1080 }
const small = { width: 960, height: 600 }

const kinds = [
  { name: 'en-light', locale: 'en', dark: false, size },
  { name: 'en-dark', locale: 'en', dark: true, size },
  { name: 'ja-light', locale: 'ja', dark: false, size },
  { name: 'ja-dark', locale: 'ja', dark: true, size },
  { name: 'en-light-large', locale: 'en', dark: false, size: large },
  { name: 'ja-dark-large', locale: 'ja', dark: true, size: large },
  { name: 'en-dark-small', locale: 'en', dark: true, size: small },
  { name: 'ja-light-small', locale: 'ja', dark: false, size: small },
] as const

describe.each(kinds)('pictures $name', ({ name, ...options }) => {
  let app: RunningApp
  let bench: BenchPage

  const shoot = async (view: string) => {
    // A picture with an error message on it is no picture for the docs.
    expect(await app.window.locator('.notice[data-level=failure]').allTextContents()).toEqual([])
    // Nothing under the pointer, no caret, no animation half done.
    await app.window.mouse.move(options.size.width - 1, 0)
    const file = `${view}-${name}.png`
    const path = join(folderOf(file), file)
    await app.window.screenshot({ path, animations: 'disabled', caret: 'hide' })
  }

  beforeAll(async () => {
    for (const folder of [kept, looked]) mkdirSync(folder, { recursive: true })
    app = await launchApp(options)
    bench = new BenchPage(app.window)
  })
  afterAll(() => app?.close())

  test('an empty bench', async () => {
    await bench.at('slot-a-port').waitFor()
    await shoot('empty')
  })

  test('a connection on its way and connected', async () => {
    await bench.open('a', 'sim:sim7672')
    await bench.open('b', 'sim:sim5320')
    await bench.connect('a', 'soracom')
    await bench.at('step-registration').waitFor()
    await shoot('connecting')
    await bench.at('verdict-ip').waitFor({ timeout: 120_000 })
    await shoot('connected')
  })

  test('both slots', async () => {
    await bench.command('b', 'AT+CSQ')
    await bench.at('terminal-b-rows').getByText('+CSQ:').first().waitFor()
    await shoot('bench')
  })

  test('the other views', async () => {
    for (const view of views.filter((one) => one !== 'bench')) {
      await bench.show(view)
      await app.window.waitForLoadState('networkidle')
      await shoot(view)
    }
  })
})
