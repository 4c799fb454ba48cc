import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { homepage } from './linux-description.js'
import { inRoot } from './places.js'

function put(from, to, mode = 0o644) {
  mkdirSync(dirname(to), { recursive: true })
  cpSync(inRoot(from), to, { recursive: true })
  chmodSync(to, mode)
}

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  )

function link(target, path) {
  mkdirSync(dirname(path), { recursive: true })
  symlinkSync(target, path)
}

/** What both packages have: service, rules for ports and adapters, licence. */
function layOutShared(root, name) {
  const doc = join(root, 'usr/share/doc', name)
  put(
    'resources/systemd/modem-bench.service',
    join(root, 'usr/lib/systemd/system/modem-bench.service'),
  )
  put(
    'resources/udev/70-modem-bench.rules',
    join(root, 'usr/lib/udev/rules.d/70-modem-bench.rules'),
  )
  const manager = '78-modem-bench-modemmanager.rules'
  put(`resources/udev/${manager}`, join(doc, 'examples', manager))
  for (const folder of ['monitoring', 'examples', 'schemas'])
    for (const name of filesIn(inRoot('resources', folder)))
      put(`resources/${folder}/${name}`, join(doc, 'examples', folder, name))
  put('LICENSE', join(doc, 'copyright'))
  writeFileSync(
    join(doc, 'changelog.gz'),
    gzipSync(readFileSync(inRoot('CHANGELOG.md')), { level: 9 }),
  )
  writeFileSync(join(doc, 'README'), `${homepage}\n`)
}

/**
 * The window and the command line: `unpacked` is what electron-builder made. The folder has no space, as the sandbox's helper
 * does not start from one that has.
 */
export function layOutWindow(root, unpacked) {
  const app = join(root, 'opt/modem-bench')
  mkdirSync(dirname(app), { recursive: true })
  cpSync(unpacked, app, { recursive: true, mode: 0, verbatimSymlinks: true })
  // Kernels that give ordinary programs no namespaces leave Chromium this way to a sandbox.
  chmodSync(join(app, 'chrome-sandbox'), 0o4755)
  chmodSync(join(app, 'bin/modem-bench'), 0o755)
  link('/opt/modem-bench/bin/modem-bench', join(root, 'usr/bin/modem-bench'))
  link('/opt/modem-bench/modem-bench-desktop', join(root, 'usr/bin/modem-bench-desktop'))
  put(
    'resources/linux/modem-bench.desktop',
    join(root, 'usr/share/applications/modem-bench.desktop'),
  )
  put('resources/linux/modem-bench.xml', join(root, 'usr/share/mime/packages/modem-bench.xml'))
  const icons = join(root, 'usr/share/icons/hicolor')
  for (const size of readdirSync(inRoot('resources/icons')).filter((name) => /^\d+x/.test(name)))
    put(`resources/icons/${size}`, join(icons, size.replace('.png', ''), 'apps/modem-bench.png'))
  put('resources/icons/icon.svg', join(icons, 'scalable/apps/modem-bench.svg'))
  layOutShared(root, 'modem-bench')
}

/** The production modules of package-lock.json. */
function productionModules() {
  const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'))
  return (
    Object.entries(packages)
      .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
      .map(([path]) => path)
      // What is for other systems only, npm left out.
      .filter((path) => existsSync(inRoot(path)))
  )
}

const needless =
  /\.(?:[mc]?ts|map|md|gypi?)$|\/(?:\.[^/]+|eslint\.config\.[^/]+|tests?|__tests__|benchmarks?)(?:\/|$)|\/(?:hidapi|src)\/.*\.(?:c|cc|cpp|h)$/

/** The command line and the web host, for the distribution's node. */
export function layOutCommand(root, { prebuilt }) {
  const app = join(root, 'usr/lib/modem-bench')
  const own = new RegExp(`prebuilds/[^/]*linux-${prebuilt}(?:/|$)`)
  const wanted = (path) =>
    !needless.test(path) && (!/\/prebuilds\/[^/]/.test(path) || own.test(path))
  const copy = (path) =>
    cpSync(inRoot(path), join(app, path), {
      recursive: true,
      filter: (from) => wanted(from) && !/\/node_modules\/.*\/node_modules$/.test(from),
    })
  for (const module of productionModules()) copy(module)
  for (const path of ['package.json', 'out/main', 'out/renderer']) copy(path)
  chmodSync(join(app, 'out/main/cli.js'), 0o755)
  link('../lib/modem-bench/out/main/cli.js', join(root, 'usr/bin/modem-bench'))
  layOutShared(root, 'modem-bench-cli')
}
