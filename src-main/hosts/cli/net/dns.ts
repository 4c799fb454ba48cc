import { Option, type Command } from 'commander'
import { mustBeQuestion, type DnsType } from '@contract'
import type { LinkArguments } from '../online'
import { netCommand, runTool } from './run-tool'

interface Options extends LinkArguments {
  readonly type: DnsType
  readonly server?: string
}

const types: readonly DnsType[] = ['A', 'AAAA', 'TXT', 'PTR', 'CNAME', 'MX', 'NS', 'SRV', 'SOA']

export function dnsCommand(): Command {
  return netCommand('dns', 'Connect and look a name up over the modem')
    .argument('<name>', 'a name; an IPv4 address with --type PTR')
    .addOption(new Option('-t, --type <type>', 'what to ask for').choices(types).default('A'))
    .option(
      '--server <address>',
      'whom to ask, with :port if not 53 (default: those that came with the address)',
    )
    .addHelpText('after', '\nExample: modem-bench dns sim:sim7672 pong.soracom.io --apn soracom.io')
    .action((port: string, name: string, options: Options) => {
      const { type, server } = options
      // Before a connection is paid for.
      mustBeQuestion(name, { type, server })
      return runTool(port, options, ({ call, slot }) =>
        call('net.dns', { slot, name, type, server }),
      )
    })
}
