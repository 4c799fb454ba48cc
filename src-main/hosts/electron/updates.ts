import { app, BrowserWindow, dialog, Notification } from 'electron'
import {
  AppImageUpdater,
  MacUpdater,
  NsisUpdater,
  type AppUpdater,
  type UpdateInfo,
} from 'electron-updater'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Bench } from '@bench/bench'
import { errorWords } from '@core/fault'
import type { Words } from '@core/words'
import { languageOf, updates } from './words'

const firstLookMs = 60_000
const everyMs = 24 * 3_600_000
const asideFrom = { type: 'info', noLink: true } as const

export interface UpdateOptions {
  readonly bench: Bench
  readonly window: BrowserWindow
  readonly log: (what: { readonly error: unknown; readonly where: string }) => void
}

/**
 * Newer versions of the program, from the folder of which the settings give the address (the releases with their latest*.yml).
 * Without an address nothing is asked of anybody. What is there is told; a person has it fetched, and it is installed when the
 * program is closed, never while it runs. What is fetched must have the SHA-512 that the folder states (electron-updater).
 */
export class Updates {
  readonly #options: UpdateOptions
  #updater: AppUpdater | undefined
  #running = false
  #ready: string | undefined
  #told: string | undefined

  constructor(options: UpdateOptions) {
    this.#options = options
    setTimeout(() => void this.#lookQuietly(), firstLookMs)
    setInterval(() => void this.#lookQuietly(), everyMs)
  }

  /** Asked by a person: says what came of it, whatever it is. */
  async look(): Promise<void> {
    if (this.#running) return
    this.#running = true
    try {
      await this.#ask()
    } catch (error) {
      this.#options.log({ error, where: 'update' })
      await this.#say(updates.failed(this.#feed), updates.failedDetail(errorWords(error)))
    } finally {
      this.#options.window.setProgressBar(-1)
      this.#running = false
    }
  }

  get #feed(): string {
    return this.#options.bench.settings.value.updateFeed
  }

  async #ask(): Promise<void> {
    if (this.#feed === '') return this.#say(updates.off, updates.offDetail)
    if (!installedByItself()) return this.#say(updates.byHand, updates.byHandDetail)
    if (this.#ready !== undefined) return this.#say(updates.ready(this.#ready), updates.readyDetail)
    const found = await this.#newer()
    if (!found) return this.#say(updates.newest(app.getVersion()), updates.from(this.#feed))
    const choice = await this.#choose(updates.found(found.version), updates.foundDetail, [
      updates.fetch,
      updates.later,
    ])
    if (choice === 0) await this.#fetch(found)
  }

  async #fetch(found: UpdateInfo): Promise<void> {
    const updater = this.#updaterNow()
    const progress = ({ percent }: { percent: number }) =>
      this.#options.window.setProgressBar(percent / 100)
    updater.on('download-progress', progress)
    try {
      await updater.downloadUpdate()
    } finally {
      updater.off('download-progress', progress)
    }
    this.#ready = found.version
    await this.#say(updates.ready(found.version), updates.readyDetail)
  }

  /** Once a day, and only by a word of the system: nobody at work is to be asked anything. */
  async #lookQuietly(): Promise<void> {
    if (this.#feed === '' || !installedByItself() || this.#running || this.#ready) return
    try {
      const found = await this.#newer()
      if (!found || found.version === this.#told || !Notification.isSupported()) return
      this.#told = found.version
      const body = this.#in(updates.foundQuietly(found.version))
      new Notification({ title: 'Modem Bench', body }).show()
    } catch (error) {
      // A network that is down at night is no news; who asks by hand is told.
      this.#options.log({ error, where: 'daily look for updates' })
    }
  }

  /** What the feed has that is newer than this; undefined: nothing. */
  async #newer(): Promise<UpdateInfo | undefined> {
    const updater = this.#updaterNow()
    updater.setFeedURL({ provider: 'generic', url: this.#feed })
    const result = await updater.checkForUpdates()
    return result?.isUpdateAvailable ? result.updateInfo : undefined
  }

  #updaterNow(): AppUpdater {
    this.#updater ??= this.#newUpdater()
    return this.#updater
  }
  #newUpdater(): AppUpdater {
    const updater = updaterOfSystem()
    updater.autoDownload = false
    updater.autoInstallOnAppQuit = true
    updater.disableWebInstaller = true
    updater.logger = null
    // Every failure also rejects the call that met it; without a listener it would end the program.
    updater.on('error', (error) => this.#options.log({ error, where: 'update' }))
    return updater
  }

  #in(words: Words): string {
    return words[languageOf(this.#options.bench)]
  }
  async #say(message: Words, detail: Words): Promise<void> {
    await this.#choose(message, detail, [updates.close])
  }
  async #choose(message: Words, detail: Words, buttons: readonly Words[]): Promise<number> {
    const { response } = await dialog.showMessageBox(this.#options.window, {
      ...asideFrom,
      message: this.#in(message),
      detail: this.#in(detail),
      buttons: buttons.map((one) => this.#in(one)),
      defaultId: 0,
      cancelId: buttons.length - 1,
    })
    return response
  }
}

/** Whether this is a package that its own program may replace: an AppImage, the installer of Windows, the app of macOS. */
function installedByItself(): boolean {
  if (process.platform === 'linux') return process.env['APPIMAGE'] !== undefined
  if (process.platform === 'win32') return existsSync(uninstaller())
  return process.platform === 'darwin' && app.isPackaged
}
/** Only the installer puts it there; a zip or a portable program is replaced by hand. */
const uninstaller = () => join(dirname(process.execPath), 'Uninstall Modem Bench.exe')

function updaterOfSystem(): AppUpdater {
  if (process.platform === 'linux') return new AppImageUpdater()
  return process.platform === 'win32' ? new NsisUpdater() : new MacUpdater()
}
