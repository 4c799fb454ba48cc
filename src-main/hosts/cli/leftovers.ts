import { Command, Option } from 'commander'
import { readLeftovers, restoreLeftovers, type LeftoverLine } from '@core/modem/leftovers'
import type { Language } from '@core/words'
import { atLineOn } from './at-line'
import { exits } from './exit'
import type { PortArguments } from './open'
import { print, printJson } from './output'

interface Options extends PortArguments {
  readonly restore?: boolean
  readonly json?: boolean
  readonly lang: Language
}

export function leftoversCommand(): Command {
  return new Command('leftovers')
    .description('Name the settings an earlier program left in the modem, and put them back')
    .argument('<port>', 'a path, tcp:host:port, or sim:sim7672')
    .option('--restore', 'put them back')
    .option('--baud <rate>', 'speed', '115200')
    .option('--rtscts', 'hardware flow control')
    .option('--json', 'one JSON object each')
    .addOption(
      new Option('--lang <language>', 'language of the words').choices(['en', 'ja']).default('en'),
    )
    .addHelpText(
      'after',
      '\nA modem that was left in the multiplexer is brought back first. Exit code: 0 nothing is left (any more), 1 something is, 3 no port.',
    )
    .action(async (name: string, options: Options) => {
      const port = await atLineOn(name, options)
      try {
        const line: LeftoverLine = {
          send: (command) => port.send(command, { priority: 'user' }),
          onEcho: (listener) =>
            port.onToken((token) => {
              if (token.kind === 'echo') listener()
            }),
        }
        const found = await readLeftovers(line, options.rtscts ?? false)
        for (const one of found)
          await (options.json
            ? printJson(one)
            : print(`${one.seen.padEnd(20)}  ${one.words[options.lang]}  (${one.restore})`))
        if (found.length === 0 && !options.json) await print('Nothing is left.')
        if (!options.restore) {
          if (found.length > 0) process.exitCode = exits.refused
          return
        }
        for (const done of await restoreLeftovers(line, found)) {
          await (options.json ? printJson(done) : print(`${done.command}  ${done.final}`))
          if (!done.ok) process.exitCode = exits.refused
        }
      } finally {
        await port.close()
      }
    })
}
