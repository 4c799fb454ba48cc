import { Command, Option } from 'commander'
import { knowledge } from '@catalog/decoders'
import { modemProfiles } from '@catalog/modems'
import type { ConnectTarget, Verdict } from '@core/connect/connect-state'
import { runConnect } from '@core/connect/run'
import { failedVerdict } from '@core/connect/verdict'
import { errorWords, Fault } from '@core/fault'
import type { BytePort } from '@core/ports/byte-port'
import { ModemSession } from '@core/modem/session'
import { nodeChance, nodeClock } from '@platform/clock/node-clock'
import { exits } from './exit'
import { Holding, type PortNames } from './holding'
import { LogFile } from './log-file'
import {
  cmuxModeOption,
  hangUp,
  type LinkArguments,
  passwordFileHelp,
  pinFileHelp,
  targetOf,
} from './online'
import { baudOf, openBoth, purposeOfTyped } from './open'
import { printJson } from './output'
import { withSecrets } from './secrets'
import { StepPrinter, verdictObject } from './step-printer'
import { onStopSignal } from './stop-signals'

interface Options extends LinkArguments {
  readonly ping?: string
  readonly http?: string
  readonly log?: string
  readonly redact: boolean
  readonly hold?: string
  readonly atPort?: string
}

export function connectCommand(): Command {
  return new Command('connect')
    .description('Bring a modem online step by step, prove it, and say where it stopped and why')
    .argument('<port>', 'a path, tcp:host:port, or sim:sim7672')
    .option('--apn <name>', 'access point name', '')
    .option('--user <name>', 'user for PAP or CHAP', '')
    .option(
      '--password <text>',
      'password for PAP or CHAP; others on this computer can read it',
      '',
    )
    .option('--password-file <file>', passwordFileHelp)
    .addOption(
      new Option('--auth <way>', 'authentication')
        .choices(['pap', 'chap', 'auto', 'none'])
        .default('auto'),
    )
    .addOption(
      new Option('--pdp-type <type>', 'context type')
        .choices(['IP', 'IPV6', 'IPV4V6'])
        .default('IP'),
    )
    .option('--cid <number>', 'context to use', '1')
    .option('--pin <digits>', 'PIN of the SIM; tried once')
    .option('--pin-file <file>', pinFileHelp)
    .option('--direct', 'speak PPP at once, without AT')
    .option('--cmux', 'keep AT while connected, over the multiplexer')
    .addOption(cmuxModeOption())
    .option(
      '--at-port <path>',
      'AT beside data through another AT port of the same modem (modem-bench ports lists them)',
    )
    .option('--ping <host>', 'look the host up and ping it')
    .option('--http <url>', 'fetch a page at the end')
    .option('--log <file>', 'write the exchange, explained, to a file')
    .option(
      '--no-redact',
      'leave IMEI, IMSI, ICCID, phone numbers, PINs and passwords readable in that file',
    )
    .option('--json', 'one JSON object a step, the verdict last')
    .option(
      '--hold <seconds>',
      'stay connected that long before hanging up; with --cmux or --at-port the signal is told every 10 s. A device that is unplugged meanwhile is connected again when it is back, under any name',
      '0',
    )
    .option('--baud <rate>', 'speed', '115200')
    .option('--rtscts', 'hardware flow control')
    .addOption(
      new Option('--lang <language>', 'language of the words').choices(['en', 'ja']).default('en'),
    )
    .addHelpText(
      'after',
      '\nExit code: 0 connected, 1 not connected, 2 wrong call, 3 the port cannot be used.',
    )
    .action(connect)
}

