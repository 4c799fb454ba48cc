import { existsSync, readFileSync } from 'node:fs'
import { Stop, ending, runNpm } from './command.js'
import { inRoot } from './places.js'

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** Why node_modules must be installed, or undefined when it holds what package-lock.json asks for. */
export function staleNodeModules() {
  const installedList = inRoot('node_modules', '.package-lock.json')
  if (!existsSync(installedList)) return 'they are not installed yet'
  const wanted = readJson(inRoot('package-lock.json')).packages
  const installed = readJson(installedList).packages
  for (const [path, { version, optional }] of Object.entries(wanted)) {
    if (path === '' || !path.startsWith('node_modules/')) continue
    const here = installed[path]
    // Packages for other systems are in the lock file and rightly not on the disk.
    if (here === undefined && optional) continue
    if (here?.version !== version)
      return `${path.slice('node_modules/'.length)} ${version} is wanted`
  }
  return undefined
}

function checkNode() {
  const { engines } = readJson(inRoot('package.json'))
  const [wantedMajor, wantedMinor] = engines.node.replace('>=', '').split('.').map(Number)
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor))
    throw new Stop(`Modem Bench needs Node ${engines.node}; this is ${process.versions.node}.`)
}

/** Installs the npm packages of package-lock.json when they are missing or others. */
export async function ensureNodeModules() {
  checkNode()
  const why = staleNodeModules()
  if (why === undefined) return
  console.log(`Installing npm packages (${why}) …`)
  const { code } = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    show: true,
  })
  if (ending.asked) throw new Stop('Ended.')
  if (code !== 0)
    throw new Stop('npm ci failed: see its words above. Is the npm registry reachable from here?')
}
