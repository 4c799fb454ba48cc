import { Command } from 'commander'
import { benchOptions, type BenchArguments } from './bench-options'
import { exits } from './exit'
import { onBench } from './on-bench'
import { print, printJson } from './output'
import { offeringBack, openPort, portOptions, type PortArguments } from './port'

interface Options extends BenchArguments, PortArguments {
  readonly restore?: boolean
  readonly json?: boolean
}

export function leftoversCommand(): Command {
  const command = new Command('leftovers')
    .description('Name the settings an earlier program left in the modem, and put them back')
    .argument('<port>', 'a path, tcp:host:port, rfc2217://host:port, or sim:sim7672')
    .option('--restore', 'put them back')
  return benchOptions(portOptions(command))
    .option('--json', 'one JSON object each')
    .addHelpText(
      'after',
      '\nA modem that was left in the multiplexer is brought back first. Exit code: 0 nothing is left (any more), 1 something is, 3 no port.',
    )
    .action(leftovers)
}

async function leftovers(port: string, options: Options): Promise<void> {
  const { json, lang, restore } = options
  await onBench(options, async (bench) => {
    const { call, slot } = bench
    await openPort(bench, port, options)
    const found = await offeringBack(bench, port, () => call('modem.leftovers', { slot }))
    for (const one of found)
      await (json
        ? printJson(one)
        : print(`${one.seen.padEnd(20)}  ${one.words[lang]}  (${one.restore})`))
    if (found.length === 0 && !json) await print(none[lang])
    if (!restore) {
      if (found.length > 0) process.exitCode = exits.refused
      return
    }
    for (const done of await call('modem.restore', { slot })) {
      await (json ? printJson(done) : print(`${done.command}  ${done.final}`))
      if (!done.ok) process.exitCode = exits.refused
    }
  })
}

const none = { en: 'Nothing is left.', ja: '元に戻す設定はありません。' } as const
