import { help } from '../../api/help-words'
import { mustBeFolder } from '../../result-file'
import { benchTakes } from '../bench-options'
import { command, flag, option, text, type Build } from '../command'
import { languageOf } from '../language'
import { onWholeBench } from '../on-bench'

const entry = '{"command": "modem-bench", "args": ["mcp", "--files", "/home/you/logs"]}'

/** Made when it is called for: its help is in the language of the call. */
export const mcpCommand: Build = () => {
  const language = languageOf(process.argv)
  const described = command({
    name: 'mcp',
    about: help.mcp[language],
    takes: {
      ...benchTakes,
      allowUse: flag('--allow-use', help.mcpAllowUse[language]),
      files: option('--files <folder>', help.mcpFiles[language], text, '.'),
    },
    after: `${help.mcpMore[language]}\n${entry}`,
    run: async (options) => {
      const { allowUse, files: folder, lang } = options
      await mustBeFolder('--files', folder)
      // The protocol is read when it is wanted: it is larger than the rest of a command.
      const { speakOnStdio } = await import('../../mcp/stdio')
      await onWholeBench(options, (bench) =>
        speakOnStdio({ bench, allowUse, language: lang, folder }, bench.signal),
      )
    },
  })
  return described()
}
