import { Fault } from '@contract'
import { argument, command, oneOf, option, type Spoken, type Values } from '../command'
import { exits } from '../exits'
import { onBench, type CommandBench } from '../on-bench'
import { asJson, modemTakes, onModem, tell as tellAnswer } from '../on-modem'
import { numberOf } from '../values'
import { signIn, signInTakes } from './soracom-sign-in'
import {
  captureLine,
  mappingLine,
  nothingListed,
  pingText,
  seenText,
  simOrPort,
} from './soracom-words'

const takes = {
  what: oneOf('<what>', 'what is asked or done', [
    'status',
    'delete-session',
    'ping',
    'port-mappings',
    'captures',
    'capture',
  ] as const),
  port: argument('[port]', 'where the modem is; its SIM is read by AT+CIMI and its ICCID'),
  sim: option('--sim <number>', 'this SIM instead, without a modem: its ICCID or its IMSI'),
  ...signInTakes,
  count: option('--count <number>', 'for ping: how many', numberOf('soracom.ping', 'count'), '3'),
  seconds: option(
    '--seconds <number>',
    'for capture: how long, from 30 to 86400',
    numberOf('soracom.capture', 'seconds'),
    '60',
  ),
  json: asJson,
  ...modemTakes,
}
type Options = Values<typeof takes> & Spoken

/** SORACOM's side of a SIM: asked of its platform by this computer's own network, not over the modem. */
export const platformCommand = command({
  name: 'platform',
  about: 'Ask SORACOM’s platform about the SIM: its status, sessions and traffic',
  takes,
  after:
    'MODEM_BENCH_SORACOM_AUTH_KEY_ID with MODEM_BENCH_SORACOM_AUTH_KEY, or MODEM_BENCH_SORACOM_PROFILE, sign in, too;\nMODEM_BENCH_SORACOM_COVERAGE is jp or g. Exit code: 0 done, 1 refused, 2 the call was wrong, 3 no port.\nExample: modem-bench soracom platform status /dev/ttyUSB2 --profile bench',
  run: async (options) => {
    const { port, sim } = options
    if ((port === undefined) === (sim === undefined)) throw new Fault('bad-input', simOrPort)
    const work = async (bench: CommandBench) => {
      await signIn(bench, options)
      await act(bench, options)
    }
    if (port !== undefined) return onModem({ ...options, port }, work)
    await onBench(options, work)
  },
})

async function act({ call, slot }: CommandBench, options: Options): Promise<void> {
  const { what, sim, lang } = options
  const of = { slot, ...(sim === undefined ? {} : { sim }) }
  const tell = (value: unknown, lines: readonly string[]) =>
    tellAnswer(options, value, () => lines.join('\n'))
  switch (what) {
    case 'status':
    case 'delete-session': {
      const seen = await call(what === 'status' ? 'soracom.look' : 'soracom.deleteSession', of)
      return tell(seen, seenText(seen, lang))
    }
    case 'ping': {
      const { count } = options
      const answer = await call('soracom.ping', { ...of, count })
      if (!answer.success) process.exitCode = exits.refused
      return tell(answer, [pingText(answer)[lang]])
    }
    case 'port-mappings': {
      const rows = await call('soracom.portMappings', of)
      const lines = rows.map((row) => mappingLine(row)[lang])
      return tell(rows, lines.length > 0 ? lines : [nothingListed[lang]])
    }
    case 'captures': {
      const rows = await call('soracom.captures', of)
      return tell(rows, rows.length > 0 ? rows.map(captureLine) : [nothingListed[lang]])
    }
    case 'capture': {
      const { seconds } = options
      const row = await call('soracom.capture', { ...of, seconds })
      return tell(row, [captureLine(row)])
    }
  }
}
