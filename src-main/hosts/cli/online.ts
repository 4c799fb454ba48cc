import { Option, type Command } from 'commander'
import { connectTarget } from '@contract'
import { knowledge } from '@catalog/decoders'
import { modemProfiles } from '@catalog/modems'
import type { ConnectState, ConnectTarget, StepId } from '@core/connect/connect-state'
import { runConnect } from '@core/connect/run'
import { Fault, faultRows, type FaultCode } from '@core/fault'
import type { FrameOption } from '@core/cmux/frame'
import type { IpHost } from '@core/ip/host'
import { becauseLost } from '@core/ip/because-lost'
import { portFault } from '@core/modem/port-fault'
import { ModemSession } from '@core/modem/session'
import type { Tap } from '@core/modem/tapped-port'
import type { Language, Words } from '@core/words'
import { nodeChance, nodeClock } from '@platform/clock/node-clock'
import { baudOf, openTyped, purposeOfTyped, type PortArguments } from './open'
import { PcapFile } from './pcap-file'
import { withSecrets } from './secrets'
import { onStopSignal } from './stop-signals'

/** What every command that needs a link may be given. */
export interface LinkArguments extends PortArguments {
  readonly apn: string
  readonly user: string
  readonly password: string
  readonly passwordFile?: string
  readonly auth: ConnectTarget['auth']
  readonly cid: string
  readonly pin?: string
  readonly pinFile?: string
  readonly direct?: boolean
  readonly cmux?: boolean
  readonly cmuxMode?: FrameOption
  readonly pdpType?: ConnectTarget['pdpType']
  readonly pcap?: string
  readonly redact?: boolean
  readonly json?: boolean
  readonly lang: Language
}

export const passwordFileHelp =
  'take the password from this file; - is standard input, asked for on a terminal. Else MODEM_BENCH_PASSWORD counts'
export const pinFileHelp = 'the same for the PIN. Else MODEM_BENCH_PIN counts'

/** The options of a link, the same for every command that needs one. */
export function linkOptions(command: Command): Command {
  return command
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
    .option('--cid <number>', 'context to use', '1')
    .option('--pin <digits>', 'PIN of the SIM; tried once')
    .option('--pin-file <file>', pinFileHelp)
    .option('--direct', 'speak PPP at once, without AT')
    .option('--cmux', 'keep AT while connected, over the multiplexer')
    .addOption(cmuxModeOption())
    .option('--baud <rate>', 'speed', '115200')
    .option('--rtscts', 'hardware flow control')
    .option('--pcap <file>', 'capture as pcapng: a file, a named pipe, or - for standard output')
    .addOption(
      new Option('--lang <language>', 'language of the words').choices(['en', 'ja']).default('en'),
    )
}

/** Which frames the multiplexer is to use; to ask for one is to ask for the multiplexer. */
export const cmuxModeOption = (): Option =>
  new Option(
    '--cmux-mode <mode>',
    'the multiplexer with these frames of 3GPP TS 27.010; without it basic where the modem offers both',
  ).choices(['basic', 'advanced'])

/** What is asked of the connection; refuses what no modem could do with the option's name. */
export function targetOf(
  options: LinkArguments,
  proof: { readonly pingHost?: string; readonly httpUrl?: string } = {},
): ConnectTarget {
  const parsed = connectTarget.safeParse({
    apn: options.apn,
    user: options.user,
    password: options.password,
    auth: options.auth,
    pdpType: options.pdpType ?? 'IP',
    cid: Number(options.cid),
    direct: options.direct ?? false,
    pingHost: proof.pingHost ?? '',
    httpUrl: proof.httpUrl ?? '',
    ...(options.pin === undefined ? {} : { pin: options.pin }),
    ...(options.cmux || options.cmuxMode ? { cmux: options.cmuxMode ?? true } : {}),
  })
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new Fault('bad-input', `${optionOf(issue?.path[0])}: ${issue?.message ?? ''}.`)
  }
  const { pin, cmux, ...target } = parsed.data
  if (!target.direct && target.apn === '')
    throw new Fault('bad-input', {
      en: '--apn is missing: the access point name of the SIM, such as soracom.io.',
      ja: '--apn を指定してください（SIM のアクセスポイント名。例: soracom.io）。',
    })
  return {
    ...target,
    ...(pin === undefined ? {} : { pin }),
    ...(cmux === undefined ? {} : { cmux }),
  }
}

/** The option a field of the target is given by. */
function optionOf(field: PropertyKey | undefined): string {
  const names: { readonly [field: string]: string } = {
    pingHost: 'ping',
    httpUrl: 'http',
    pdpType: 'pdp-type',
  }
  const name = String(field ?? '')
  return `--${names[name] ?? name}`
}

/** A link that is up, and what ends it early: Ctrl-C, or the link itself. */
export interface Online {
  readonly host: IpHost
  readonly session: ModemSession
  readonly signal: AbortSignal
  /** What ended the link or the port, once something has. */
  readonly lost: () => Fault | undefined
}

