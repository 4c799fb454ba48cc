import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Stop, findProgram, mustRun, run } from './command.js'
import { asRoot } from './debian.js'
import { descriptions, processors } from './linux-description.js'
import { linuxPackages } from './linux-packages.js'
import { nodeOf } from './other-systems.js'
import { testAppExecutable } from './package-app.js'
import { cacheFolder, inRoot } from './places.js'

/** Debian 13 renamed libraries: there the second name of an alternative is the one that is installed. */
const suites = { bookworm: 0, trixie: -1 }

/** What the packages depend on, by the names of a suite; node of the needed age is NodeSource's in Debian 12, and comes by a package of the same name. */
export const dependsIn = (suite) =>
  [
    ...new Set(
      Object.values(descriptions).flatMap(({ depends }) =>
        depends.map((depend) => depend.split(' | ').at(suites[suite])),
      ),
    ),
  ].filter((name) => !name.startsWith('nodejs'))

/** What every desktop has beside: it keeps the lists of what opens which file. */
const desktop = ['desktop-file-utils']

/** The archive of a bare Debian with what the packages depend on and nothing else, made once for all clones. */
async function archiveOf(suite, rootWords) {
  const include = [...dependsIn(suite), ...desktop].join(',')
  const hash = createHash('sha256').update(include).digest('hex').slice(0, 12)
  const archive = join(cacheFolder(), `packages-${suite}-${hash}.tar`)
  if (existsSync(archive)) return archive
  console.log(`Making a bare Debian (${suite}) to install the packages in …`)
  mkdirSync(cacheFolder(), { recursive: true })
  const [program, ...args] = [...rootWords, inRoot('scripts/fresh/bare.sh')]
  const { code, output } = await run(program, [...args, archive, suite, include])
  if (code !== 0) throw new Stop(`No bare Debian could be made:\n${output}`)
  return archive
}

/** Node as NodeSource packs it for a Debian whose own is too old: one package `nodejs` with the program. */
async function nodePackage(folder) {
  const root = mkdtempSync(join(tmpdir(), 'modem-bench-node-'))
  try {
    const program = join(root, 'usr/bin/node')
    mkdirSync(dirname(program), { recursive: true })
    mkdirSync(join(root, 'DEBIAN'))
    cpSync(await nodeOf(process.arch), program)
    const version = (await mustRun(program, ['--version'])).trim().slice(1)
    writeFileSync(
      join(root, 'DEBIAN/control'),
      `Package: nodejs\nVersion: ${version}\nArchitecture: ${processors[process.arch].deb}\nMaintainer: tests\nDescription: Node\n`,
    )
    const deb = join(folder, 'nodejs.deb')
    await mustRun('dpkg-deb', ['--root-owner-group', '-Znone', '--build', root, deb])
    return deb
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** Why packages cannot be installed in a machine here, or undefined. */
async function lackingHere() {
  if (process.platform !== 'linux') return 'packages of Linux are installed on Linux'
  if ((await asRoot()) === undefined) return 'packages are installed in a machine by root only'
  const missing = ['mmdebstrap', 'rpmbuild', 'dpkg-deb'].filter((name) => !findProgram(name))
  if (missing.length > 0) return `not on this computer: ${missing.join(', ')}`
  return testAppExecutable() === undefined ? 'no packaged app in dist/e2e' : undefined
}

/**
 * The packages of this processor and a bare Debian to install them in, or `lacks`: the reason why there are none.
 * What the packages forget to name is missing there. MODEM_BENCH_SUITE names another suite than bookworm.
 */
export async function packageMachine(suite = process.env.MODEM_BENCH_SUITE ?? 'bookworm') {
  if (!(suite in suites)) throw new Stop(`No such suite: ${suite}. There are: bookworm, trixie`)
  const lacks = await lackingHere()
  if (lacks !== undefined) return { lacks }
  const rootWords = await asRoot()
  const folder = inRoot('dist', 'package-test')
  rmSync(folder, { recursive: true, force: true })
  const same = { arch: process.arch, folder, quick: true }
  const [command, rpm] = await linuxPackages({ kind: 'modem-bench-cli', ...same })
  const [window] = await linuxPackages({
    kind: 'modem-bench',
    unpacked: dirname(testAppExecutable()),
    formats: ['deb'],
    ...same,
  })
  const node = await nodePackage(folder)
  return { rootWords, archive: await archiveOf(suite, rootWords), node, command, rpm, window }
}
