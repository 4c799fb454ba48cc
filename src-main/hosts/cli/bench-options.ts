import type { Command } from 'commander'
import type { Language } from '@contract'

/** Where the bench of a command is, and what it keeps. */
export interface BenchArguments {
  readonly data?: string
  readonly journal: boolean
  /** A bench that is served, instead of one in this very program. */
  readonly host?: string
  readonly tokenFile?: string
  readonly caFile?: string
  readonly lang: Language
}

/** What every command on a bench may be given. */
export function benchOptions(command: Command): Command {
  return command
    .option('--data <folder>', 'keep the journal there instead of in the user’s data folder')
    .option('--no-journal', 'keep no journal')
    .option(
      '--host <url>',
      'use the bench that modem-bench serve offers there: http://pi.local:8080/',
    )
    .option('--token-file <file>', 'the token of that bench. Else MODEM_BENCH_TOKEN counts')
    .option('--ca-file <file>', 'trust this certificate (PEM) of that bench')
}
