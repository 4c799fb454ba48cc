import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findProgram, run } from './command.js'
import { hasApt, mayInstall, updateLists } from './debian.js'
import { inRoot } from './places.js'

/**
 * Debian's mmcli comes with a daemon that would take over the modems of this computer. Only the program is wanted: its
 * package is unpacked into .cache and not installed, which needs no root.
 */
const unpacked = [{ package: 'modemmanager', program: 'mmcli' }]

const folder = inRoot('.cache', 'peers')

/** Where the unpacked programs are, for the PATH of the tests. */
export const peersBin = join(folder, 'root', 'usr', 'bin')

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
  rmSync(join(folder, 'root'), { recursive: true, force: true })
  renameSync(join(fresh, 'root'), join(folder, 'root'))
}

/** The programs of `unpacked`, unless the computer has them. */
export async function ensurePeers() {
  if (process.platform !== 'linux' || !hasApt()) return
  for (const { package: name, program } of unpacked)
    if (findProgram(program) === undefined && !existsSync(join(peersBin, program)))
      await unpack(name)
}
