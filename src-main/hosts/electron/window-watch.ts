import { type BrowserWindow, dialog } from 'electron'
import type { Words } from '@core/words'
import { pageAfterStop } from './page'
import { watching } from './words'

/** More often than this it would only flicker. */
const mostStops = 3
const withinMs = 60_000

export interface WatchWorld {
  say(words: Words): string
  log(what: object): void
  /** The window could not be kept: the ports are closed and the program ends. */
  giveUp(): void
}

/**
 * The ports and the log are not the window's: when its page dies it is loaded again and says so; when it hangs a person is
 * asked. A page that dies again and again is given up, so that nobody looks at a dead window that holds a port.
 */
export function watchWindow(window: BrowserWindow, { say, log, giveUp }: WatchWorld): void {
  const { webContents } = window
  const stops: number[] = []
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log({ where: 'window gone', reason, exitCode })
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const now = Date.now()
    stops.push(now)
    if (stops.filter((atMs) => now - atMs < withinMs).length > mostStops) {
      dialog.showErrorBox(say(watching.stopped), say(watching.again))
      giveUp()
      return
    }
    void window.loadURL(pageAfterStop)
  })

  let hung: AbortController | undefined
  webContents.on('unresponsive', () => {
    log({ where: 'window hangs' })
    hung ??= new AbortController()
    void ask(hung.signal)
  })
  webContents.on('responsive', () => {
    hung?.abort()
    hung = undefined
  })
  async function ask(signal: AbortSignal): Promise<void> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: say(watching.hangs),
      detail: say(watching.safe),
      buttons: [say(watching.wait), say(watching.reload)],
      defaultId: 0,
      cancelId: 0,
      signal,
    })
    hung = undefined
    // Loaded again by what hears that the page is gone.
    if (response === 1 && !signal.aborted) webContents.forcefullyCrashRenderer()
  }
}
