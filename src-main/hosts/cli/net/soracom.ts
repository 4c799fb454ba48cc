import { Argument, type Command } from 'commander'
import { soracomChecks, type SoracomCheck } from '@contract'
import type { LinkArguments } from '../online'
import { netCommand, runTool } from './run-tool'

interface Options extends LinkArguments {
  readonly body?: string
}

export function soracomCommand(): Command {
  return netCommand('soracom', 'Connect and try one of SORACOM’s endpoints')
    .addArgument(new Argument('<what>', 'which').choices(soracomChecks))
    .option('-d, --body <text>', 'for harvest and unified: what to send')
    .addHelpText('after', '\nExample: modem-bench soracom sim:sim7672 harvest --apn soracom.io')
    .action((port: string, what: SoracomCheck, options: Options) =>
      runTool(port, options, ({ call, slot }) =>
        call('net.soracom', { slot, what, body: options.body }),
      ),
    )
}
