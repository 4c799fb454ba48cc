import { existsSync, readdirSync } from 'node:fs'
import { Stop, findProgram, run } from './command.js'

export const hasApt = () => process.platform === 'linux' && findProgram('apt-get') !== undefined

export const isRoot = () => process.getuid?.() === 0

let rootWords

/**
 * What stands before a command to run it as root: nothing for root itself; `sudo` under CI where it asks for no password;
 * undefined where packages are the person's to install. On a desk nobody's system is changed unasked.
 */
export async function asRoot() {
  if (isRoot()) return []
  const mayAsk = Boolean(process.env.CI) && findProgram('sudo') !== undefined
  rootWords ??= mayAsk && (await run('sudo', ['-n', 'true'])).code === 0 ? ['sudo', '-n'] : false
  return rootWords || undefined
}

export const mayInstall = async () => hasApt() && (await asRoot()) !== undefined

const listsFolder = '/var/lib/apt/lists'

const listsAreEmpty = () =>
  !existsSync(listsFolder) || !readdirSync(listsFolder).some((name) => name.includes('_Packages'))

/** The command a person types to get these Debian packages; on a bare system the lists come first. */
export function aptLine(packages) {
  const sudo = isRoot() || findProgram('sudo') === undefined ? '' : 'sudo '
  const update = listsAreEmpty() ? `${sudo}apt-get update && ` : ''
  const install = `${sudo}apt-get install -y --no-install-recommends ${packages.join(' ')}`
  return `${update}${install}${isRoot() || sudo !== '' ? '' : '   (as root)'}`
}

/** Debian 13 and Ubuntu 24.04 gave libraries with a time in their interface another name; both came with this glibc. */
function hasWideTime() {
  const [, minor] = (process.report.getReport().header.glibcVersionRuntime ?? '2.0').split('.')
  return Number(minor) >= 39
}

/** Of several names for one thing (Debian 12 and 13 differ; the newer first), the one this system knows. */
export async function knownPackage(candidates) {
  for (const name of candidates) {
    const { output } = await run('apt-cache', ['policy', name])
    if (/Candidate: (?!\(none\))/.test(output)) return name
  }
  return hasWideTime() ? candidates[0] : candidates.at(-1)
}

// Another apt may be at work, as on a computer that has just been started; and a mirror may be slow.
const aptOptions = ['-q', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3']

async function apt(...words) {
  const [program, ...args] = [
    ...((await asRoot()) ?? []),
    ...['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...aptOptions, ...words],
  ]
  return run(program, args)
}

let listsAreFresh = false

export async function updateLists() {
  if (listsAreFresh) return
  const { code, output } = await apt('update')
  if (code !== 0) throw new Stop(`apt-get update failed:\n${output}`)
  listsAreFresh = true
}

/** Installs Debian packages; only where `mayInstall`. */
export async function installPackages(names) {
  await updateLists()
  console.log(`Installing Debian packages: ${names.join(' ')} …`)
  const { code, output } = await apt('install', '-y', '--no-install-recommends', ...names)
  if (code !== 0) throw new Stop(`${aptLine(names)} failed:\n${output}`)
}
