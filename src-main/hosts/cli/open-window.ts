import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { Fault, quoted } from '@contract'
import { onStopSignal } from './stop-signals'
import { noDisplay } from './words'

export function openCommand(): Command {
  return new Command('open')
    .description('Open the window (needs Electron; "serve" gives the same console to a browser)')
    .argument('[files...]', 'journals and logs to read in it')
    .addHelpText(
      'after',
      '\nThe packages for Windows, macOS and Linux bring Electron. For a command installed by npm, put it beside: npm install -g electron',
    )
    .action(async (files: string[]) => {
      if (lacksDisplay()) throw new Fault('window-missing', noDisplay)
      const { program, args } = electronHere()
      process.exitCode = await windowEnds(program, [...args, ...files.map((file) => resolve(file))])
    })
}

interface Start {
  readonly program: string
  readonly args: readonly string[]
}

/** The Electron that this command is a part of, else the one installed beside it. */
function electronHere(): Start {
  if (process.versions['electron'] !== undefined) return { program: process.execPath, args: [] }
  const packageFolder = join(import.meta.dirname, '../..')
  try {
    const program: unknown = createRequire(import.meta.url)('electron')
    if (typeof program === 'string') return { program, args: [packageFolder] }
  } catch (error) {
    // Not installed, or installed without its download.
    throw noElectron(error)
  }
  throw new Fault('window-missing')
}

function noElectron(cause: unknown): Fault {
  const seen = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)
  return new Fault('window-missing', quoted(seen), { cause })
}

const lacksDisplay = () =>
  process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']

function windowEnds(program: string, args: readonly string[]): Promise<number> {
  const env = { ...process.env }
  // Set where this command itself runs on the Electron of the package.
  delete env['ELECTRON_RUN_AS_NODE']
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(program, [...sandbox, ...args], { stdio: 'inherit', env })
  const off = onStopSignal((signal) => child.kill(signal))
  return new Promise((done, fail) => {
    child.once('error', (error) => {
      off()
      fail(noElectron(error))
    })
    child.once('exit', (code) => {
      off()
      done(code ?? 1)
    })
  })
}
