import { BrowserWindow, ipcMain, nativeTheme, type Rectangle, type WebFrameMain } from 'electron'
import { join } from 'node:path'
import type { Bench } from '@bench/bench'
import type { AnyEvent, Events } from '@contract'
import { page } from './page'

const preload = join(import.meta.dirname, '../preload/index.cjs')
/** A further window lies so far below and to the right of the one it was opened from. */
const stepPx = 32

/** Answers a call of a page, both in JSON. */
type Answer = (name: unknown, input: unknown) => Promise<string>

const background = () => (nativeTheme.shouldUseDarkColors ? '#16181d' : '#f7f8fa')

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
  readonly #eachDo: ((window: BrowserWindow) => void)[] = []
  #answerBy: (answer: Answer) => void = () => undefined
  /** Pages ask while the bench is still being started: they are answered as soon as it is. */
  readonly #answer = new Promise<Answer>((resolve) => (this.#answerBy = resolve))

  constructor(bounds: Bounds) {
    ipcMain.handle('bench', async ({ senderFrame }, name: unknown, input: unknown) => {
      // Only the pages we loaded ourselves may ask; a frame that is not ours gets nothing.
      if (!this.#owns(senderFrame)) throw new Error('not our window')
      return (await this.#answer)(name, input)
    })
    this.first = this.#open(bounds)
    this.first.on('closed', () => {
      for (const other of this.#all) other.destroy()
    })
  }

  /** Does this with each window, those to come as well. */
  each(act: (window: BrowserWindow) => void): void {
    this.#eachDo.push(act)
    for (const window of this.#all) act(window)
  }

  /** From here on the pages are answered, hear what happens, and are seen: in the theme that the settings ask for. */
  serve(bench: Bench, answer: Answer): void {
    // Written once for all of them.
    const stop = bench.onEvents((events) => {
      const text = textOf(events)
      for (const window of this.#all) send(window, text)
    })
    this.first.on('closed', stop)
    this.#answerBy(answer)
  }

  /** One more, for another screen or another page. */
  another(): void {
    const { x, y, width, height } = this.#inFront.getNormalBounds()
    this.#open({ x: x + stepPx, y: y + stepPx, width, height })
  }

  /** What was chosen in the menu of the system is shown by the page in front. */
  tell(value: Events['menu']): void {
    if (this.first.isDestroyed()) return
    const window = this.#inFront
    window.show()
    send(window, textOf([{ name: 'menu', value }]))
  }

  #owns(frame: WebFrameMain | null): boolean {
    return [...this.#all].some(({ webContents }) => webContents.mainFrame === frame)
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
      backgroundColor: background(),
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
    const drawn = new Promise<void>((resolve) => window.once('ready-to-show', () => resolve()))
    void Promise.all([drawn, this.#answer]).then(() => {
      if (window.isDestroyed()) return
      window.setBackgroundColor(background())
      window.show()
    })
    this.#all.add(window)
    window.on('closed', () => this.#all.delete(window))
    for (const act of this.#eachDo) act(window)
    void window.loadURL(page)
    return window
  }
}
