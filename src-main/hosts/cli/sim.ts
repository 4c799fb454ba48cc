import { spawn, type ChildProcess } from 'node:child_process'
import { access } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { Command } from 'commander'
import { Fault } from '@core/fault'
import type { BytePort } from '@core/ports/byte-port'
import { sleep } from '@core/wait'
import type { Simulators } from '@bench/simulators'
import { nodeClock } from '@platform/clock/node-clock'
import { newSimulators } from '../simulators'
import { print } from './output'
import { turnKnob } from './sim-control'
import { onStopSignal } from './stop-signals'

interface Options {
  readonly pty?: string
  readonly tcp?: string
  readonly file?: string
  readonly scenario?: string
  readonly control?: true
}

export function simCommand(): Command {
  return new Command('sim')
    .description('Offer a simulated modem to other programs')
    .argument(
      '<persona>',
      'sim7672, sim5320, sim5320je, sim7600, generic, replay; options after a ?: sim7672?speed=fast',
    )
    .option('--file <log>', 'for replay: the log whose modem is to answer again')
    .option('--scenario <file>', 'faults to play, a line for each: at 10m cut-session')
    .option('--control', 'take faults from standard input while it runs: signal=-115, crash, ?')
    .option('--pty <link>', 'as a pseudo terminal, under this name (needs socat)')
    .option('--tcp <port>', 'as a TCP server on loopback; 0 takes a free port')
    .action(async (persona: string, options: Options) => {
      if ((options.pty === undefined) === (options.tcp === undefined))
        throw new Fault('bad-input', {
          en: 'Say where to offer it: either --pty LINK or --tcp PORT.',
          ja: '--pty LINK または --tcp PORT のどちらかを指定してください。',
        })
      const simulated = newSimulators()
      const name = nameOf(persona, options)
      let leave: (() => void) | undefined
      const ready = () => {
        leave = options.control ? takeKnobs(simulated, name) : undefined
      }
      try {
        if (options.tcp === undefined) await offerPty(simulated, name, options.pty ?? '', ready)
        else await offerTcp(simulated, name, options.tcp, ready)
      } finally {
        leave?.()
      }
    })
}

/** The options of the command stand in the name, where everybody else reads them. */
function nameOf(persona: string, options: Options): string {
  const name = persona.startsWith('sim:') ? persona : `sim:${persona}`
  const files = (['file', 'scenario'] as const).flatMap((key) => {
    const path = options[key]
    return path === undefined ? [] : [`${key}=${encodeURIComponent(path)}`]
  })
  if (files.length === 0) return name
  return `${name}${name.includes('?') ? '&' : '?'}${files.join('&')}`
}

/**
 * Knobs from standard input, as an option: a program in the background that reads the terminal is stopped by the system.
 * Returns the way to stop reading, without which an open input would keep the program from ending.
 */
function takeKnobs(simulated: Simulators, name: string): () => void {
  const tell = (text: string) => process.stderr.write(`${text}\n`)
  const lines = createInterface({ input: process.stdin }).on('line', (line) => {
    try {
      for (const said of turnKnob(simulated, name, line)) tell(said)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      tell(`modem-bench: ${error.message}`)
    }
  })
  return () => {
    lines.close()
    process.stdin.destroy()
  }
}

/** What no octet tells goes to standard error. */
function tellNotes(port: BytePort): void {
  port.onNote?.((words) => process.stderr.write(`modem-bench: ${words.en}\n`))
}

