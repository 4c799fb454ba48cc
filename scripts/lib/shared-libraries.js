import { Stop, findProgram, run } from './command.js'
import { aptLine, hasApt, installPackages, isRoot, knownPackage, updateLists } from './debian.js'

/** Which Debian package brings a library that Electron or a native module links; the newer Debian's name first. */
const packageOf = {
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libatk-1.0.so.0': ['libatk1.0-0t64', 'libatk1.0-0'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  'libatspi.so.0': ['libatspi2.0-0t64', 'libatspi2.0-0'],
  'libcairo.so.2': ['libcairo2'],
  'libcups.so.2': ['libcups2t64', 'libcups2'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libdrm.so.2': ['libdrm2'],
  'libexpat.so.1': ['libexpat1'],
  'libgbm.so.1': ['libgbm1'],
  'libgio-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libglib-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgobject-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnspr4.so': ['libnspr4'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libsmime3.so': ['libnss3'],
  'libstdc++.so.6': ['libstdc++6'],
  'libudev.so.1': ['libudev1'],
  'libusb-1.0.so.0': ['libusb-1.0-0'],
  'libX11.so.6': ['libx11-6'],
  'libxcb.so.1': ['libxcb1'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
  'libXrandr.so.2': ['libxrandr2'],
}

/** The libraries a program links and this computer lacks, by file name; none where `ldd` is not there to ask. */
export async function missingLibraries(program) {
  if (process.platform !== 'linux' || findProgram('ldd') === undefined) return []
  const { output } = await run('ldd', [program])
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, library]) => library)
}

async function packagesFor(libraries) {
  const names = new Set()
  for (const library of libraries)
    if (packageOf[library] !== undefined) names.add(await knownPackage(packageOf[library]))
  return [...names]
}

/** Makes sure that the programs given can be loaded: as root on Debian it installs, else it says what is missing. */
export async function ensureLibraries(...programs) {
  const found = await Promise.all(programs.map(missingLibraries))
  const libraries = [...new Set(found.flat())]
  if (libraries.length === 0) return
  if (hasApt() && isRoot()) {
    await updateLists()
    const packages = await packagesFor(libraries)
    if (packages.length > 0) await installPackages(packages)
    const still = (await Promise.all(programs.map(missingLibraries))).flat()
    if (still.length === 0) return
    throw new Stop(`Electron cannot start: these libraries are still missing: ${still.join(', ')}`)
  }
  const packages = hasApt() ? await packagesFor(libraries) : []
  const how = packages.length > 0 ? `\nInstall them with: sudo ${aptLine(packages)}` : ''
  throw new Stop(`Electron cannot start: missing libraries: ${libraries.join(', ')}${how}`)
}
