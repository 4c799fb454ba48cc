import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { AppOptions } from './app-folders'
import { launchApp, savedBy } from './electron-app'
import { lacksApp, lacksBrowser } from './needs'
import { openWebApp } from './web-app'

/** The same console in one of its hosts. */
export interface OpenHost {
  readonly page: Page
  readonly dataDir: string
  /** Does what makes the console save a file, and reads that file back. */
  saved(act: () => Promise<void>): Promise<string>
  /** kill -9 of the program that owns the ports and the journal. */
  kill(): Promise<void>
  close(): Promise<void>
}

export interface Host {
  readonly name: string
  readonly lacking: () => boolean
  /** The window is the same in all hosts: what is only of the window is tried in this one. */
  readonly triesWindow: boolean
  open(options?: AppOptions): Promise<OpenHost>
}

export const desktop: Host = {
  name: 'the desktop window',
  lacking: lacksApp,
  triesWindow: true,
  async open(options) {
    const running = await launchApp(options)
    const folder = mkdtempSync(join(tmpdir(), 'modem-bench-saved-'))
    return {
      page: running.window,
      dataDir: running.dataDir,
      async saved(act) {
        const path = join(folder, 'saved')
        const state = await savedBy(running.app, path, act)
        if (state !== 'completed') throw new Error(`The file was not saved: ${state}`)
        return readFileSync(path, 'utf8')
      },
      async kill() {
        const child = running.process
        const exited = new Promise((resolve) => child.once('exit', resolve))
        child.kill('SIGKILL')
        await exited
      },
      async close() {
        await running.close()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  },
}

export const web: Host = {
  name: 'the web host in Chromium',
  lacking: lacksBrowser,
  triesWindow: false,
  async open(options) {
    const running = await openWebApp(options)
    return {
      page: running.page,
      dataDir: running.dataDir,
      async saved(act) {
        const waiting = running.page.waitForEvent('download')
        await act()
        const download = await waiting
        return readFileSync(await download.path(), 'utf8')
      },
      kill: running.kill,
      close: running.close,
    }
  },
}
