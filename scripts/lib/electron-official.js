import { createRequire } from 'node:module'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runPackage } from './command.js'
import { cacheFolder, inRoot } from './places.js'

const firstByteMs = 10_000
const stalledMs = 30_000
const retryAfterMs = 24 * 60 * 60 * 1000

const folder = inRoot('node_modules', 'electron')
const readTrimmed = (path) => (existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined)

export const officialVersion = () =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version

/** The official Electron that the npm package `electron` has installed, or undefined. */
export function installedOfficial() {
  const dist = join(folder, 'dist')
  const path = readTrimmed(join(folder, 'path.txt'))
  const version = readTrimmed(join(dist, 'version'))?.replace(/^v/, '')
  if (path === undefined || version !== officialVersion()) return undefined
  const executable = join(dist, path)
  return existsSync(executable) ? { kind: 'official', version, dist, executable } : undefined
}

const unreachable = () => join(cacheFolder(), 'official-electron-unreachable')

/** A closed network stays closed: asking again at every start would only cost time. */
const failedLately = () =>
  existsSync(unreachable()) && Date.now() - statSync(unreachable()).mtimeMs < retryAfterMs

function rememberFailure(words) {
  mkdirSync(dirname(unreachable()), { recursive: true })
  writeFileSync(unreachable(), `${words}\n`)
}

/** A package that comes with the npm package `electron`, wherever npm has put it. */
export async function importOfElectron(name) {
  const require = createRequire(join(folder, 'package.json'))
  return import(pathToFileURL(require.resolve(name)).href)
}

/** Downloads into the cache of @electron/get; gives up when nothing arrives, never because a line is slow. */
async function download() {
  const { download: get } = await importOfElectron('@electron/get')
  const giveUp = new AbortController()
  let timer = setTimeout(() => giveUp.abort(), firstByteMs)
  const again = () => {
    clearTimeout(timer)
    timer = setTimeout(() => giveUp.abort(), stalledMs)
  }
  try {
    await get(officialVersion(), {
      checksums: JSON.parse(readFileSync(join(folder, 'checksums.json'), 'utf8')),
      downloadOptions: { signal: giveUp.signal, getProgressCallback: again },
    })
  } finally {
    clearTimeout(timer)
  }
}

/** Installs the official Electron where its download can be reached; undefined where it cannot. */
export async function fetchOfficial() {
  const here = installedOfficial()
  if (here !== undefined) return here
  if (failedLately()) return undefined
  console.log(`Fetching Electron ${officialVersion()} …`)
  try {
    await download()
  } catch (error) {
    const words = error.cause?.message ?? error.message
    console.log(`  not reachable from here (${words})`)
    rememberFailure(words)
    return undefined
  }
  const { code, output } = await runPackage('electron/install.js', [])
  const installed = installedOfficial()
  if (code === 0 && installed !== undefined) {
    rmSync(unreachable(), { force: true })
    return installed
  }
  console.log(`  downloaded, but not installed:\n${output}`)
  return undefined
}
