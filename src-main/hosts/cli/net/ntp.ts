import type { Command } from 'commander'
import { hostGiven } from '@contract'
import type { LinkArguments } from '../online'
import { familyOf, familyOptions, netCommand, runTool, type FamilyArguments } from './run-tool'

export function ntpCommand(): Command {
  return familyOptions(
    netCommand(
      'ntp',
      'Connect and ask a time server how far this computer’s clock is off',
    ).argument('<server>', 'a name or an address'),
  )
    .addHelpText('after', '\nExample: modem-bench ntp sim:sim7672 ntp.soracom.io --apn soracom.io')
    .action((port: string, given: string, options: LinkArguments & FamilyArguments) => {
      const family = familyOf(options)
      const host = hostGiven(given, family)
      return runTool(port, options, ({ call, slot }) => call('net.ntp', { slot, host, family }))
    })
}
