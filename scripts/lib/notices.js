import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from './places.js'

/** What the build puts into the window and the desktop host; the others of package.json's devDependencies stay on the desk. */
const bundled = [
  '@lucide/vue',
  '@tanstack/vue-virtual',
  '@xterm/addon-fit',
  '@xterm/xterm',
  'chart.js',
  'chartjs-plugin-zoom',
  'electron-updater',
  'pinia',
  'reka-ui',
  'vue',
  'vue-i18n',
]

/** Of these the build takes a few modules (hosts/mcp), and none of what they bring for servers of other kinds. */
const bundledAlone = ['@modelcontextprotocol/sdk', 'zod-to-json-schema']

const inFolder = 'node_modules/'

const lockOf = () => JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages

/** Where Node finds a package that one in this folder asks for. */
function placeOf(name, from, lock) {
  for (
    let folder = from;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf(inFolder) - 1))
  ) {
    const place = `${folder === '' ? '' : `${folder}/`}${inFolder}${name}`
    if (lock[place]) return place
    if (folder === '') return undefined
  }
}

/** The packages that go out with the product, by their places in the lockfile. */
export function shippedPackages(lock = lockOf()) {
  const places = new Set()
  const add = (name, from) => {
    const place = placeOf(name, from, lock)
    if (place === undefined || places.has(place)) return
    places.add(place)
    const { dependencies = {}, optionalDependencies = {} } = lock[place]
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) add(next, place)
  }
  const { dependencies } = lock['']
  for (const name of [...Object.keys(dependencies), ...bundled]) add(name, '')
  for (const name of bundledAlone) places.add(placeOf(name, '', lock))
  return [...places].sort()
}

/** The licence and notices that a package brings, in the order of their names. */
function textsOf(place) {
  const folder = inRoot(place)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').trim())
}

/** Name, licence and texts of everything that goes out with the product. */
export function notices() {
  const lock = lockOf()
  return shippedPackages(lock).map((place) => {
    const { version, license = 'see below' } = lock[place]
    const name = place.slice(place.lastIndexOf(inFolder) + inFolder.length)
    return { name, version, license, texts: textsOf(place) }
  })
}

/** The file that goes with the program; the window's Chromium has its own (LICENSES.chromium.html). */
export function noticesText() {
  const parts = notices().map(({ name, version, license, texts }) =>
    [`${name} ${version} (${license})`, ...texts].join('\n\n'),
  )
  const rule = `\n\n${'-'.repeat(78)}\n\n`
  return `Modem Bench contains the following packages, each under its own licence.${rule}${parts.join(rule)}\n`
}
