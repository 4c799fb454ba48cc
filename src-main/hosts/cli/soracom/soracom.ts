import { Argument, type Command } from 'commander'
import { soracomChecks, type SoracomCheck } from '@contract'
import { netCommand, runTool } from '../net/run-tool'
import type { LinkArguments } from '../online'
import { platformCommand } from './platform'

interface Options extends LinkArguments {
  readonly body?: string
}

export function soracomCommand(): Command {
  const command = netCommand('soracom', 'Connect and try one of SORACOM’s endpoints')
    .addArgument(new Argument('<what>', 'which').choices(soracomChecks))
    .option('-d, --body <text>', 'for harvest, unified, beam and funnel: what to send')
    .addHelpText('after', '\nExample: modem-bench soracom sim:sim7672 harvest --apn soracom.io')
    .action((port: string, what: SoracomCheck, options: Options) =>
      runTool(port, options, ({ call, slot }) =>
        call('net.soracom', { slot, what, body: options.body }),
      ),
    )
    // Both have --json: behind `platform` it is that one's.
    .enablePositionalOptions()
  return command.addCommand(platformCommand())
}
