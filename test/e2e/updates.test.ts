import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BenchPage } from '../support/bench-page'
import { launchApp, type RunningApp } from '../support/electron-app'
import { lacksApp } from '../support/needs'

const newer = 'not a program, but what the newer version would be'
const sha512 = (text: string) => createHash('sha512').update(text).digest('base64')

/** A folder of releases as a web server shows it: a newer AppImage, and what the list says of it. */
function releases(hash = sha512(newer)): Promise<Server> {
  const name = 'modem-bench-9.9.9-linux.AppImage'
  const size = Buffer.byteLength(newer)
  const list = [
    'version: 9.9.9',
    `files: [{ url: ${name}, sha512: ${hash}, size: ${size} }]`,
    `path: ${name}`,
    `sha512: ${hash}`,
    `releaseDate: '2026-01-01T00:00:00.000Z'`,
  ].join('\n')
  const server = createServer((request, response) => {
    if (/^\/latest-linux[a-z0-9-]*\.yml/.test(request.url ?? '')) response.end(list)
    else if (request.url?.startsWith(`/${name}`) && !request.url.includes('blockmap'))
      response.end(newer)
    else response.writeHead(404).end()
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`

// The AppImage is the package of Linux that its own program replaces.
describe.skipIf(lacksApp() || process.platform !== 'linux')('newer versions', () => {
  let folder: string
  let app: RunningApp
  let bench: BenchPage
  const appImage = () => join(folder, 'modem-bench.AppImage')

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'modem-bench-updates-'))
    writeFileSync(appImage(), 'the version of now')
    app = await launchApp({
      env: { APPIMAGE: appImage(), XDG_CACHE_HOME: join(folder, 'cache') },
    })
    bench = new BenchPage(app.window)
    // What the system would ask is noted, and answered with the first button.
    await app.app.evaluate(({ dialog }) => {
      const said: string[] = []
      Object.assign(globalThis, { said })
      dialog.showMessageBox = async (...args: unknown[]) => {
        const { message, detail } = args.at(-1) as { message: string; detail: string }
        said.push(`${message}\n${detail}`)
        return { response: 0, checkboxChecked: false }
      }
    })
  })
  afterEach(async () => {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })

  // The menu is made behind the window.
  const look = () =>
    expect
      .poll(() =>
        app.app.evaluate(({ Menu }) => {
          const item = Menu.getApplicationMenu()?.getMenuItemById('updates')
          item?.click()
          return item !== undefined && item !== null
        }),
      )
      .toBe(true)
  const said = () =>
    app.app.evaluate(() => (globalThis as unknown as { said: string[] }).said.join('\n---\n'))
  async function lookAt(feed: string) {
    await bench.show('settings')
    await bench.at('settings-updates').fill(feed)
    await bench.at('settings-updates').press('Enter')
    // Kept first, in force then.
    await expect
      .poll(() => readFileSync(join(app.dataDir, 'settings.json'), 'utf8'))
      .toContain(feed)
    await bench.show('bench')
    await look()
  }

  test('are asked for nowhere until there is an address, then fetched, and installed at the end', async () => {
    await look()
    await expect.poll(said).toContain('No address for updates is set')
    const server = await releases()
    await lookAt(addressOf(server))
    await expect.poll(said).toContain('Version 9.9.9 is available')
    await expect.poll(said).toContain('Version 9.9.9 is ready')
    expect(readFileSync(appImage(), 'utf8')).toBe('the version of now')
    await app.close()
    server.close()
    expect(readFileSync(appImage(), 'utf8')).toBe(newer)
  })

  test('are not taken when they are not what the list says', async () => {
    const server = await releases(sha512('something else'))
    await lookAt(addressOf(server))
    await expect.poll(said).toContain('No update from http://127.0.0.1')
    expect(await said()).toMatch(/sha512/i)
    expect(await said()).not.toContain('is ready')
    await app.close()
    server.close()
    expect(readFileSync(appImage(), 'utf8')).toBe('the version of now')
  })
})