async function connect(name: string, given: Options): Promise<void> {
  const options = await withSecrets(given)
  const target = targetOf(options, {
    ...(options.ping === undefined ? {} : { pingHost: options.ping }),
    ...(options.http === undefined ? {} : { httpUrl: options.http }),
  })
  const log =
    options.log === undefined
      ? undefined
      : await LogFile.create(options.log, { language: options.lang, redact: options.redact })
  const abort = new AbortController()
  const stop = () => abort.abort(new Fault('connect-cancelled'))
  const unhear = onStopSignal(stop)
  const holding = new Holding({
    ms: holdOf(options.hold ?? '0'),
    signal: abort.signal,
    language: options.lang,
    json: options.json ?? false,
  })
  try {
    const names = await holding.remember(name, options.atPort)
    for (let now: PortNames | undefined = names; now; now = await holding.again(now)) {
      const session = await open(now, options, log)
      if (!session) return
      let verdict: Verdict | undefined
      try {
        verdict = await carryOut(session, target, options, abort.signal)
        if (verdict.result === 'connected') await holding.hold(session)
        await hangUp(session, target, options.lang)
      } finally {
        await session.close()
        // Last, behind the hang-up and what the modem says to it.
        if (verdict) log?.note(verdict.meaning)
      }
    }
  } catch (error) {
    log?.note(errorWords(error))
    throw error
  } finally {
    unhear()
    await log?.close()
  }
}

/** With `--json` a port that cannot be opened is a verdict too: the script that reads it waits for one. */
async function open(
  { path, beside: besidePath }: PortNames,
  options: Options,
  log: LogFile | undefined,
): Promise<ModemSession | undefined> {
  const startUs = nodeClock.monotonicUs()
  try {
    const { port, beside } = await openBoth(path, besidePath, options)
    const session = new ModemSession({
      port,
      clock: nodeClock,
      chance: nodeChance,
      tap: (dir, bytes) => log?.add(dir, bytes),
      endings: knowledge.endings,
      baudRate: baudOf(options.baud),
      purposeOf: () => purposeOfTyped(path),
    })
    if (beside) await takeBeside(session, beside)
    return session
  } catch (error) {
    if (!options.json || !(error instanceof Fault) || exitOf(error.code) !== exits.port) throw error
    const ms = Math.round((nodeClock.monotonicUs() - startUs) / 1000)
    const common = { ms, mode: 'closed', dns: [], seen: [] } as const
    const verdict = failedVerdict({ ...common, step: 'port', fault: error })
    await printJson({ step: 'port', state: 'failed', ms, facts: {}, words: verdict.meaning })
    await printJson(verdictObject(verdict))
    log?.note(verdict.meaning)
    process.exitCode = exits.port
    return undefined
  }
}

/** A port that does not answer AT is refused before anything is dialled: the person wanted it for AT. */
async function takeBeside(session: ModemSession, beside: BytePort): Promise<void> {
  const line = session.takeSecond(beside, () => undefined)
  const answered = await line
    .send('AT', { priority: 'user', timeoutMs: 3000, force: true })
    .then(({ ok }) => ok)
    .catch(() => false)
  if (answered) return
  await session.close()
  throw new Fault('port-no-at', beside.label)
}

async function carryOut(
  session: ModemSession,
  target: ConnectTarget,
  options: Options,
  signal: AbortSignal,
): Promise<Verdict> {
  const printer = new StepPrinter(options)
  const end = await runConnect({
    session,
    target,
    clock: nodeClock,
    knowledge,
    profiles: modemProfiles,
    signal,
    onState: (state) => printer.show(state),
  })
  if (!end.verdict) throw new Fault('internal', 'A connection ended without a verdict.')
  if (end.verdict.result === 'connected') {
    await printer.end(end)
    return end.verdict
  }
  // The call is ended first, so that the verdict states the mode the modem is left in.
  await hangUp(session, target, options.lang)
  process.exitCode = exitOf(end.verdict.reason)
  await printer.end({ ...end, verdict: { ...end.verdict, mode: session.mode } })
  return end.verdict
}

function exitOf(reason: string | undefined): number {
  return reason?.startsWith('port-') && reason !== 'port-name' ? exits.port : exits.refused
}

function holdOf(text: string): number {
  const seconds = Number(text)
  if (!(seconds >= 0))
    throw new Fault('bad-input', {
      en: `--hold ${text}: expected seconds, 0 or more.`,
      ja: `--hold ${text}: 0 以上の秒数を指定してください。`,
    })
  return seconds * 1000
}
