import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Language, Words } from '@core/words'
import { help, menu, remote, updates } from './words'

export interface MenuActs {
  readonly openWindow: () => void
  readonly openRemote: () => void
  readonly lookForUpdates: () => void
  readonly about: () => void
  readonly reportProblem: () => void
}

type Role = Exclude<keyof typeof menu, 'file' | 'edit' | 'view' | 'window' | 'another'>

/** The ordinary menu of each system in the language of the window; the roles do their own work, all else is in the window. */
export function buildMenu(language: Language, acts: MenuActs): void {
  const mac = process.platform === 'darwin'
  const say = (words: Words) => words[language]
  const items = (...roles: (Role | '-')[]): MenuItemConstructorOptions[] =>
    roles.map((role) => (role === '-' ? { type: 'separator' } : { role, label: say(menu[role]) }))
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: say(menu.file),
      submenu: [
        {
          id: 'another',
          accelerator: 'CmdOrCtrl+Shift+N',
          label: say(menu.another),
          click: acts.openWindow,
        },
        {
          id: 'remote',
          accelerator: 'CmdOrCtrl+Shift+O',
          label: say(remote.menu),
          click: acts.openRemote,
        },
        ...items('-', mac ? 'close' : 'quit'),
      ],
    },
    {
      label: say(menu.edit),
      submenu: items('undo', 'redo', '-', 'cut', 'copy', 'paste', 'delete', '-', 'selectAll'),
    },
    {
      label: say(menu.view),
      submenu: items('resetZoom', 'zoomIn', 'zoomOut', '-', 'togglefullscreen', 'toggleDevTools'),
    },
    { label: say(menu.window), submenu: items('minimize', mac ? 'front' : 'close') },
    {
      label: say(updates.help),
      role: 'help',
      submenu: [
        { id: 'updates', label: say(updates.menu), click: acts.lookForUpdates },
        { id: 'report', label: say(help.reportMenu), click: acts.reportProblem },
        ...items('-'),
        { id: 'about', label: say(help.aboutMenu), click: acts.about },
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
