import type { Command } from 'commander'
import { hostGiven } from '@contract'
import type { LinkArguments } from '../online'
import {
  familyOf,
  familyOptions,
  netCommand,
  numberOf,
  type FamilyArguments,
  runTool,
  wholeOf,
} from './run-tool'

interface Options extends LinkArguments, FamilyArguments {
  readonly count: string
  readonly interval: string
  readonly size: string
}

export function pingCommand(): Command {
  return familyOptions(
    netCommand(
      'ping',
      'Connect and ping a host over the modem; exit 1 when nothing answers',
    ).argument('<host>', 'a name or an address'),
  )
    .option('-c, --count <number>', 'how many; 0 goes on until Ctrl-C', '4')
    .option('-i, --interval <seconds>', 'between two echoes', '1')
    .option('-s, --size <octets>', 'data in each echo', '56')
    .addHelpText(
      'after',
      '\nExample: modem-bench ping /dev/ttyUSB2 pong.soracom.io --apn soracom.io --user sora --password sora',
    )
    .action((port: string, given: string, options: Options) => {
      const family = familyOf(options)
      const host = hostGiven(given, family)
      const count = wholeOf('--count', options.count, 0, 1_000_000)
      const intervalMs = numberOf('--interval', options.interval, 0.2, 3600) * 1000
      const size = wholeOf('--size', options.size, 0, 1472)
      return runTool(port, options, ({ call, slot }) =>
        call('net.ping', { slot, host, count, intervalMs, size, family }),
      )
    })
}
