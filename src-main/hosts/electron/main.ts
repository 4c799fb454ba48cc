import { app, BrowserWindow, dialog, ipcMain, nativeTheme, session, shell } from 'electron'
import { join } from 'node:path'
import { Bench } from '@bench/bench'
import { dispatch } from '@contract'
import { nodeEnvironment } from '../environment'
import { diagnostics } from '../diagnostics'
import { buildMenu } from './menu'

const log = diagnostics('electron')
const page = join(import.meta.dirname, '../renderer/index.html')
const preload = join(import.meta.dirname, '../preload/index.cjs')

if (!app.requestSingleInstanceLock()) app.quit()
else void main()

async function main(): Promise<void> {
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  await app.whenReady()
  const environment = await nodeEnvironment('electron', (error, where) =>
    log.error({ error, where }),
  )
  const bench = new Bench(environment)
  await bench.start()
  const { theme } = bench.settings.value
  nativeTheme.themeSource = theme === 'auto' ? 'system' : theme
  bench.onEvent((event) => {
    if (event.name === 'settings')
      nativeTheme.themeSource = event.value.theme === 'auto' ? 'system' : event.value.theme
  })
  lockDown()
  buildMenu()
  const window = openWindow(bench)
  ipcMain.handle('bench', (event, name: unknown, input: unknown) => {
    // Only the page we loaded ourselves may ask; a frame that is not ours gets nothing.
    if (event.senderFrame !== window.webContents.mainFrame) throw new Error('not our window')
    return dispatch(bench.handlers, name, input)
  })
  closeFirst(bench)
}

function openWindow(bench: Bench): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Modem Bench',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#f7f8fa',
    webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  window.once('ready-to-show', () => window.show())
  const stop = bench.onEvent((event) => {
    if (!window.isDestroyed()) window.webContents.send('bench-event', event)
  })
  window.on('closed', stop)
  window.webContents.setWindowOpenHandler(({ url }) => {
    if (/^https:\/\//.test(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
  window.webContents.on('will-navigate', (event) => event.preventDefault())
  void window.loadFile(page)
  return window
}

/** The page comes from this folder and talks to nobody. */
function lockDown(): void {
  const policy =
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'"
  session.defaultSession.webRequest.onHeadersReceived((details, answer) =>
    answer({
      responseHeaders: { ...details.responseHeaders, 'Content-Security-Policy': [policy] },
    }),
  )
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write'),
  )
  // Tests choose the file beforehand; people are asked.
  const folder = process.env['MODEM_BENCH_DOWNLOADS']
  if (folder)
    session.defaultSession.on('will-download', (_event, item) =>
      item.setSavePath(join(folder, item.getFilename())),
    )
}

/** A port still open at exit would abort the process: ports are closed before the app may quit. */
function closeFirst(bench: Bench): void {
  let closed = false
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    bench
      .stop()
      .catch((error: unknown) => {
        log.error({ error, where: 'quit' })
        dialog.showErrorBox('Modem Bench', error instanceof Error ? error.message : String(error))
      })
      .finally(() => {
        closed = true
        app.quit()
      })
  })
}
