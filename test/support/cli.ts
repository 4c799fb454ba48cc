import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { cli } from './needs'
import { patienceMs } from './patience'

/** A program that ended: what it printed, and its exit code (null when a signal ended it). */
export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A command of ours that ended; what it said of its journal is apart from its complaints. */
export interface CommandEnded extends Ended {
  readonly journals: readonly string[]
}

export interface Running {
  readonly child: ChildProcess
  readonly out: () => string
  readonly err: () => string
  /** Waits until standard output holds this; rejects when the program ends or the patience ends first. */
  said(wanted: RegExp): Promise<RegExpExecArray>
  /** The same for standard error. */
  complained(wanted: RegExp): Promise<RegExpExecArray>
  type(text: string | Uint8Array): void
  /** Ctrl-C, unless another signal is named. */
  stop(signal?: NodeJS.Signals): Promise<Ended>
  ended: Promise<Ended>
}

export interface RunningCommand extends Running {
  stop(signal?: NodeJS.Signals): Promise<CommandEnded>
  ended: Promise<CommandEnded>
}

export interface RunOptions {
  readonly env?: Record<string, string>
  readonly cwd?: string
  /** Standard input as a whole; without it there is none unless `type` is used. */
  readonly input?: string
  /** How `stop` tells the program: as Unix does, or by a message to hear-signals.mjs. */
  readonly signals?: 'kill' | 'message'
}

export function startProgram(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Running {
  const child = spawn(program, args, {
    // Words come in the language of the system: that of whoever runs the tests is none of theirs.
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...options.env },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    stdio: ['pipe', 'pipe', 'pipe', ...(options.signals === 'message' ? ['ipc' as const] : [])],
  })
  const { stdin, stdout, stderr } = child
  if (!stdin || !stdout || !stderr) throw new Error(`${program} was started without its pipes`)
  let out = ''
  let err = ''
  stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  // A program that ends before it read everything is a result, not an error of the test.
  stdin.on('error', () => undefined)
  if (options.input !== undefined) stdin.end(options.input)
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, out, err }))
  })
  const saying = (wanted: RegExp, stream: Readable, text: () => string) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const fail = (why: string) =>
        reject(new Error(`${program} did not say ${String(wanted)}: ${why}.\n${out}\n${err}`))
      const timer = setTimeout(() => fail('waited in vain'), patienceMs)
      const look = () => {
        const found = wanted.exec(text())
        if (!found) return
        clearTimeout(timer)
        stream.off('data', look)
        resolve(found)
      }
      stream.on('data', look)
      ended.then(
        () => {
          clearTimeout(timer)
          look()
          fail('it ended')
        },
        () => fail('it could not start'),
      )
      look()
    })
  return {
    child,
    out: () => out,
    err: () => err,
    said: (wanted) => saying(wanted, stdout, () => out),
    complained: (wanted) => saying(wanted, stderr, () => err),
    type: (text) => stdin.write(text),
    async stop(signal = 'SIGINT') {
      if (child.exitCode !== null || child.signalCode !== null) return ended
      if (child.connected && signal !== 'SIGKILL') child.send(signal)
      else child.kill(signal)
      return ended
    },
    ended,
  }
}

const hearing = pathToFileURL(join(import.meta.dirname, 'hear-signals.mjs')).href

// What commands keep lies apart from what the person who tests keeps, and goes with the tests of a file: a worker that is ended
// has no `exit` of its own.
let kept: string | undefined
function dataFolder(): string {
  return (kept ??= mkdtempSync(join(tmpdir(), 'modem-bench-data-')))
}
afterAll(() => {
  if (kept !== undefined) rmSync(kept, { recursive: true, force: true, maxRetries: 5 })
  kept = undefined
})

/** Where commands keep their journals unless a test says otherwise. */
export const commandData = dataFolder

const journalLine = /^modem-bench: (?:journal: |ジャーナル：)(.+)\n/gm

/** Complaints without what is said of the journal, which every command says once. */
export const withoutJournal = (err: string): string => err.replace(journalLine, '')

/** What a command said of its journal, apart from its complaints. */
export function journalsApart(ended: Ended): CommandEnded {
  const journals = [...ended.err.matchAll(journalLine)].map(([, file = '']) => file)
  return { ...ended, err: withoutJournal(ended.err), journals }
}

/** Starts `modem-bench …` as built. */
export function startCli(args: readonly string[], options: RunOptions = {}): RunningCommand {
  // `kill` on Windows ends a program at once, whatever the signal.
  const { signals = process.platform === 'win32' ? 'message' : 'kill' } = options
  const before = signals === 'message' ? ['--import', hearing] : []
  const env = { MODEM_BENCH_DATA: dataFolder(), ...options.env }
  const more = { ...options, env, signals }
  const program = startProgram(process.execPath, [...before, cli, ...args], more)
  const apart = async (ending: Promise<Ended>) => journalsApart(await ending)
  return {
    ...program,
    err: () => withoutJournal(program.err()),
    stop: (signal) => apart(program.stop(signal)),
    ended: apart(program.ended),
  }
}

/** Runs `modem-bench …` to its end. */
export const runCli = (args: readonly string[], options: RunOptions = {}): Promise<CommandEnded> =>
  startCli(args, { input: '', ...options }).ended

/** The JSON objects a program printed, one a line. */
export const jsonLines = (out: string): Record<string, unknown>[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

/** Starts a program in a terminal of its own (a pty, 80 × 24), as a person has it. */
export const startInTerminal = (command: string, options: RunOptions = {}): Running =>
  startProgram('script', ['-qec', `stty cols 80 rows 24; exec ${command}`, '/dev/null'], {
    ...options,
    env: { TERM: 'xterm', LANG: 'C.UTF-8', ...options.env },
  })
