import { existsSync, readFileSync } from 'node:fs'
import { ensureBuilt } from './lib/build.js'
import { main, run, runNode } from './lib/command.js'
import { isRoot } from './lib/debian.js'
import { devElectron, sandboxArgs } from './lib/dev-electron.js'
import { standInNote } from './lib/electron-stand-in.js'
import { ensureElectron } from './lib/electron.js'
import { ensureNodeModules } from './lib/node-modules.js'
import { inRoot, root } from './lib/places.js'
import { ensureLibraries, tellLibraries } from './lib/shared-libraries.js'

const args = process.argv.slice(2)

const hasDisplay = () =>
  process.platform !== 'linux' ||
  Boolean(process.env.DISPLAY) ||
  Boolean(process.env.WAYLAND_DISPLAY)

const switchIs = (path, value) => existsSync(path) && readFileSync(path, 'utf8').trim() === value

const kernelForbidsSandbox = () =>
  switchIs('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1') ||
  switchIs('/proc/sys/kernel/unprivileged_userns_clone', '0')

function sandboxNote() {
  if (process.platform !== 'linux') return
  if (isRoot()) console.log('Running as root: Chromium cannot use its sandbox here (--no-sandbox).')
  else if (kernelForbidsSandbox() && !args.includes('--no-sandbox'))
    console.log(
      'This kernel does not let ordinary programs make a sandbox. If no window opens, start with: npm start -- --no-sandbox',
    )
}

async function openWindow() {
  const electron = await ensureElectron()
  await ensureLibraries(electron)
  await ensureBuilt()
  const app = devElectron(electron, root, inRoot('.cache', 'electron'))
  sandboxNote()
  if (electron.kind === 'stand-in') console.log(standInNote())
  console.log(`Opening Modem Bench (Electron ${electron.version}). Ctrl-C here ends it.`)
  return run(app.executablePath, [...app.args, ...sandboxArgs(), ...args], { show: true })
}

async function serve() {
  await tellLibraries()
  await ensureBuilt()
  console.log('No display here: Modem Bench serves the same console to a browser. Ctrl-C ends it.')
  return runNode([inRoot('out', 'main', 'cli.js'), 'serve', ...args], { show: true })
}

await main(async () => {
  await ensureNodeModules()
  const { code } = hasDisplay() ? await openWindow() : await serve()
  return code
})
