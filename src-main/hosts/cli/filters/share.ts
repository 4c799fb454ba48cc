import { createServer, type Server } from 'node:net'
import { Command } from 'commander'
import { Fault } from '@core/fault'
import type { BytePort } from '@core/ports/byte-port'
import { hostMistake } from '@core/ip/address'
import { listenReason, sentence } from '@platform/network/socket-reason'
import { openPort } from '@platform/serial/open'
import { SharedPort, type ShareNews } from '@platform/serial/rfc2217/shared-port'
import { identityOf, watchForReturn } from '@platform/serial/watch'
import { isLoopback } from '../../loopback'
import { newSimulators } from '../../simulators'
import { complain } from '../complain'
import { print } from '../output'
import { onStopSignal } from '../stop-signals'
import { framing, speed } from '../values'
import * as words from './share-words'
import { listenExpected } from './words'

interface Options {
  readonly baud: string
  readonly framing: string
  readonly rtscts?: true
  readonly listen: string
  readonly raw?: true
}

export function shareCommand(): Command {
  return new Command('share')
    .description('Offer a port of this machine to other machines, by RFC 2217')
    .argument('<port>', 'a path, tcp:host:port, or sim:sim7672')
    .option('--baud <rate>', 'speed, until a program sets another', '115200')
    .option('--framing <8N1>', 'data bits, parity (N, E, O) and stop bits', '8N1')
    .option('--rtscts', 'hardware flow control')
    .option(
      '--listen <address>',
      'where to listen: a TCP port, or host:port; 0 takes a free one. Anything but loopback is open to everybody in that network',
      '127.0.0.1:2217',
    )
    .option('--raw', 'octets alone (tcp:host:port there), without speed and lines')
    .addHelpText(
      'after',
      `
One program writes, the first that came; others read along, and the next writes when it leaves.
A port that is unplugged closes the connections, and is offered again when it is back.
Nothing is encrypted and nobody is asked for a password: on a network that others use,
listen on loopback here and come through ssh:

  ssh -L 2217:127.0.0.1:2217 rig.example modem-bench share /dev/ttyUSB2
  modem-bench at rfc2217://127.0.0.1:2217 AT+CSQ

The program on the other side may be this one, pyserial (rfc2217://host:port), or any that speaks RFC 2217.
`,
    )
    .action(async (port: string, options: Options) => share(port, options))
}

async function share(name: string, options: Options): Promise<void> {
  const place = placeOf(options.listen)
  const settings = {
    baudRate: speed(options.baud, `--baud ${options.baud}`),
    rtscts: options.rtscts === true,
    framing: framing(options.framing, `--framing ${options.framing}`),
  }
  const simulated = newSimulators()
  const open = (path: string) =>
    openPort(path, { ...settings, openSimulated: (sim) => simulated.open(sim) })
  let ended = false
  let unwatch: (() => void) | undefined
  let port: BytePort | undefined
  let shared: SharedPort | undefined

  const offer = (opened: BytePort) => {
    port = opened
    opened.onNote?.(complain)
    shared = new SharedPort({ ...settings, port: opened, raw: options.raw === true, onNews: tell })
    opened.onEnd(({ reason }) => {
      shared = undefined
      if (ended || reason === 'closed') return
      complain(words.gone(name))
      awaitReturn()
    })
  }
  const identity = await identityOf(name)
  const awaitReturn = () => {
    unwatch = watchForReturn(identity, (info) => {
      open(info.path).then(
        (opened) => {
          if (ended) return void opened.close()
          complain(words.back(name))
          offer(opened)
        },
        () => {
          if (!ended) awaitReturn()
        },
      )
    })
  }

  const stopped = new Promise<void>((resolve) => {
    onStopSignal(() => resolve())
  })
  const server = createServer({ noDelay: true, keepAlive: true }, (socket) => {
    if (shared) shared.join(socket)
    else socket.destroy()
  })
  try {
    offer(await open(name))
    await listens(server, place, options.listen)
    const { address, number } = addressOf(server)
    const host = address.includes(':') ? `[${address}]` : address
    if (!isLoopback(address)) complain(words.openToAll)
    await print(options.raw ? `tcp:${host}:${number}` : `rfc2217://${host}:${number}`)
    await stopped
  } finally {
    ended = true
    unwatch?.()
    server.close()
    shared?.end()
    await port?.close()
    simulated.dispose()
  }
}

const tell = (news: ShareNews) => complain(words.newsOf(news))

interface Place {
  readonly host: string
  readonly port: number
}

function placeOf(text: string): Place {
  const match = /^(?:(?:\[([0-9a-f:.%]+)\]|([^\s:[\]/]+)):)?(\d{1,5})$/i.exec(text.trim())
  const port = Number(match?.[3] ?? -1)
  const host = match?.[1] ?? match?.[2] ?? '127.0.0.1'
  // A zone belongs to an address of this computer (RFC 4007, 11).
  const isHost = hostMistake(host.replace(/%[\w.-]+$/, '')) === undefined
  if (!isHost || !match || port < 0 || port > 65535)
    throw new Fault('bad-input', listenExpected(text))
  return { host, port }
}

function listens(server: Server, { host, port }: Place, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new Fault('listen-refused', sentence(`--listen ${text}`, listenReason(error, '--listen'))),
      ),
    )
    server.listen(port, host, () => resolve())
  })
}

function addressOf(server: Server): { address: string; number: number } {
  const at = server.address()
  return typeof at === 'object' && at
    ? { address: at.address, number: at.port }
    : { address: '127.0.0.1', number: 0 }
}
