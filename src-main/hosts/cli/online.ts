import {
  connectTarget,
  Fault,
  faultOf,
  faultRows,
  mistakesOf,
  quoted,
  wordsOf,
  type ConnectState,
  type ConnectTarget,
  type Language,
  type Preset,
  type SlotState,
  type StepId,
} from '@contract'
import { benchTakes } from './bench-options'
import { choice, flag, option, text, type Spoken, type Values } from './command'
import { onBench, type CommandBench } from './on-bench'
import { PcapFile } from './filters/pcap-file'
import { openPort, portTakes } from './port'
import { filled, presetOf } from './preset'
import { RowFeed } from './row-feed'
import { withSecrets } from './secrets'
import { shown } from './shown'
import { StillRunning } from './still-running'
import { stoppedAtStep, apnMissing, hangingUp } from './words'
import { printBeside } from './beside'

/** What every command that needs a link may be given. */
export const linkTakes = {
  preset: option(
    '--preset <id>',
    'APN, user, password, authentication and context type of a preset, such as soracom; what is given beside it counts instead. A name that does not exist lists them',
  ),
  apn: option('--apn <name>', 'access point name', text, ''),
  user: option('--user <name>', 'user for PAP or CHAP', text, ''),
  password: option(
    '--password <text>',
    'password for PAP or CHAP; others on this computer can read it',
    text,
    '',
  ),
  passwordFile: option(
    '--password-file <file>',
    'take the password from this file; - is standard input, asked for on a terminal. Else MODEM_BENCH_PASSWORD counts',
  ),
  auth: choice('--auth <way>', 'authentication; auto without it', [
    'pap',
    'chap',
    'auto',
    'none',
  ] as const),
  pdpType: choice(
    '--pdp-type <type>',
    'context type: IPv4, IPv6, or both, as far as the network gives; IP without it',
    ['IP', 'IPV6', 'IPV4V6'] as const,
  ),
  cid: option('--cid <number>', 'context to use', text, '1'),
  pin: option('--pin <digits>', 'PIN of the SIM; tried once'),
  pinFile: option('--pin-file <file>', 'the same for the PIN. Else MODEM_BENCH_PIN counts'),
  direct: flag('--direct', 'speak PPP at once, without AT'),
  cmux: flag('--cmux', 'keep AT while connected, over the multiplexer'),
  cmuxMode: choice(
    '--cmux-mode <mode>',
    'the multiplexer with these frames of 3GPP TS 27.010; without it basic where the modem offers both',
    ['basic', 'advanced'] as const,
  ),
  ...portTakes,
  ...benchTakes,
}
export type LinkArguments = Values<typeof linkTakes> &
  Spoken & {
    readonly port: string
    readonly json: boolean
    readonly pcap?: string | undefined
    readonly redact?: boolean
  }

/** The preset that was asked for, and the options with what it and the places of secrets add. Rejects with `Fault('bad-input')`. */
export async function linkOf<T extends LinkArguments>(
  bench: CommandBench,
  given: T,
): Promise<{ readonly options: T; readonly preset: Preset | undefined }> {
  const preset = await presetOf(bench, given.preset)
  return { options: filled(await withSecrets(bench, given), preset), preset }
}

