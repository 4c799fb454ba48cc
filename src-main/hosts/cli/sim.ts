import { spawn } from 'node:child_process'
import { createServer, type Socket } from 'node:net'
import { Command } from 'commander'
import { Fault } from '@core/fault'
import type { BytePort } from '@core/ports/byte-port'
import { Simulators } from '@bench/simulators'
import { nodeChance, nodeClock } from '@platform/clock/node-clock'
import { print } from './output'

interface Options {
  readonly pty?: string
  readonly tcp?: string
}

export function simCommand(): Command {
  return new Command('sim')
    .description('Offer a simulated modem to other programs')
    .argument(
      '<persona>',
      'sim7672, sim5320, sim5320je, sim7600, generic; options after a ?: sim7672?speed=fast',
    )
    .option('--pty <link>', 'as a pseudo terminal, under this name (needs socat)')
    .option('--tcp <port>', 'as a TCP server on loopback; 0 takes a free port')
    .action(async (persona: string, options: Options) => {
      if ((options.pty === undefined) === (options.tcp === undefined))
        throw new Fault('bad-input', 'Say where to offer it: either --pty LINK or --tcp PORT.')
      const simulated = new Simulators({ clock: nodeClock, chance: nodeChance })
      const name = persona.startsWith('sim:') ? persona : `sim:${persona}`
      if (options.tcp === undefined) await offerPty(simulated, name, options.pty ?? '')
      else await offerTcp(simulated, name, options.tcp)
    })
}

/** One program at a time, like a cable; the modem keeps its state from one to the next. */
async function offerTcp(simulated: Simulators, name: string, text: string): Promise<void> {
  const wanted = Number(text)
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535)
    throw new Fault('bad-input', `--tcp ${text}: expected a port number from 0 to 65535.`)
  // A wrong name is said now, not when the first program connects.
  await (await simulated.open(name)).close()
  const server = createServer({ noDelay: true }, (socket) => {
    simulated.open(name).then(
      (port) => join(port, socket),
      (error: unknown) =>
        socket.end(`${error instanceof Error ? error.message : String(error)}\r\n`),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(new Fault('bad-input', `--tcp ${text}: ${error.message}`)),
    )
    server.listen(wanted, '127.0.0.1', resolve)
  })
  const address = server.address()
  await print(`tcp:127.0.0.1:${typeof address === 'object' && address ? address.port : wanted}`)
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
  server.close()
  process.exit(0)
}

function join(port: BytePort, socket: Socket): void {
  port.onBytes((bytes) => socket.write(bytes))
  socket.on('data', (bytes: Buffer) => {
    // A modem that is unplugged takes the connection with it; there is nobody to tell.
    port.write(new Uint8Array(bytes)).catch(() => socket.destroy())
  })
  port.onEnd(() => socket.destroy())
  socket.on('close', () => void port.close())
  socket.on('error', () => socket.destroy())
}

async function offerPty(simulated: Simulators, name: string, link: string): Promise<void> {
  const port = await simulated.open(name)
  const socat = spawn('socat', [`PTY,link=${link},rawer,wait-slave=0`, 'STDIO'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const started = new Promise<void>((resolve, reject) => {
    socat.once('spawn', resolve)
    socat.once('error', () =>
      reject(
        new Fault(
          'bad-input',
          '--pty needs the program socat, which is not installed. On Debian: sudo apt install socat. Or use --tcp.',
        ),
      ),
    )
  })
  await started
  port.onBytes((bytes) => socat.stdin.write(bytes))
  socat.stdout.on('data', (bytes: Buffer) => void port.write(new Uint8Array(bytes)))
  await print(link)
  const stop = () => socat.kill()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const code = await new Promise<number | null>((resolve) => socat.once('exit', resolve))
  await port.close()
  if (code) throw new Fault('port-failed', `socat ended with ${code}; is ${link} writable?`)
  process.exit(0)
}
