import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BenchPage, views } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { root } from '../support/needs'
import { OverPages } from '../support/over-pages'
import { sizes, WindowShapes } from '../support/window-shapes'

/** What the documents show is kept with them; the rest is for looking at. */
const kept = join(root, 'docs', 'images')
const looked = join(root, 'test-results', 'pictures')
const documents = ['README.md', 'README.ja.md'].map((name) =>
  readFileSync(join(root, name), 'utf8'),
)
const folderOf = (file: string) =>
  documents.some((text) => text.includes(`docs/images/${file}`)) ? kept : looked

const named = { 960: '-small', 1280: '', 1920: '-large' } as const
const languages = ['en', 'ja'] as const
const themes = ['light', 'dark'] as const
/** Every size in every theme and language. */
const kinds = sizes.flatMap((size) =>
  languages.flatMap((language) =>
    themes.map((theme) => ({
      size,
      language,
      theme,
      name: `${language}-${theme}${named[size.width]}`,
    })),
  ),
)

/** One window for all of them, so that they show the same modems at the same work. */
let app: RunningApp
let shapes: WindowShapes
let bench: BenchPage
beforeAll(async () => {
  for (const folder of [kept, looked]) mkdirSync(folder, { recursive: true })
  app = await launchApp()
  shapes = new WindowShapes(app)
  bench = shapes.bench
})
afterAll(() => app?.close())

async function shoot(file: string): Promise<void> {
  // A picture with an error message on it is no picture for the docs.
  expect(await app.window.locator('.notice[data-level=failure]').allTextContents()).toEqual([])
  // Nothing under the pointer, no caret, no animation half done.
  await app.window.mouse.move(1, 0)
  const path = join(folderOf(file), file)
  await app.window.screenshot({ path, animations: 'disabled', caret: 'hide' })
}
async function inEachKind(shot: (kind: (typeof kinds)[number]) => Promise<void>): Promise<void> {
  for (const kind of kinds) {
    await shapes.size(kind.size.width, kind.size.height)
    await shapes.look(kind.language, kind.theme)
    await shot(kind)
  }
}

test('an empty bench', async () => {
  await bench.at('slot-a-port').waitFor()
  await inEachKind(async ({ name }) => {
    await bench.show('bench')
    await bench.at('slot-a-port').waitFor()
    await shoot(`empty-${name}.png`)
  })
})

test('a connection on its way', async () => {
  await shapes.size(1280, 800)
  await shapes.look('en', 'light')
  await bench.open('a', 'sim:sim7672')
  await bench.connect('a', 'soracom')
  await bench.at('step-registration').waitFor()
  await shoot('connecting-en-light.png')
  await bench.at('verdict-ip').waitFor({ timeout: 120_000 })
})

test('every page with a modem that is online and one without a SIM', async () => {
  await bench.open('b', 'sim:sim5320?nosim=1&speed=fast')
  await bench.command('b', 'AT+CSQ')
  await bench.at('terminal-b-rows').getByText('+CSQ:').first().waitFor()
  await inEachKind(async ({ name }) => {
    for (const view of views) {
      await bench.show(view)
      await app.window.getByRole('main').waitFor()
      await app.window.waitForLoadState('networkidle')
      await shoot(`${view}-${name}.png`)
    }
  })
})

test('every dialog at the smallest size, in both languages', async () => {
  await shapes.size(960, 600)
  const over = new OverPages(app, bench)
  for (const [language, theme] of [
    ['en', 'dark'],
    ['ja', 'light'],
  ] as const) {
    await shapes.look(language, theme)
    for (const name of over.names)
      await over.with(name, () => shoot(`over-${name}-${language}-${theme}-small.png`))
  }
})
