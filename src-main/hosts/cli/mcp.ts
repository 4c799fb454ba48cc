import { Command } from 'commander'
import { benchOptions, languageOption, type BenchArguments } from './bench-options'
import { onWholeBench } from './on-bench'

interface Options extends BenchArguments {
  readonly allowUse?: boolean
  readonly files: string
  readonly lang: 'en' | 'ja'
}

export function mcpCommand(): Command {
  const command = new Command('mcp').description(
    'Let an assistant read logs and the state of the bench (Model Context Protocol over standard input and output)',
  )
  return benchOptions(command)
    .option(
      '--allow-use',
      'let it ask for calls that write, too; each is asked of you by its client',
    )
    .option('--files <folder>', 'the folder whose files it may read as logs', '.')
    .addOption(languageOption())
    .addHelpText(
      'after',
      `
It only reads unless --allow-use is given; identities and passwords are masked.
Example of an entry in a client: {"command": "modem-bench", "args": ["mcp", "--files", "/home/you/logs"]}`,
    )
    .action(serveMcp)
}

async function serveMcp({ allowUse = false, files, lang, ...options }: Options): Promise<void> {
  // The protocol is read when it is wanted: it is larger than the rest of a command.
  const { speakOnStdio } = await import('../mcp/stdio')
  await onWholeBench({ ...options, lang }, (bench) =>
    speakOnStdio({ bench, allowUse, language: lang, folder: files }, bench.signal),
  )
}
