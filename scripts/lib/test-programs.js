import { existsSync } from 'node:fs'
import { findProgram, run } from './command.js'
import { aptLine, hasApt, installPackages, mayInstall } from './debian.js'

/** What the tests drive, and the Debian package that brings it. */
const testPrograms = [
  { package: 'socat', programs: ['socat'] },
  { package: 'slirp', programs: ['slirp', 'slirp-fullbolt'] },
  { package: 'tio', programs: ['tio'] },
  { package: 'picocom', programs: ['picocom'] },
  { package: 'minicom', programs: ['minicom'] },
  { package: 'gammu', programs: ['gammu'] },
  { package: 'gnokii-cli', programs: ['gnokii'] },
  { package: 'smstools', programs: ['smsd'] },
  { package: 'wvdial', programs: ['wvdial'] },
  { package: 'ppp', programs: ['chat'] },
  { package: 'python3-serial', programs: ['pyserial-miniterm'] },
  { package: 'tshark', programs: ['tshark'] },
  { package: 'chromium', programs: ['chromium', 'chromium-browser', 'google-chrome'] },
  { package: 'xvfb', programs: ['Xvfb'] },
  { package: 'curl', programs: ['curl'] },
  { package: 'bsdutils', programs: ['script'] },
  { package: 'procps', programs: ['ps'] },
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

/** What is not npm's to install: the programs that the tests drive. Root gets them, anyone else the command. */
export async function ensureTestPrograms() {
  if (process.platform !== 'linux') return
  const missing = await missingTestPackages()
  if (missing.length === 0) return
  if (await mayInstall()) return installPackages(missing)
  console.log(`Missing, so the tests that need them are skipped: ${missing.join(', ')}`)
  if (hasApt()) console.log(`Install them with: ${aptLine(missing)}`)
}
