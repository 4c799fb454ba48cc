import { type ElectronApplication, type Page, _electron } from 'playwright-core'
import {
  type AppFolders,
  type AppOptions,
  appEnv,
  appFolders,
  defaultSize,
  isRoot,
  tailOf,
  within,
} from './app-folders'
import { type Display, needsDisplay, startDisplay } from './display'
import { packagedApp } from './needs'

export type RunningApp = {
  app: ElectronApplication
  window: Page
  dataDir: string
  /** What the main process printed lately. */
  said: () => string
  /** Ends the app (by force if it hangs), its display and its folders. */
  close: () => Promise<void>
}

const startMs = 60_000
const endMs = 10_000

const sandbox = () => (process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : [])

async function start(options: AppOptions, folders: AppFolders, display?: Display) {
  const executablePath = packagedApp()
  if (executablePath === undefined)
    throw new Error('No packaged app in dist/e2e: `npm test -- --only build,package` makes it')
  return _electron.launch({
    executablePath,
    args: [
      ...sandbox(),
      `--user-data-dir=${folders.profileDir}`,
      `--lang=${options.locale ?? 'en'}`,
      ...(options.args ?? []),
    ],
    env: { ...appEnv(options, folders), ...(display ? { DISPLAY: display.name } : {}) },
    colorScheme: options.dark ? 'dark' : 'light',
    timeout: startMs,
  })
}

async function firstWindow(app: ElectronApplication, options: AppOptions): Promise<Page> {
  const window = await app.firstWindow({ timeout: startMs })
  await app.evaluate(
    ({ BrowserWindow, nativeTheme }, { size, theme }) => {
      nativeTheme.themeSource = theme
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height)
    },
    { size: options.size ?? defaultSize, theme: options.dark ? 'dark' : 'light' } as const,
  )
  await window.waitForLoadState('load')
  return window
}

async function end(app: ElectronApplication): Promise<void> {
  const child = app.process()
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
  let app: ElectronApplication | undefined
  let said = () => ''
  try {
    app = await start(options, folders, display)
    said = tailOf(app.process().stdout, app.process().stderr)
    const running = app
    const window = await firstWindow(app, options)
    const close = async () => {
      await end(running)
      await clear()
    }
    return { app, window, dataDir: folders.dataDir, said, close }
  } catch (error) {
    if (app) await end(app)
    await clear()
    throw new Error(`The app did not open its window. It said:\n${said()}`, { cause: error })
  }
}
