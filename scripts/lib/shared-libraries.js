import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Stop, findProgram, run } from './command.js'
import {
  aptLine,
  hasApt,
  installPackages,
  knownPackage,
  mayInstall,
  updateLists,
} from './debian.js'
import { packageOf } from './library-packages.js'
import { inRoot } from './places.js'

/** What Electron loads only once it runs, so that nothing links it. */
const loadedLater = ['libX11-xcb.so.1', 'libudev.so.1']

/** Node's own add-ons in node_modules that this computer would load. */
function addOns() {
  const arch = `linux-${process.arch}`
  const folders = [
    ['node-hid', [`HID-${arch}`, `HID_hidraw-${arch}`]],
    ['@serialport/bindings-cpp', [arch]],
  ]
  return folders.flatMap(([name, prebuilds]) =>
    prebuilds.flatMap((prebuild) => {
      const folder = inRoot('node_modules', name, 'prebuilds', prebuild)
      if (!existsSync(folder)) return []
      const files = readdirSync(folder).filter((file) => /(?<!musl)\.node$/.test(file))
      return files.map((file) => join(folder, file))
    }),
  )
}

const partsOf = ({ dist, executable }) => [
  executable,
  ...readdirSync(dist)
    .filter((name) => /\.so(\.\d+)?$/.test(name) || name === 'chrome_crashpad_handler')
    .map((name) => join(dist, name)),
]

/** The libraries these files link and this computer lacks, by file name; none where `ldd` is not there to ask. */
async function missingOf(files) {
  if (process.platform !== 'linux' || findProgram('ldd') === undefined) return []
  const answers = await Promise.all(files.map((file) => run('ldd', [file])))
  return answers.flatMap(({ output }) =>
    [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, library]) => library),
  )
}

async function missingLater() {
  if (process.platform !== 'linux' || !existsSync('/sbin/ldconfig')) return []
  const { code, output } = await run('/sbin/ldconfig', ['-p'])
  return code === 0 ? loadedLater.filter((library) => !output.includes(`${library} `)) : []
}

/** The libraries that Electron (none given: our own add-ons) wants and this computer lacks. */
async function missingLibraries(electron) {
  if (electron === undefined) return [...new Set(await missingOf(addOns()))]
  const all = [...(await missingOf(partsOf(electron))), ...(await missingLater())]
  const bundled = readdirSync(electron.dist)
  return [...new Set(all)].filter((library) => !bundled.includes(library))
}

async function packagesFor(libraries) {
  const names = new Set()
  for (const library of libraries)
    if (packageOf[library] !== undefined) names.add(await knownPackage(packageOf[library]))
  return [...names]
}

/** The command that brings them: rpm knows a library by its file name. */
async function commandFor(libraries) {
  if (hasApt()) {
    const packages = await packagesFor(libraries)
    return packages.length === 0 ? undefined : aptLine(packages)
  }
  const bits = process.arch.endsWith('64') ? '()(64bit)' : ''
  const words = libraries.map((library) => `'${library}${bits}'`).join(' ')
  return findProgram('dnf') === undefined ? undefined : `sudo dnf install ${words}`
}

/**
 * What is still missing for Electron (none given: for our own add-ons) after all was done that may be done here: root on
 * Debian gets it installed. Resolves to undefined, or to words with the command that helps.
 */
export async function librariesLacking(electron) {
  let libraries = await missingLibraries(electron)
  if (libraries.length > 0 && (await mayInstall())) {
    await updateLists()
    const packages = await packagesFor(libraries)
    if (packages.length > 0) await installPackages(packages)
    libraries = await missingLibraries(electron)
  }
  if (libraries.length === 0) return undefined
  const command = await commandFor(libraries)
  const how = command === undefined ? '' : `\nInstall them with: ${command}`
  return `Missing libraries: ${libraries.join(', ')}${how}`
}

/** For a program of Node: it starts all the same, only the adapters that need the library do not work. */
export async function tellLibraries() {
  const lacking = await librariesLacking()
  if (lacking !== undefined) console.log(`For GPIO adapters on USB. ${lacking}`)
}

/** Where Electron is to be started next. */
export async function ensureLibraries(electron) {
  const lacking = await librariesLacking(electron)
  if (lacking !== undefined) throw new Stop(`Electron cannot start. ${lacking}`)
  await tellLibraries()
}
