import { execFile } from 'node:child_process'
import { readdirSync, readlinkSync, statSync } from 'node:fs'
import { readdir, readFile, realpath } from 'node:fs/promises'
import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { PortHolder } from '@core/ports/port-info'

/**
 * Who has these ports open, by path as given. On Linux from /proc (of other users' programs only what root may see)
 * and from UUCP lock files; on macOS from lsof; Windows does not tell.
 */
export async function holdersOf(paths: readonly string[]): Promise<Map<string, PortHolder[]>> {
  if (paths.length === 0) return new Map()
  switch (process.platform) {
    case 'linux':
      return linuxHolders(paths)
    case 'darwin':
      return lsofHolders(paths)
    default:
      return new Map()
  }
}

async function linuxHolders(paths: readonly string[]): Promise<Map<string, PortHolder[]>> {
  const nodes = await Promise.all(
    paths.map(async (path) => ({ path, node: await realpath(path).catch(() => path) })),
  )
  const wanted = new Set(nodes.map(({ node }) => node))
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const byNode = new Map<string, Set<number>>()
  const add = (node: string, pid: number) => {
    byNode.set(node, (byNode.get(node) ?? new Set()).add(pid))
  }
  const turns = new Turns()
  for (const pid of pids)
    for (const node of await nodesOpenIn(pid, wanted, turns)) add(node, Number(pid))
  for (const node of wanted) {
    const pid = await lockFilePid(node)
    if (pid !== undefined) add(node, pid)
  }
  const found = new Map<string, PortHolder[]>()
  for (const { path, node } of nodes) {
    const holders = await Promise.all([...(byNode.get(node) ?? [])].map(holder))
    if (holders.length > 0) found.set(path, holders)
  }
  return found
}

/** Which of the wanted nodes a process has open. The process that made a pty does not count: it is the far side. */
async function nodesOpenIn(
  pid: string,
  wanted: ReadonlySet<string>,
  turns: Turns,
): Promise<Set<string>> {
  const folder = `/proc/${pid}/fd`
  // Processes end while we look, and those of other users are closed to us.
  const numbers = orNothing(() => readdirSync(folder)) ?? []
  const open = new Set<string>()
  const masters: string[] = []
  for (const number of numbers) {
    await turns.next()
    const target = orNothing(() => readlinkSync(`${folder}/${number}`)) ?? ''
    if (wanted.has(target)) {
      if (isSameDevice(statOf(target), statOf(`${folder}/${number}`))) open.add(target)
    } else if (target.endsWith('/ptmx')) masters.push(number)
  }
  if (open.size > 0)
    for (const number of masters) {
      const info = await readFile(`/proc/${pid}/fdinfo/${number}`, 'utf8').catch(() => '')
      const index = /^tty-index:\s*(\d+)/m.exec(info)?.[1]
      if (index !== undefined) open.delete(`/dev/pts/${index}`)
    }
  return open
}

/** What `stat` tells of a device node. */
export interface NodeIdentity {
  readonly dev: number
  readonly ino: number
  readonly rdev: number
}

const statOf = (path: string): NodeIdentity | undefined => orNothing(() => statSync(path))

/**
 * Whether two nodes of the same name are the same device. A container has terminals of its own under the names of ours, with our numbers, too;
 * a serial port that it was given is the same one by its number. Where one cannot be looked at, the name counts.
 */
export function isSameDevice(one: NodeIdentity | undefined, other: NodeIdentity | undefined) {
  if (!one || !other) return true
  if (one.dev === other.dev && one.ino === other.ino) return true
  return one.rdev === other.rdev && !isUnix98Terminal(one.rdev)
}
/** Majors 136 to 143 (admin-guide/devices of Linux). */
function isUnix98Terminal(rdev: number): boolean {
  const major = (rdev >> 8) & 0xfff
  return major >= 136 && major <= 143
}

const linksATurn = 64

/**
 * Links of /proc are read at once, since they lie in memory: the way over another thread costs more than the reading, and where
 * a port talks without a pause, a thousand such ways one after the other take seconds. Others have their turn between them.
 */
class Turns {
  #read = 0

  async next(): Promise<void> {
    if (++this.#read % linksATurn === 0) await setImmediate()
  }
}

function orNothing<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** pppd, minicom and others leave their pid in /var/lock/LCK..ttyUSB2, which everybody may read. */
async function lockFilePid(node: string): Promise<number | undefined> {
  const text = await readFile(`/var/lock/LCK..${basename(node)}`, 'utf8').catch(() => '')
  const pid = Number(/^\s*(\d+)/.exec(text)?.[1] ?? 0)
  return pid > 0 && (await readFile(`/proc/${pid}/comm`).catch(() => undefined)) ? pid : undefined
}

async function holder(pid: number): Promise<PortHolder> {
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')
  return { pid, program: programName(line.split('\0'), name.trim()) }
}

/** `minicom`, or `python3 bench.py` where the program is only the interpreter. */
export function programName(words: readonly string[], comm: string): string {
  const program = basename(words[0] ?? '') || comm || 'unknown'
  const script = words[1]
  const interpreter = /^(?:node|electron|python[\d.]*|perl|ruby|bash|sh)$/.test(program)
  return interpreter && script && !script.startsWith('-')
    ? `${program} ${basename(script)}`
    : program
}

function lsofHolders(paths: readonly string[]): Promise<Map<string, PortHolder[]>> {
  return new Promise((resolve) => {
    // lsof exits 1 when a path is not open; its output is right either way.
    execFile('lsof', ['-F', 'pcn', '--', ...paths], { timeout: 2000 }, (_error, output) => {
      resolve(holdersFromLsof(output))
    })
  })
}

/** `p` pid, `c` command, `n` name: one field a line. */
export function holdersFromLsof(output: string): Map<string, PortHolder[]> {
  const found = new Map<string, PortHolder[]>()
  let pid = 0
  let program = ''
  for (const line of output.split('\n')) {
    const value = line.slice(1)
    if (line.startsWith('p')) pid = Number(value)
    else if (line.startsWith('c')) program = value
    else if (line.startsWith('n')) found.set(value, [...(found.get(value) ?? []), { pid, program }])
  }
  return found
}
