import type { Command } from 'commander'
import { hostGiven } from '@contract'
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
  readonly maxHops: string
  readonly probes: string
}

export function tracerouteCommand(): Command {
  return familyOptions(
    netCommand('traceroute', 'Connect and show the routers on the way to a host').argument(
      '<host>',
      'a name or an address',
    ),
  )
    .option('-m, --max-hops <number>', 'how far to look', '30')
    .option('-q, --probes <number>', 'echoes for each hop', '3')
    .addHelpText('after', '\nExample: modem-bench traceroute sim:sim7672 8.8.8.8 --apn soracom.io')
    .action((port: string, given: string, options: Options) => {
      const family = familyOf(options)
      const host = hostGiven(given, family)
      const maxHops = wholeOf('--max-hops', options.maxHops, 1, 64)
      const probes = wholeOf('--probes', options.probes, 1, 10)
      return runTool(port, options, ({ call, slot }) =>
        call('net.traceroute', { slot, host, maxHops, probes, family }),
      )
    })
}
