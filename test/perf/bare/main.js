import { join } from 'node:path'
import { BrowserWindow, app } from 'electron'

app.on('window-all-closed', () => app.quit())

void app.whenReady().then(() => {
  const webPreferences = { sandbox: true, contextIsolation: true }
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences })
  return window.loadFile(join(import.meta.dirname, 'index.html'))
})
