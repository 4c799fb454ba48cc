import type { Command } from 'commander'
import { budgetWords, parseUrl } from '@contract'
import type { LinkArguments } from '../online'
import {
  bytesOption,
  familyOf,
  familyOptions,
  netCommand,
  numberOf,
  runTool,
  type FamilyArguments,
} from './run-tool'
import { tlsOptions, trusted, type TlsArguments } from './tls-options'

interface Options extends LinkArguments, FamilyArguments, TlsArguments {
  readonly up?: boolean
  readonly seconds: string
  readonly budget: string
}

export function throughputCommand(): Command {
  return tlsOptions(
    familyOptions(
      netCommand('throughput', 'Connect and measure download or upload over the modem').argument(
        '<url>',
        'http:// or https:// address of something large; with --up one that takes POST',
      ),
    ),
  )
    .option('--up', 'upload instead of download')
    .option('--seconds <number>', 'how long', '10')
    .option('--budget <octets>', 'stop after so much data, headers included: 500k, 20M', '10M')
    .addHelpText(
      'after',
      '\nExample: modem-bench throughput sim:sim7672 http://speed.example/bytes/10000000 --apn soracom.io --budget 5M',
    )
    .action(async (port: string, url: string, options: Options) => {
      parseUrl(url)
      const seconds = numberOf('--seconds', options.seconds, 1, 3600)
      const budgetBytes = bytesOption('--budget', options.budget, 10_000)
      if (!options.json)
        process.stderr.write(`${budgetWords(seconds, budgetBytes)[options.lang]}\n`)
      const direction = options.up ? 'up' : 'down'
      const tls = { serverName: options.serverName, ca: await trusted(options) }
      return runTool(port, options, ({ call, slot }) =>
        call('net.throughput', {
          slot,
          direction,
          url,
          seconds,
          budgetBytes,
          family: familyOf(options),
          tls,
        }),
      )
    })
}