/** What is asked of the connection; refuses what no modem could do with the option's name. */
export function targetOf(
  options: LinkArguments,
  proof: { readonly pingHost?: string | undefined; readonly httpUrl?: string | undefined } = {},
): ConnectTarget {
  const asked = {
    apn: options.apn,
    user: options.user,
    password: options.password,
    auth: options.auth ?? 'auto',
    pdpType: options.pdpType ?? 'IP',
    cid: Number(options.cid),
    direct: options.direct,
    pingHost: proof.pingHost ?? '',
    httpUrl: proof.httpUrl ?? '',
    ...(options.pin === undefined ? {} : { pin: options.pin }),
    ...(options.cmux || options.cmuxMode ? { cmux: options.cmuxMode ?? true } : {}),
  }
  const [mistake] = mistakesOf(connectTarget, asked)
  if (mistake) {
    const option = optionOf(mistake.path[0])
    const { en, ja } = mistake.words
    throw new Fault('bad-input', { en: `${option}: ${en}.`, ja: `${option}：${ja}。` })
  }
  const { pin, cmux, ...target } = connectTarget.parse(asked)
  if (!target.direct && target.apn === '') throw new Fault('bad-input', apnMissing)
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

/** Connects, does one thing over the link, hangs up and closes the port, however the thing ends. */
export async function withLink<T>(
  given: LinkArguments,
  use: (bench: CommandBench) => Promise<T>,
  before?: (bench: CommandBench) => Promise<void> | undefined,
): Promise<T> {
  return onBench(given, async (bench) => {
    await before?.(bench)
    const { options } = await linkOf(bench, given)
    const target = targetOf(options)
    const pcap = await pcapOf(options)
    const feed = pcap && (await RowFeed.of(bench, (rows) => pcap.add(rows)))
    try {
      await openPort(bench, options.port, options)
      try {
        const onState = options.json ? () => undefined : quietSteps(options.lang)
        mustBeOnline(await connectOn(bench, target, onState, options))
        return await use(bench)
      } finally {
        await hangUp(bench, options.lang)
        await bench.call('port.close', { slot: bench.slot })
      }
    } finally {
      await feed?.end()
      await pcap?.close()
    }
  })
}

/** Connects, and resolves with the end of it: Ctrl-C is an end like any other. A step that takes long is told of on standard error, but with `json`. */
export async function connectOn(
  bench: CommandBench,
  target: ConnectTarget,
  onState: (state: ConnectState) => void,
  { json, lang }: { readonly json: boolean; readonly lang: Language },
): Promise<ConnectState> {
  const { call, slot, state, signal } = bench
  signal.throwIfAborted()
  const before = state.now.connect.startedMs
  await call('connect.start', { slot, target })
  const unhear = bench.onStop(() => void call('connect.cancel', { slot }))
  const still = new StillRunning(lang, (line) => printBeside(shown(line, 'many')))
  const unwatch = state.on(({ connect }) => {
    if (connect.startedMs === before) return
    onState(connect)
    still.show(connect)
  })
  const quiet = json ? () => undefined : still.begin()
  try {
    return await state.until(({ connect }) =>
      connect.startedMs !== before && connect.verdict ? connect : undefined,
    )
  } finally {
    quiet()
    unwatch()
    unhear()
  }
}

const sayEndingMs = 3000

/**
 * Ends the call, and a multiplexer with it; the attach stays. A modem that does not answer takes some 20 s, of which a person
 * is told.
 */
export async function hangUp({ call, slot, state }: CommandBench, lang: Language): Promise<void> {
  const { mode, ip } = state.now
  // A multiplexer is closed within a few seconds, whatever the modem says.
  const maySay = mode === 'data' || (ip !== null && mode !== 'cmux')
  const say = () => maySay && printBeside(`modem-bench: ${hangingUp[lang]}`)
  const said = setTimeout(say, sayEndingMs)
  try {
    await call('connect.end', { slot })
  } finally {
    clearTimeout(said)
  }
}

/** What ended a connection that stood; undefined while it stands. */
export function lostOf({ connect, port }: SlotState): Fault | undefined {
  const { verdict, state } = connect
  if (state !== 'failed' || !verdict?.reason) return undefined
  const said = wordsOf(verdict.seen.at(-1) ?? quoted(port?.path ?? ''))
  return faultOf({ code: verdict.reason, detail: said.en, said })
}

async function pcapOf(options: LinkArguments): Promise<PcapFile | undefined> {
  if (options.pcap === undefined) return undefined
  return PcapFile.create(options.pcap, {
    language: options.lang,
    redact: options.redact ?? true,
  })
}

/** Rejects with why there is no link. */
export function mustBeOnline({ verdict, steps }: ConnectState): void {
  if (verdict?.result === 'connected') return
  const { step, reason, meaning } = verdict ?? {}
  const fault = faultOf({ code: reason ?? 'internal', detail: '' })
  // The verdict's sentence begins with the fault's own, which the error says by itself.
  const rest = (language: Language) =>
    (meaning?.[language] ?? '').replace(faultRows[fault.code].meaning[language], '').trim()
  const title = steps.find(({ id }) => id === step)?.title.ja ?? step ?? ''
  throw new Fault(
    fault.code,
    stoppedAtStep({ en: step ?? '', ja: title }, { en: rest('en'), ja: rest('ja') }),
  )
}

/** Steps on standard error as they end, so that standard output holds the answer alone. */
function quietSteps(lang: Language): (state: ConnectState) => void {
  const said = new Set<StepId>()
  return ({ steps }) => {
    for (const { id, title, state, words } of steps) {
      if (state !== 'ok' || said.has(id)) continue
      said.add(id)
      const name = lang === 'ja' ? `${title.ja}：` : `${id}: `
      printBeside(`${name}${words?.[lang] ?? ''}`)
    }
  }
}
