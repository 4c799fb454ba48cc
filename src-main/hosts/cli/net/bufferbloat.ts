import { Option, type Command } from 'commander'
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
  readonly way: 'down' | 'up' | 'both'
  readonly ping?: string
  readonly idle: string
  readonly seconds: string
  readonly budget: string
}

export function bufferbloatCommand(): Command {
  return tlsOptions(
    familyOptions(
      netCommand(
        'bufferbloat',
        'Connect and compare the delay of the idle and of the full line',
      ).argument(
        '<url>',
        'http:// or https:// address of something large; for uploads one that takes POST',
      ),
    ),
  )
    .addOption(
      new Option('--way <way>', 'fill the line by downloads, uploads, or one after the other')
        .choices(['down', 'up', 'both'])
        .default('both'),
    )
    .option('--ping <host>', 'ask this host for round trips instead of the one of the URL')
    .option('--idle <seconds>', 'how long the idle line is measured', '5')
    .option('--seconds <number>', 'how long each direction is filled', '10')
    .option('--budget <octets>', 'stop after so much data, headers included: 500k, 20M', '10M')
    .addHelpText(
      'after',
      '\nExample: modem-bench bufferbloat sim:sim7672 http://speed.example/bytes/10000000 --apn soracom.io --budget 4M',
    )
    .action(async (port: string, url: string, options: Options) => {
      parseUrl(url)
      const idleSeconds = numberOf('--idle', options.idle, 1, 600)
      const seconds = numberOf('--seconds', options.seconds, 1, 600)
      const budgetBytes = bytesOption('--budget', options.budget, 10_000)
      const ways = options.way === 'both' ? (['down', 'up'] as const) : [options.way]
      const ca = await trusted(options)
      const { serverName, ping: host } = options
      if (!options.json)
        process.stderr.write(`${budgetWords(seconds * ways.length, budgetBytes)[options.lang]}\n`)
      const family = familyOf(options)
      const tls = { serverName, ca }
      return runTool(port, options, ({ call, slot }) =>
        call('net.bufferbloat', {
          slot,
          url,
          host,
          ways: [...ways],
          idleSeconds,
          seconds,
          budgetBytes,
          family,
          tls,
        }),
      )
    })
}
