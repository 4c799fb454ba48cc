import { Command, Option } from 'commander'
import { z } from 'zod'
import { knowledge } from '@catalog/decoders'
import { decodeExchange, decodeLines, type Exchange } from '@catalog/decoders/exchange'
import { isCommand } from '@core/log/import/line-kinds'
import { twoSentences, type Language, type Words } from '@core/words'
import { print, printJson } from '../output'
import { filterLines } from './filter'
import { commandInstead } from './words'

const charsets = ['UCS2', 'GSM', 'IRA'] as const

const input = z.object({
  id: z.unknown().optional(),
  command: z.string().nullable().default(null),
  response: z.string(),
  charset: z.enum(charsets).optional(),
})

interface Options {
  readonly command?: string
  readonly charset?: (typeof charsets)[number]
  readonly json?: true
  readonly lang: Language
}

export function decodeCommand(): Command {
  return new Command('decode')
    .description('Filter: AT exchanges as JSON lines in, their facts and words as JSON lines out')
    .argument('[lines...]', 'lines of an answer to be told at once, instead of the filter')
    .option('--command <command>', 'the command that they answer')
    .addOption(
      new Option('--charset <charset>', 'character set of the modem').choices([...charsets]),
    )
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      '\nIn:  {"id":1,"command":"AT+CEREG?","response":"+CEREG: 0,5\\r\\n\\r\\nOK\\r\\n"}\nOut: {"id":1,"echo":null,"result":"OK","answer":{"n":0,"stat":5},…,"words":{"en":"…","ja":"…"}}',
    )
    .action((lines: readonly string[], options: Options) =>
      lines.length > 0
        ? tell(lines, options)
        : filterLines(input, ({ charset, ...exchange }) =>
            decodeExchange({ ...exchange, ...(charset ? { charset } : {}) }),
          ),
    )
}

/** A shell hands `\r\n` on as it was typed. */
const typed = (lines: readonly string[]): string =>
  lines.map((line) => line.replaceAll('\\r', '\r').replaceAll('\\n', '\n')).join('\r\n')

/** What a command asks or does, where one was given in the place of its answer; the answer is wanted beside it. */
function tellsCommand(lines: readonly string[]): Words | undefined {
  const told = lines.map((line) =>
    isCommand(line.trim()) ? knowledge.command(line.trim()) : undefined,
  )
  const [asked = ''] = lines
  if (!told.every((one) => one !== undefined)) return undefined
  return twoSentences(told.map(({ words }) => words).reduce(twoSentences), commandInstead(asked))
}

/** The command that the lines answer, where it stands first among them, as it was typed or echoed. */
function commandIn(lines: string): string | undefined {
  const [first = '', ...rest] = lines.split(/[\r\n]+/).map((line) => line.trim())
  return isCommand(first) && rest.some((line) => line !== '' && !isCommand(line))
    ? first
    : undefined
}

async function tell(lines: readonly string[], options: Options) {
  const { charset, json, lang } = options
  const response = typed(lines)
  const command = options.command ?? commandIn(response)
  const asks = command === undefined && !json ? tellsCommand(response.split(/[\r\n]+/)) : undefined
  if (asks) return print(asks[lang])
  const exchange: Exchange =
    command === undefined
      ? decodeLines({ response, charset })
      : decodeExchange({ command, response, charset })
  const { id: _, ...told } = exchange
  await (json ? printJson(told) : print(told.words[lang]))
}
