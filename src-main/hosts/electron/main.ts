import { app, dialog, ipcMain, nativeTheme, powerMonitor, session } from 'electron'
import { Bench } from '@bench/bench'
import { dispatch } from '@contract'
import { errorWords } from '@core/fault'
import { nodeEnvironment } from '../environment'
import { keptDiagnostics } from '../diagnostics'
import { goOn } from '../go-on'
import { sayTroubles } from '../say-troubles'
import { Background } from './background'
import { electronHidChannel } from './hid-channel'
import { systemKeyring } from './keyring'
import { askBeforeLeaving } from './leaving'
import { buildMenu } from './menu'
import { closedDown, lockDown } from './lock-down'
import { registerPageScheme, servePage } from './page'
import { ElectronRemoteWindows } from './remote-windows'
import { keepPlace, placeNow, readPlace } from './window-place'
import { watchWindow } from './window-watch'
import { Windows } from './windows'
import { languageOf } from './words'

const { log, said } = keptDiagnostics('electron')
/** As electron-builder.yml has it. */
const appId = 'io.github.modem-bench'

registerPageScheme()
// Windows files notifications and the button of the taskbar under the id that the installer gave the shortcut.
if (process.platform === 'win32') app.setAppUserModelId(appId)
if (!app.requestSingleInstanceLock()) app.quit()
else
  main().catch((error: unknown) => {
    const { en } = errorWords(error)
    log.error({ error, where: 'start' })
    dialog.showErrorBox('Modem Bench', en)
    app.exit(1)
  })

async function main(): Promise<void> {
  await app.whenReady()
  const remotes = new ElectronRemoteWindows()
  const environment = await nodeEnvironment(
    'electron',
    (error, where) => log.error({ error, where }),
    { startHid: electronHidChannel, keyring: systemKeyring(), remoteWindows: remotes },
  )
  const bench = new Bench(environment)
  sayTroubles(bench, (words) => log.warn(words.en))
  await bench.start()
  const { theme } = bench.settings.value
  nativeTheme.themeSource = theme === 'auto' ? 'system' : theme
  bench.onEvent((event) => {
    if (event.name === 'settings')
      nativeTheme.themeSource = event.value.theme === 'auto' ? 'system' : event.value.theme
  })
  servePage()
  lockDown()
  closedDown(session.defaultSession)
  const kept = await readPlace(environment.store)
  const windows = new Windows(bench, placeNow(kept), (one) =>
    watchWindow(one, {
      say: (words) => words[languageOf(bench)],
      log: (what) => log.error(what),
      giveUp: () => (one === windows.first ? app.quit() : one.destroy()),
    }),
  )
  const window = windows.first
  keepPlace(window, environment.store, kept, (error) => log.error({ error, where: 'place' }))
  window.on('closed', () => remotes.closeAll())
  // Read behind the window: the start waits for what is on the screen alone.
  const updating = import('./updates').then(
    ({ Updates }) => new Updates({ bench, window, log: (what) => log.error(what) }),
  )
  const helping = import('./help').then(
    ({ Help }) => new Help({ bench, window, said, log: (what) => log.error(what) }),
  )
  const acts = {
    openWindow: () => windows.another(),
    openRemote: () => windows.tell('remote'),
    lookForUpdates: () => void updating.then((one) => one.look()),
    about: () => void helping.then((one) => one.about()),
    reportProblem: () => void helping.then((one) => one.report()),
  }
  const makeMenu = () => buildMenu(languageOf(bench), acts)
  makeMenu()
  bench.onEvent((event) => {
    if (event.name === 'settings') makeMenu()
  })
  ipcMain.handle('bench', async (event, name: unknown, input: unknown) => {
    // Only the pages we loaded ourselves may ask; a frame that is not ours gets nothing.
    if (!windows.owns(event.senderFrame)) throw new Error('not our window')
    const read: unknown = typeof input === 'string' ? JSON.parse(input) : undefined
    return JSON.stringify(await dispatch(bench.handlers, name, read))
  })
  askBeforeLeaving(bench, window)
  powerMonitor.on('suspend', () => bench.sleep.begin())
  powerMonitor.on('resume', () => {
    bench.sleep.end().catch((error: unknown) => log.error({ error, where: 'resume' }))
  })
  const background = new Background(bench, window)
  app.on('second-instance', () => background.show())
  closeFirst(bench)
  await goOn(bench, (words) => log.info(words.en))
}

/** A port still open at exit would abort the process: ports are closed before the app may quit. */
function closeFirst(bench: Bench): void {
  let closed = false
  let closing = false
  app.on('window-all-closed', () => app.quit())
  // The end of the session and Ctrl-C in the terminal take the same way.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => app.quit())
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    if (closing) return
    closing = true
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
