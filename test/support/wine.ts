import { spawn, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Ended, type RunOptions, type Running, startInTerminal, startProgram } from './cli'
import { because, cli } from './needs'

interface Tools {
  readonly wine: string
  readonly server: string
  readonly node: string
  /** A fresh folder of Wine, not to be written to. */
  readonly template: string
}

const lacking = process.env['MODEM_BENCH_OTHER_LACKS'] ?? ''

/** True where programs of Windows and of arm64 cannot run; see scripts/lib/other-systems.js. */
export const lacksOtherSystems = (): boolean => because(lacking !== '', lacking)

/** A Windows of its own for a test file: registry, COM ports and the folders of its user. */
export interface Windows {
  /** Its drive C:, seen from here. */
  readonly drive: string
  /** `%LOCALAPPDATA%`, seen from here. */
  readonly localAppData: string
  /** A path of this computer as Windows names it. */
  name(path: string): string
  reg(...words: string[]): Promise<Ended>
  start(args: readonly string[], options?: RunOptions): Running
  run(args: readonly string[], options?: RunOptions): Promise<Ended>
  /** In a console of its own, where Ctrl-C is a key. */
  inConsole(args: readonly string[]): Running
  /** Another program of Node's than ours. */
  node(args: readonly string[], options?: RunOptions): Promise<Ended>
  remove(): void
}

const user = '山田 太郎'

/** Wine names its user as Linux does; programs get theirs from here, as Windows gives it to them. */
const ofUser = {
  USERNAME: user,
  USERPROFILE: `C:\\users\\${user}`,
  LOCALAPPDATA: `C:\\users\\${user}\\AppData\\Local`,
}

interface Ports {
  readonly listed?: Record<string, string>
  readonly unlisted?: Record<string, string>
}

/** `ports`: where each COM port leads, such as `{ COM5: '/dev/pts/3' }`; `unlisted` ones Windows does not list. */
export async function newWindows(ports: Ports = {}): Promise<Windows> {
  const tools: Tools = JSON.parse(process.env['MODEM_BENCH_WINE'] ?? '{}')
  const prefix = mkdtempSync(join(tmpdir(), 'modem-bench-wine-'))
  const drive = join(prefix, 'drive_c')
  copyTemplate(tools.template, prefix, drive)
  givePorts(prefix, ports)
  const env = {
    WINEPREFIX: prefix,
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree,mshtml,winemenubuilder.exe=',
    NODE_SKIP_PLATFORM_CHECK: '1',
  }
  const portFile = join(prefix, 'agent')
  const agent = spawn(tools.wine, [tools.node, join(support, 'wine-agent.mjs'), portFile], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  for (let tries = 0; !existsSync(portFile) || readFileSync(portFile, 'utf8') === ''; tries++) {
    if (agent.exitCode !== null || tries > 1200) throw new Error('Wine does not run a program.')
    await wait(50)
  }
  const agentPort = readFileSync(portFile, 'utf8')
  const start = (
    program: string | undefined,
    args: readonly string[],
    options: RunOptions = {},
  ) => {
    const { input, ...own } = options
    const request = JSON.stringify({ program, args, ...own, env: { ...ofUser, ...own.env } })
    return startProgram(process.execPath, [join(support, 'wine-run.mjs'), agentPort, request], {
      ...(input === undefined ? {} : { input }),
    })
  }
  const ofNode = (args: readonly string[], options?: RunOptions) => start(undefined, args, options)
  const name = (path: string) => `Z:${path.replaceAll('/', '\\')}`
  return {
    drive,
    localAppData: join(drive, 'users', user, 'AppData', 'Local'),
    name,
    reg: (...words) => start('reg.exe', words, { input: '' }).ended,
    start: (args, options) => ofNode([name(cli), ...args], options),
    run: (args, options = {}) => ofNode([name(cli), ...args], { input: '', ...options }).ended,
    inConsole: (args) =>
      startInTerminal([tools.wine, tools.node, cli, ...args].map(shellWord).join(' '), { env }),
    node: (args, options = {}) => ofNode(args, { input: '', ...options }).ended,
    remove() {
      // This Windows alone: its server is found by its folder. Exit 1: it has ended by itself.
      spawnSync(tools.server, ['--kill'], { env: { ...process.env, ...env } })
      rmSync(prefix, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

const support = import.meta.dirname

const shellWord = (word: string) => `'${word.replaceAll("'", "'\\''")}'`

function copyTemplate(template: string, prefix: string, drive: string): void {
  mkdirSync(join(prefix, 'dosdevices'))
  mkdirSync(join(drive, 'users', user, 'Temp'), { recursive: true })
  for (const name of readdirSync(join(template, 'drive_c')))
    if (name !== 'users') symlinkSync(join(template, 'drive_c', name), join(drive, name))
  for (const name of ['system.reg', 'user.reg', 'userdef.reg', '.update-timestamp'])
    copyFileSync(join(template, name), join(prefix, name))
  symlinkSync(drive, join(prefix, 'dosdevices', 'c:'))
  symlinkSync('/', join(prefix, 'dosdevices', 'z:'))
}

function givePorts(prefix: string, { listed = {}, unlisted = {} }: Ports): void {
  for (const [name, path] of Object.entries(unlisted))
    symlinkSync(path, join(prefix, 'dosdevices', name.toLowerCase()))
  const lines = Object.entries(listed).map(([name, path]) => `"${name}"="${path}"`)
  const registry = join(prefix, 'system.reg')
  const text = readFileSync(registry, 'utf8')
  writeFileSync(registry, `${text}\n[Software\\\\Wine\\\\Ports]\n${lines.join('\n')}\n`)
}