/** One program at a time, like a cable; the modem keeps its state from one to the next. */
async function offerTcp(
  simulated: Simulators,
  name: string,
  text: string,
  ready: () => void,
): Promise<void> {
  const wanted = Number(text)
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535)
    throw new Fault('bad-input', {
      en: `--tcp ${text}: expected a port number from 0 to 65535.`,
      ja: `--tcp ${text}: 0～65535 のポート番号を指定してください。`,
    })
  // A wrong name is said now, not when the first program connects.
  await (await simulated.open(name)).close()
  ready()
  const server = createServer({ noDelay: true }, (socket) => {
    // The port here is the cable: whatever the modem is called by now.
    simulated.open(simulated.nameNow(name) ?? name).then(
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
  const stopped = new Promise<void>((resolve) => {
    onStopSignal(() => resolve())
  })
  await print(`tcp:127.0.0.1:${typeof address === 'object' && address ? address.port : wanted}`)
  await stopped
  server.close()
  // Programs that are still connected lose the modem with us.
  process.exit(0)
}

function join(port: BytePort, socket: Socket): void {
  tellNotes(port)
  port.onBytes((bytes) => socket.write(bytes))
  socket.on('data', (bytes: Buffer) => {
    // A modem that is unplugged takes the connection with it; there is nobody to tell.
    port.write(new Uint8Array(bytes)).catch(() => socket.destroy())
  })
  port.onEnd(() => socket.destroy())
  socket.on('close', () => void port.close())
  socket.on('error', () => socket.destroy())
}

async function offerPty(
  simulated: Simulators,
  name: string,
  link: string,
  ready: () => void,
): Promise<void> {
  if (link === '')
    throw new Fault('bad-input', {
      en: '--pty: expected the name of the link to make.',
      ja: '--pty: 作成するリンクの名前を指定してください。',
    })
  await mustBeFree(link)
  const port = await simulated.open(name)
  tellNotes(port)
  ready()
  // A group of its own: Ctrl-C reaches this program, which then ends socat.
  const socat = spawn('socat', [`PTY,link=${quoted(link)},rawer`, 'STDIO'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  })
  let stopped = false
  const stop = () => {
    stopped = true
    socat.kill()
  }
  onStopSignal(stop)
  let said = ''
  socat.stderr.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-2000)))
  const ended = new Promise<void>((resolve, reject) => {
    socat.once('error', () => reject(new Fault('bad-input', noSocat)))
    socat.once('exit', (code) =>
      stopped ? resolve() : reject(new Fault('bad-input', `--pty ${link}: ${reason(said, code)}`)),
    )
  })
  // What is written while socat ends has no reader any more; its exit says the rest.
  socat.stdin.on('error', () => socat.kill())
  port.onBytes((bytes) => socat.stdin.write(bytes))
  socat.stdout.on('data', (bytes: Buffer) => {
    port.write(new Uint8Array(bytes)).catch(() => socat.kill())
  })
  try {
    await Promise.race([appears(link, socat), ended])
    if (!stopped) await print(link)
    await ended
  } finally {
    await port.close()
    simulated.dispose()
  }
}

/** socat would put its link in the place of whatever has the name. A link that leads nowhere is left over, and may go. */
async function mustBeFree(link: string): Promise<void> {
  if (await isThere(link))
    throw new Fault('bad-input', {
      en: `--pty ${link}: that name is taken; end its program or choose another.`,
      ja: `--pty ${link}: この名前は使用中です。使用中のプログラムを終了するか、別の名前を指定してください。`,
    })
}

const noSocat =
  '--pty needs the program socat, which is not installed. On Debian: sudo apt install socat. Or use --tcp.'

// socat's own characters in an address: colon, comma, exclamation mark, quotes, brackets, backslash.
const quoted = (link: string): string => link.replace(/[:,!"'\\()[\]{}]/g, '\\$&')

/** socat's last line without its date, program and pid. */
function reason(said: string, code: number | null): string {
  const line = said.trim().split('\n').at(-1) ?? ''
  return line.replace(/^.*socat\[\d+\] \w /, '') || `socat ended with ${code ?? 'a signal'}.`
}

/** Resolves when the link is there, so that whoever reads the printed name can open it. */
async function appears(link: string, socat: ChildProcess): Promise<void> {
  while (socat.exitCode === null && socat.signalCode === null) {
    if (await isThere(link)) return
    await sleep(nodeClock, 20)
  }
}

async function isThere(link: string): Promise<boolean> {
  return access(link).then(
    () => true,
    () => false,
  )
}
