import { existsSync } from 'node:fs'
import { findProgram, run } from './command.js'
import { ensurePeers } from './peers.js'
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
  { package: 'gsm-utils', programs: ['gsmctl'] },
  // Makes the library that gives gsmctl the lines of a serial port.
  { package: 'tcc', programs: ['tcc'] },
  { package: 'smstools', programs: ['smsd'] },
  { package: 'wvdial', programs: ['wvdial'] },
  { package: 'ppp', programs: ['chat'] },
  { package: 'python3-serial', programs: ['pyserial-miniterm'] },
  { package: 'ser2net', programs: ['ser2net'] },
  { package: 'tshark', programs: ['tshark'] },
  { package: 'chromium', programs: ['chromium', 'chromium-browser', 'google-chrome'] },
  { package: 'xvfb', programs: ['Xvfb'] },
  { package: 'curl', programs: ['curl'] },
  { package: 'iperf3', programs: ['iperf3'] },
  { package: 'coturn', programs: ['turnserver'] },
  { package: 'xinetd', programs: ['xinetd'] },
  { package: 'libcoap3-bin', programs: ['coap-server-notls'] },
  { package: 'mosquitto', programs: ['mosquitto'] },
  { package: 'prometheus', programs: ['prometheus'] },
  { package: 'openssl', programs: ['openssl'] },
  { package: 'radvd', programs: ['radvd'] },
  { package: 'dnsmasq-base', programs: ['dnsmasq'] },
  { package: 'iproute2', programs: ['ip'] },
  { package: 'bsdutils', programs: ['script'] },
  { package: 'procps', programs: ['ps'] },
  { package: 'dbus', programs: ['dbus-daemon'] },
  { package: 'gnome-keyring', programs: ['gnome-keyring-daemon'] },
  { package: 'systemd', programs: ['busctl'] },
  { package: 'mmdebstrap', programs: ['mmdebstrap'] },
  { package: 'rpm', programs: ['rpmbuild'] },
]
const testFiles = [
  // What mmdebstrap checks Debian's signature with; Ubuntu does not bring it.
  { package: 'debian-archive-keyring', file: '/usr/share/keyrings/debian-archive-keyring.gpg' },
  { package: 'python3-dbusmock', file: '/usr/lib/python3/dist-packages/dbusmock/__main__.py' },
  {
    package: 'python3-junitparser',
    file: '/usr/lib/python3/dist-packages/junitparser/__init__.py',
  },
]
const testLibraries = [
  // Those of mmcli and ModemManager, since these are unpacked and not installed: scripts/lib/peers.js.
  { package: 'libmm-glib0', library: 'libmm-glib.so.0' },
  { package: 'libqmi-glib5', library: 'libqmi-glib.so.5' },
  { package: 'libmbim-glib4', library: 'libmbim-glib.so.4' },
  { package: 'libpolkit-gobject-1-0', library: 'libpolkit-gobject-1.so.0' },
  // How Electron asks a keyring.
  { package: 'libsecret-1-0', library: 'libsecret-1.so.0' },
]
const japaneseFont = 'fonts-noto-cjk'

async function hasJapaneseFont() {
  if (existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) return true
  if (findProgram('fc-list') === undefined) return false
  return (await run('fc-list', [':lang=ja', 'family'])).output.trim() !== ''
}

async function hasLibrary(name) {
  return (await run('/sbin/ldconfig', ['-p'])).output.includes(name)
}

/** The Debian packages the tests want and this computer lacks. */
export async function missingTestPackages() {
  const missing = [
    ...testPrograms.filter(({ programs }) => !programs.some(findProgram)),
    ...testFiles.filter(({ file }) => !existsSync(file)),
  ].map(({ package: name }) => name)
  for (const { package: name, library } of testLibraries)
    if (!(await hasLibrary(library))) missing.push(name)
  return (await hasJapaneseFont()) ? missing : [...missing, japaneseFont]
}

/** What is not npm's to install: the programs that the tests drive. Root gets them, anyone else the command. */
export async function ensureTestPrograms() {
  if (process.platform !== 'linux') return
  await installMissing(await missingTestPackages())
  await ensurePeers()
}

async function installMissing(missing) {
  if (missing.length === 0) return
  if (await mayInstall()) return installPackages(missing)
  console.log(`Missing, so the tests that need them are skipped: ${missing.join(', ')}`)
  if (hasApt()) console.log(`Install them with: ${aptLine(missing)}`)
}
