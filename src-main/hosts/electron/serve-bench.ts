import { app, dialog, nativeTheme, powerMonitor } from 'electron'
import { Bench } from '@bench/bench'
import { dispatch } from '@contract'
import { nodeEnvironment } from '../environment'
import { goOn } from '../go-on'
import { sayTroubles } from '../say-troubles'
import { showAlerts } from './alert-notices'
import { Background } from './background'
import { electronHidChannel } from './hid-channel'
import { systemKeyring } from './keyring'
import { askBeforeLeaving } from './leaving'
import { buildMenu } from './menu'
import { log, said } from './own-log'
import { ElectronRemoteWindows } from './remote-windows'
import { watchWindow } from './window-watch'
import type { Windows } from './windows'
import { languageOf } from './words'

/** Starts the bench behind the windows, and all that the desktop adds to it. */
export async function serveBench(windows: Windows): Promise<void> {
  const remotes = new ElectronRemoteWindows()
  const environment = await nodeEnvironment(
    'electron',
    (error, where) => log.error({ error, where }),
    { startHid: electronHidChannel, keyring: systemKeyring(), remoteWindows: remotes },
  )
  const bench = new Bench(environment)
  sayTroubles(bench, (words) => log.warn(words.en))
  await bench.start()
  followTheme(bench)
  const window = windows.first
  if (window.isDestroyed()) {
    await bench.stop()
    return
  }
  windows.each((one) =>
    watchWindow(one, {
      say: (words) => words[languageOf(bench)],
      log: (what) => log.error(what),
      giveUp: () => (one === window ? app.quit() : one.destroy()),
    }),
  )
  windows.serve(bench, async (name, input) => {
    const read: unknown = typeof input === 'string' ? JSON.parse(input) : undefined
    return JSON.stringify(await dispatch(bench.handlers, name, read))
  })
  window.on('closed', () => remotes.closeAll())
  offerMenu(bench, windows)
  askBeforeLeaving(bench, window)
  powerMonitor.on('suspend', () => bench.sleep.begin())
  powerMonitor.on('resume', () => {
    bench.sleep.end().catch((error: unknown) => log.error({ error, where: 'resume' }))
  })
  const background = new Background(bench, window)
  app.on('second-instance', () => background.show())
  showAlerts(bench, () => background.show())
  closeFirst(bench)
  await goOn(bench, (words) => log.info(words.en))
}

function followTheme(bench: Bench): void {
  const follow = ({ theme }: { readonly theme: 'auto' | 'light' | 'dark' }) =>
    (nativeTheme.themeSource = theme === 'auto' ? 'system' : theme)
  follow(bench.settings.value)
  bench.onEvent((event) => {
    if (event.name === 'settings') follow(event.value)
  })
}

function offerMenu(bench: Bench, windows: Windows): void {
  const window = windows.first
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