/** Connects, does one thing over the link, hangs up and closes the port, however the thing ends. */
export async function withLink<T>(
  name: string,
  given: LinkArguments,
  use: (online: Online) => Promise<T>,
): Promise<T> {
  const options = await withSecrets(given)
  const target = targetOf(options)
  return withPort(name, options, async (session, signal) => {
    const end = await runConnect({
      session,
      target,
      clock: nodeClock,
      knowledge,
      profiles: modemProfiles,
      signal,
      onState: options.json ? () => undefined : quietSteps(options.lang),
    })
    try {
      const online = onlineOf(session, end, signal)
      return await use(online).catch((error: unknown) => {
        throw becauseLost(error, online.lost())
      })
    } finally {
      await hangUp(session, target, options.lang)
    }
  })
}

const sayEndingMs = 3000

/**
 * Ends the call, and a multiplexer with it; the attach stays. Without AT there is no command mode to go back to: PPP ends by
 * its own rules, and that is all. A modem that does not answer takes some 20 s, of which a person is told.
 */
export async function hangUp(
  session: ModemSession,
  { direct }: Pick<ConnectTarget, 'direct'>,
  lang: Language,
): Promise<void> {
  if (session.cmuxOn) return session.endCmux()
  if (!session.open || (session.mode !== 'data' && !session.upLink)) return
  const said = nodeClock.schedule(sayEndingMs, () =>
    process.stderr.write(`modem-bench: ${hangingUp[lang]}\n`),
  )
  try {
    if (direct) await session.dataLine.link?.close('User request')
    else await session.hangUp()
  } finally {
    said()
  }
}

const hangingUp: Words = {
  en: 'Hanging up; a modem that does not answer takes some 20 s. Ctrl-C ends at once.',
  ja: '切断しています。モデムが応答しない場合は約 20 秒かかります。Ctrl-C ですぐに終了します。',
}

/** Opens the port and closes it again; Ctrl-C aborts the signal. */
export async function withPort<T>(
  name: string,
  options: LinkArguments,
  use: (session: ModemSession, signal: AbortSignal) => Promise<T>,
  tap?: Tap,
): Promise<T> {
  const abort = new AbortController()
  const stop = () => abort.abort(new Fault('connect-cancelled'))
  const pcap = await pcapOf(options)
  const unhear = onStopSignal(stop)
  try {
    const session = new ModemSession({
      port: await openTyped(name, options),
      clock: nodeClock,
      chance: nodeChance,
      endings: knowledge.endings,
      baudRate: baudOf(options.baud),
      purposeOf: () => purposeOfTyped(name),
      tap: (dir, bytes) => {
        tap?.(dir, bytes)
        pcap?.add(dir, bytes)
      },
    })
    try {
      return await use(session, abort.signal)
    } finally {
      await session.close()
    }
  } finally {
    unhear()
    await pcap?.close()
  }
}

async function pcapOf(options: LinkArguments): Promise<PcapFile | undefined> {
  if (options.pcap === undefined) return undefined
  return PcapFile.create(options.pcap, {
    language: options.lang,
    redact: options.redact ?? true,
  })
}

function onlineOf(session: ModemSession, end: ConnectState, signal: AbortSignal): Online {
  const { upLink } = session
  if (end.verdict?.result === 'connected' && upLink)
    return { host: upLink.host, session, ...untilLost(session, signal) }
  const { step, reason, meaning } = end.verdict ?? {}
  if (reason === undefined || !isCode(reason)) throw new Fault('internal', 'no verdict')
  const row = faultRows[reason]
  // The verdict's sentence begins with the fault's own, which the error says by itself.
  const rest = (language: Language) =>
    (meaning?.[language] ?? '').replace(row.meaning[language], '').trim()
  throw new Fault(reason, {
    en: `Stopped at the step “${step ?? ''}”. ${rest('en')}`.trim(),
    ja: `ステップ「${step ?? ''}」で停止しました。${rest('ja')}`.trim(),
  })
}

function isCode(code: string): code is FaultCode {
  return Object.hasOwn(faultRows, code)
}

function untilLost(session: ModemSession, signal: AbortSignal): Pick<Online, 'signal' | 'lost'> {
  const lost = new AbortController()
  let fault: Fault | undefined
  const end = (why: Fault) => {
    fault ??= why
    lost.abort(fault)
  }
  session.on((event) => {
    if (event.kind === 'link' && event.event.kind === 'down')
      end(new Fault(event.event.code, event.event.said))
    if (event.kind === 'end') end(portFault(event.end, session.port.label))
  })
  return { signal: AbortSignal.any([signal, lost.signal]), lost: () => fault }
}

/** Steps on standard error as they end, so that standard output holds the answer alone. */
function quietSteps(lang: Language): (state: ConnectState) => void {
  const said = new Set<StepId>()
  return ({ steps }) => {
    for (const { id, state, words } of steps) {
      if (state !== 'ok' || said.has(id)) continue
      said.add(id)
      process.stderr.write(`${id}: ${words?.[lang] ?? ''}\n`)
    }
  }
}
