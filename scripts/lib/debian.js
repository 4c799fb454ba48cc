import { existsSync } from 'node:fs'
import { Stop, findProgram, run } from './command.js'

export const hasApt = () => process.platform === 'linux' && findProgram('apt-get') !== undefined

export const isRoot = () => process.getuid?.() === 0

export const aptLine = (packages) => `apt-get install -y ${packages.join(' ')}`

/** What the tests drive, and the Debian package that brings it. */
const testPrograms = [
  { package: 'socat', programs: ['socat'] },
  { package: 'slirp', programs: ['slirp'] },
  { package: 'tio', programs: ['tio'] },
  { package: 'picocom', programs: ['picocom'] },
  { package: 'minicom', programs: ['minicom'] },
  { package: 'tshark', programs: ['tshark'] },
  { package: 'chromium', programs: ['chromium', 'chromium-browser', 'google-chrome'] },
  { package: 'xvfb', programs: ['Xvfb'] },
  { package: 'curl', programs: ['curl'] },
]
const japaneseFont = 'fonts-noto-cjk'

async function hasJapaneseFont() {
  if (existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) return true
  if (findProgram('fc-list') === undefined) return false
  return (await run('fc-list', [':lang=ja', 'family'])).output.trim() !== ''
}

/** The Debian packages the tests want and this computer lacks. */
export async function missingTestPackages() {
  const missing = testPrograms
    .filter(({ programs }) => !programs.some(findProgram))
    .map(({ package: name }) => name)
  return (await hasJapaneseFont()) ? missing : [...missing, japaneseFont]
}

/** Of several names for one thing (Debian 12 and 13 differ), the one this system knows. */
export async function knownPackage(candidates) {
  for (const name of candidates) {
    const { output } = await run('apt-cache', ['policy', name])
    if (/Candidate: (?!\(none\))/.test(output)) return name
  }
  return candidates[0]
}

let listsAreFresh = false

export async function updateLists() {
  if (listsAreFresh) return
  const { code, output } = await run('apt-get', ['update', '-q'])
  if (code !== 0) throw new Stop(`apt-get update failed:\n${output}`)
  listsAreFresh = true
}

/** Installs Debian packages; root only. */
export async function installPackages(names) {
  await updateLists()
  console.log(`Installing Debian packages: ${names.join(' ')} …`)
  const { code, output } = await run(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', ...names],
    { env: { DEBIAN_FRONTEND: 'noninteractive' } },
  )
  if (code !== 0) throw new Stop(`${aptLine(names)} failed:\n${output}`)
}
