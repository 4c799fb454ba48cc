import { Fault, harmlessJson, socketTries, type Input, type SocketAnswer } from '@contract'
import { argument, command, flag, oneOf, option, type Spoken, type Values } from '../command'
import { complain } from '../complain'
import { exits } from '../exits'
import type { CommandBench } from '../on-bench'
import { asJson, onModem, tell } from '../on-modem'
import { connectOn, hangUp, linkOf, linkTakes, mustBeOnline, targetOf } from '../online'
import { print } from '../output'
import { brokerPassword } from '../secrets'
import {
  notAContext,
  outcomeText,
  stateText,
  targetMissing,
  thenConsole,
  userMissing,
} from './sockets-words'

const takes = {
  port: argument('<port>'),
  what: oneOf('[what]', 'what is tried', socketTries),
  target: argument(
    '[target]',
    'a host for dns and ping, host:port for tcp, udp and tls, a URL for http and mqtt',
  ),
  text: option('--text <text>', 'sent over tcp, udp and mqtt, and awaited back'),
  tlsContext: option(
    '--tls-context <number>',
    'which TLS settings of the modem tls, https and mqtts use',
    contextOf,
    '0',
  ),
  topic: option('--topic <topic>', 'for mqtt; one of its own when left out'),
  mqttUser: option('--mqtt-user <name>', 'user of the broker'),
  mqttPasswordFile: option(
    '--mqtt-password-file <file>',
    'file with the password of the broker, or - for standard input',
  ),
  compare: flag(
    '--compare',
    'then connect, and try the same over the console’s own IP: needs --apn or --preset',
  ),
  json: asJson,
  ...linkTakes,
}
type Options = Values<typeof takes> & Spoken
type Run = Omit<Input<'sockets.run'>, 'slot'>

/** The TCP/IP stack inside a modem, tried with a target; beside it the same over the console's own IP. */
export const socketsCommand = command({
  name: 'sockets',
  about: 'Try a target over the modem’s own TCP/IP stack, and say what its result codes mean',
  takes,
  after:
    'Without what and target it prints which stack the modem has. What was closed before is closed again. Exit code: 0 it works over the modem’s stack, 1 it does not, 2 the call was wrong, 3 no port.\nExample: modem-bench sockets sim:sim7672 tcp echo.example:7 --text hello --compare --preset soracom\n         modem-bench sockets sim:sim7672 mqtt mqtts://broker.example --mqtt-user USER --mqtt-password-file -',
  run: async (given) => {
    const { what, target, tlsContext } = given
    if (what !== undefined && target === undefined)
      throw new Fault('bad-input', targetMissing(what))
    await onModem(given, async (bench) => {
      if (what === undefined || target === undefined) return tellState(bench, given)
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
  },
})

async function tellState({ call, slot }: CommandBench, given: Options): Promise<void> {
  const { tlsContext } = given
  const state = await call('sockets.read', { slot, tlsContext })
  await tell(given, state, (lang) => stateText(state, tlsContext, lang))
  if (!state.family) process.exitCode = exits.refused
}

/** Connects, tries the same, and hangs up again. */
async function overConsole(
  bench: CommandBench,
  wish: Run,
  link: ReturnType<typeof targetOf>,
  { json, lang }: Options,
): Promise<SocketAnswer> {
  complain(thenConsole)
  try {
    mustBeOnline(await connectOn(bench, link, () => undefined, { json, lang }))
    return await bench.call('sockets.run', { slot: bench.slot, over: 'console', ...wish })
  } finally {
    await hangUp(bench, lang)
  }
}

function contextOf(text: string): number {
  if (/^\d$/.test(text)) return Number(text)
  throw new Fault('bad-input', notAContext(text))
}
