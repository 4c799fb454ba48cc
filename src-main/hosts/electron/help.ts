import { app, clipboard, dialog, shell, type BrowserWindow } from 'electron'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bench } from '@bench/bench'
import { errorWords } from '@core/fault'
import type { Words } from '@core/words'
import { listJournals } from '@platform/store/journal-files'
import { zipOf } from '@platform/store/zip'
import { problemReport } from '../problem-report'
import { help, languageOf } from './words'

export interface HelpOptions {
  readonly bench: Bench
  readonly window: BrowserWindow
  /** What the program said of itself lately. */
  readonly said: readonly string[]
  readonly log: (what: { readonly error: unknown; readonly where: string }) => void
}

/** What the product is, and a report of a problem that a person may hand on; nothing is sent from here. */
export class Help {
  readonly #options: HelpOptions

  constructor(options: HelpOptions) {
    this.#options = options
  }

  async about(): Promise<void> {
    const facts = Object.entries(this.#versions)
      .map(([name, version]) => `${name} ${version}`)
      .join('\n')
    const detail = `${facts}\n${process.platform} ${process.arch} ${process.getSystemVersion()}`
    const acts = [
      { name: help.close, act: () => undefined },
      { name: help.copy, act: () => clipboard.writeText(detail) },
      { name: help.licence, act: () => this.#read('LICENSE') },
      { name: help.notices, act: () => this.#read('third-party-notices.txt') },
    ]
    const { response } = await dialog.showMessageBox(this.#options.window, {
      type: 'info',
      noLink: true,
      title: this.#say(help.aboutMenu),
      message: `Modem Bench ${app.getVersion()}`,
      detail,
      buttons: acts.map(({ name }) => this.#say(name)),
      cancelId: 0,
    })
    await acts[response]?.act()
  }

  async report(): Promise<void> {
    const { response } = await this.#ask(help.question, this.#say(help.contents), [
      help.choose,
      help.cancel,
    ])
    if (response !== 0) return
    const now = new Date()
    const stamp = now.toISOString().slice(0, 16).replace(/[-:]/g, '').replace('T', '-')
    const { filePath } = await dialog.showSaveDialog(this.#options.window, {
      defaultPath: `modem-bench-report-${stamp}.zip`,
      filters: [{ name: 'zip', extensions: ['zip'] }],
    })
    if (!filePath) return
    try {
      await this.#write(filePath, now)
    } catch (error) {
      this.#options.log({ error, where: 'report' })
      await this.#ask(help.failed, this.#say(errorWords(error)), [help.close])
    }
  }

  async #write(path: string, now: Date): Promise<void> {
    const { bench, said } = this.#options
    const journals = await listJournals(bench.environment.app.dataFolder)
    const language = languageOf(bench)
    const versions = this.#versions
    const files = await problemReport({ bench, language, versions, said, journals })
    await writeFile(path, zipOf(files, now), { mode: 0o600 })
    const names = files.map(({ name }) => name).join(', ')
    const { response } = await this.#ask(help.written, this.#say(help.writtenTo(path, names)), [
      help.close,
      help.show,
    ])
    if (response === 1) shell.showItemInFolder(path)
  }

  get #versions(): Record<string, string> {
    return {
      'Modem Bench': app.getVersion(),
      Electron: process.versions.electron,
      Chromium: process.versions['chrome'] ?? '',
      Node: process.versions.node,
    }
  }

  /** Shown by the program of this computer for such files; where there is none, its place is told. */
  async #read(name: string): Promise<void> {
    const path = join(app.isPackaged ? process.resourcesPath : app.getAppPath(), name)
    const refused = await shell.openPath(path)
    if (refused !== '') await this.#ask(help.lies(path), refused, [help.close])
  }

  #say(words: Words): string {
    return words[languageOf(this.#options.bench)]
  }
  #ask(message: Words, detail: string, buttons: readonly Words[]) {
    return dialog.showMessageBox(this.#options.window, {
      type: 'info',
      noLink: true,
      message: this.#say(message),
      detail,
      buttons: buttons.map((words) => this.#say(words)),
      cancelId: buttons.length - 1,
    })
  }
}
