import { Option, type Command } from 'commander'
import { hostGiven, mtuProbeKinds } from '@contract'
import type { LinkArguments } from '../online'
import {
  familyOf,
  familyOptions,
  netCommand,
  runTool,
  wholeOf,
  type FamilyArguments,
} from './run-tool'

interface Options extends LinkArguments, FamilyArguments {
  readonly by: 'auto' | (typeof mtuProbeKinds)[number]
  readonly port?: string
}

export function mtuCommand(): Command {
  return familyOptions(
    netCommand('mtu', 'Connect and find the longest packet that reaches a host').argument(
      '<host>',
      'a name or an address',
    ),
  )
    .addOption(
      new Option('--by <probe>', 'what is sent; auto: echoes, and TCP where none is answered')
        .choices(['auto', ...mtuProbeKinds])
        .default('auto'),
    )
    .option('--port <number>', 'of TCP (443) or of UDP (53, a name server)')
    .addHelpText(
      'after',
      '\nWhere nobody says what is too long, halves are tried for up to a minute.\nExample: modem-bench mtu sim:sim7672 example.com --apn soracom.io',
    )
    .action((path: string, given: string, options: Options) => {
      const family = familyOf(options)
      const host = hostGiven(given, family)
      const { by } = options
      const port =
        options.port === undefined ? undefined : wholeOf('--port', options.port, 1, 65_535)
      return runTool(path, options, ({ call, slot }) =>
        call('net.mtu', { slot, host, by, port, family }),
      )
    })
}
