import { app, dialog, session } from 'electron'
import { errorWords } from '@core/fault'
import { dataFolder } from '@platform/store/data-folder'
import { fileStore } from '@platform/store/file-store'
import { closedDown, lockDown } from './lock-down'
import { registerPageScheme, servePage } from './page'
import { keepPlace, placeNow, readPlace } from './window-place'
import { Windows } from './windows'

/** As electron-builder.yml has it. */
const appId = 'io.github.modem-bench'

registerPageScheme()
// Windows files notifications and the button of the taskbar under the id that the installer gave the shortcut.
if (process.platform === 'win32') app.setAppUserModelId(appId)
if (!app.requestSingleInstanceLock()) app.quit()
else
  main().catch(async (error: unknown) => {
    await report(error, 'start')
    dialog.showErrorBox('Modem Bench', errorWords(error).en)
    app.exit(1)
  })

/** The page is run by a process of its own: it is begun first, and the bench is read and started meanwhile. */
async function main(): Promise<void> {
  await app.whenReady()
  const reading = servePage()
  lockDown()
  closedDown(session.defaultSession)
  const store = fileStore(await dataFolder())
  const kept = await readPlace(store)
  const windows = new Windows(placeNow(kept))
  keepPlace(windows.first, store, kept, (error) => void report(error, 'place'))
  await reading.done
  const { serveBench } = await import('./serve-bench')
  await serveBench(windows)
}

/** What writes it is read when it is needed: it knows every command, to mask what a modem said. */
async function report(error: unknown, where: string): Promise<void> {
  const { log } = await import('./own-log')
  log.error({ error, where })
}
