import { flag, option, type Spoken, type Values } from './command'

/** Where the bench of a command is, and what it keeps; every command on a bench may be given it. */
export const benchTakes = {
  data: option('--data <folder>', 'keep the journal there instead of in the user’s data folder'),
  journal: flag('--no-journal', 'keep no journal'),
  /** A bench that is served, instead of one in this very program. */
  host: option(
    '--host <url>',
    'use the bench that modem-bench serve offers there: http://pi.local:8080/',
  ),
  tokenFile: option(
    '--token-file <file>',
    'the token of that bench. Else MODEM_BENCH_TOKEN counts',
  ),
  caFile: option('--ca-file <file>', 'trust this certificate (PEM) of that bench'),
}
export type BenchArguments = Values<typeof benchTakes> & Spoken
