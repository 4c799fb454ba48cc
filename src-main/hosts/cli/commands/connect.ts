import {
  errorWords,
  Fault,
  type ConnectState,
  type ConnectTarget,
  type Verdict,
  type Words,
} from '@contract'
import { command, flag, option, type Spoken, type Values } from '../command'
import { exits } from '../exits'
import { LogFile } from '../filters/log-file'
import { Holding } from '../holding'
import { onBench, type CommandBench } from '../on-bench'
import { connectOn, hangUp, linkOf, linkTakes, targetOf } from '../online'
import { printJson } from '../output'
import { anyPort, openPort } from '../port'
import { RowFeed } from '../row-feed'
import { StepPrinter, verdictObject } from '../step-printer'

const takes = {
  port: anyPort,
  ...linkTakes,
  atPort: option(
    '--at-port <path>',
    'AT beside data through another AT port of the same modem (modem-bench ports lists them)',
  ),
  ping: option('--ping <host>', 'look the host up and ping it; that of the preset without it'),
  http: option('--http <url>', 'fetch a page at the end; that of the preset without it'),
  log: option('--log <file>', 'write the exchange, explained, to a new file'),
  redact: flag(
    '--no-redact',
    'leave IMEI, IMSI, ICCID, phone numbers, PINs and passwords readable in that file',
  ),
  json: flag('--json', 'one JSON object a step, the verdict last'),
  holdMs: option(
    '--hold <seconds>',
    'stay connected that long before hanging up; with --cmux or --at-port the radio signal is printed every 10 s. A device that is unplugged meanwhile is connected again when it is back, under any name',
    holdOf,
    '0',
  ),
}
type Options = Values<typeof takes> & Spoken

export const connectCommand = command({
  name: 'connect',
  about: 'Bring a modem online step by step, prove it, and say where it stopped and why',
  takes,
  after: 'Exit code: 0 connected, 1 not connected, 2 wrong call, 3 the port cannot be used.',
  run: async (given) => {
    await onBench(given, async (bench) => {
      const { options, preset } = await linkOf(bench, given)
      const target = targetOf(options, {
        pingHost: options.ping ?? preset?.pingHost,
        httpUrl: options.http ?? preset?.httpUrl,
      })
      const log = await logOf(options)
      const feed = log && (await RowFeed.of(bench, (rows) => log.add(rows)))
      const told: Words[] = []
      try {
        const note = (words: Words) => void told.push(words)
        await carriedOut({ bench, target, options, note })
      } catch (error) {
        told.push(errorWords(error))
        throw error
      } finally {
        await bench.call('port.close', { slot: bench.slot })
        await feed?.end()
        // Last, behind the hang-up and what the modem says to it.
        for (const words of told) log?.note(words)
        await log?.close()
      }
    })
  },
})

async function logOf({ log, lang, redact }: Options): Promise<LogFile | undefined> {
  return log === undefined ? undefined : LogFile.create(log, { language: lang, redact })
}

interface Work {
  readonly bench: CommandBench
  readonly target: ConnectTarget
  readonly options: Options
  /** For the end of the log. */
  readonly note: (words: Words) => void
}

/** Connects, holds, hangs up; and again for as long as the device comes back in time. */
async function carriedOut({ bench, target, options, note }: Work): Promise<void> {
  const { port, lang: language, json, atPort, holdMs } = options
  const holding = new Holding({ bench, port, beside: atPort, ms: holdMs, language, json })
  if (!(await opened(bench, options, note))) return
  for (let more = true; more; more = await holding.again()) {
    try {
      const verdict = await verdictOf(bench, target, options)
      note(verdict.meaning)
      if (verdict.result === 'connected') await holding.hold()
    } finally {
      await hangUp(bench, language)
    }
  }
}

/** With `--json` a port that cannot be opened is a verdict too: the script that reads it waits for one. */
async function opened(
  bench: CommandBench,
  options: Options,
  note: (words: Words) => void,
): Promise<boolean> {
  const started = performance.now()
  const { call, slot } = bench
  try {
    await openPort(bench, options.port, options)
    if (options.atPort !== undefined) await call('port.second', { slot, path: options.atPort })
    return true
  } catch (error) {
    if (!options.json || !(error instanceof Fault) || exitOf(error.code) !== exits.port) throw error
    const ms = Math.round(performance.now() - started)
    const verdict = closedVerdict(error, ms)
    await printJson({ step: 'port', state: 'failed', ms, facts: {}, words: verdict.meaning })
    await printJson(verdictObject(verdict))
    note(verdict.meaning)
    process.exitCode = exits.port
    return false
  }
}

const closedVerdict = (fault: Fault, ms: number): Verdict => ({
  result: 'failed',
  step: 'port',
  reason: fault.code,
  seen: [],
  meaning: errorWords(fault),
  tries: fault.row.tries,
  ms,
  mode: 'closed',
  dns: [],
})

async function verdictOf(
  bench: CommandBench,
  target: ConnectTarget,
  options: Options,
): Promise<Verdict> {
  const printer = new StepPrinter(options)
  const end = await connectOn(bench, target, (state) => printer.show(state), options)
  const verdict = mustHaveEnded(end)
  if (verdict.result !== 'connected') {
    // The call is ended first, so that the verdict states the mode the modem is left in.
    await hangUp(bench, options.lang)
    process.exitCode = exitOf(verdict.reason)
  }
  const { mode } = verdict.result === 'connected' ? verdict : bench.state.now
  await printer.end({ ...end, verdict: { ...verdict, mode } }, await platformSays(bench, verdict))
  return verdict
}

/** Nothing where nobody is signed in to SORACOM; where somebody is, it takes some seconds until its events are told. */
async function platformSays(
  { call, slot }: CommandBench,
  { result }: Verdict,
): Promise<Words | null> {
  return result === 'failed' ? call('soracom.verdict', { slot }) : null
}

function mustHaveEnded({ verdict }: ConnectState): Verdict {
  if (!verdict)
    throw new Fault('internal', {
      en: 'A connection ended without a verdict.',
      ja: '接続が判定なしで終わりました。',
    })
  return verdict
}

function exitOf(reason: string | undefined): number {
  if (reason === 'connect-cancelled') return exits.stopped
  return reason?.startsWith('port-') && reason !== 'port-name' ? exits.port : exits.refused
}

function holdOf(text: string, label: string): number {
  const seconds = Number(text)
  if (seconds >= 0) return seconds * 1000
  throw new Fault('bad-input', {
    en: `${label}: expected seconds, 0 or more.`,
    ja: `${label}：0 以上の秒数を指定してください。`,
  })
}
