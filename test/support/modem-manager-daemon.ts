import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { startProgram } from './cli'
import { expect } from 'vitest'
import { because, findProgram, lacks, root } from './needs'
import { patient } from './patience'
import { until } from './pty-pair'

const unpacked = join(root, '.cache', 'peers', 'modemmanager', 'usr')
const daemonProgram = () =>
  findProgram('ModemManager') ??
  [join(unpacked, 'sbin', 'ModemManager')].find((path) => existsSync(path))
const bus = 'org.freedesktop.ModemManager1'

/** True where ModemManager itself is not; `npm test` unpacks it. */
export const lacksDaemon = (): boolean =>
  lacks('dbus-daemon', 'busctl', 'socat') ||
  because(daemonProgram() === undefined, 'no ModemManager here, neither installed nor unpacked')

/** What `mmcli --output-json` tells of a modem, as far as it is read here. */
interface Told {
  readonly modem: {
    readonly generic: {
      readonly manufacturer: string
      readonly model: string
      readonly 'own-numbers': readonly string[]
      readonly state: string
      readonly 'state-failed-reason': string
    }
    readonly '3gpp': { readonly imei: string; readonly 'registration-state': string }
  }
}

export interface ModemManager {
  /** What the daemon knows of its modem; undefined while it has none. */
  modem(): Promise<Told['modem'] | undefined>
  /** `mmcli …`: what it printed; throws what it complained of. */
  ask(...args: string[]): Promise<string>
  close(): Promise<void>
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill()
  await gone
}

/**
 * ModemManager itself on a D-Bus of its own, with one modem: what listens at `port` of this computer. It looks for no other, and its plugin is
 * named since there is no USB id to choose it by.
 */
export async function modemManager(plugin: string, port: number): Promise<ModemManager> {
  const folder = mkdtempSync(join(tmpdir(), 'modem-bench-mm-'))
  const name = `abstract:${basename(folder)}`
  // The tests of ModemManager have their modems behind such sockets, and so have we.
  const bridge = spawn(
    'socat',
    [`ABSTRACT-LISTEN:${name.replace(':', '\\:')},fork`, `TCP:127.0.0.1:${port}`],
    { stdio: 'ignore' },
  )
  const socket = join(folder, 'bus')
  const address = `unix:path=${socket}`
  const env = {
    DBUS_SESSION_BUS_ADDRESS: address,
    DBUS_SYSTEM_BUS_ADDRESS: address,
    PATH: [process.env['PATH'] ?? '', join(unpacked, 'bin')].join(delimiter),
  }
  const dbus = spawn('dbus-daemon', ['--session', '--nofork', `--address=${address}`], {
    stdio: 'ignore',
  })
  await until(() => existsSync(socket))
  const plugins = ['x86_64-linux-gnu', 'aarch64-linux-gnu']
    .map((machine) => join(unpacked, 'lib', machine, 'ModemManager'))
    .find((path) => existsSync(path))
  const daemon = spawn(
    daemonProgram() ?? '',
    [
      ...['--test-session', '--test-enable', '--test-no-udev', '--test-no-suspend-resume'],
      ...['--test-no-qrtr', ...(plugins === undefined ? [] : [`--test-plugin-dir=${plugins}`])],
    ],
    { stdio: 'ignore', env: { ...process.env, ...env } },
  )
  const run = (program: string, args: readonly string[]) =>
    startProgram(program, [...args], { env }).ended
  const profile = ['call', bus, '/org/freedesktop/ModemManager1', `${bus}.Test`, 'SetProfile']
  const takes = async () =>
    (await run('busctl', [`--address=${address}`, ...profile, 'ssas', 'bench', plugin, '1', name]))
      .code
  await expect.poll(takes, patient).toBe(0)
  return {
    async modem() {
      const { code, out } = await run('mmcli', ['-m', 'any', '--output-json'])
      return code === 0 ? (JSON.parse(out) as Told).modem : undefined
    },
    async ask(...args) {
      const { code, out, err } = await run('mmcli', args)
      if (code !== 0) throw new Error(err)
      return out
    },
    async close() {
      await end(daemon)
      await end(bridge)
      await end(dbus)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
