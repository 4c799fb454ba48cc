import { Command, Option } from 'commander'
import { connectTarget } from '@contract'
import { knowledge } from '@catalog/decoders'
import { modemProfiles } from '@catalog/modems'
import type { ConnectState, ConnectTarget, StepState, Verdict } from '@core/connect/connect-state'
import { runConnect } from '@core/connect/run'
import { Fault } from '@core/fault'
import { ModemSession } from '@core/modem/session'
import { sleep } from '@core/wait'
import type { Language } from '@core/words'
import { nodeChance, nodeClock } from '@platform/clock/node-clock'
import { exits } from './exit'
import { LogFile } from './log-file'
import { openTyped, type PortArguments } from './open'
import { print, printJson } from './output'

interface Options extends PortArguments {
  readonly apn: string
  readonly user: string
  readonly password: string
  readonly auth: ConnectTarget['auth']
  readonly pdpType: ConnectTarget['pdpType']
  readonly cid: string
  readonly pin?: string
  readonly direct?: boolean
  readonly cmux?: boolean
  readonly ping?: string
  readonly http?: string
  readonly log?: string
  readonly redact: boolean
  readonly json?: boolean
  readonly hold?: string
  readonly lang: Language
}

export function connectCommand(): Command {
  return new Command('connect')
    .description('Bring a modem online step by step, prove it, and say where it stopped and why')
    .argument('<port>', 'a path, tcp:host:port, or sim:sim7672')
    .option('--apn <name>', 'access point name', '')
    .option('--user <name>', 'user for PAP or CHAP', '')
    .option('--password <text>', 'password for PAP or CHAP', '')
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
    .option('--direct', 'speak PPP at once, without AT')
    .option('--cmux', 'keep AT while connected, over the multiplexer')
    .option('--ping <host>', 'look the host up and ping it')
    .option('--http <url>', 'fetch a page at the end')
    .option('--log <file>', 'write the exchange, explained, to a file')
    .option(
      '--no-redact',
      'leave IMEI, IMSI, ICCID, phone numbers, PINs and passwords readable in that file',
    )
    .option('--json', 'one JSON object a step, the verdict last')
    .option('--hold <seconds>', 'stay connected that long before hanging up', '0')
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

async function connect(name: string, options: Options): Promise<void> {
  const target = targetOf(options)
  const holdMs = holdOf(options.hold ?? '0')
  const log =
    options.log === undefined
      ? undefined
      : await LogFile.create(options.log, { language: options.lang, redact: options.redact })
  const abort = new AbortController()
  const stop = () => abort.abort(new Fault('connect-cancelled'))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    const port = await openTyped(name, options)
    const session = new ModemSession({
      port,
      clock: nodeClock,
      chance: nodeChance,
      tap: (dir, bytes) => log?.add(dir, bytes),
    })
    try {
      const verdict = await carryOut(session, target, options, abort.signal)
      if (verdict.result === 'connected' && holdMs > 0)
        await sleep(nodeClock, holdMs, abort.signal).catch(() => undefined)
      if (verdict.result !== 'connected') process.exitCode = exitOf(verdict)
      if (session.open && session.mode === 'data') await session.hangUp()
    } finally {
      await session.close()
    }
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
    await log?.close()
  }
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
  await printer.end(end)
  if (!end.verdict) throw new Fault('internal', 'A connection ended without a verdict.')
  return end.verdict
}

/** Prints each step once, when it has its result. */
class StepPrinter {
  readonly #options: Options
  readonly #printed = new Set<string>()
  #writing: Promise<void> = Promise.resolve()
  constructor(options: Options) {
    this.#options = options
  }
  show(state: ConnectState): void {
    for (const step of state.steps) {
      if (step.state === 'waiting' || step.state === 'running' || this.#printed.has(step.id))
        continue
      // The words of a failed step are the verdict's, which come a moment later.
      if (step.state === 'failed' && !state.verdict) continue
      this.#printed.add(step.id)
      this.#writing = this.#writing.then(() => this.#line(step))
    }
  }
  async end(state: ConnectState): Promise<void> {
    this.show(state)
    await this.#writing
    if (state.verdict)
      await (this.#options.json
        ? printJson(verdictObject(state.verdict))
        : this.#verdict(state.verdict))
  }
  #line(step: StepState): Promise<void> {
    const ms = Math.round(step.ms ?? 0)
    if (this.#options.json)
      return printJson({
        step: step.id,
        state: step.state,
        ms,
        facts: step.facts,
        words: step.words ?? null,
      })
    const mark = { ok: '✓', skipped: '–', failed: '✗', waiting: ' ', running: ' ' }[step.state]
    const words = step.words?.[this.#options.lang] ?? ''
    return print(
      `${mark} ${step.id.padEnd(13)}${`${(ms / 1000).toFixed(1)} s`.padStart(8)}  ${words}`,
    )
  }
  async #verdict(verdict: Verdict): Promise<void> {
    const { lang } = this.#options
    await print('')
    await print(verdict.meaning[lang])
    if (verdict.result === 'connected') return
    for (const line of verdict.seen.slice(-10)) await print(`  | ${line}`)
    for (const words of verdict.tries) await print(`  - ${words[lang]}`)
  }
}

/** The last line of `--json`. */
export function verdictObject(verdict: Verdict): object {
  const { ping } = verdict
  return {
    verdict: verdict.result === 'connected' ? 'connected' : 'failed',
    ...(verdict.step ? { step: verdict.step } : {}),
    ...(verdict.reason ? { reason: verdict.reason } : {}),
    ip: verdict.ip ?? null,
    dns: verdict.dns,
    ping: ping
      ? { host: ping.host, sent: ping.sent, received: ping.received, avg_ms: ping.avgMs }
      : null,
    ms: verdict.ms,
    ...(verdict.result === 'connected'
      ? {}
      : { words: verdict.meaning, seen: verdict.seen, tries: verdict.tries }),
  }
}

function exitOf(verdict: Verdict): number {
  return verdict.reason?.startsWith('port-') ? exits.port : exits.refused
}

function targetOf(options: Options): ConnectTarget {
  const parsed = connectTarget.safeParse({
    apn: options.apn,
    user: options.user,
    password: options.password,
    auth: options.auth,
    pdpType: options.pdpType,
    cid: Number(options.cid),
    direct: options.direct ?? false,
    pingHost: options.ping ?? '',
    httpUrl: options.http ?? '',
    ...(options.pin === undefined ? {} : { pin: options.pin }),
    ...(options.cmux ? { cmux: true } : {}),
  })
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new Fault('bad-input', `--${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
  }
  const { pin, cmux, ...target } = parsed.data
  if (!target.direct && target.apn === '')
    throw new Fault(
      'bad-input',
      '--apn is missing: the access point name of the SIM, such as soracom.io.',
    )
  return {
    ...target,
    ...(pin === undefined ? {} : { pin }),
    ...(cmux === undefined ? {} : { cmux }),
  }
}

function holdOf(text: string): number {
  const seconds = Number(text)
  if (!(seconds >= 0)) throw new Fault('bad-input', `--hold ${text}: expected seconds, 0 or more.`)
  return seconds * 1000
}
