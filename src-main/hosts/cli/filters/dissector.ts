import { Argument, Command } from 'commander'
import { dissectorText, installDissector, removeDissector } from '@platform/capture/dissector'
import type { Language } from '@core/words'
import { print } from '../output'
import { dissectorWords } from './dissector-words'
import { printBeside } from '../beside'

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
      `
Wireshark reads it at its next start, or with Analyze, Reload Lua Plugins; tshark at once:
  modem-bench dissector install
  tshark -r today.pcapng -Y 'modem_at.text contains "CEREG"'
Without installing it (one or the other, not both):
  modem-bench dissector print > modem-bench-at.lua
  tshark -X lua_script:modem-bench-at.lua -r today.pcapng -Y 'modem_at.text contains "CEREG"'
As root neither loads Lua scripts from Wireshark 4.4 on: call them as yourself (“modem_at.text is not a valid protocol or protocol field” says that it is not loaded).`,
    )
    .action(async (act: Act, { lang }: { readonly lang: Language }) => {
      if (act === 'print') return print(dissectorText.trimEnd())
      const { path, what } = await (act === 'install' ? installDissector() : removeDissector())
      // The path alone on standard output, for scripts.
      printBeside(`modem-bench: ${dissectorWords[what][lang]}`)
      return print(path)
    })
}
