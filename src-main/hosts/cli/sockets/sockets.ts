import { Argument, Command } from 'commander'
import {
  Fault,
  harmlessJson,
  socketTries,
  type Input,
  type SocketAnswer,
  type SocketTry,
} from '@contract'
import { complain } from '../complain'
import { exits } from '../exit'
import type { CommandBench } from '../on-bench'
import { onModem } from '../on-modem'
import {
  connectOn,
  hangUp,
  linkOf,
  linkOptions,
  mustBeOnline,
  targetOf,
  type LinkArguments,
} from '../online'
import { print } from '../output'
import { brokerPassword } from '../secrets'
import {
  notAContext,
  outcomeText,
  stateText,
  targetMissing,
  thenConsole,
  userMissing,
} from './words'

interface Options extends LinkArguments {
  readonly text?: string
  readonly tlsContext?: string
  readonly compare?: boolean
  readonly topic?: string
  readonly mqttUser?: string
  readonly mqttPasswordFile?: string
}
type Run = Omit<Input<'sockets.run'>, 'slot'>

/** The TCP/IP stack inside a modem, tried with a target; beside it the same over the console's own IP. */
export function socketsCommand(): Command {
  const command = new Command('sockets')
    .argument('<port>')
    .addArgument(new Argument('[what]', 'what is tried').choices([...socketTries]))
    .argument(
      '[target]',
      'a host for dns and ping, host:port for tcp and udp, a URL for http and mqtt',
    )
    .description(
      'Try a target over the modem’s own TCP/IP stack, and say what its result codes mean',
    )
    .option('--text <text>', 'sent over tcp, udp and mqtt, and awaited back')
    .option('--tls-context <number>', 'which TLS settings of the modem https and mqtts use', '0')
    .option('--topic <topic>', 'for mqtt; one of its own when left out')
    .option('--mqtt-user <name>', 'user of the broker')
    .option(
      '--mqtt-password-file <file>',
      'file with the password of the broker, or - for standard input',
    )
    .option(
      '--compare',
      'then connect, and try the same over the console’s own IP: needs --apn or --preset',
    )
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      '\nWithout what and target it prints which stack the modem has. What was closed before is closed again. Exit code: 0 it works over the modem’s stack, 1 it does not, 2 the call was wrong, 3 no port.\nExample: modem-bench sockets sim:sim7672 tcp echo.example:7 --text hello --compare --preset soracom\n         modem-bench sockets sim:sim7672 mqtt mqtts://broker.example --mqtt-user USER --mqtt-password-file -',
    )
    .exitOverride()
    .action(run)
  return linkOptions(command)
}

async function run(
  port: string,
  what: SocketTry | undefined,
  target: string | undefined,
  given: Options,
): Promise<void> {
  const tlsContext = contextOf(given.tlsContext ?? '0')
  if (what !== undefined && target === undefined) throw new Fault('bad-input', targetMissing(what))
  await onModem(port, given, async (bench) => {
    if (what === undefined || target === undefined) return tellState(bench, tlsContext, given)
    const { text = '', lang, json, topic, mqttUser: user = '' } = given
    const password = what === 'mqtt' ? await brokerPassword(given.mqttPasswordFile, lang) : ''
    if (password !== '' && user === '') throw new Fault('bad-input', userMissing)
    const link = given.compare ? targetOf((await linkOf(bench, given)).options) : undefined
    const wish: Run = { what, target, text, tlsContext, topic, user, password }
    const { call, slot } = bench
    const answer = await call('sockets.run', { slot, ...wish })
    if (!json) await print(outcomeText(answer, lang))
    const beside = link && (await overConsole(bench, wish, link, given))
    if (json) await print(harmlessJson(beside ? { modem: answer, console: beside } : answer))
    else if (beside) await print(outcomeText(beside, lang))
    if (!answer.outcome.ok) process.exitCode = exits.refused
  })
}

async function tellState(
  { call, slot }: CommandBench,
  tlsContext: number,
  { json, lang }: Options,
): Promise<void> {
  const state = await call('sockets.read', { slot, tlsContext })
  await print(json ? harmlessJson(state) : stateText(state, tlsContext, lang))
  if (!state.family) process.exitCode = exits.refused
}

/** Connects, tries the same, and hangs up again. */
async function overConsole(
  bench: CommandBench,
  wish: Run,
  link: ReturnType<typeof targetOf>,
  { lang }: Options,
): Promise<SocketAnswer> {
  complain(thenConsole)
  try {
    mustBeOnline(await connectOn(bench, link, () => undefined))
    return await bench.call('sockets.run', { slot: bench.slot, over: 'console', ...wish })
  } finally {
    await hangUp(bench, lang)
  }
}

function contextOf(text: string): number {
  if (/^\d$/.test(text)) return Number(text)
  throw new Fault('bad-input', notAContext(text))
}
