import type { ChildProcess } from 'node:child_process'
import { type ElectronApplication, type Page, _electron } from 'playwright-core'
import {
  type AppFolders,
  type AppOptions,
  appEnv,
  appFolders,
  defaultSize,
  isRoot,
  still,
  tailOf,
  within,
} from './app-folders'
import { type Display, startDisplay } from './display'
import { packagedApp } from './needs'
import { needsDisplay } from './needs-display'
import { patienceMs } from './patience'

export type RunningApp = {
  app: ElectronApplication
  process: ChildProcess
  window: Page
  dataDir: string
  /** What the main process printed lately. */
  said: () => string
  /** Ends the app (by force if it hangs), its display and its folders. */
  close: () => Promise<void>
}

const endMs = 30_000

const sandbox = () => (process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : [])

async function start(options: AppOptions, folders: AppFolders, display?: Display) {
  const executablePath = packagedApp()
  if (executablePath === undefined)
    throw new Error('No packaged app in dist/e2e: `npm test -- --only build,package` makes it')
  return _electron.launch({
    executablePath,
    args: [
      ...sandbox(),
      // Without a graphics card, drawing by a process that plays one costs more than drawing.
      '--disable-gpu',
      `--user-data-dir=${folders.profileDir}`,
      `--lang=${options.locale ?? 'en'}`,
      ...(options.args ?? []),
    ],
    env: { ...appEnv(options, folders), ...(display ? { DISPLAY: display.name } : {}) },
    colorScheme: options.dark ? 'dark' : 'light',
    timeout: patienceMs,
  })
}

/**
 * The inspector of a busy main process may collect the promise of an evaluation before it has told its result ("Resulting promise was
 * garbage collected"): what may be done twice is done again.
 */
async function notCollected<T>(evaluate: () => Promise<T>): Promise<T> {
  for (let more = 5; ; more--)
    try {
      return await evaluate()
    } catch (error) {
      if (more === 0 || !String(error).includes('garbage collected')) throw error
    }
}

async function firstWindow(app: ElectronApplication, options: AppOptions): Promise<Page> {
  app.context().setDefaultTimeout(patienceMs)
  const window = await app.firstWindow({ timeout: patienceMs })
  await notCollected(() =>
    app.evaluate(
      ({ BrowserWindow, nativeTheme }, { size, theme }) => {
        nativeTheme.themeSource = theme
        BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height)
      },
      { size: options.size ?? defaultSize, theme: options.dark ? 'dark' : 'light' } as const,
    ),
  )
  await window.waitForLoadState('load')
  await window.emulateMedia(still)
  return window
}

/** The child is held from the start: Playwright forgets the process of an app that was killed. */
async function end(app: ElectronApplication, child: ChildProcess): Promise<void> {
  const exited =
    child.exitCode === null && child.signalCode === null
      ? new Promise((resolve) => child.once('exit', resolve))
      : Promise.resolve()
  if (await within(endMs, Promise.all([app.close(), exited]))) return
  child.kill('SIGKILL')
  await within(endMs, exited)
}

/** Starts the packaged app with folders of its own and waits for its window. */
export async function launchApp(options: AppOptions = {}): Promise<RunningApp> {
  const folders = await appFolders(options.dataDir)
  const display = needsDisplay() ? await startDisplay() : undefined
  const clear = async () => {
    await display?.close()
    await folders.remove()
  }
  let ended = async () => {}
  let said = () => ''
  try {
    const app = await start(options, folders, display)
    const child = app.process()
    ended = () => end(app, child)
    said = tailOf(child.stdout, child.stderr)
    const window = await firstWindow(app, options)
    const close = async () => {
      await ended()
      await clear()
    }
    return { app, process: child, window, dataDir: folders.dataDir, said, close }
  } catch (error) {
    await ended()
    await clear()
    throw new Error(`The app did not open its window. It said:\n${said()}`, { cause: error })
  }
}

/**
 * Does what makes the app save a file, and has it saved there; resolves to how that ended. The dialog of the system cannot be
 * driven: the place it would ask for is given instead, before anything is done, as a fast download would be over too soon.
 */
export async function savedBy(
  app: ElectronApplication,
  path: string,
  act: () => Promise<void>,
): Promise<string> {
  await app.evaluate(({ session }, savePath) => {
    const saved = new Promise<string>((resolve) => {
      session.defaultSession.once('will-download', (_event, item) => {
        item.setSavePath(savePath)
        item.once('done', (_done, state) => resolve(state))
      })
    })
    Object.assign(globalThis, { saved })
  }, path)
  await act()
  return app.evaluate(() => (globalThis as unknown as { saved: Promise<string> }).saved)
}
