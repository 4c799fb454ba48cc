import { Command } from 'commander'
import { help } from '../api/help-words'
import { mustBeFolder } from '../result-file'
import { benchOptions, type BenchArguments } from './bench-options'
import { languageOf } from './language'
import { onWholeBench } from './on-bench'

interface Options extends BenchArguments {
  readonly allowUse?: boolean
  readonly files: string
}

export function mcpCommand(): Command {
  const language = languageOf(process.argv)
  return benchOptions(new Command('mcp').description(help.mcp[language]))
    .option('--allow-use', help.mcpAllowUse[language])
    .option('--files <folder>', help.mcpFiles[language], '.')
    .addHelpText('after', `\n${help.mcpMore[language]}\n${entry}`)
    .action(serveMcp)
}

const entry = '{"command": "modem-bench", "args": ["mcp", "--files", "/home/you/logs"]}'

async function serveMcp({ allowUse = false, files, lang, ...options }: Options): Promise<void> {
  await mustBeFolder('--files', files)
  // The protocol is read when it is wanted: it is larger than the rest of a command.
  const { speakOnStdio } = await import('../mcp/stdio')
  await onWholeBench({ ...options, lang }, (bench) =>
    speakOnStdio({ bench, allowUse, language: lang, folder: files }, bench.signal),
  )
}
