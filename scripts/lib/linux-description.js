import { readFileSync } from 'node:fs'
import { inRoot } from './places.js'

const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'))

export const { version } = manifest
/** Debian and rpm sort 1.0.0~beta before 1.0.0; a hyphen would part off a revision. */
export const packageVersion = version.replace('-', '~')
export const maintainer = 'Modem Bench contributors <modem-bench@users.noreply.github.com>'
export const homepage = 'https://github.com/modem-bench/modem-bench'
const summary = 'brings a cellular modem on a bench to life'
const words = [
  'A console for cellular modems on serial ports and USB: connects step by step, says why',
  'when a step fails, explains every AT line and keeps every byte.',
]

/** A name per release: the 64-bit time of Debian 13 and Ubuntu 24.04 renamed these libraries. */
const renamed = (name) => `${name} | ${name}t64`

/** Everything that Electron and the native modules link, and the programs that the scripts call. */
const windowDepends = [
  ...['libasound2', 'libatk-bridge2.0-0', 'libatk1.0-0', 'libatspi2.0-0', 'libcups2'].map(renamed),
  ...['libglib2.0-0', 'libgtk-3-0'].map(renamed),
  ...['libc6', 'libcairo2', 'libdbus-1-3', 'libdrm2', 'libexpat1', 'libgbm1', 'libgcc-s1'],
  ...['libnspr4', 'libnss3', 'libpango-1.0-0', 'libstdc++6', 'libudev1', 'libusb-1.0-0'],
  ...['libx11-6', 'libx11-xcb1', 'libxcb1', 'libxcomposite1', 'libxdamage1', 'libxext6'],
  ...['libxfixes3', 'libxkbcommon0', 'libxrandr2', 'passwd', 'xdg-utils'],
]

const windowRequires = [
  ...['alsa-lib', 'at-spi2-core', 'cairo', 'cups-libs', 'dbus-libs', 'gtk3', 'libX11-xcb', 'nss'],
  ...['libXcomposite', 'libXdamage', 'libXrandr', 'libdrm', 'libusb1', 'libxkbcommon'],
  ...['mesa-libgbm', 'shadow-utils', 'xdg-utils'],
]

const other = (name) => ({ conflicts: name, replaces: name })

/** The two packages of Linux, each described once: for dpkg-deb, for rpmbuild, and for electron-builder.yml to agree with. */
export const descriptions = {
  'modem-bench': {
    name: 'modem-bench',
    summary,
    words,
    section: 'electronics',
    depends: windowDepends,
    requires: windowRequires,
    recommends: ['fonts-noto-cjk'],
    ...other('modem-bench-cli'),
  },
  // Small, and mended with the system: node is the distribution's (Debian 13, Raspberry Pi OS) or NodeSource's, not carried.
  'modem-bench-cli': {
    name: 'modem-bench-cli',
    summary: `${summary} (command line and browser)`,
    words: [...words, 'Without a window and without Electron, for a Raspberry Pi or a server.'],
    section: 'electronics',
    depends: ['nodejs (>= 20.19)', 'libc6', 'libstdc++6', 'libudev1', 'libusb-1.0-0', 'passwd'],
    requires: ['nodejs >= 20.19', 'libusb1', 'shadow-utils'],
    recommends: [],
    ...other('modem-bench'),
  },
}

/** What a processor of electron-builder is called by npm's prebuilt binaries, by Debian and by rpm. */
export const processors = {
  x64: { prebuilt: 'x64', deb: 'amd64', rpm: 'x86_64' },
  arm64: { prebuilt: 'arm64', deb: 'arm64', rpm: 'aarch64' },
  armv7l: { prebuilt: 'arm', deb: 'armhf', rpm: 'armv7hl' },
}

/** What is run around installing and removing, by the names that dpkg and rpmbuild have for the moments. */
export const packageScripts = [
  { deb: 'postinst', rpm: '%post', file: 'resources/linux/installed.sh' },
  { deb: 'prerm', rpm: '%preun', file: 'resources/linux/removing.sh' },
  { deb: 'postrm', rpm: '%postun', file: 'resources/linux/removed.sh' },
]
