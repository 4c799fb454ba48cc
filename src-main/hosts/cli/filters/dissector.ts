import { Argument, Command } from 'commander'
import { dissectorText, installDissector, removeDissector } from '@platform/capture/dissector'
import { print } from '../output'

const acts = ['install', 'remove', 'print'] as const
type Act = (typeof acts)[number]

export function dissectorCommand(): Command {
  return new Command('dissector')
    .description('Show AT in captures with Protocol and Info in Wireshark, by a Lua dissector')
    .addArgument(
      new Argument(
        '<act>',
        'install into Wireshark’s folder of this user, remove, or print',
      ).choices(acts),
    )
    .addHelpText(
      'after',
      '\nWireshark reads it at its next start, or with Analyze, Reload Lua Plugins.\nExample: modem-bench dissector install\n         tshark -X lua_script:modem-bench-at.lua -r capture.pcapng',
    )
    .action(async (act: Act) => {
      switch (act) {
        case 'install':
          return print(await installDissector())
        case 'remove':
          return print(await removeDissector())
        case 'print':
          return print(dissectorText.trimEnd())
      }
    })
}
