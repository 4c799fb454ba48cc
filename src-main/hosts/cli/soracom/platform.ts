import { Argument, Command, Option } from 'commander'
import { coverages, Fault, harmless, harmlessJson, type Coverage } from '@contract'
import { exits } from '../exit'
import { inEitherLanguage } from '../language'
import { wholeOf } from '../net/run-tool'
import { onBench, type CommandBench } from '../on-bench'
import { modemOptions, onModem, type ModemArguments } from '../on-modem'
import { print } from '../output'
import { soracomKey } from '../secrets'
import { captureLine, mappingLine, nothingListed, pingText, seenText, simOrPort } from './words'

const actions = [
  'status',
  'delete-session',
  'ping',
  'port-mappings',
  'captures',
  'capture',
] as const
type Action = (typeof actions)[number]

interface Options extends ModemArguments {
  readonly sim?: string
  readonly profile?: string
  readonly coverage: Coverage
  readonly authKeyId?: string
  readonly authKeyFile?: string
  readonly seconds: string
  readonly count: string
  readonly json?: boolean
}

/** SORACOM's side of a SIM: asked of its platform by this computer's own network, not over the modem. */
export function platformCommand(): Command {
  const command = new Command('platform')
    .description('Ask SORACOM’s platform about the SIM: its status, sessions and traffic')
    .addArgument(new Argument('<what>', 'which').choices(actions))
    .argument('[port]', 'where the modem is; its SIM is read by AT+CIMI and its ICCID')
    .option('--sim <number>', 'this SIM instead, without a modem: its ICCID or its IMSI')
    .option('--profile <name>', 'sign in by this profile of the soracom command')
    .option('--auth-key-id <id>', 'sign in by this authentication key')
    .option(
      '--auth-key-file <file>',
      'its secret, from this file; - is standard input, asked for on a terminal. Else MODEM_BENCH_SORACOM_AUTH_KEY counts',
    )
    .addOption(
      new Option('--coverage <type>', 'of the account: Japan or global')
        .choices(coverages)
        .default('jp'),
    )
    .option('--count <number>', 'for ping: how many', '3')
    .option('--seconds <number>', 'for capture: how long, from 30 to 86400', '60')
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      '\nMODEM_BENCH_SORACOM_AUTH_KEY_ID with MODEM_BENCH_SORACOM_AUTH_KEY, or MODEM_BENCH_SORACOM_PROFILE, sign in, too;\nMODEM_BENCH_SORACOM_COVERAGE is jp or g. Exit code: 0 done, 1 refused, 2 the call was wrong, 3 no port.\nExample: modem-bench soracom platform status /dev/ttyUSB2 --profile bench',
    )
    .exitOverride()
    .action(run)
  return inEitherLanguage(modemOptions(command))
}

async function run(what: Action, port: string | undefined, options: Options): Promise<void> {
  if ((port === undefined) === (options.sim === undefined)) throw new Fault('bad-input', simOrPort)
  const work = async (bench: CommandBench) => {
    await signIn(bench, options)
    await act(bench, what, options)
  }
  if (port === undefined) await onBench(options, work)
  else await onModem(port, options, work)
}

/** By what the command was given; without any of it the bench’s own account is asked. */
async function signIn({ call }: CommandBench, options: Options): Promise<void> {
  const { profile, authKeyId, authKeyFile, coverage, lang } = options
  const keep = false
  if (profile !== undefined) await call('soracom.signIn', { way: 'cli', coverage, profile, keep })
  else if (authKeyId !== undefined) {
    const authKey = await soracomKey(authKeyFile, lang)
    await call('soracom.signIn', { way: 'key', coverage, authKeyId, authKey, keep })
  }
}

async function act({ call, slot }: CommandBench, what: Action, options: Options): Promise<void> {
  const { sim, lang } = options
  const of = { slot, ...(sim === undefined ? {} : { sim }) }
  const tell = (value: unknown, lines: readonly string[]) =>
    print(options.json ? harmlessJson(value) : harmless(lines.join('\n')))
  switch (what) {
    case 'status':
    case 'delete-session': {
      const seen = await call(what === 'status' ? 'soracom.look' : 'soracom.deleteSession', of)
      return tell(seen, seenText(seen, lang))
    }
    case 'ping': {
      const count = wholeOf('--count', options.count, 1, 10)
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
      const seconds = wholeOf('--seconds', options.seconds, 30, 86_400)
      const row = await call('soracom.capture', { ...of, seconds })
      return tell(row, [captureLine(row)])
    }
  }
}
