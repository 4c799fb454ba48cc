import { app, type Session } from 'electron'
import { join } from 'node:path'
import { isReload } from './page'

/** Pages stay where they are and open nothing: nothing of them leads elsewhere. */
export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => {
      if (!isReload(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}

/** A page needs nothing from Chromium but the clipboard. */
export function closedDown(own: Session): void {
  // No dictionary is fetched for what is typed.
  own.setSpellCheckerEnabled(false)
  const granted = 'clipboard-sanitized-write'
  own.setPermissionCheckHandler((_contents, permission) => permission === granted)
  own.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === granted))
  // Tests choose the file beforehand; people are asked.
  const folder = process.env['MODEM_BENCH_DOWNLOADS']
  if (folder)
    own.on('will-download', (_event, item) => item.setSavePath(join(folder, item.getFilename())))
}
