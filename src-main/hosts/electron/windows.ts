import { BrowserWindow, nativeTheme, type Rectangle, type WebFrameMain } from 'electron'
import { join } from 'node:path'
import type { Bench } from '@bench/bench'
import type { AnyEvent, Events } from '@contract'
import { page } from './page'

const preload = join(import.meta.dirname, '../preload/index.cjs')
/** A further window lies so far below and to the right of the one it was opened from. */
const stepPx = 32

const textOf = (events: readonly AnyEvent[]) => JSON.stringify(events)

function send(window: BrowserWindow, events: string): void {
  if (!window.isDestroyed()) window.webContents.send('bench-events', events)
}

type Bounds = Partial<Rectangle> & { readonly width: number; readonly height: number }

/**
 * The windows on the bench. All show the same: the bench is one, and a page is a look at it. The program lives with the first:
 * it asks before it closes, and the others close with it without a word.
 */
export class Windows {
  readonly first: BrowserWindow
  readonly #all = new Set<BrowserWindow>()
  readonly #watch: (window: BrowserWindow) => void

  constructor(bench: Bench, bounds: Bounds, watch: (window: BrowserWindow) => void) {
    this.#watch = watch
    this.first = this.#open(bounds)
    // Written once for all of them.
    const stop = bench.onEvents((events) => {
      const text = textOf(events)
      for (const window of this.#all) send(window, text)
    })
    this.first.on('closed', () => {
      stop()
      for (const other of this.#all) other.destroy()
    })
  }

  /** One more, for another screen or another page. */
  another(): void {
    const { x, y, width, height } = this.#inFront.getNormalBounds()
    this.#open({ x: x + stepPx, y: y + stepPx, width, height })
  }

  /** Whether a frame is the page of one of them: no other may ask the bench for anything. */
  owns(frame: WebFrameMain | null): boolean {
    return [...this.#all].some(({ webContents }) => webContents.mainFrame === frame)
  }

  /** What was chosen in the menu of the system is shown by the page in front. */
  tell(value: Events['menu']): void {
    if (this.first.isDestroyed()) return
    const window = this.#inFront
    window.show()
    send(window, textOf([{ name: 'menu', value }]))
  }

  get #inFront(): BrowserWindow {
    const focused = BrowserWindow.getFocusedWindow()
    return focused && this.#all.has(focused) ? focused : this.first
  }

  #open(bounds: Bounds): BrowserWindow {
    const window = new BrowserWindow({
      ...bounds,
      minWidth: 960,
      minHeight: 600,
      show: false,
      title: 'Modem Bench',
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#f7f8fa',
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        // Chromium would fetch dictionaries for what is typed into the terminal.
        spellcheck: false,
      },
    })
    // The one thing the page may open is itself once more.
    window.webContents.setWindowOpenHandler(({ url }) => {
      if (url === page) this.another()
      return { action: 'deny' }
    })
    window.once('ready-to-show', () => window.show())
    this.#all.add(window)
    window.on('closed', () => this.#all.delete(window))
    this.#watch(window)
    void window.loadURL(page)
    return window
  }
}
