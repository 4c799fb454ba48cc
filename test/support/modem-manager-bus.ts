import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { because, findProgram, lacks, root } from './needs'
import { until } from './pty-pair'

const unpacked = join(root, '.cache', 'peers', 'modemmanager', 'usr', 'bin')
const python = '/usr/bin/python3'
const mock = '/usr/lib/python3/dist-packages/dbusmock/__main__.py'

/** True where the real tools of D-Bus and ModemManager are not; `npm test` brings them. */
export const lacksBus = (): boolean =>
  lacks('dbus-daemon', 'busctl') ||
  because(
    findProgram('mmcli') === undefined && !existsSync(join(unpacked, 'mmcli')),
    'no mmcli here',
  ) ||
  because(!existsSync(mock), 'no python3-dbusmock here')

export interface ModemManagerBus {
  /** For the programs under test: a system bus of their own, and mmcli on the path. */
  readonly env: Readonly<Record<string, string>>
  /** What was called on the bus, as python-dbusmock writes it down. */
  calls(): string
  /** The daemon stays on the bus and answers nothing, until it is thawed. */
  freeze(): void
  thaw(): void
  /** The daemon leaves the bus. */
  quit(): Promise<void>
  close(): Promise<void>
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill()
  await gone
}

/** A real D-Bus with python-dbusmock on it as ModemManager; `inhibit` is its code for InhibitDevice. */
export async function modemManagerBus(inhibit = ''): Promise<ModemManagerBus> {
  const folder = mkdtempSync(join(tmpdir(), 'modem-bench-bus-'))
  const socket = join(folder, 'bus')
  const log = join(folder, 'log')
  const address = `unix:path=${socket}`
  const path = [process.env['PATH'] ?? '', unpacked].join(delimiter)
  const env = { DBUS_SYSTEM_BUS_ADDRESS: address, PATH: path }
  const bus = spawn('dbus-daemon', ['--session', '--nofork', `--address=${address}`], {
    stdio: 'ignore',
  })
  await until(() => existsSync(socket))
  const template = join(root, 'test/support/dbus/modem_manager.py')
  const parameters = JSON.stringify({ inhibit })
  const daemon = spawn(
    python,
    ['-m', 'dbusmock', '--template', template, '--parameters', parameters, '--logfile', log],
    { stdio: 'ignore', env: { ...process.env, ...env } },
  )
  const calls = () => (existsSync(log) ? readFileSync(log, 'utf8') : '')
  await until(() => calls().includes('Modem/1'))
  return {
    env,
    calls,
    freeze: () => void daemon.kill('SIGSTOP'),
    thaw: () => void daemon.kill('SIGCONT'),
    quit: () => end(daemon),
    async close() {
      daemon.kill('SIGCONT')
      await end(daemon)
      await end(bus)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
