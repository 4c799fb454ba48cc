import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { findProgram, run } from './command.js'
import { hasApt, mayInstall, updateLists } from './debian.js'
import { inRoot } from './places.js'

/**
 * Debian's mmcli comes with a daemon that would take over the modems of this computer, and chrony would take its clock from whoever keeps it. Only
 * the programs are wanted: their packages are unpacked into .cache and not installed, which needs no root.
 */
const unpacked = [
  { package: 'modemmanager', program: 'usr/bin/mmcli' },
  { package: 'chrony', program: 'usr/sbin/chronyd' },
]

const folder = inRoot('.cache', 'peers')

async function unpack(name) {
  if (await mayInstall()) await updateLists()
  const fresh = join(folder, 'new')
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(join(fresh, 'root'), { recursive: true })
  const { code, output } = await run('apt-get', ['-q', 'download', name], { cwd: fresh })
  const deb = readdirSync(fresh).find((file) => file.endsWith('.deb'))
  if (code !== 0 || deb === undefined)
    return console.log(`${name} could not be fetched:\n${output}`)
  const done = await run('dpkg-deb', ['-x', join(fresh, deb), join(fresh, 'root')])
  if (done.code !== 0) return console.log(`${name} could not be unpacked:\n${done.output}`)
  rmSync(join(folder, name), { recursive: true, force: true })
  renameSync(join(fresh, 'root'), join(folder, name))
}

/** The programs of `unpacked`, unless the computer has them. */
export async function ensurePeers() {
  if (process.platform !== 'linux' || !hasApt()) return
  for (const { package: name, program } of unpacked)
    if (findProgram(basename(program)) === undefined && !existsSync(join(folder, name, program)))
      await unpack(name)
}
