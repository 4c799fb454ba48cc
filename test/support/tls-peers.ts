import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProgram, root } from './needs'
import { until } from './pty-pair'

const certificates = join(root, 'test/platform/tls/certificates')
/** A certificate's file by its name. */
export const certificate = (name: string): string => join(certificates, name)

export interface Peer {
  readonly port: number
  /** What it printed. */
  said(): string
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>
  remove(): Promise<void>
}

/** A port that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

/** Starts a server and resolves when it takes connections at its port. */
export async function started(
  program: string,
  args: readonly string[],
  port: number,
): Promise<Peer> {
  const child: ChildProcess = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  let up = false
  void (async () => {
    while (!up && child.exitCode === null) up = await answers(port)
  })()
  await until(() => up || child.exitCode !== null)
  if (!up) throw new Error(`${program} ${args.join(' ')} ended: ${said}`)
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  return { port, said: () => said, kill, remove: kill }
}

/** OpenSSL's own test server: answers HTTP with a page about the session. */
export async function sServer(name: string, more: readonly string[] = []): Promise<Peer> {
  const port = await freePort()
  const args = ['s_server', '-accept', `127.0.0.1:${port}`, '-cert', certificate(name)]
  return started('openssl', [...args, '-key', certificate('server.key'), '-www', ...more], port)
}

const mosquittoProgram = () =>
  findProgram('mosquitto') ??
  (existsSync('/usr/sbin/mosquitto') ? '/usr/sbin/mosquitto' : undefined)

export interface Broker extends Peer {
  /** Starts it again on the same port. */
  restart(): Promise<void>
}

/** Debian's mosquitto on a port of its own, with the lines given in its configuration. */
export async function mosquitto(
  lines: readonly string[] = ['allow_anonymous true'],
): Promise<Broker> {
  const folder = mkdtempSync(join(tmpdir(), 'modem-bench-broker-'))
  const port = await freePort()
  const file = join(folder, 'mosquitto.conf')
  const own = ['user root', `listener ${port} 127.0.0.1`, 'log_type all']
  writeFileSync(file, [...own, ...lines, ''].join('\n'))
  const start = () => started(mosquittoProgram() ?? 'mosquitto', ['-c', file], port)
  let now = await start()
  return {
    port,
    said: () => now.said(),
    kill: () => now.kill(),
    async restart() {
      now = await start()
    },
    async remove() {
      await now.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
