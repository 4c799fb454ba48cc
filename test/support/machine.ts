import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type Ended, type RunOptions, type Running, startProgram } from './cli'
import { because, root } from './needs'

interface Packages {
  readonly lacks?: string
  /** What stands before a command to run it as root. */
  readonly rootWords: readonly string[]
  /** A bare Debian, as a tar archive. */
  readonly archive: string
  readonly node: string
  readonly command: string
  readonly rpm: string
  readonly window: string
}

/** What scripts/lib/package-machine.js prepared. */
export const packages: Packages = JSON.parse(process.env['MODEM_BENCH_PACKAGES'] ?? '{}')

/** True where no packages can be installed in a bare Debian, and where none were made. */
export function lacksPackages(): boolean {
  const { lacks = packages.archive ? '' : 'no packages were made' } = packages
  return because(lacks !== '', lacks)
}

/** A bare Debian, unpacked: each command has mounts and a process table of its own, and ends with them. */
export interface Machine {
  start(user: string, command: readonly string[], options?: RunOptions): Running
  run(user: string, ...command: readonly string[]): Promise<Ended>
  /** As root, and it must do what it is told; resolves to what it printed. */
  must(...command: readonly string[]): Promise<string>
  /** Puts a file of this computer there, and resolves to its path there. */
  bring(path: string): Promise<string>
  /** Runs a program of this computer on the machine's files, as root (`--root` before the words); resolves to what it printed. */
  outside(program: string, ...words: readonly string[]): Promise<string>
  remove(): Promise<void>
}

async function asRoot(...words: readonly string[]): Promise<string> {
  const [program = '', ...args] = [...packages.rootWords, ...words]
  const ended = await startProgram(program, args, { input: '' }).ended
  if (ended.code !== 0) throw new Error(`${words.join(' ')}:\n${ended.out}${ended.err}`)
  return ended.out
}

export async function newMachine(): Promise<Machine> {
  const folder = mkdtempSync(join(tmpdir(), 'modem-bench-machine-'))
  await asRoot('chmod', '755', folder)
  await asRoot('tar', '-xf', packages.archive, '-C', folder)
  const start: Machine['start'] = (user, command, options = {}) => {
    const { env = {}, ...rest } = options
    // sudo keeps no variables: they are given behind it.
    const given = Object.entries(env).map(([name, value]) => `${name}=${value}`)
    const step = ['env', ...given, join(root, 'scripts/fresh/step.sh'), folder, user]
    const [program = '', ...args] = [...packages.rootWords, ...step, ...command]
    return startProgram(program, args, rest)
  }
  const run: Machine['run'] = (user, ...command) => start(user, command, { input: '' }).ended
  return {
    start,
    run,
    async must(...command) {
      const { code, out, err } = await run('root', ...command)
      expect(code, `${command.join(' ')}:\n${out}${err}`).toBe(0)
      return out
    },
    async bring(path) {
      await asRoot('cp', path, join(folder, 'root/'))
      return join('/root', path.slice(path.lastIndexOf('/') + 1))
    },
    outside: (program, ...words) => asRoot(program, '--root', folder, ...words),
    remove: () => asRoot('rm', '-rf', '--one-file-system', folder).then(() => undefined),
  }
}
