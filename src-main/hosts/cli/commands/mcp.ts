import { mustBeFolder } from '../../result-file'
import { benchTakes } from '../bench-options'
import { command, flag, option, text } from '../command'
import { onWholeBench } from '../on-bench'

const entry = '{"command": "modem-bench", "args": ["mcp", "--files", "/home/you/logs"]}'

export const mcpCommand = command({
  name: 'mcp',
  about:
    'Let an assistant read logs and the state of the bench (Model Context Protocol over standard input and output)',
  takes: {
    ...benchTakes,
    allowUse: flag(
      '--allow-use',
      'let it ask for calls that write, too; each is asked of you by its client',
    ),
    files: option('--files <folder>', 'the folder whose files it may read as logs', text, '.'),
  },
  after: `It only reads unless --allow-use is given; identities and passwords are masked.\nExample of an entry in a client:\n${entry}`,
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
