import { existsSync } from 'node:fs'
import { ensureBuilt } from './lib/build.js'
import { Stop, findProgram, main } from './lib/command.js'
import { ensureElectron } from './lib/electron.js'
import { processors } from './lib/linux-description.js'
import { linuxPackages } from './lib/linux-packages.js'
import { ensureNodeModules } from './lib/node-modules.js'
import { packageApp } from './lib/package-app.js'
import { inRoot } from './lib/places.js'

const writers = { deb: 'dpkg-deb', rpm: 'rpmbuild' }

// electron-builder names the folder of the usual processor by the system alone.
const unpackedOf = (arch) =>
  inRoot('dist', arch === 'x64' ? 'linux-unpacked' : `linux-${arch}-unpacked`)

/** The deb and rpm of every processor that electron-builder unpacked the app for, and the small ones of all. */
async function writeLinuxPackages() {
  const formats = Object.keys(writers).filter((format) => findProgram(writers[format]))
  for (const format of Object.keys(writers).filter((each) => !formats.includes(each)))
    console.log(`No ${format}: ${writers[format]} is not on this computer.`)
  const folder = inRoot('dist')
  for (const arch of Object.keys(processors)) {
    const unpacked = unpackedOf(arch)
    const paths = [
      ...(await linuxPackages({ kind: 'modem-bench-cli', arch, folder, formats })),
      ...(existsSync(unpacked)
        ? await linuxPackages({ kind: 'modem-bench', arch, unpacked, folder, formats })
        : []),
    ]
    for (const path of paths) console.log(path)
  }
}

/** `npm run dist`: every package of this system; `-- --dir` the unpacked app; `-- --packages` deb and rpm, which need no download. */
await main(async () => {
  const packagesOnly = process.argv.includes('--packages')
  const rest = process.argv.slice(2).filter((word) => word !== '--packages')
  const args = packagesOnly ? ['--dir', ...rest] : rest
  await ensureNodeModules()
  const electron = await ensureElectron()
  await ensureBuilt()
  console.log(`Packaging with Electron ${electron.version} (${electron.kind}) …`)
  const { code } = await packageApp(electron, args, { show: true })
  if (code !== 0)
    throw new Stop(
      'electron-builder failed: see above. Installers need tools it downloads; where only the npm registry is reachable, make the plain folder: npm run dist -- --dir, or deb and rpm from it: npm run dist -- --packages',
    )
  if (process.platform === 'linux' && (packagesOnly || args.length === 0))
    await writeLinuxPackages()
  console.log('The packages are in dist/.')
  return 0
})
