import { app, type BrowserWindow, dialog } from 'electron'
import type { Bench } from '@bench/bench'
import { languageOf, leaving } from './words'

/** One click on × must not cut a line that somebody works over: who closes the window while connected is asked once. */
export function askBeforeLeaving(bench: Bench, window: BrowserWindow): void {
  let quitting = false
  let asking = false
  // The end of the session, and Quit chosen by name, are no slip of the pointer.
  app.on('before-quit', () => (quitting = true))
  window.on('close', (event) => {
    const connected = bench.connectedSlots.map((slot) => slot.toUpperCase()).join(', ')
    // A soak run has a question of its own.
    if (quitting || connected === '' || bench.soak.running) return
    event.preventDefault()
    if (asking) return
    asking = true
    void ask(connected).finally(() => (asking = false))
  })
  async function ask(connected: string): Promise<void> {
    const language = languageOf(bench)
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: leaving.question[language],
      detail: leaving.detail(connected)[language],
      buttons: [leaving.stay[language], leaving.quit[language]],
      defaultId: 0,
      cancelId: 0,
    })
    if (response === 1) app.quit()
  }
}
