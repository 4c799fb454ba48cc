import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Plugin } from 'vite'

/** Makes the built command callable as `modem-bench`, in the checkout as after an installation. */
export const ownCommand = (root: string): Plugin => ({
  name: 'modem-bench-command',
  writeBundle({ dir = '' }) {
    const file = resolve(dir, 'cli.js')
    if (!existsSync(file)) return
    chmodSync(file, 0o755)
    linkAsBinary(resolve(root, 'node_modules/.bin/modem-bench'))
  },
})

/** As npm does for the packages that it installs; it does not for the package that it stands in. */
function linkAsBinary(link: string): void {
  mkdirSync(dirname(link), { recursive: true })
  if (process.platform === 'win32')
    return writeFileSync(`${link}.cmd`, '@node "%~dp0..\\..\\out\\main\\cli.js" %*\r\n')
  rmSync(link, { force: true })
  symlinkSync('../../out/main/cli.js', link)
}
