import { app, dialog, Menu, Notification, powerSaveBlocker, Tray } from 'electron'
import type { BrowserWindow } from 'electron'
import type { Bench } from '@bench/bench'
import { durationText } from '@core/duration'
import type { SoakState } from '@core/soak/soak-state'
import type { Words } from '@core/words'
import { trayImage } from './tray-image'
import { background, languageOf } from './words'

/**
 * A soak run goes on without the window: closing it asks, then hides it behind an icon of the system's tray, which says
 * how long the run still takes. Starting the program again, or the end of the run and a click, bring the window back.
 */
export class Background {
  readonly #bench: Bench
  readonly #window: BrowserWindow
  #tray: Tray | undefined
  #blocker: number | undefined
  #asking = false
  #quitting = false

  constructor(bench: Bench, window: BrowserWindow) {
    this.#bench = bench
    this.#window = window
    app.on('before-quit', () => (this.#quitting = true))
    app.on('activate', () => this.show())
    window.on('close', (event) => {
      if (this.#quitting || !bench.soak.running) return
      event.preventDefault()
      void this.#ask()
    })
    bench.onEvent((event) => {
      if (event.name === 'soak') this.#hear(event.value)
    })
  }

  show(): void {
    if (this.#window.isDestroyed()) return
    if (this.#window.isMinimized()) this.#window.restore()
    this.#window.show()
    this.#window.focus()
  }

  get #hidden(): boolean {
    return !this.#window.isDestroyed() && !this.#window.isVisible()
  }
  #say(words: Words): string {
    return words[languageOf(this.#bench)]
  }

  async #ask(): Promise<void> {
    if (this.#asking) return
    this.#asking = true
    const { response } = await dialog.showMessageBox(this.#window, {
      type: 'question',
      message: this.#say(background.question),
      detail: this.#say(background.detail),
      buttons: [background.keep, background.quit, background.cancel].map((one) => this.#say(one)),
      defaultId: 0,
      cancelId: 2,
    })
    this.#asking = false
    if (response === 0) this.#hide()
    if (response === 1) app.quit()
  }

  #hide(): void {
    this.#window.hide()
    // Stays once it is there: taken away at once, it could go while the system still sets it up.
    this.#tray ??= this.#icon()
    this.#notify(background.goesOn)
  }

  #icon(): Tray {
    const tray = new Tray(trayImage())
    tray.on('click', () => this.show())
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: this.#say(background.show), click: () => this.show() },
        { type: 'separator' },
        { label: this.#say(background.quit), click: () => app.quit() },
      ]),
    )
    return tray
  }

  #hear(run: SoakState): void {
    const ended = run.state === 'ended'
    this.#keepAwake(!ended)
    this.#tray?.setToolTip(`Modem Bench – ${run.name}, ${durationText(run.leftMs)}`)
    if (ended && this.#hidden)
      this.#notify(run.summary.goal.met ? background.met : background.missed)
  }
  /** A computer that sleeps carries no traffic. */
  #keepAwake(on: boolean): void {
    if (on) this.#blocker ??= powerSaveBlocker.start('prevent-app-suspension')
    else if (this.#blocker !== undefined) {
      powerSaveBlocker.stop(this.#blocker)
      this.#blocker = undefined
    }
  }
  #notify(words: Words): void {
    if (!Notification.isSupported()) return
    const note = new Notification({ title: 'Modem Bench', body: this.#say(words) })
    note.on('click', () => this.show())
    note.show()
  }
}
