import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { setPriority } from 'node:os'
import { delimiter, join } from 'node:path'
import { inRoot, root } from './places.js'

const running = new Set()

/** True once somebody pressed Ctrl-C or asked us to end: what follows must not be reported as a failure. */
export const ending = { asked: false }

const graceMs = 2_000

/**
 * Ctrl-C and a polite kill end whatever was started with `run`, and then this program. The terminal sends Ctrl-C to the
 * children too, and a second signal would cut their tidy end short, so they get time before they are told again.
 */
export function endChildrenOnSignal() {
  const tell = (signal) => {
    for (const child of running) child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (running.size === 0) process.exit(130)
      if (ending.asked) return tell('SIGKILL')
      ending.asked = true
      if (signal === 'SIGINT') setTimeout(() => tell('SIGTERM'), graceMs).unref()
      else tell('SIGTERM')
    })
}

/**
 * Runs a program to its end. Resolves to its exit code and, unless `show` is set, all it printed; never rejects for a
 * bad exit, since the caller knows what that means. A program that cannot be started gives code 127. With `nice` it, and what it starts, gives
 * way to what else runs.
 */
export function run(command, args, { show = false, nice = 0, env = {}, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    if (nice > 0 && child.pid !== undefined) setPriority(child.pid, nice)
    const pieces = []
    child.stdout?.on('data', (piece) => pieces.push(piece))
    child.stderr?.on('data', (piece) => pieces.push(piece))
    const end = (code, words = '') => {
      running.delete(child)
      resolve({ code, output: Buffer.concat(pieces).toString('utf8') + words })
    }
    child.on('error', (error) => end(127, `${command}: ${error.message}\n`))
    child.on('close', (code, signal) =>
      end(code ?? 1, signal ? `${command} ended by ${signal}\n` : ''),
    )
  })
}

export const runNode = (args, options) => run(process.execPath, args, options)

/** A program that an npm package brought, by its entry file: no shell, no .cmd files, the same on every system. */
export const runPackage = (entry, args, options) =>
  runNode([inRoot('node_modules', entry), ...args], options)

export function runNpm(args, options) {
  const npm = process.env.npm_execpath
  if (npm?.endsWith('.js')) return runNode([npm, ...args], options)
  // npm on Windows is a batch file, which only a shell can start.
  return process.platform === 'win32'
    ? run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options)
    : run('npm', args, options)
}

/** The full path of a program on PATH, or undefined. */
export function findProgram(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch (error) {
      if (!['ENOENT', 'EACCES', 'ENOTDIR'].includes(error.code)) throw error
    }
  }
  return undefined
}

/** Stops a script with words for a person instead of a stack. */
export class Stop extends Error {}

/** Runs a program that must not fail: what it printed is the reason when it does. */
export async function mustRun(program, args, options) {
  const { code, output } = await run(program, args, options)
  if (code !== 0) throw new Stop(`${program} failed:\n${output}`)
  return output
}

/** Runs a script's main function, then ends; a Stop is printed plainly, anything else with its stack. */
export async function main(work) {
  endChildrenOnSignal()
  let code = 1
  try {
    code = (await work()) ?? 0
  } catch (error) {
    if (!ending.asked) console.error(error instanceof Stop ? `\n${error.message}` : error)
  }
  await new Promise((written) => process.stdout.write('', written))
  // Something still open must not keep a finished script alive.
  process.exit(ending.asked ? 130 : code)
}
