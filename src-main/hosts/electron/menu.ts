import { Menu, type MenuItemConstructorOptions } from 'electron'

export interface MenuChoices {
  readonly help: string
  readonly openRemote: { readonly label: string; readonly click: () => void }
  readonly lookForUpdates: { readonly label: string; readonly click: () => void }
}

/** The ordinary menu of each system, with the roles that do their own work; everything else is in the window. */
export function buildMenu({ help, openRemote, lookForUpdates }: MenuChoices): void {
  const mac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      role: 'fileMenu',
      submenu: [
        { id: 'remote', accelerator: 'CmdOrCtrl+Shift+O', ...openRemote },
        { type: 'separator' },
        { role: mac ? 'close' : 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        { role: 'toggleDevTools' },
      ],
    },
    { role: 'windowMenu' },
    { label: help, role: 'help', submenu: [{ id: 'updates', ...lookForUpdates }] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
